import type { ColourName } from '#renderer/base/theme/tokens.ts'
import { axisNames, textWidth } from './axis-names.ts'
import type { Series, SeriesChartProps } from './chart-series.ts'

type Colours = Record<ColourName, string>
type Drawn = Pick<SeriesChartProps, 'kind' | 'labels' | 'short' | 'series' | 'axis' | 'apart' | 'namesAbove'>

/** Apart for red-green and blue-yellow blindness, and by their lightness on paper; the same in every chart. */
const parts: readonly ColourName[] = ['accent', 'amber', 'violet', 'rust', 'green', 'blue', 'grey', 'ink']

const BAR_PX = 36
/** The part of a bar's room that is a bar. */
const BAR_PART = 0.7

/** What echarts draws in a width. Bars stand on zero; a value below it moves the lower edge. */
export function chartOptions(
  { kind, labels, short, series, axis, apart = false, namesAbove = false }: Drawn,
  c: Colours,
  face: string,
  width: number,
) {
  const text = { fontFamily: face, fontSize: 12, color: c.ink2 }
  const named = series.length > 1 && !isNamedAbove({ kind, series, apart, namesAbove })
  const right = named ? Math.min(160, Math.max(...series.map(({ name }) => textWidth(name) + 12))) : 12
  const edges = { left: axis ? 48 : 0, right: axis || named ? right : 0 }
  const room = (width - edges.left - edges.right) / Math.max(1, labels.length)
  const names = kind === 'line' ? null : axisNames(short ?? labels, room)
  // A name aslant begins left of its bar
  const left = Math.max(edges.left, Math.ceil((names?.left ?? 0) - room / 2))
  const bars = series.filter(({ quiet }) => !quiet).length
  const isOverBars = kind !== 'line' && !apart
  const halfBar = Math.min(room * BAR_PART, BAR_PX * (kind === 'stacked' ? 1 : bars)) / 2
  return {
    animation: false,
    textStyle: text,
    // Stripes and dots beside colours: what is stacked is told apart on paper too
    aria: { enabled: true, decal: { show: kind === 'stacked' } },
    grid: { left, right: edges.right, top: axis ? 8 : 20, bottom: names?.below ?? 22 },
    tooltip: {
      trigger: 'axis' as const,
      axisPointer: { type: kind === 'line' ? ('line' as const) : ('shadow' as const) },
      backgroundColor: c.surface,
      borderColor: c.lineStrong,
      padding: [4, 8],
      textStyle: { ...text, color: c.ink },
      transitionDuration: 0,
      formatter: (points: unknown) => tip(labels, series, points),
    },
    xAxis: {
      type: 'category' as const,
      boundaryGap: kind !== 'line',
      data: [...(short ?? labels)],
      axisTick: { show: false },
      axisLine: { lineStyle: { color: c.lineStrong } },
      axisLabel: names?.isEach
        ? {
            ...text,
            interval: 0,
            lineHeight: 14,
            rotate: names.rotate,
            formatter: (_name: string, at: number) => names.texts[at] ?? '',
          }
        : { ...text, hideOverlap: true },
    },
    yAxis: {
      type: 'value' as const,
      min: ({ min }: { min: number }) => Math.min(0, min),
      show: axis !== undefined,
      splitNumber: 3,
      axisLabel: { ...text, formatter: (value: number) => axis?.(value) ?? '' },
      splitLine: { lineStyle: { color: c.line } },
    },
    series: [
      ...series.map((one, at) => {
        if (!one.quiet && kind !== 'line') return barsOf(one, at, kind, axis, c, text)
        const line = lineOf(one, at, named, c, text)
        if (isOverBars) return { ...line, ...overBars(line, halfBar, c) }
        return apart ? { ...line, ...marksApart } : line
      }),
      ...(isOverBars ? series.filter(({ quiet }) => quiet).map((one) => clearedPath(one, c)) : []),
    ],
  }
}

/** In the place of a line: a short stroke at each place. */
const marksApart = {
  showSymbol: true,
  symbol: 'rect',
  symbolSize: [44, 3],
  z: 3,
  lineStyle: { opacity: 0 },
}

/** What bars are held against is drawn over them; its name stands right of the last one. */
function overBars({ lineStyle, endLabel }: ReturnType<typeof lineOf>, halfBar: number, c: Colours) {
  return {
    z: 4,
    lineStyle: { ...lineStyle, color: c.ink3 },
    endLabel: { ...endLabel, distance: halfBar + 6 },
  }
}

/** Below such a line: the colour of a bar is cleared along it, in which a quiet stroke would not be seen. */
function clearedPath({ name, values }: Series, c: Colours) {
  return {
    type: 'line' as const,
    name,
    data: [...values],
    silent: true,
    symbol: 'none',
    z: 3,
    lineStyle: { color: c.surface, width: 4 },
  }
}

type Text = { fontFamily: string; fontSize: number; color: string }

function lineOf(
  { name, values, quiet = false, dotted = false }: Series,
  at: number,
  named: boolean,
  c: Colours,
  text: Text,
) {
  const colour = quiet ? c.lineStrong : c[parts[at % parts.length] as ColourName]
  return {
    type: 'line' as const,
    name,
    data: [...values],
    // A single day between two gaps would be no line at all
    showSymbol: values.length < 40,
    symbol: quiet ? 'none' : 'circle',
    symbolSize: 4,
    z: quiet ? 1 : 2,
    lineStyle: {
      color: colour,
      width: quiet ? 1.5 : 2,
      type: quiet ? ('dashed' as const) : dotted ? ('dotted' as const) : ('solid' as const),
    },
    itemStyle: { color: colour },
    endLabel: { show: named, distance: 5, ...text, color: quiet ? c.ink3 : c.ink, formatter: () => name },
    labelLayout: { moveOverlap: 'shiftY' as const },
  }
}

function barsOf(
  { name, values, texts }: Series,
  at: number,
  kind: Drawn['kind'],
  axis: Drawn['axis'],
  c: Colours,
  text: Text,
) {
  return {
    type: 'bar' as const,
    name,
    data: [...values],
    ...(kind === 'stacked' ? { stack: 'all' } : {}),
    barMaxWidth: BAR_PX,
    barCategoryGap: `${100 * (1 - BAR_PART)}%`,
    itemStyle: { color: c[parts[at % parts.length] as ColourName] },
    label: {
      show: kind === 'bars' && axis === undefined,
      position: 'top' as const,
      ...text,
      color: c.ink,
      formatter: ({ dataIndex }: { dataIndex: number }) => texts[dataIndex] ?? '',
    },
    labelLayout: { hideOverlap: true },
  }
}

/** What stands at a place, a line for each figure. Made of elements: names on file are no markup. */
function tip(labels: readonly string[], series: readonly Series[], points: unknown): HTMLElement {
  const [first] = points as { dataIndex: number }[]
  const at = first?.dataIndex ?? 0
  const box = document.createElement('div')
  for (const words of [labels[at] ?? '', ...series.map(({ name, texts }) => `${name} ${texts[at] ?? '—'}`)]) {
    const line = document.createElement('div')
    line.textContent = words
    box.append(line)
  }
  return box
}

/** Whether names are above the drawing: lines alone end where there is room for theirs. */
export function isNamedAbove({
  kind,
  series,
  apart = false,
  namesAbove = false,
}: Pick<Drawn, 'kind' | 'series' | 'apart' | 'namesAbove'>): boolean {
  return kind === 'stacked' || ((apart || namesAbove) && series.length > 1)
}

/** The colour of a part of a stack, for its name above the drawing. */
export function partColour(at: number): ColourName {
  return parts[at % parts.length] as ColourName
}
