import { readBalancesOfBookings } from '#db/queries/folio/of-guest.ts'
import { readCardGuest, readCardStay } from '#db/queries/house/card.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { refuse } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'

/** Three statements: it is asked for at every name that a pointer rests on. */
export const guestCard = reads('house.guestCard', async (db, { guestId }, ctx) => {
  const guest = await readCardGuest(db, guestId)
  if (!guest) return refuse('GUEST_UNKNOWN', { id: guestId })
  const { nativeName, familyName, givenName, lastStay, alerts, preferences, ...facts } = guest
  const [arrival, departure] = lastStay === null ? [] : JSON.parse(lastStay)
  const stay = await readCardStay(db, guestId, ctx.businessDate)
  const balances = stay ? await readBalancesOfBookings(db, [stay.bookingId]) : null
  return {
    ...facts,
    ...bothNames({ nativeName, familyName, givenName }),
    lastStay: arrival === undefined ? null : { arrival, departure },
    alerts: JSON.parse(alerts),
    preferences: JSON.parse(preferences),
    stay: stay
      ? {
          ...stay,
          doNotDisturb: stay.doNotDisturb === 1,
          incognito: stay.incognito === 1,
          balanceMinor: balances?.get(stay.bookingId) ?? null,
        }
      : null,
  }
})
