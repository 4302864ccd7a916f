import { type ReactNode, useCallback } from 'react'
import { useHotel } from '#renderer/app/hotel.ts'
import { useWords } from '#renderer/app/language.ts'
import { href, paths } from '#renderer/app/route/paths.ts'
import { Link } from '#renderer/app/route/route.tsx'
import { tellable, useChangeValues } from '#renderer/features/guest/profile/change-values.tsx'
import type { Change } from '#renderer/ui/ChangeRows.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import { logText, readable } from './log-text.ts'

/** Rows as they are read: what came to be without its empty fields, a booking as in its own story. */
export function told(changes: readonly Change[]): Change[] {
  return changes.map((change) =>
    change.entity === 'booking' || change.entity === 'request'
      ? (tellable([change])[0] ?? change)
      : readable(change),
  )
}

/** Words for what stands in a row of any kind. */
export function useLogValues(): (entity: string, field: string, value: unknown) => ReactNode {
  const { t, language, locale } = useWords()
  const { currency, timeZone } = useHotel()
  const stayValue = useChangeValues()
  return useCallback(
    (entity, field, value) => {
      if ((field === 'guestId' || field === 'bookerId') && typeof value === 'number')
        return <Link to={href(paths.guest, { id: value })}>№ {value}</Link>
      if (entity === 'booking' || entity === 'request') return stayValue(entity, field, value)
      if (field === 'housekeeping' && typeof value === 'string') return <StatusMark state={value} />
      if (field === 'roomTypeId') return stayValue(entity, field, value)
      if (field === 'parameters') return undefined
      if (field === 'prices' && typeof value === 'object' && value !== null)
        return (
          <Prices
            prices={value as Record<string, number | null>}
            typeOf={(id) => stayValue('', 'roomTypeId', id)}
          />
        )
      return logText(field, value, { t, language, locale, currency, timeZone })
    },
    [stayValue, t, language, locale, currency, timeZone],
  )
}

type PricesProps = { prices: Record<string, number | null>; typeOf: (id: number) => ReactNode }

/** A plan's prices by room type. */
function Prices({ prices, typeOf }: PricesProps) {
  return Object.entries(prices).map(([id, minor], index) => (
    <span key={id}>
      {index > 0 && ' · '}
      <span className="k-code">{typeOf(Number(id))}</span>{' '}
      {minor === null ? '—' : <MoneyText minor={minor} />}
    </span>
  ))
}
