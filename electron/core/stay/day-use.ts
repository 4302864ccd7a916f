import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { hasPostedOrigin } from '#db/repositories/folio/ledger.ts'
import type { RefusalOf } from '#shared/contract/index.ts'
import { isEnded } from '#shared/domain/booking/booking.ts'
import { checkHours, type DayUseImage, isDayUse } from '#shared/domain/booking/day-use.ts'
import { checkRoom } from '#shared/domain/booking/rules.ts'
import { refuse } from '#shared/values/index.ts'
import { checkHourNeeds, dayUseAggregate, dayUseOrigin, priceHours, readFacts } from '../booking/public.ts'
import { writes } from '../kernel/handler.ts'
import { saveUnder } from '../kernel/save.ts'

type Code = RefusalOf<'stay.saveDayUse'>

/** Gives a booking of no night its hours, its room and its price. Who is in house moves by `stay.moveRoom`. */
export const saveDayUse = writes('stay.saveDayUse', async (tx, ctx, input) => {
  const { id, version, roomId, reason } = input
  const booking = (await loadBooking(tx, id))?.image
  if (!booking) return refuse('BOOKING_UNKNOWN', { id })
  const { status, arrival, departure, roomTypeId, ratePlanId, chargedRoomTypeId } = booking
  if (!isDayUse(booking)) return refuse('NOT_DAY_USE', { departure })
  if (isEnded(status)) return refuse('BOOKING_ENDED', { status })
  const wrong = checkHours(input)
  if (wrong) return wrong
  const before = (await dayUses.load(tx, id))?.image ?? null
  if (status === 'in-house' && roomId !== (before?.roomId ?? null))
    return refuse('BOOKING_IN_HOUSE', { status })
  const facts = await readFacts(tx, ctx.businessDate, {
    rooms: roomId === null ? [] : [roomId],
    types: [roomTypeId, chargedRoomTypeId],
    plans: ratePlanId === null ? [] : [ratePlanId],
    guests: [],
    accounts: [],
  })
  const wrongRoom =
    roomId === null || roomId === before?.roomId ? null : checkRoom(roomId, roomTypeId, arrival, facts)
  if (wrongRoom) return wrongRoom
  const hours = await priceHours(tx, ctx, input, roomId, booking, facts)
  const charged = before && before.priceMinor !== hours.image.priceMinor
  if (charged && (await hasPostedOrigin(tx, dayUseOrigin(id)))) return refuse('FEE_POSTED')
  const lacks = checkHourNeeds(ctx, hours, before, reason)
  if (lacks) return lacks
  return saveUnder<DayUseImage, Code>(tx, ctx, dayUseAggregate, id, version, hours.image)
})
