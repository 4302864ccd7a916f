import { expect, test } from 'vitest'
import { colours } from '#renderer/base/theme/tokens.ts'
import { chartOptions, isNamedAbove } from '#renderer/ui/chart-options.ts'
import { chartInWords, seriesOf } from '#renderer/ui/chart-series.ts'

const labels = ['Jan', 'Feb']
const own = { name: 'Rooms sold', values: [10, null], texts: ['10', '—'] }
const before = { name: 'Last year', values: [8, 9], texts: ['8', '9'], quiet: true }
const drawn = (ask: Partial<Parameters<typeof chartOptions>[0]>) =>
  chartOptions({ kind: 'bars', labels, series: [own, before], ...ask }, colours.light, 'sans-serif', 600)

test('bars have their figures upon them, and last year as a quiet line with its name at the end', () => {
  const [bars, line] = drawn({}).series
  expect(bars).toMatchObject({ type: 'bar', data: [10, null], label: { show: true } })
  expect(line).toMatchObject({ type: 'line', lineStyle: { type: 'dashed' }, endLabel: { show: true } })
  expect(drawn({}).yAxis.show).toBe(false)
})

test('what is no stretch of time is held against a stroke at each place, named above', () => {
  const [, strokes] = drawn({ apart: true }).series
  expect(strokes).toMatchObject({ symbol: 'rect', lineStyle: { opacity: 0 }, endLabel: { show: false } })
  expect(isNamedAbove({ kind: 'bars', series: [own, before], apart: true })).toBe(true)
  expect(isNamedAbove({ kind: 'bars', series: [own], apart: true })).toBe(false)
})

test('what bars are held against is drawn over them, with its name right of the last bar', () => {
  const [, line, path] = drawn({ axis: String }).series
  expect(line).toMatchObject({ z: 4, endLabel: { show: true, distance: 24 } })
  expect(path).toMatchObject({ z: 3, silent: true, lineStyle: { color: colours.light.surface } })
  // A line beside lines stays behind what the chart is about
  expect(drawn({ kind: 'line' }).series).toMatchObject([{ z: 2 }, { z: 1 }])
})

test('each of a few bars is named, of many those whose names have room', () => {
  const places = (count: number) => Array.from({ length: count }, (_, at) => `Country ${at + 1}`)
  const few = drawn({ labels: places(15), series: [own] }).xAxis.axisLabel
  expect(few).toMatchObject({ interval: 0, rotate: 35 })
  expect('formatter' in few && few.formatter('', 14)).toBe('Country 15')
  expect(drawn({ labels: places(15), series: [own] }).grid.bottom).toBeGreaterThan(40)
  expect(drawn({ labels: places(40), series: [own] }).xAxis.axisLabel).toMatchObject({ hideOverlap: true })
})

test('parts of a stack are told apart by more than colour', () => {
  const { aria, series } = drawn({ kind: 'stacked', series: [own, { ...own, name: 'House use' }] })
  expect(aria.decal.show).toBe(true)
  expect(series.map((one) => 'stack' in one && one.stack)).toEqual(['all', 'all'])
})

test('an edge below zero is drawn down to what is lost, all else from zero', () => {
  const { min } = drawn({}).yAxis
  expect([min({ min: 3 }), min({ min: -4 })]).toEqual([0, -4])
})

test('a chart is told in words, gaps included', () => {
  expect(chartInWords({ labels, series: [own, before] })).toBe(
    'Rooms sold: Jan 10, Feb —; Last year: Jan 8, Feb 9',
  )
})

test('bars without a year before are one series', () => {
  const bars = [{ label: 'Jan', value: 3 }]
  const format = (value: number) => String(value)
  expect(seriesOf({ measure: 'Nights', bars, format }, 'Last year')).toHaveLength(1)
  const withLast = bars.map((bar) => ({ ...bar, lastYear: null }))
  expect(seriesOf({ measure: 'Nights', bars: withLast, format }, 'Last year')[1]).toEqual({
    name: 'Last year',
    values: [null],
    texts: ['—'],
    quiet: true,
  })
})
