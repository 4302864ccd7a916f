import { useWords } from '#renderer/base/language.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import type { Chart } from '#renderer/parts/folio/use-chart.ts'
import { formatDate } from '#renderer/ui/format.ts'
import { listText } from '#shared/i18n/index.ts'

type Routing = Omit<Folio['routings'][number], 'n' | 'toTitle'> & { toTitle?: string }

/** 2026-03-02 is a Monday: the days of a week from Monday on. */
const monday = 2

/** Which charges a routing takes and where it sends them, in words. */
export function useRoutingWords(folio: Pick<Folio, 'id'>, chart: Chart) {
  const { t, language, locale } = useWords()
  const weekday = (n: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(
      Date.UTC(2026, 2, monday + n - 1),
    )
  return {
    weekday,
    what: (routing: Routing): string => {
      const parts = [
        ...routing.groups.map((group) => t(`folioScreen.group.${group}`)),
        ...routing.codeIds.map((id) => chart.nameOf(chart.codeOf(id))),
      ]
      const what = parts.length === 0 ? t('folioScreen.routing.everything') : listText(parts, language)
      const when = [
        ...(routing.from || routing.to
          ? [
              [routing.from, routing.to]
                .map((date) => (date ? formatDate(date, locale, 'day') : '…'))
                .join('–'),
            ]
          : []),
        ...(routing.weekdays.length > 0 ? [listText(routing.weekdays.map(weekday), language)] : []),
      ]
      return [what, ...when].join(' · ')
    },
    target: (routing: Pick<Routing, 'toFolioId' | 'toWindow' | 'toTitle'>): string =>
      routing.toFolioId === folio.id
        ? t('folioScreen.windowN', { window: routing.toWindow })
        : t('folioScreen.folioWindow', { folio: routing.toTitle ?? '', window: routing.toWindow }),
  }
}
