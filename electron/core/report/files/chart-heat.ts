import { weekOf } from '#shared/domain/report/period.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { weekdayText } from '#shared/i18n/day-text.ts'
import { words } from '#shared/i18n/index.ts'
import type { WordedChart, WordedSeries } from '#shared/i18n/report-text.ts'
import {
  addDays,
  type BusinessDate,
  fromDayNumber,
  isBusinessDate,
  toDayNumber,
} from '#shared/values/index.ts'
import type { ChartWords } from './chart-scale.ts'

const cell = 16
const gap = 2
const step = cell + gap
const side = 44
const above = 18
/** Shades from few to many, and one of its own for what does not exist. */
const shades = 5

/** Days as a calendar, a column a week; anything else as a line of squares for each series. */
export function heatSvg(chart: WordedChart, words: ChartWords): string {
  const [first] = chart.series
  if (!first) return ''
  const days = chart.places.filter(isBusinessDate)
  const isCalendar = days.length > 0 && days.length === chart.places.length
  return isCalendar ? calendarSvg(chart, first, days, words) : squaresSvg(chart, words)
}

function calendarSvg(
  chart: WordedChart,
  series: WordedSeries,
  days: readonly BusinessDate[],
  words: ChartWords,
): string {
  const first = weekOf(
    days.reduce((least, day) => (day < least ? day : least)),
    chart.weekStarts,
  )
  const last = days.reduce((most, day) => (day > most ? day : most))
  const weeks = Math.floor((toDayNumber(last) - toDayNumber(first)) / 7) + 1
  const shade = shadesOf([series])
  const cells = days.map((day, at) => {
    const from = toDayNumber(day) - toDayNumber(first)
    const [x, y] = [side + Math.floor(from / 7) * step, above + (from % 7) * step]
    return square(
      x,
      y,
      shade(series.values[at] ?? null),
      `${chart.labels[at]}: ${series.heading} ${series.texts[at]}`,
    )
  })
  const weekdays = [0, 2, 4, 6].map(
    (row) =>
      `<text class="tick" x="${side - 6}" y="${above + row * step + 12}" text-anchor="end">${escaped(weekdayText(addDays(first, row), words.language))}</text>`,
  )
  // The last month begins at the edge
  const width = side + weeks * step + 24
  const svg =
    `<svg class="heat" viewBox="0 0 ${width} ${above + 7 * step}" width="${width}" role="img" aria-label="${escaped(`${chart.says} ${series.heading}`)}">` +
    `${weekdays.join('')}${monthNames(first, weeks, words)}${cells.join('')}</svg>`
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(series.heading)}">${svg}</div>\n${shadeKey(series, words)}`
}

/** Above the first week that begins in each month; the month at the edge only where the next one leaves it room. */
function monthNames(first: BusinessDate, weeks: number, { locale }: ChartWords): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short' })
  const begun = Array.from({ length: weeks }, (_, week) => fromDayNumber(toDayNumber(first) + week * 7))
  const begins = begun.flatMap((day, week) =>
    day.slice(0, 7) === begun[week - 1]?.slice(0, 7) ? [] : [{ day, week }],
  )
  const shown = (begins[1]?.week ?? 3) < 3 ? begins.slice(1) : begins
  return shown
    .map(({ day, week }) => {
      const name = format.format(toDayNumber(day) * 86_400_000)
      return `<text class="tick" x="${side + week * step}" y="12">${escaped(name)}</text>`
    })
    .join('')
}

function squaresSvg(chart: WordedChart, words: ChartWords): string {
  const { series, labels, ticks } = chart
  const shade = shadesOf(series)
  const label = 150
  const wide = Math.max(step, Math.min(64, Math.floor((960 - label) / Math.max(1, labels.length))))
  const rows = series.map((one, row) => {
    const y = above + row * step
    const name = `<text class="tick" x="${label - 6}" y="${y + 12}" text-anchor="end">${escaped(one.heading)}</text>`
    const cells = one.values.map((value, at) =>
      square(
        label + at * wide,
        y,
        shade(value),
        `${labels[at]}: ${one.heading} ${one.texts[at]}`,
        wide - gap,
      ),
    )
    return name + cells.join('')
  })
  const every = Math.max(1, Math.ceil(60 / wide))
  const names = ticks.map((tick, at) =>
    at % every === 0
      ? `<text class="tick" x="${label + at * wide}" y="12">${escaped(tick.slice(0, 12))}</text>`
      : '',
  )
  const width = label + labels.length * wide
  const says = `${chart.says} ${series.map(({ heading }) => heading).join(', ')}`
  const svg = `<svg class="heat" viewBox="0 0 ${width} ${above + series.length * step}" width="${width}" role="img" aria-label="${escaped(says)}">${names.join('')}${rows.join('')}</svg>`
  return `<div class="scroll" tabindex="0" role="group" aria-label="${escaped(chart.along)}">${svg}</div>\n${series[0] ? shadeKey(series[0], words) : ''}`
}

function square(x: number, y: number, name: string, says: string, wide = cell): string {
  return `<rect class="${name}" x="${x}" y="${y}" width="${wide}" height="${cell}"><title>${escaped(says)}</title></rect>`
}

/** By fifths of what lies between the least and the greatest value. */
function shadesOf(series: readonly WordedSeries[]): (value: number | null) => string {
  const values = series.flatMap((one) => one.values.filter((value) => value !== null))
  const least = Math.min(...values)
  const most = Math.max(...values)
  return (value) => {
    if (value === null) return 'hn'
    if (most === least) return `h${shades - 1}`
    return `h${Math.min(shades - 1, Math.floor(((value - least) / (most - least)) * shades))}`
  }
}

function shadeKey({ values, texts }: WordedSeries, { language }: ChartWords): string {
  const known = values.flatMap((value, at) => (value === null ? [] : [{ value, text: texts[at] ?? '' }]))
  const [least, most] = [
    known.toSorted((a, b) => a.value - b.value)[0],
    known.toSorted((a, b) => b.value - a.value)[0],
  ]
  const boxes = Array.from(
    { length: shades },
    (_, at) =>
      `<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="h${at}" width="10" height="10"/></svg>`,
  )
  const [few, many] = [words(language, 'reportText.less'), words(language, 'reportText.more')]
  return `<p class="key"><span>${escaped(`${few} ${least?.text ?? ''}`)}</span><span>${boxes.join('')}</span><span>${escaped(`${many} ${most?.text ?? ''}`)}</span></p>`
}
