import { readAccounts, readPlans, readRooms, readTypes } from '#db/queries/booking/facts.ts'
import { readLastStay, readWishesOfStay } from '#db/queries/booking/last-stay.ts'
import { readHolders } from '#db/queries/room/availability.ts'
import { asLastTime } from '#shared/domain/booking/last-time.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { soldOut } from '#shared/domain/booking/stock.ts'
import { wishKey } from '#shared/domain/request/image.ts'
import {
  type AccountId,
  type BusinessDate,
  nightsOf,
  type RatePlanId,
  type RoomId,
} from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { stockFor } from './stock.ts'

/** What the guest had on the last stay, and what of it is to be had over other dates. */
export const lastTime = reads('booking.lastTime', async (db, { guestId, arrival, departure }) => {
  const stay = await readLastStay(db, guestId)
  if (!stay) return null
  const nights = arrival < departure ? nightsOf(arrival, departure) : []
  const { chargedRoomTypeId, roomId } = stay
  const types = await readTypes(db, [chargedRoomTypeId])
  const plans = await readPlans(db, distinctIds<RatePlanId>([stay.ratePlanId]))
  const rooms = await readRooms(db, distinctIds<RoomId>([roomId]))
  const sales = nights.map((night) => ({ night, roomTypeId: chargedRoomTypeId }))
  const full = sales.length === 0 ? null : soldOut(sales, await stockFor(db, sales, types))
  const [holder] = roomId === null ? [] : await readHolders(db, roomId, nights, 0)
  const found = asLastTime(stay, {
    type: types.get(chargedRoomTypeId),
    soldOutOn: (full?.refusal.params?.night ?? null) as BusinessDate | null,
    plan: stay.ratePlanId === null ? undefined : plans.get(stay.ratePlanId),
    room: roomId === null ? undefined : rooms.get(roomId),
    takenOn: holder?.night ?? null,
  })
  const accounts = await readAccounts(db, distinctIds<AccountId>([stay.companyId, stay.agencyId]))
  const account = (id: AccountId | null) => {
    const one = id === null ? undefined : accounts.get(id)
    return one?.active ? { id: one.id, name: one.name } : null
  }
  const wishes = await readWishesOfStay(db, stay.id)
  const keys = wishes.map(wishKey)
  const { confirmationNo, adults, children, infants } = stay
  return {
    guestId,
    stay: { id: stay.id, confirmationNo, arrival: stay.arrival, departure: stay.departure },
    ...found,
    persons: { adults, children, infants },
    company: account(stay.companyId),
    agency: account(stay.agencyId),
    wishes: wishes.filter((wish, at) => keys.indexOf(wishKey(wish)) === at),
  }
})
