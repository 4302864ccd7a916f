import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { CalendarHeat } from '#renderer/ui/CalendarHeat.tsx'
import { formatDate, formatNumber } from '#renderer/ui/format.ts'
import { Section } from '#renderer/ui/Pane.tsx'
import type { Dashboard } from '#shared/domain/report/dashboard.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { shareText } from '#shared/i18n/figure-text.ts'

/** Every day of the year by its occupancy; by rooms sold where no rooms are on file. A day leads to its report. */
export function Year({ days, weekStarts }: Pick<Dashboard, 'days' | 'weekStarts'>) {
  const { t, locale } = useWords()
  const byRooms = days.every(({ roomsAvailable }) => roomsAvailable === null)
  const format = useMemo(
    () => (value: number) => (byRooms ? formatNumber(value, locale) : shareText(value, locale, 0)),
    [byRooms, locale],
  )
  const shown = useMemo(
    () =>
      days.map(({ day, roomsSold, roomsAvailable }) => {
        const value = byRooms ? roomsSold : ratioOf(roomsSold, roomsAvailable)
        return { day, label: formatDate(day, locale), text: value === null ? '—' : format(value), value }
      }),
    [days, byRooms, format, locale],
  )
  const top = shown.reduce((most, day) => ((day.value ?? 0) > (most?.value ?? 0) ? day : most), shown[0])
  return (
    <Section
      title={t(byRooms ? 'reportScreen.dashboard.year.sold' : 'reportScreen.dashboard.year.occupancy')}
    >
      <CalendarHeat
        sentence={
          top && top.value !== null && top.value > 0
            ? t('reportScreen.dashboard.year.says', { day: top.label, value: top.text })
            : t('reportScreen.dashboard.year.nothing')
        }
        days={shown}
        weekStarts={weekStarts}
        format={format}
        onDay={(day) => go(href(paths.report, { name: 'occupancy' }, { from: day, to: day, by: 'segment' }))}
      />
    </Section>
  )
}
