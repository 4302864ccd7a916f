/** Columns that the lists of the chart have in common. */
import type { T } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import type { Chart, TypedNames } from './money-things.ts'

/** What the columns are worded with. */
export type Shown = {
  t: T
  language: string
  locale: string
  currency: string
  businessDate: string
  chart: Chart
}

export function codeColumn<R extends { code: string }>({ t }: Shown): Column<R> {
  return {
    key: 'code',
    head: t('settings.code'),
    width: '96px',
    cell: (row) => <span className="k-code">{row.code}</span>,
  }
}

/** Code and name; a name that is no longer offered is faint. */
export function nameColumns<R extends TypedNames>(shown: Shown): Column<R>[] {
  return [
    codeColumn<R>(shown),
    {
      key: 'name',
      head: shown.t('settings.name'),
      width: 'minmax(140px, 2fr)',
      cell: (row) => (
        <span className={row.active ? 'k-cut' : 'k-cut k-faint'}>{inLanguage(row, shown.language)}</span>
      ),
    },
  ]
}

/** A line of text; `from`: left out of a narrower list. */
export function textColumn<R>(
  key: string,
  head: string,
  width: string,
  cell: (row: R) => string,
  from?: number,
): Column<R> {
  return {
    key,
    head,
    width,
    cell: (row) => <span className="k-cut">{cell(row)}</span>,
    ...(from === undefined ? {} : { from }),
  }
}

export function stateColumn<R extends { active: boolean }>({ t }: Shown): Column<R> {
  return {
    key: 'active',
    head: t('field.name.status'),
    width: '72px',
    from: 620,
    cell: (row) => (row.active ? '' : <span className="k-faint">{t('settings.inactive')}</span>),
  }
}
