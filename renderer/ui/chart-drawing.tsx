import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useTheme } from '#renderer/base/theme/theme.ts'
import { colours, faces } from '#renderer/base/theme/tokens.ts'
import { chartOptions } from './chart-options.ts'
import { chartInWords, type SeriesChartProps } from './chart-series.ts'

use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer])

type Props = Omit<SeriesChartProps, 'sentence'> & { height: number }

/** The drawing of a chart; a chunk of its own with echarts/core, loaded when the first chart is shown. */
export function ChartDrawing({
  kind,
  labels,
  short,
  series,
  axis,
  apart = false,
  namesAbove = false,
  height,
}: Props) {
  const theme = useTheme((state) => state.theme)
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!element.current) return
    const chart = init(element.current, null, { renderer: 'svg' })
    const drawn = {
      kind,
      labels,
      series,
      apart,
      namesAbove,
      ...(short ? { short } : {}),
      ...(axis ? { axis } : {}),
    }
    let width = 0
    const draw = () => {
      if (chart.getWidth() === width) return
      width = chart.getWidth()
      chart.setOption(chartOptions(drawn, colours[theme], faces.text, width))
    }
    draw()
    const watch = new ResizeObserver(() => {
      chart.resize()
      draw()
    })
    watch.observe(element.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [kind, labels, short, series, axis, apart, namesAbove, theme])
  return <div ref={element} role="img" aria-label={chartInWords({ labels, series })} style={{ height }} />
}
