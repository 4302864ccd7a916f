import { useEffect } from 'react'
import { create } from 'zustand'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { Mark } from '#renderer/ui/Mark.tsx'

/** Whom nobody is told about now: guests and their bookings. */
type Hidden = { guests: ReadonlySet<number>; bookings: ReadonlySet<number> }

const nobody: Hidden = { guests: new Set(), bookings: new Set() }
const useHidden = create<Hidden>(() => nobody)

/** Keeps who is incognito for every name on screen: asked once, and again when a stay changes. */
export function IncognitoHost() {
  const on = useMay()('guest-read')
  const { data } = useQuery('house.incognito', {}, { on })
  useEffect(() => {
    useHidden.setState(data ? { guests: new Set(data.guests), bookings: new Set(data.bookings) } : nobody)
  }, [data])
  return null
}

/** Whether nobody is told that this guest, or the guest of this booking, is in house. */
export function useIncognito(of: {
  guest?: number | undefined
  booking?: number | null | undefined
}): boolean {
  return useHidden(
    ({ guests, bookings }) =>
      (of.guest !== undefined && guests.has(of.guest)) || (of.booking != null && bookings.has(of.booking)),
  )
}

/** The same of any guest, for lists of choices that are text alone. */
export function isIncognito(guest: number): boolean {
  return useHidden.getState().guests.has(guest)
}

/** What no desk may miss before it answers a caller: a mark where names are narrow, its word for readers of the screen. */
export function IncognitoMark() {
  const { t } = useWords()
  return (
    <>
      <Mark of="incognito" />
      <span className="k-hidden">{t('house.mark.incognito')}</span>{' '}
    </>
  )
}
