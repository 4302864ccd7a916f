import './calendar-heat.css'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { type WeekStart, weekOf } from '#shared/domain/report/period.ts'
import { dateFormat } from '#shared/i18n/figure-text.ts'
import { addDays, type BusinessDate, monthOf, yearOf } from '#shared/values/business-date.ts'
import { type HeatDay, heatStrips, levelOf, levels } from './calendar-days.ts'
import { formatWeekday } from './format.ts'

type Props = {
  /** What the map says, in one sentence. */
  sentence: ReactNode
  days: readonly HeatDay[]
  /** The day in the first row. */
  weekStarts: WeekStart
  /** Edges between the shades, as people read them. */
  format: (value: number) => string
  /** A click on a day. */
  onDay?: (day: string) => void
}

const cell = 13
const step = cell + 2
const left = 34
const top = 18

/** A calendar whose days are the darker the greater their figure is, in weeks from left to right; the shades and what they mean below it. */
export function CalendarHeat({ sentence, days, weekStarts, format, onDay }: Props) {
  const { locale } = useWords()
  const strips = useMemo(() => heatStrips(days, weekStarts), [days, weekStarts])
  const most = Math.max(0, ...days.map(({ value }) => value ?? 0))
  return (
    <figure className="k-chart k-heat">
      <figcaption>
        <span>{sentence}</span>
        <Shades most={most} format={format} />
      </figcaption>
      {strips.map(({ first, weeks, days: placed, months }) => (
        <svg
          key={first}
          viewBox={`0 0 ${left + weeks * step} ${top + 7 * step}`}
          width={left + weeks * step}
          height={top + 7 * step}
          role="img"
          aria-label={placed.map(({ label, text }) => `${label} ${text}`).join(', ')}
        >
          {months.map(({ first: day, week }, at) => (
            <text key={day} x={left + week * step} y={11}>
              {monthName(day, locale, at === 0 || monthOf(day) === 1)}
            </text>
          ))}
          {[0, 2, 4].map((row) => (
            <text key={row} x={0} y={top + row * step + 11}>
              {formatWeekday(dayOnRow(row, weekStarts), locale)}
            </text>
          ))}
          {placed.map(({ day, label, text, value, week, row }) => (
            <rect
              key={day}
              className={`k-heat-day k-heat-${levelOf(value, most)}`}
              x={left + week * step}
              y={top + row * step}
              width={cell}
              height={cell}
              onClick={onDay && (() => onDay(day))}
            >
              <title>{`${label} ${text}`}</title>
            </rect>
          ))}
        </svg>
      ))}
    </figure>
  )
}

function Shades({ most, format }: { most: number; format: (value: number) => string }) {
  return (
    <span className="k-heat-shades k-quiet" aria-hidden>
      {format(0)}
      {Array.from({ length: levels }, (_, level) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: shades have no name but their place
        <i key={level} className={`k-heat-${level}`} />
      ))}
      {format(most)}
    </span>
  )
}

/** A day of any week, for the name of its row. */
function dayOnRow(row: number, starts: WeekStart): BusinessDate {
  return addDays(weekOf('2024-01-10' as BusinessDate, starts), row)
}

/** The first month of a strip and January have their year. */
function monthName(day: BusinessDate, locale: string, withYear: boolean): string {
  const time = Date.UTC(yearOf(day), monthOf(day) - 1, 1)
  const year = withYear ? ({ year: 'numeric' } as const) : {}
  return dateFormat(locale, { timeZone: 'UTC', month: 'short', ...year }).format(time)
}
