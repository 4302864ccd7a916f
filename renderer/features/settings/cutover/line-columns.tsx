import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { shownMoney } from '#renderer/ui/shown-money.ts'
import {
  type CutoverSection,
  depositKindOf,
  openingColumns,
  type WrongLine,
} from '#shared/domain/folio/cutover.ts'
import { isKey } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/index.ts'
import type { Cells } from './opening-form.ts'

/** A line in its list. */
export type OpeningLine = { at: number; cells: Cells; wrong: readonly WrongLine[] }

type Kind = (typeof openingColumns)[CutoverSection][number]['kind']

const widths: { readonly [K in Kind]?: string } = {
  amount: '112px',
  signed: '112px',
  date: '112px',
  'optional date': '112px',
  whole: '72px',
  window: '64px',
  'deposit kind': '96px',
}

/** The columns of a section, and what is wrong with a line at its end. */
export function useLineColumns(section: CutoverSection): Column<OpeningLine>[] {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  return useMemo(
    () => [
      {
        key: 'line',
        head: t('cutover.line'),
        width: '48px',
        figures: true,
        cell: (row) => <span className="k-quiet">{row.at + 1}</span>,
      },
      ...openingColumns[section].map(({ field, kind }, place): Column<OpeningLine> => {
        const figures = kind === 'amount' || kind === 'signed'
        return {
          key: field,
          head: columnName(field, t),
          width: widths[kind] ?? 'minmax(96px, 1fr)',
          figures,
          cell: (row) => (
            <span className={row.wrong.some((one) => one.field === field) ? 'co-off' : ''}>
              {shownCell(kind, row.cells[place] ?? '', { t, locale, currency })}
            </span>
          ),
        }
      }),
      {
        key: 'wrong',
        head: t('cutover.what'),
        width: 'minmax(120px, 2fr)',
        cell: ({ wrong }) => wrong.length > 0 && <Wrong wrong={wrong} />,
      },
    ],
    [section, t, locale, currency],
  )
}

type Shown = { t: T; locale: string; currency: string }

function shownCell(kind: Kind, text: string, { t, locale, currency }: Shown): string {
  if (kind === 'amount' || kind === 'signed') return shownMoney(text, currency, locale)
  if (kind === 'deposit kind') {
    const known = depositKindOf(text)
    return known ? t(`cashierScreen.depositKind.${known}`) : text
  }
  return isBusinessDate(text) ? formatDate(text, locale, 'plain') : text
}

function Wrong({ wrong }: { wrong: readonly WrongLine[] }) {
  const texts = useMistakes(wrong)
  return <span className="co-off k-cut">{texts.join(' ')}</span>
}

/** Everything that is wrong with a line, field by field. */
export function useMistakes(wrong: readonly WrongLine[]): string[] {
  const { t, language } = useWords()
  const colon = language === 'zh' ? '：' : ': '
  return wrong.map((one) => `${columnName(one.field, t)}${colon}${mistakeText(one, t)}`)
}

/** A column of a section, as its list and its fields call it. */
export function columnName(field: string, t: T): string {
  const key = `cutover.column.${field}`
  return isKey(key) ? t(key) : field
}

/** What is wrong with a field, and its remedy. */
export function mistakeText({ code, value }: WrongLine, t: T): string {
  return t(`cutover.mistake.${code}`, { value })
}
