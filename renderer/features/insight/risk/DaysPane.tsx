import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { percentText } from '#renderer/parts/insight/risk-words.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatDate, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import type { Report } from './report.ts'

type Day = Report['days'][number]
type Props = { report: Report; asOf: string; onDay: (day: string) => void; onOpen: () => void }

/** The coming days: what is booked, what can be expected, and up to how many rooms to sell, with what that assumes. */
export function DaysPane({ report, asOf, onDay, onOpen }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const money = (minor: number) => formatMoney(minor, currency, locale, true)
  const columns = useMemo(() => columnsOf(t, locale, currency), [t, locale, currency])
  const booked = sum(report.days, (day) => day.booked)
  const days = report.days.length
  return (
    <Pane
      title={t('insightRisk.days.title')}
      note={t('insightRisk.days.note', { date: formatDate(asOf, locale) })}
      scroll={false}
    >
      <p className="risk-sentence">
        {booked === 0
          ? t('insightRisk.days.empty', { days })
          : t('insightRisk.days.sentence', {
              count: booked,
              booked: formatNumber(booked, locale),
              expected: formatNumber(
                sum(report.days, (day) => day.expected),
                locale,
              ),
              days,
            })}
      </p>
      <DataList
        label={t('insightRisk.days.title')}
        memory="risk-days"
        rows={report.days}
        columns={columns}
        rowKey={(day) => day.day}
        onSelect={({ day }) => onDay(day)}
        onOpen={({ day }) => {
          onDay(day)
          onOpen()
        }}
        autoFocus
      />
      <p className="risk-note">
        {report.costs
          ? t('insightRisk.days.costsNote', {
              walked: money(report.costs.walkedMinor),
              empty: money(report.costs.emptyMinor),
              source:
                report.costs.meanRateMinor === null
                  ? ''
                  : t('insightRisk.days.fromMean', { rate: money(report.costs.meanRateMinor) }),
              ratio: percentText(ratioOf(report.costs), locale),
              allowance: report.allowance,
            })
          : t('insightRisk.days.noCosts')}
        {report.late > 0 && ` ${t('insightRisk.days.late', { count: report.late })}`}
      </p>
    </Pane>
  )
}

function sum(days: readonly Day[], of: (day: Day) => number): number {
  return days.reduce((all, day) => all + of(day), 0)
}

/** A room more pays while it stays empty more often than this. */
function ratioOf({ walkedMinor, emptyMinor }: NonNullable<Report['costs']>): number {
  return walkedMinor + emptyMinor === 0 ? 0 : emptyMinor / (walkedMinor + emptyMinor)
}

function columnsOf(t: T, locale: string, currency: string): Column<Day>[] {
  const one = (value: number) => formatNumber(value, locale, 1)
  return [
    {
      key: 'day',
      head: t('insightRisk.days.date'),
      width: 'minmax(112px, 1fr)',
      cell: ({ day }) => <DateText date={day} />,
    },
    {
      key: 'booked',
      head: t('insightRisk.days.booked'),
      width: '52px',
      figures: true,
      cell: ({ booked }) => formatNumber(booked, locale),
    },
    {
      key: 'expected',
      head: t('insightRisk.days.expected'),
      width: '96px',
      figures: true,
      cell: ({ expected, from, to, booked }) =>
        booked === 0 ? (
          '—'
        ) : (
          <>
            <b>{one(expected)}</b>{' '}
            <span className="k-quiet">{t('insightRisk.days.interval', { from, to })}</span>
          </>
        ),
    },
    {
      key: 'night',
      head: <span title={t('insightRisk.days.aboutNight')}>{t('insightRisk.days.night')}</span>,
      width: '120px',
      figures: true,
      cell: ({ night, nightExpected, rooms }) => (
        <>
          {one(nightExpected)}{' '}
          <span className="k-quiet">{t('insightRisk.days.ofRooms', { night, rooms })}</span>
        </>
      ),
    },
    {
      key: 'limit',
      head: <span title={t('insightRisk.days.aboutLimit')}>{t('insightRisk.days.limit')}</span>,
      width: '76px',
      figures: true,
      cell: ({ hint }) =>
        hint && (
          <span
            title={t('insightRisk.days.saves', {
              amount: formatMoney(hint.costAtRoomsMinor - hint.costAtLimitMinor, currency, locale, true),
            })}
          >
            <b>{hint.limit}</b> {hint.beyond > 0 && <span className="k-quiet">+{hint.beyond}</span>}
          </span>
        ),
    },
  ]
}
