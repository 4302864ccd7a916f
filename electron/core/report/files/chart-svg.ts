import { escaped } from '#shared/domain/text/markup.ts'
import type { WordedChart, WordedSeries } from '#shared/i18n/report-text.ts'
import { heatSvg } from './chart-heat.ts'
import { type ChartWords, type Scale, scaleOf, tickText } from './chart-scale.ts'

const width = 960
const height = 260
const left = 84
const right = 16
const top = 12
const bottom = 34
const plotWidth = width - left - right
const plotHeight = height - top - bottom

/**
 * A chart drawn as SVG that needs nothing to be shown: its sentence above, a key below, a panel for each unit, since shares and
 * money have no scale in common. Colours are the page's variables; every value is in a tooltip and in the table beside it.
 */
export function chartFigure(chart: WordedChart, words: ChartWords): string {
  const panels =
    chart.kind === 'heat'
      ? [heatSvg(chart, words)]
      : panelsOf(chart).map((part) => panelSvg(chart, part, words))
  return `<figure class="chart"><figcaption>${escaped(chart.says)}</figcaption>\n${panels.join('\n')}\n</figure>`
}

function panelsOf({ series }: WordedChart): WordedSeries[][] {
  const units = [...new Set(series.map(({ kind }) => kind))]
  return units.map((unit) => series.filter(({ kind }) => kind === unit))
}

function panelSvg(chart: WordedChart, series: readonly WordedSeries[], words: ChartWords): string {
  const drawn = series.filter(({ isQuiet }) => !isQuiet)
  const isStacked = chart.kind === 'stacked'
  const values = isStacked ? stackTops(chart.labels.length, drawn) : []
  const all = [...values, ...(isStacked ? series.filter(({ isQuiet }) => isQuiet) : series).flatMap(known)]
  const scale = scaleOf(series, all, words.currency)
  const marks = isStacked
    ? stackedBars(chart, drawn, scale)
    : chart.kind === 'line'
      ? drawn.map((one, index) => line(chart, one, index, scale)).join('')
      : groupedBars(chart, drawn, scale)
  const quiet = series.filter(({ isQuiet }) => isQuiet).map((one) => line(chart, one, 'q', scale))
  const label = `${chart.says} ${series.map(({ heading }) => heading).join(', ')}`
  return (
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(label)}">` +
    `${axes(chart, scale, series[0] as WordedSeries, words)}${marks}${quiet.join('')}</svg>\n${key(chart, series)}`
  )
}

function known({ values }: WordedSeries): number[] {
  return values.filter((value) => value !== null)
}

function stackTops(count: number, series: readonly WordedSeries[]): number[] {
  return Array.from({ length: count }, (_, at) =>
    series.reduce((sum, { values }) => sum + Math.max(0, values[at] ?? 0), 0),
  )
}

function yOf(value: number, { least, most }: Scale): number {
  return round(top + plotHeight * (1 - (value - least) / (most - least)))
}

function slotOf({ labels }: WordedChart): number {
  return plotWidth / Math.max(1, labels.length)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function axes(
  chart: WordedChart,
  scale: Scale,
  { kind }: WordedSeries,
  { currency, locale }: ChartWords,
): string {
  const rules = scale.ticks.map((value) => {
    const y = yOf(value, scale)
    return (
      `<path class="${value === 0 ? 'zero' : 'rule'}" d="M${left} ${y}H${width - right}"/>` +
      `<text class="tick" x="${left - 8}" y="${y + 4}" text-anchor="end">${escaped(tickText(value, kind, currency, locale))}</text>`
    )
  })
  const slot = slotOf(chart)
  // As many as fit beside each other
  const widest = Math.max(
    1,
    ...chart.ticks.map((tick) => [...tick].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 13 : 7), 0)),
  )
  const every = Math.max(1, Math.ceil((Math.min(widest, 150) + 10) / slot))
  const names = chart.ticks.map((tick, index) =>
    index % every === 0
      ? `<text class="tick" x="${round(left + slot * (index + 0.5))}" y="${height - 12}" text-anchor="middle">${escaped(shortened(tick))}</text>`
      : '',
  )
  return rules.join('') + names.join('')
}

