import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { shortPlace } from '#renderer/parts/report/chart-words.ts'
import { SeriesChart } from '#renderer/ui/Chart.tsx'
import type { Series } from '#renderer/ui/chart-series.ts'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import { type AheadDay, type AheadWeek, type Dashboard, weeksAhead } from '#shared/domain/report/dashboard.ts'
import { aheadSays } from '#shared/i18n/dashboard-text.ts'
import { addDays } from '#shared/values/business-date.ts'

/** What is drawn, in the order of the table's columns. */
const lines = ['roomsSold', 'lastYear', 'sameMoment'] as const

/** The books of each coming day beside last year's, as they ended and as they were at this moment of then; by week in the table. */
export function Ahead({
  days,
  weekStarts,
}: {
  days: readonly AheadDay[]
  weekStarts: Dashboard['weekStarts']
}) {
  const { t, locale, language } = useWords()
  const { known, ...drawn } = useMemo(() => {
    const known = lines.filter((name) => days.some((day) => day[name] !== null))
    const labels = days.map(({ day }) => formatDate(day, locale))
    const short = days.map(({ day }, at) => shortPlace(day, labels[at] ?? '', locale))
    const series = known.map(
      (name): Series => ({
        name: t(`reportScreen.dashboard.ahead.${name}`),
        values: days.map((day) => day[name]),
        texts: days.map((day) => formatNumber(day[name], locale)),
        quiet: name === 'lastYear',
        dotted: name === 'sameMoment',
      }),
    )
    return { known, labels, short, series, axis: (value: number) => formatNumber(value, locale) }
  }, [days, locale, t])
  return (
    <Section title={t('reportScreen.dashboard.ahead.title')}>
      <div className="db-ahead">
        <SeriesChart
          kind="line"
          sentence={aheadSays(days, { language, locale })}
          {...drawn}
          namesAbove
          height={300}
        />
        <Weeks weeks={weeksAhead(days, weekStarts)} known={known} />
      </div>
    </Section>
  )
}

type WeeksProps = { weeks: readonly AheadWeek[]; known: readonly (typeof lines)[number][] }

function Weeks({ weeks, known }: WeeksProps) {
  const { t, locale } = useWords()
  return (
    <table className="k-table" aria-label={t('reportScreen.dashboard.ahead.title')}>
      <thead>
        <tr>
          <th scope="col">{t('reportColumn.week')}</th>
          {known.map((name) => (
            <th key={name} scope="col" className="k-num">
              {t(`reportScreen.dashboard.ahead.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => {
          const [from, to] = [week.from, addDays(week.to, -1)]
          return (
            <tr key={from}>
              <th scope="row">
                <Link to={href(paths.report, { name: 'occupancy' }, { from, to })}>
                  {shortPlace(from, '', locale)} – {shortPlace(to, '', locale)}
                </Link>
              </th>
              {known.map((name) => (
                <td key={name} className="k-num">
                  {formatNumber(week[name], locale)}
                </td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
