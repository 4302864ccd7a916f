import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { CalendarHeat } from '#renderer/ui/CalendarHeat.tsx'
import { SeriesChart } from '#renderer/ui/Chart.tsx'
import type { HeatDay } from '#renderer/ui/calendar-days.ts'
import type { Series } from '#renderer/ui/chart-series.ts'
import type { Cell } from '#shared/domain/report/result.ts'
import type { WordedChart } from '#shared/i18n/report-text.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'
import { axisText, shortPlace } from './chart-words.ts'

type Props = {
  chart: WordedChart
  currency: string
  onDay?: ((day: string) => void) | undefined
  height?: number
}

/** Parts that are drawn: more would be strokes without a name. */
const mostParts = 15

/** A drawing of a report, as the report words it; of many parts, those that its table has first. */
export function ReportChart({ chart: whole, currency, onDay, height = 176 }: Props) {
  const { t, locale } = useWords()
  // A line runs along dates or days before; other drawings may have parts without an order
  const apart = whole.kind !== 'line' && !whole.places.some(isTime)
  const isCut = apart && whole.places.length > mostParts
  const chart = useMemo(() => (isCut ? firstParts(whole) : whole), [whole, isCut])
  const drawn = useMemo(() => {
    const kind = chart.series[0]?.kind ?? 'count'
    return {
      axis: (value: number) => axisText(value, kind, currency, locale),
      short: chart.places.map((place, at) => shortPlace(place, chart.labels[at] ?? '', locale)),
      series: chart.series.map(
        ({ heading, values, texts, isQuiet }): Series => ({ name: heading, values, texts, quiet: isQuiet }),
      ),
      days: chart.kind === 'heat' ? heatDays(chart) : [],
    }
  }, [chart, currency, locale])
  if (chart.kind === 'heat')
    return (
      <CalendarHeat
        sentence={chart.says}
        days={drawn.days}
        weekStarts={chart.weekStarts}
        format={drawn.axis}
        {...(onDay ? { onDay } : {})}
      />
    )
  return (
    <SeriesChart
      kind={chart.kind}
      sentence={
        isCut ? (
          <>
            {chart.says}{' '}
            <span className="k-quiet">
              {t('reportScreen.firstParts', { shown: mostParts, count: whole.places.length })}
            </span>
          </>
        ) : (
          chart.says
        )
      }
      labels={chart.labels}
      short={drawn.short}
      series={drawn.series}
      {...(isFew(chart) ? {} : { axis: drawn.axis })}
      apart={apart}
      height={height}
    />
  )
}

/** The days of a calendar with their figure; a place that is no day is left out. */
function heatDays({ places, labels, series: [figure] }: WordedChart): HeatDay[] {
  return places.flatMap((place, at) =>
    isBusinessDate(place)
      ? [
          {
            day: place,
            label: labels[at] ?? '',
            text: figure?.texts[at] ?? '',
            value: figure?.values[at] ?? null,
          },
        ]
      : [],
  )
}

function firstParts(chart: WordedChart): WordedChart {
  const { places, labels, series } = chart
  return {
    ...chart,
    places: places.slice(0, mostParts),
    labels: labels.slice(0, mostParts),
    series: series.map((one) => ({
      ...one,
      values: one.values.slice(0, mostParts),
      texts: one.texts.slice(0, mostParts),
    })),
  }
}

/** So few bars that each has its figure upon it. */
function isFew({ kind, places, series }: WordedChart): boolean {
  return kind === 'bars' && places.length <= 12 && series.length === 1
}

/** 2026-03-07, 2026-03, 2026-Q1, 2026; 14:00 of every day. */
function isTime(place: Cell): boolean {
  return /^(\d{4}(-|$)|\d{2}:00$)/.test(String(place))
}
