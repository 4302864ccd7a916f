import type { Reader } from '#db/handles.ts'
import { readAccounts, readRooms, readTypes, type TypeStock } from '#db/queries/booking/facts.ts'
import { type Offer, readOffer, readParty, type Wish } from '#db/queries/booking/offer.ts'
import { insertBooking } from '#db/repositories/booking/repository.ts'
import { insertRequests } from '#db/repositories/request/repository.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { confirmationNoOf } from '#shared/domain/booking/booking.ts'
import type { BookingDraft } from '#shared/domain/booking/change.ts'
import { holdsHours } from '#shared/domain/booking/day-use.ts'
import { distinctIds } from '#shared/domain/booking/named.ts'
import { type DraftOfAnyone, planCreate } from '#shared/domain/booking/plan.ts'
import { requestsOfWishes, stayWishes } from '#shared/domain/request/image.ts'
import { departmentOf } from '#shared/domain/request/request.ts'
import {
  type AccountId,
  type BookingId,
  type BusinessDate,
  type GuestId,
  type RequestId,
  type RoomId,
  type RoomTypeId,
  refuse,
} from '#shared/values/index.ts'
import { writes } from '../kernel/handler.ts'
import { changeOf, done } from '../kernel/outcome.ts'
import { checkHourNeeds, priceHours, putDayUse } from './day-use.ts'
import type { Facts } from './facts.ts'
import { checkHoursFree } from './hours.ts'
import { checkNeeds } from './needs.ts'
import { checkTaken } from './stock.ts'

/**
 * A new booking: the plan's answer, then the inventory's, then its rows. The busiest command of a desk: seven
 * statements, a room and companions one more each.
 */
export const createBooking = writes('booking.create', async (tx, ctx, input) => {
  if (input.requests.some(({ kind, text }) => kind === 'other' && text === '')) return refuse('TEXT_NEEDED')
  const { facts, offer, wishes } = await factsOfDraft(tx, ctx.businessDate, input)
  const id = offer.bookingId as BookingId
  const planned = planCreate(input, facts, confirmationNoOf(id))
  if (!planned.ok) return planned
  const image = planned.value
  const lacks = checkNeeds(ctx, null, image, facts, input.reason)
  if (lacks) return lacks
  const hours = input.dayUse && (await priceHours(tx, ctx, input.dayUse, input.roomId ?? null, image, facts))
  const lacksHours = hours && checkHourNeeds(ctx, hours, null, input.reason)
  if (lacksHours) return lacksHours
  const taken =
    (await checkTaken(tx, id, null, image, facts.roomTypes)) ??
    (hours && holdsHours(image) ? await checkHoursFree(tx, id, image.arrival, hours.image) : null)
  if (taken) return taken
  await insertBooking(tx, id, image)
  const dayUse = hours ? await putDayUse(tx, id, null, hours.image) : []
  const requests = requestsOfWishes(id, wished(input, wishes), image.arrival, ctx).map((request, at) => ({
    id: (offer.requestId + at) as RequestId,
    image: request,
  }))
  await insertRequests(tx, id, requests)
  return done({ id, version: 1, confirmationNo: image.confirmationNo }, [
    ...changeOf('booking', id, null, image, id),
    ...dayUse,
    ...requests.flatMap((request) => changeOf('request', request.id, null, request.image, id)),
  ])
})

/** The preferences that were not left out, and what is asked for this stay. */
function wished({ withoutPreferences, requests }: InputOf<'booking.create'>, preferences: readonly Wish[]) {
  const isOut = (one: Wish) =>
    withoutPreferences?.some(({ group, value }) => one.group === group && one.value === value)
  return stayWishes(
    preferences.filter((one) => !isOut(one)),
    (requests ?? []).map(({ kind, text = '', department = departmentOf(kind) }) => ({
      kind,
      text,
      department,
    })),
  )
}

/** What a draft names, read in two to four statements. */
export async function factsOfDraft(
  db: Reader,
  businessDate: BusinessDate,
  draft: DraftOfAnyone,
): Promise<{ facts: Facts; offer: Offer; wishes: Wish[] }> {
  const offer = await readOffer(db, draft.roomTypeId, draft.ratePlanId)
  const party = draft.guestId === undefined ? null : await readParty(db, draft.guestId, othersOf(draft))
  const ofPlan = offer.plan?.terms.accountId
  const accounts = await readAccounts(db, distinctIds<AccountId>([draft.agencyId, draft.companyId, ofPlan]))
  const rooms = await readRooms(db, distinctIds<RoomId>([draft.roomId]))
  const roomTypes = new Map<RoomTypeId, TypeStock>(offer.type ? [[offer.type.id, offer.type]] : [])
  for (const room of rooms.values()) {
    // Only to name the type in a refusal.
    if (!roomTypes.has(room.roomTypeId)) {
      for (const [id, type] of await readTypes(db, [room.roomTypeId])) roomTypes.set(id, type)
    }
  }
  const facts: Facts = {
    businessDate,
    roomTypes,
    ratePlans: new Map(offer.plan ? [[offer.plan.id, offer.plan]] : []),
    rooms,
    guests: party?.guests ?? new Set<GuestId>(),
    accounts,
  }
  return { facts, offer, wishes: party?.wishes ?? [] }
}

function othersOf(draft: Pick<BookingDraft, 'bookerId' | 'companions'>): GuestId[] {
  return distinctIds<GuestId>([draft.bookerId, ...draft.companions])
}
