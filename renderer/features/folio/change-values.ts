import { useCallback } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import type { Change } from '#renderer/parts/change/describe-change.ts'
import { readable } from '#renderer/parts/change/log-text.ts'
import type { Folio } from '#renderer/parts/folio/folio-view.ts'
import { useChart } from '#renderer/parts/folio/use-chart.ts'
import { codeWords } from '#renderer/parts/guest/words.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import { listText } from '#shared/i18n/index.ts'
import { useRoutingWords } from './routing-words.ts'

type LoggedLine = { codeId: number; grossMinor: number; window: number }
type LoggedPayee = { guestId: number | null; accountId: number | null; name: string; taxNo: string } | null
type LoggedRouting = Parameters<ReturnType<typeof useRoutingWords>['what']>[0] | null

/** What the title of a posting and its lines say already, and what the page's head says of the folio. */
const said: Readonly<Record<string, readonly string[]>> = {
  posting: ['businessDate', 'folioId', 'kind', 'reverses', 'texts', 'bookingId'],
  folio: ['bookingId', 'guestId', 'kind', 'code', 'name', 'openedOn', 'closedOn'],
  deposit: ['folioId', 'bookingId'],
  hold: ['folioId'],
}

/** Where the words of a field's codes are. */
const coded: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  folio: { kind: 'folioScreen.kind', status: 'folioScreen.status' },
  deposit: { kind: 'folioScreen.deposit' },
  hold: { status: 'folioHeld.status', brand: 'folioScreen.brand' },
}

/** A row of the folio's log without what is said of it anyway. */
export function readableFolioChange(change: Change): Change {
  const { before, after } = readable(change)
  const known = said[change.entity] ?? []
  const cut = (image: Change['before']) =>
    image && Object.fromEntries(Object.entries(image).filter(([field]) => !known.includes(field)))
  return { ...change, before: cut(before), after: cut(after) }
}

/** Words for what changed on a folio: lines by code and amount, payees by name, routings by what they take. */
export function useFolioValues(folio: Folio) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const chart = useChart()
  const routings = useRoutingWords(folio, chart)
  return useCallback(
    (entity: string, field: string, value: unknown, change: Change): string | undefined => {
      if (value === null || value === undefined) return undefined
      const payee = (one: LoggedPayee) => {
        if (one === null) return '—'
        const account = one.accountId === null ? '' : (change.names[`account:${one.accountId}`] ?? '')
        const guest = one.guestId === null ? '' : (change.names[`guest:${one.guestId}`] ?? '')
        return [one.name || account || guest || folio.title, one.taxNo].filter(Boolean).join(' ')
      }
      const list = (texts: readonly string[]) => listText(texts, language) || undefined
      if (field === 'lines')
        return list(
          Object.values(value as Record<string, LoggedLine | null>).flatMap((line) =>
            line === null
              ? []
              : [
                  `${chart.codeOf(line.codeId)?.code ?? '—'} ${formatMoney(line.grossMinor, currency, locale)}`,
                ],
          ),
        )
      if (field === 'windows')
        return list(
          Object.entries(value as Record<string, LoggedPayee>).map(
            ([window, one]) => `${t('folioScreen.windowN', { window })}: ${payee(one)}`,
          ),
        )
      if (field === 'routings')
        return list(
          Object.values(value as Record<string, LoggedRouting>).map((one) =>
            one === null ? '—' : routings.what(one),
          ),
        )
      const codes = coded[entity]?.[field]
      if (codes) return codeWords(codes, String(value), t)
      if (field === 'codeId') return chart.nameOf(chart.codeOf(Number(value))) || undefined
      if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
      return undefined
    },
    [t, language, locale, currency, chart, routings, folio.title],
  )
}
