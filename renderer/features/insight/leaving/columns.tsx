import type { T } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Mark } from '#renderer/ui/Mark.tsx'
import { type LeavingRow, reasonWords } from './reason.ts'

/** Why, how much is at risk, and what is done: names and reasons keep their room in a narrow list. */
export function leavingColumns(t: T, locale: string, currency: string): Column<LeavingRow>[] {
  return [
    {
      key: 'name',
      head: t('guest.column.name'),
      width: 'minmax(120px, 0.7fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'level',
      head: t('leaving.column.level'),
      width: '66px',
      cell: ({ warning }) =>
        warning && (
          <span className={`lv-level lv-${warning.level}`}>{t(`leaving.level.${warning.level}`)}</span>
        ),
    },
    {
      key: 'atRisk',
      head: <span title={t('leaving.about.atRisk')}>{t('leaving.column.atRisk')}</span>,
      width: '92px',
      figures: true,
      cell: ({ warning }) => warning && formatMoney(warning.atRiskMinor, currency, locale),
    },
    {
      key: 'reason',
      head: t('leaving.column.reason'),
      width: 'minmax(180px, 2.4fr)',
      cell: (row) => <Reason row={row} t={t} locale={locale} />,
    },
    {
      key: 'alive',
      head: <span title={t('leaving.about.alive')}>{t('leaving.column.alive')}</span>,
      width: '64px',
      figures: true,
      from: 860,
      cell: ({ warning }) => (warning?.pAlive == null ? '—' : percent(warning.pAlive, locale)),
    },
    {
      key: 'expected',
      head: <span title={t('leaving.about.expected')}>{t('leaving.column.expected')}</span>,
      width: '92px',
      figures: true,
      from: 1000,
      cell: ({ warning }) =>
        warning?.expectedMinor == null ? '—' : formatMoney(warning.expectedMinor, currency, locale),
    },
    {
      key: 'case',
      head: t('leaving.column.case'),
      width: 'minmax(96px, 0.7fr)',
      cell: ({ case: open }) => open && <CaseCell open={open} t={t} />,
    },
  ]
}

function Reason({ row, t, locale }: { row: LeavingRow; t: T; locale: string }) {
  const text = reasonWords({ warning: row.warning, lastStay: row }, t, locale)
  return (
    <span className="k-cut" title={text}>
      {text}
    </span>
  )
}

function CaseCell({ open, t }: { open: NonNullable<LeavingRow['case']>; t: T }) {
  const { owner, snoozedUntil, state, returnedOn, offer } = open
  if (returnedOn !== null)
    return (
      <span className="k-cut lv-back">
        <Mark of="done" /> {t('leaving.back')} <DateText date={returnedOn} />
      </span>
    )
  if (state === 'snoozed' && snoozedUntil !== null)
    return (
      <span className="k-cut k-quiet">
        {t('leaving.until')} <DateText date={snoozedUntil} />
      </span>
    )
  const who = owner?.name ?? t('leaving.nobody')
  const what = offer === null ? who : `${who} · ${t(`leaving.offer.${offer}`)}`
  return (
    <span className="k-cut" title={what}>
      {what}
    </span>
  )
}

/** A share as per cent. */
export function percent(share: number, locale: string): string {
  return `${formatNumber(100 * share, locale)} %`
}
