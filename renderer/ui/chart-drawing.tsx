import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { useTheme } from '#renderer/base/theme/theme.ts'
import { colours, faces } from '#renderer/base/theme/tokens.ts'
import type { ChartProps } from './chart-bars.ts'

use([BarChart, LineChart, GridComponent, AriaComponent, SVGRenderer])

/** The drawing of a Chart; a chunk of its own with echarts/core, loaded when the first chart is shown. */
export function ChartDrawing({ measure, bars, format, height, lineName }: ChartProps & { height: number }) {
  const { t } = useWords()
  const theme = useTheme((state) => state.theme)
  const element = useRef<HTMLDivElement>(null)
  const words = `${measure}: ${bars.map((bar) => `${bar.label} ${format(bar.value)}`).join(', ')}`
  useEffect(() => {
    if (!element.current) return
    const c = colours[theme]
    const chart = init(element.current, null, { renderer: 'svg' })
    const text = { fontFamily: faces.text, fontSize: 12, color: c.ink2 }
    const hasLast = bars.some((bar) => bar.lastYear != null)
    chart.setOption({
      animation: false,
      textStyle: text,
      grid: { left: 0, right: hasLast ? 72 : 0, top: 20, bottom: 20 },
      xAxis: {
        type: 'category',
        data: bars.map((bar) => bar.short ?? bar.label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: c.lineStrong } },
        axisLabel: text,
      },
      yAxis: { type: 'value', min: 0, show: false },
      series: [
        {
          type: 'bar',
          data: bars.map((bar) => bar.value),
          barMaxWidth: 36,
          barCategoryGap: '30%',
          itemStyle: { color: c.accent },
          label: {
            show: true,
            position: 'top',
            ...text,
            color: c.ink,
            formatter: (point: { value: unknown }) => format(Number(point.value)),
          },
          labelLayout: { hideOverlap: true },
        },
        ...(hasLast
          ? [
              {
                type: 'line' as const,
                data: bars.map((bar) => bar.lastYear ?? null),
                symbol: 'none',
                lineStyle: { color: c.lineStrong, width: 1.5, type: 'dashed' as const },
                endLabel: {
                  show: true,
                  ...text,
                  color: c.ink3,
                  formatter: () => lineName ?? t('common.lastYear'),
                },
              },
            ]
          : []),
      ],
    })
    const watch = new ResizeObserver(() => chart.resize())
    watch.observe(element.current)
    return () => {
      watch.disconnect()
      chart.dispose()
    }
  }, [bars, format, theme, lineName, t])
  return <div ref={element} role="img" aria-label={words} style={{ height }} />
}
