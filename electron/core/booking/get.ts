import type { Reader } from '#db/handles.ts'
import { readBookingFacts, readBookingNights, readParties } from '#db/queries/booking/view.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { dayUses } from '#db/repositories/booking/day-uses.ts'
import { readRequestsOf } from '#db/repositories/request/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { allowedActs } from '#shared/domain/booking/acts.ts'
import { type BookingStatus, derivedStates } from '#shared/domain/booking/booking.ts'
import { isDayUse } from '#shared/domain/booking/day-use.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { type BookingId, refuse, sumMoney } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { requestView } from '../request/public.ts'

type View = OutputOf<'booking.get'>
type Party = View['guest']

/** A booking with all that belongs to it: five statements, of day use two more. */
export const getBooking = reads('booking.get', async (db, input, ctx) => {
  const row = await readBookingFacts(db, input.id)
  if (!row) return refuse('BOOKING_UNKNOWN', { id: input.id })
  const nights = await readBookingNights(db, input.id)
  const people = await readParties(db, input.id, row.guest_id, row.booker_id)
  const requests = await readRequestsOf(db, input.id)
  const nameOf = await readUserNames(db)
  const status = row.status as BookingStatus
  const stay = { status, arrival: row.arrival, departure: row.departure }
  const partyOf = (id: number | null): Party | null => {
    const person = people.find((one) => one.id === id)
    return person ? partyView(person) : null
  }
  const guest = partyOf(row.guest_id)
  if (!guest) throw new Error(`booking ${row.id} without its guest`)
  return {
    id: row.id,
    version: row.version,
    confirmationNo: row.confirmation_no,
    status,
    derived: derivedStates(stay, ctx.businessDate),
    arrival: row.arrival,
    departure: row.departure,
    nights,
    totalMinor: sumMoney(nights.map((night) => night.rateMinor)),
    dayUse: isDayUse(stay) ? await readHours(db, input.id) : null,
    roomTypeId: row.room_type_id,
    chargedRoomTypeId: row.charged_room_type_id,
    ratePlanId: row.rate_plan_id,
    meal: row.meal as View['meal'],
    adults: row.adults,
    children: row.children,
    infants: row.infants,
    segment: row.segment,
    channel: row.channel,
    guarantee: row.guarantee,
    expectedTime: row.expected_time,
    holdUntil: row.hold_until,
    depositMinor: row.deposit_minor,
    depositDueOn: row.deposit_due_on,
    agency: row.agency_id === null ? null : { id: row.agency_id, name: row.agency_name ?? '' },
    company: row.company_id === null ? null : { id: row.company_id, name: row.company_name ?? '' },
    guest,
    booker: partyOf(row.booker_id),
    companions: people.filter((one) => one.accompanies !== null).map(partyView),
    createdOn: row.created_on,
    cancelledOn: row.cancelled_on,
    cancelReason: row.cancel_reason,
    comment: row.comment,
    requests: requests.map((request) => requestView(request, row.guest_id, nameOf)),
    source: row.source === null ? null : JSON.parse(row.source),
    allowed: allowedActs(stay, ctx.businessDate),
  }
})

async function readHours(db: Reader, id: BookingId): Promise<View['dayUse']> {
  const found = await dayUses.load(db, id)
  if (!found) return null
  const { roomId } = found.image
  const room = roomId === null ? null : await loadRoom(db, roomId)
  return { ...found.image, roomNumber: room?.image.number ?? null, version: found.version }
}

type Person = Awaited<ReturnType<typeof readParties>>[number]

function partyView(person: Person): Party {
  return {
    id: person.id,
    name: person.nativeName || latinName(person),
    latinName: latinName(person),
    nationality: person.nationality,
    tier: person.tier,
    alerts: person.alerts,
    phone: person.phone,
  }
}