function shortened(text: string): string {
  const signs = [...text]
  return signs.length > 20 ? `${signs.slice(0, 19).join('')}…` : text
}

function groupedBars(chart: WordedChart, series: readonly WordedSeries[], scale: Scale): string {
  const slot = slotOf(chart)
  const bar = Math.min(48, (slot * 0.78) / Math.max(1, series.length))
  return series
    .flatMap((one, place) =>
      one.values.map((value, at) => {
        if (value === null) return ''
        const x = left + slot * (at + 0.5) - (bar * series.length) / 2 + bar * place
        return barAt(x, bar, [0, value], place, scale, tip(chart, one, at))
      }),
    )
    .join('')
}

function stackedBars(chart: WordedChart, series: readonly WordedSeries[], scale: Scale): string {
  const slot = slotOf(chart)
  const bar = Math.min(48, slot * 0.78)
  return chart.labels
    .flatMap((_, at) => {
      let from = 0
      return series.map((one, place) => {
        const value = Math.max(0, one.values[at] ?? 0)
        if (value === 0) return ''
        const drawn = barAt(
          left + slot * (at + 0.5) - bar / 2,
          bar,
          [from, from + value],
          place,
          scale,
          tip(chart, one, at),
        )
        from += value
        return drawn
      })
    })
    .join('')
}

type Span = readonly [from: number, to: number]

function barAt(x: number, bar: number, [from, to]: Span, place: number, scale: Scale, says: string): string {
  const [y1, y2] = [yOf(Math.max(from, to), scale), yOf(Math.min(from, to), scale)]
  return `<rect class="f${place % 6}" x="${round(x)}" y="${y1}" width="${round(bar)}" height="${round(Math.max(y2 - y1, 0.6))}"><title>${escaped(says)}</title></rect>`
}

/** Broken where a value does not exist; each value has a point of its own, in a shape of its series. */
function line(chart: WordedChart, series: WordedSeries, place: number | 'q', scale: Scale): string {
  const slot = slotOf(chart)
  let path = ''
  let isOpen = false
  const points = series.values.map((value, at) => {
    if (value === null) {
      isOpen = false
      return ''
    }
    const [x, y] = [round(left + slot * (at + 0.5)), yOf(value, scale)]
    path += `${isOpen ? 'L' : 'M'}${x} ${y}`
    isOpen = true
    const says = `<title>${escaped(tip(chart, series, at))}</title>`
    return place === 'q'
      ? `<circle class="pq" cx="${x}" cy="${y}" r="2">${says}</circle>`
      : pointAt(x, y, place, says)
  })
  return `<path class="l${place === 'q' ? 'q' : place % 6}" d="${path}"/>${points.join('')}`
}

function pointAt(x: number, y: number, place: number, says: string): string {
  const name = `f${place % 6}`
  if (place % 3 === 0) return `<circle class="${name}" cx="${x}" cy="${y}" r="3">${says}</circle>`
  if (place % 3 === 1)
    return `<rect class="${name}" x="${x - 3}" y="${y - 3}" width="6" height="6">${says}</rect>`
  return `<path class="${name}" d="M${x} ${y - 4}L${x + 4} ${y + 3}H${x - 4}Z">${says}</path>`
}

function tip({ labels }: WordedChart, { heading, texts }: WordedSeries, at: number): string {
  return `${labels[at]}: ${heading} ${texts[at]}`
}

function key({ kind }: WordedChart, series: readonly WordedSeries[]): string {
  let place = 0
  const entries = series.map(({ heading, isQuiet }) => {
    const at = isQuiet ? 'q' : place++ % 6
    const isLine = isQuiet || kind === 'line'
    const mark = isLine
      ? `<svg viewBox="0 0 24 10" aria-hidden="true"><path class="l${at}" d="M0 5H24"/></svg>`
      : `<svg viewBox="0 0 10 10" aria-hidden="true"><rect class="f${at}" width="10" height="10"/></svg>`
    return `<span>${mark} ${escaped(heading)}</span>`
  })
  return `<p class="key">${entries.join('\n')}</p>`
}
