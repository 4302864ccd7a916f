import type { RowOf } from '#renderer/api/use-list.ts'
import type { T } from '#renderer/base/language.ts'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { badDebtText, percentText, reasonsText } from '#renderer/parts/insight/risk-words.ts'
import type { Column } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'

/** A booking to come with its risk. */
export type RiskRow = RowOf<'insight.riskBookings'>
type Speaking = { t: T; locale: string; currency: string }

/** The columns of a list of bookings with their risk; of several days, with the arrival and the chance when booked. */
export function riskColumns(speaking: Speaking, ofDays: boolean): Column<RiskRow>[] {
  const { t, locale } = speaking
  const guest: Column<RiskRow> = {
    key: 'guest',
    head: t('insightRisk.arrivals.guest'),
    width: 'minmax(120px, 1fr)',
    cell: (row) => <GuestName of={row} />,
  }
  const arrival: Column<RiskRow> = {
    key: 'arrival',
    head: t('insightRisk.arrivals.arrival'),
    width: '116px',
    cell: (row) => <DateText date={row.arrival} />,
  }
  const made: Column<RiskRow> = {
    key: 'made',
    head: <span title={t('insightRisk.arrivals.aboutMade')}>{t('insightRisk.arrivals.made')}</span>,
    width: '76px',
    figures: true,
    cell: (row) => percentText(row.awayWhenMade, locale),
  }
  const now: Column<RiskRow> = {
    key: 'away',
    head: t('insightRisk.arrivals.risk'),
    width: '84px',
    figures: true,
    cell: (row) => (
      <b
        title={t('insightRisk.chances', {
          cancel: percentText(row.cancel, locale),
          noShow: percentText(row.noShow, locale),
        })}
      >
        {percentText(row.away, locale)}
      </b>
    ),
  }
  const type: Column<RiskRow> = {
    key: 'type',
    head: t('insightRisk.fact.roomType'),
    width: '72px',
    from: 420,
    cell: (row) => <span className="k-code">{row.roomTypeCode}</span>,
  }
  const rest = [debtColumn(speaking, ofDays ? 640 : 480), whyColumn(speaking)]
  return ofDays ? [guest, arrival, made, now, ...rest] : [guest, type, now, ...rest]
}

function debtColumn(speaking: Speaking, from: number): Column<RiskRow> {
  const { t } = speaking
  return {
    key: 'debt',
    head: <span title={t('insightRisk.badDebt.about')}>{t('insightRisk.badDebt.title')}</span>,
    width: '64px',
    from,
    cell: (row) => (
      <span
        className={row.badDebt.level === 'high' ? 'risk-high' : ''}
        title={badDebtText(speaking, row.badDebt)}
      >
        {t(`insightRisk.badDebt.level.${row.badDebt.level}`)}
      </span>
    ),
  }
}

function whyColumn(speaking: Speaking): Column<RiskRow> {
  return {
    key: 'why',
    head: speaking.t('insightRisk.arrivals.why'),
    width: 'minmax(72px, 2fr)',
    cell: (row) => {
      const text = reasonsText(speaking, row.reasons)
      return (
        <span className="k-cut k-quiet" title={text}>
          {text}
        </span>
      )
    },
  }
}

/** The same as a file: chances as decimals, all words in full. */
export function riskFile(speaking: Speaking) {
  const { t } = speaking
  return {
    heads: [
      t('field.name.confirmationNo'),
      t('insightRisk.arrivals.guest'),
      t('insightRisk.arrivals.arrival'),
      t('insightRisk.fact.roomType'),
      t('insightRisk.model.outcomes.cancel'),
      t('insightRisk.model.outcomes.noShow'),
      t('insightRisk.arrivals.risk'),
      t('insightRisk.arrivals.made'),
      t('insightRisk.badDebt.title'),
      t('insightRisk.arrivals.why'),
    ],
    cells: (row: RiskRow) => [
      row.confirmationNo,
      row.guestName || row.guestLatinName,
      row.arrival,
      row.roomTypeCode,
      row.cancel.toFixed(4),
      row.noShow.toFixed(4),
      row.away.toFixed(4),
      row.awayWhenMade.toFixed(4),
      badDebtText(speaking, row.badDebt),
      reasonsText(speaking, row.reasons),
    ],
  }
}
