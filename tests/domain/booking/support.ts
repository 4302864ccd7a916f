import type { BookingImage, NightImage } from '#shared/domain/booking/booking.ts'
import type { BookingDraft } from '#shared/domain/booking/change.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
import { noArrivalTerms } from '#shared/domain/booking/hold.ts'
import { noTerms, type PlanTerms } from '#shared/domain/rate/rate-plan.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

export const today = '2026-03-10' as BusinessDate
export const day = (offset: number) => addDays(today, offset)
export const id = (number: number) => number as never

/** Room types 1 (for two) and 2 (for three), 3 no longer sold; guests 1 to 4; agency 1, company 2, old agency 3. */
export const facts: BookingFacts = {
  businessDate: today,
  roomTypes: new Map(
    [1, 2, 3].map((type) => [
      id(type),
      { id: id(type), code: `T${type}`, maxPersons: type + 1, baseRateMinor: 10_000, active: type < 3 },
    ]),
  ),
  ratePlans: new Map(
    [1, 2].map((plan) => [
      id(plan),
      {
        id: id(plan),
        code: `P${plan}`,
        meal: 'room-only',
        active: plan === 1,
        kind: 'sold',
        prices: {},
        terms: noTerms,
      },
    ]),
  ),
  // 11 and 12 are of type 1, 21 of type 2; 13 is out of service, 14 no longer a room.
  rooms: new Map(
    [11, 12, 13, 14, 21].map((room) => [
      id(room),
      {
        id: id(room),
        number: String(room),
        roomTypeId: id(room < 20 ? 1 : 2),
        outOfService: room === 13,
        active: room !== 14,
      },
    ]),
  ),
  guests: new Set([1, 2, 3, 4].map(id)),
  accounts: new Map([
    [id(1), { id: id(1), kind: 'agency', name: 'A', active: true }],
    [id(2), { id: id(2), kind: 'company', name: 'C', active: true }],
    [id(3), { id: id(3), kind: 'agency', name: 'Old', active: false }],
  ]),
}

/** The same hotel with prices: types at 100.00, 200.00 and 300.00; plan 2 with breakfast, 123.45 for type 1; plan 3 is old. */
export const priced: BookingFacts = {
  ...facts,
  roomTypes: new Map(
    [...facts.roomTypes].map(([key, type]) => [key, { ...type, baseRateMinor: type.id * 10_000 }]),
  ),
  ratePlans: new Map(
    [1, 2, 3].map((plan) => [
      id(plan),
      {
        id: id(plan),
        code: `P${plan}`,
        meal: plan === 1 ? 'room-only' : 'breakfast',
        kind: 'sold',
        active: plan < 3,
        prices: (plan === 2 ? { 1: 12_345 } : {}) as Record<string, number>,
        terms: noTerms,
      },
    ]),
  ),
}

const corporate: PlanTerms = {
  segment: 'corporate',
  channel: 'corporate',
  guarantee: 'company',
  accountKind: 'company',
  accountId: null,
}
const ofAgency: PlanTerms = { ...noTerms, segment: 'group', accountKind: 'agency', accountId: id(1) }

/** Plans that say what their bookings are: 1 of any traveller, 4 of companies, 5 of agency 1, 6 of an agency that has gone. */
export const termed: BookingFacts = {
  ...priced,
  ratePlans: new Map(
    Object.entries({
      1: { ...noTerms, segment: 'transient', guarantee: 'none' },
      4: corporate,
      5: ofAgency,
      6: { ...ofAgency, accountId: id(3) },
    }).map(([plan, terms]) => [
      id(Number(plan)),
      {
        id: id(Number(plan)),
        code: `P${plan}`,
        meal: 'room-only',
        kind: 'sold',
        active: true,
        prices: {},
        terms,
      },
    ]),
  ),
}

/** A night of room type 1 without a room for 100.00. */
export const night = (over: { [K in keyof NightImage]?: number | null } = {}): NightImage =>
  ({ roomTypeId: 1, roomId: null, rateMinor: 10_000, ...over }) as NightImage

/** Nights by their offset from today. */
export const nights = (entries: { [offset: number]: NightImage }): BookingImage['nights'] =>
  Object.fromEntries(Object.entries(entries).map(([offset, of]) => [day(Number(offset)), of]))

/** A confirmed booking of guest 1 for tomorrow and the day after. */
export const booking = (over: Partial<BookingImage> = {}): BookingImage => ({
  confirmationNo: '10000001',
  status: 'confirmed',
  arrival: day(1),
  departure: day(3),
  guestId: id(1),
  bookerId: null,
  agencyId: null,
  companyId: null,
  roomTypeId: id(1),
  chargedRoomTypeId: id(1),
  ratePlanId: id(1),
  adults: 1,
  children: 0,
  infants: 0,
  meal: 'room-only',
  segment: 'transient',
  channel: 'direct',
  guarantee: 'none',
  ...noArrivalTerms,
  comment: '',
  createdOn: today,
  cancelledOn: null,
  cancelReason: null,
  source: null,
  importBatchId: null,
  nights: nights({ 1: night(), 2: night() }),
  companions: {},
  ...over,
})

/** In house since yesterday, until the day after tomorrow, in 11 at 70.00. */
export const inHouse = (over: Partial<BookingImage> = {}) =>
  booking({
    status: 'in-house',
    arrival: day(-1),
    departure: day(2),
    nights: nights({ '-1': seventy, 0: seventy, 1: seventy }),
    ...over,
  })
export const seventy = night({ roomId: 11, rateMinor: 7_000 })

/** Guest 1, tomorrow and the day after, in a room of type 1. */
export const plainDraft: BookingDraft = {
  guestId: id(1),
  bookerId: null,
  companions: [],
  arrival: day(1),
  departure: day(3),
  roomTypeId: id(1),
  roomId: null,
  ratePlanId: id(1),
  rates: [],
  adults: 1,
  children: 0,
  infants: 0,
  status: 'confirmed',
  comment: '',
}
