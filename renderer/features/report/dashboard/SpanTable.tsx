import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import type { Dashboard, DashboardSpan, HouseFigures } from '#shared/domain/report/dashboard.ts'
import {
  differenceOf,
  figuresFor,
  type ShownFigure,
  shownAgainst,
} from '#shared/domain/report/dashboard-figures.ts'
import { differenceText, figureText } from '#shared/i18n/dashboard-text.ts'
import type { Language } from '#shared/i18n/types.ts'
import { addDays, type BusinessDate } from '#shared/values/business-date.ts'

/** The period of the occupancy report that a span is the total of. */
const periods = {
  today: 'today',
  month: 'month-to-date',
  year: 'year-to-date',
  ahead: 'next-90-days',
} as const

type Props = { seen: Dashboard; basis: string }

/** Today, month, year and what is coming, each beside what it is held against, with the difference. */
export function SpanTable({ seen, basis }: Props) {
  const { t } = useWords()
  const figures = figuresFor(seen)
  return (
    <div className="db-wide">
      <table className="k-table db-spans">
        <thead>
          <tr>
            <th scope="col" colSpan={2}>
              {t('reportScreen.dashboard.figure')}
            </th>
            <th scope="col" className="k-num">
              {t('reportScreen.dashboard.actual')}
            </th>
            {shownAgainst.map((name) => (
              <th
                key={name}
                scope="col"
                className="k-num"
                title={t(`reportScreen.dashboard.aboutAgainst.${name}`)}
              >
                {t(`reportScreen.dashboard.against.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {seen.spans.map((span, at) => (
          <SpanRows key={span.name} span={span} figures={figures} basis={basis} start={at === 0} />
        ))}
        {!seen.withoutRevenue && !figures.includes('trevpar') && (
          <tbody>
            <tr>
              <th scope="row" colSpan={2}>
                {t('reportColumn.trevpar')}
              </th>
              <td className="k-num">—</td>
              <td colSpan={shownAgainst.length} className="k-quiet">
                {t('reportDefinition.trevpar')}
              </td>
            </tr>
          </tbody>
        )}
      </table>
    </div>
  )
}

type RowsProps = { span: DashboardSpan; figures: readonly ShownFigure[]; basis: string; start: boolean }

function SpanRows({ span, figures, basis, start }: RowsProps) {
  const { t, locale, language } = useWords()
  const { currency } = useHotel()
  const { from, to } = span.period
  const last = addDays(to, -1)
  // Broken between the dates where the column is narrow, never within one
  const dates = from === last ? [formatDate(from, locale)] : [`${plain(from, locale)} –`, plain(last, locale)]
  const query = { period: periods[span.name], ...(basis === 'usali' ? {} : { basis }) }
  return (
    <tbody>
      {figures.map((name, at) => (
        <tr key={name}>
          {at === 0 && (
            <th scope="rowgroup" rowSpan={figures.length} className="db-span">
              <Link
                to={href(paths.report, { name: 'occupancy' }, query)}
                {...(start ? { 'data-start': true } : {})}
              >
                {t(`reportScreen.dashboard.span.${span.name}`)}
              </Link>
              <span className="k-quiet">
                {dates.map((date) => (
                  <span key={date} className="db-date">
                    {date}{' '}
                  </span>
                ))}
              </span>
            </th>
          )}
          <th scope="row" title={t(`reportDefinition.${name}`)}>
            {t(`reportColumn.${name}`)}
          </th>
          <td className="k-num db-own">{figureText(name, span.figures, { currency, locale })}</td>
          {shownAgainst.map((against) => (
            <Against
              key={against}
              name={name}
              own={span.figures}
              other={span.against[against]}
              currency={currency}
              locale={locale}
              language={language}
            />
          ))}
        </tr>
      ))}
    </tbody>
  )
}

function plain(day: BusinessDate, locale: string): string {
  return formatDate(day, locale, 'plain')
}

type AgainstProps = {
  name: ShownFigure
  own: HouseFigures
  other: HouseFigures | null
  currency: string
  locale: string
  language: Language
}

function Against({ name, own, other, currency, locale, language }: AgainstProps) {
  if (!other) return <td className="k-num k-quiet">—</td>
  const difference = differenceOf(name, own, other)
  return (
    <td className="k-num">
      {figureText(name, other, { currency, locale })}
      <span className="k-quiet db-difference">
        {difference && differenceText(difference, locale, language)}
      </span>
    </td>
  )
}
