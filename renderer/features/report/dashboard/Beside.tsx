import type { ReactNode } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { codeWords, countryName } from '#renderer/parts/guest/words.ts'
import { DateTimeText } from '#renderer/ui/DateText.tsx'
import { formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { ArrivalRow, Dashboard, PickUp } from '#shared/domain/report/dashboard.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { numberText, shareText } from '#shared/i18n/figure-text.ts'
import { BarTable } from './BarTable.tsx'

/** Parts that are drawn; the others are together below them. */
const mostParts = 8

/** Where the guests of the month come from, or what they come for. */
export function Arrivals({ rows, by }: { rows: readonly ArrivalRow[]; by: 'country' | 'segment' }) {
  const { t, locale } = useWords()
  const nameOf = (key: ArrivalRow['key']) => {
    if (key === null || key === '') return t('reportText.none')
    if (by === 'country') return countryName(String(key), locale)
    return codeWords('booking.segment', String(key), t)
  }
  const all = rows.reduce((sum, { arrivals }) => sum + arrivals, 0)
  const [first] = rows
  const rest = rows.slice(mostParts)
  const shown = rows.slice(0, mostParts).map((row) => ({ ...row, name: nameOf(row.key) }))
  if (rest.length > 0) {
    shown.push({
      key: 'others',
      name: t('reportScreen.dashboard.others', { count: rest.length }),
      arrivals: rest.reduce((sum, row) => sum + row.arrivals, 0),
      guestNights: rest.reduce((sum, row) => sum + row.guestNights, 0),
    })
  }
  return (
    <Section title={t(`reportScreen.dashboard.arrivals.${by}`)}>
      <p>
        {first
          ? t('reportScreen.dashboard.arrivals.says', {
              name: nameOf(first.key),
              share: shareText(ratioOf(first.arrivals, all), locale, 0),
              number: formatNumber(all, locale),
            })
          : t('reportScreen.dashboard.arrivals.nobody')}
      </p>
      {first && (
        <BarTable
          label={t(`reportScreen.dashboard.arrivals.${by}`)}
          heads={[t(`reportColumn.${by}`), t('reportColumn.arrivals'), t('reportColumn.guestNights')]}
          rows={shown.map((row) => ({
            key: String(row.key),
            name: row.name,
            value: row.arrivals,
            texts: [formatNumber(row.arrivals, locale), formatNumber(row.guestNights, locale)],
          }))}
        />
      )}
    </Section>
  )
}

/** What the books of the coming days gained or lost since three moments. */
export function PickUps({ seen, tools }: { seen: Dashboard; tools: ReactNode }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text)
  const [day] = seen.pickUps
  return (
    <Section title={t('reportScreen.dashboard.pickUp.title')} tools={tools}>
      <p>
        {day?.net
          ? t('reportScreen.dashboard.pickUp.says', {
              nights: signed(day.net.roomNights, numberText(day.net.roomNights, locale)),
            })
          : t(`reportScreen.dashboard.pickUp.${day?.missing === 'no-file' ? 'noFile' : 'early'}`)}
      </p>
      <table className="k-table">
        <thead>
          <tr>
            <th scope="col">{t('report.parameter.since')}</th>
            <th scope="col" className="k-num">
              {t('reportColumn.roomsSold')}
            </th>
            {!seen.withoutRevenue && (
              <th scope="col" className="k-num">
                {t('reportColumn.roomRevenue')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {seen.pickUps.map((pickUp) => (
            <tr key={pickUp.since}>
              <th scope="row">
                <Link to={href(paths.report, { name: 'pickup' }, pickUpQuery(pickUp))}>
                  <Since pickUp={pickUp} />
                </Link>
              </th>
              <td className="k-num">
                {pickUp.net ? signed(pickUp.net.roomNights, numberText(pickUp.net.roomNights, locale)) : '—'}
              </td>
              {!seen.withoutRevenue && (
                <td className="k-num">
                  {pickUp.net
                    ? signed(pickUp.net.roomRevenue, formatMoney(pickUp.net.roomRevenue, currency, locale))
                    : '—'}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Since({ pickUp }: { pickUp: PickUp }) {
  const { t } = useWords()
  if (pickUp.since !== 'moment') return t(`reportScreen.dashboard.pickUp.${pickUp.since}`)
  return <DateTimeText moment={pickUp.moment} />
}

function pickUpQuery({ moment }: PickUp) {
  return { period: 'next-90-days', since: moment }
}

/** Requests of the month’s arrivals: how many were met, and which are overdue. */
export function Requests({ requests }: { requests: Dashboard['requests'] }) {
  const { t, locale } = useWords()
  const { asked, done, declined, open, late, fromPreference } = requests
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Section title={t('reportScreen.dashboard.requests.title')}>
      <p>
        {asked === 0
          ? t('reportScreen.dashboard.requests.nobody')
          : t('reportScreen.dashboard.requests.says', {
              asked: number(asked),
              share: shareText(ratioOf(done, done + declined), locale, 0),
            })}
      </p>
      {asked > 0 && (
        <BarTable
          label={t('reportScreen.dashboard.requests.title')}
          heads={[t('reportScreen.dashboard.requests.state'), t('reportScreen.dashboard.requests.count')]}
          rows={Object.entries({ done, declined, open, late, fromPreference }).map(([key, value]) => ({
            key,
            name: t(`reportScreen.dashboard.requests.${key as 'done'}`),
            value,
            texts: [number(value)],
          }))}
        />
      )}
      <Link to={href(paths.report, { name: 'requests' }, { period: 'month-to-date' })}>
        {t('report.name.requests')}
      </Link>
    </Section>
  )
}

/** How much of the month is members’. */
export function Loyalty({
  loyalty,
  withoutRevenue,
}: {
  loyalty: Dashboard['loyalty']
  withoutRevenue: boolean
}) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { memberNights, nights, memberRevenue, revenue } = loyalty
  const share = (part: number, whole: number) => shareText(ratioOf(part, whole), locale)
  return (
    <Section title={t('reportScreen.dashboard.loyalty.title')}>
      <p>{t('reportScreen.dashboard.loyalty.says', { share: share(memberNights, nights) })}</p>
      <table className="k-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="k-num">
              {t('reportScreen.dashboard.loyalty.members')}
            </th>
            <th scope="col" className="k-num">
              {t('reportScreen.dashboard.loyalty.house')}
            </th>
            <th scope="col" className="k-num">
              {t('reportScreen.dashboard.loyalty.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('reportColumn.roomsSold')}</th>
            <td className="k-num">{formatNumber(memberNights, locale)}</td>
            <td className="k-num">{formatNumber(nights, locale)}</td>
            <td className="k-num">{share(memberNights, nights)}</td>
          </tr>
          {!withoutRevenue && (
            <tr>
              <th scope="row">{t('reportColumn.roomRevenue')}</th>
              <td className="k-num">{formatMoney(memberRevenue, currency, locale)}</td>
              <td className="k-num">{formatMoney(revenue, currency, locale)}</td>
              <td className="k-num">{share(memberRevenue, revenue)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Section>
  )
}
