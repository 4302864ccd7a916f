import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commandOfChange } from '#shared/contract/booking.ts'
import { type BookingChange as ContractChange, operations } from '#shared/contract/index.ts'
import { type BookingImage, isLive, nightDates, totalOf } from '#shared/domain/booking/booking.ts'
import type { BookingChange, BookingChangeKind, BookingDraft } from '#shared/domain/booking/change.ts'
import { effectOf } from '#shared/domain/booking/effect.ts'
import type { BookingFacts } from '#shared/domain/booking/facts.ts'
import { planChange, planCreate } from '#shared/domain/booking/plan.ts'
import { newOccupations, newSales } from '#shared/domain/booking/stock.ts'
import { applied, difference, inverse } from '#shared/domain/change/change.ts'
import { noTerms } from '#shared/domain/rate/rate-plan.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { id, plainDraft, today } from './support.ts'

const facts: BookingFacts = {
  businessDate: today,
  roomTypes: new Map(
    [1, 2, 3].map((type) => [
      id(type),
      {
        id: id(type),
        code: `T${type}`,
        maxPersons: type + 1,
        baseRateMinor: type * 10_000,
        active: type < 3,
      },
    ]),
  ),
  ratePlans: new Map(
    [1, 2, 3].map((plan) => [
      id(plan),
      {
        id: id(plan),
        code: `P${plan}`,
        meal: plan === 1 ? 'room-only' : 'breakfast',
        kind: 'sold',
        active: true,
        prices: (plan === 1 ? {} : { 1: 12_345 }) as Record<string, number>,
        terms: plan === 3 ? { ...noTerms, segment: 'group', accountKind: 'agency' as const } : noTerms,
      },
    ]),
  ),
  rooms: new Map(
    [11, 12, 21].map((room) => [
      id(room),
      {
        id: id(room),
        number: String(room),
        roomTypeId: id(room < 20 ? 1 : 2),
        outOfService: room === 12,
        active: true,
      },
    ]),
  ),
  guests: new Set([1, 2, 3].map(id)),
  accounts: new Map([[id(1), { id: id(1), kind: 'agency', name: 'A', active: true }]]),
}

const day = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => addDays(today, n))
const guest = fc.integer({ min: 1, max: 4 }).map((n) => id(n))

/** Drafts that are mostly taken: what is refused has its rows, and would have to be made again and again here. */
const draft: fc.Arbitrary<BookingDraft> = fc
  .record({
    guests: fc.shuffledSubarray([1, 2, 3].map(id), { minLength: 1, maxLength: 3 }),
    bookerId: fc.option(fc.constantFrom(1, 2, 3).map(id)),
    arrival: day(0, 6),
    nights: fc.nat(6),
    roomTypeId: fc.integer({ min: 1, max: 2 }),
    inRoom: fc.boolean(),
    ratePlanId: fc.integer({ min: 1, max: 2 }).map(id),
    rates: fc.array(fc.record({ at: fc.nat(5), rateMinor: fc.nat(99_999) }), { maxLength: 2 }),
    adults: fc.integer({ min: 1, max: 2 }),
    infants: fc.nat(1),
    meal: fc.constantFrom(undefined, 'half-board'),
    agencyId: fc.option(fc.constant(id(1))),
    status: fc.constantFrom('confirmed' as const, 'enquiry' as const, 'waitlisted' as const),
  })
  .map(
    ({ guests: [guestId = id(1), ...companions], arrival, nights, roomTypeId, inRoom, rates, ...rest }) => ({
      ...plainDraft,
      ...rest,
      guestId,
      companions: companions.slice(0, roomTypeId),
      arrival,
      departure: addDays(arrival, nights),
      roomTypeId: id(roomTypeId),
      roomId: inRoom && nights > 0 ? id(roomTypeId === 1 ? 11 : 21) : null,
      rates: rates
        .filter(({ at }) => at < nights)
        .map(({ at, rateMinor }) => ({ night: addDays(arrival, at), rateMinor })),
    }),
  )

type ChangeOf<K extends BookingChangeKind> = Extract<BookingChange, { kind: K }>
/** Changes of every kind, so that all that is said below is asked of a new one too. */
const changes: { [K in BookingChangeKind]: fc.Arbitrary<ChangeOf<K>> } = {
  dates: fc.record({
    kind: fc.constant('dates'),
    arrival: day(-6, 8),
    departure: day(-6, 12),
    keepRates: fc.boolean(),
  }),
  'room-type': fc.record({
    kind: fc.constant('room-type'),
    roomTypeId: fc.integer({ min: 1, max: 4 }).map(id),
    keepCharge: fc.boolean(),
  }),
  room: fc.record({
    kind: fc.constant('room'),
    roomId: fc.option(fc.constantFrom(11, 12, 21, 31).map(id)),
    from: fc.option(day(-5, 8), { nil: undefined }),
  }),
  rate: fc.record({
    kind: fc.constant('rate'),
    ratePlanId: fc.option(fc.integer({ min: 1, max: 4 }).map(id), { nil: undefined }),
    agencyId: fc.option(fc.integer({ min: 1, max: 2 }).map(id), { nil: undefined }),
    rates: fc.array(fc.record({ night: day(-4, 8), rateMinor: fc.nat(99_999) }), { maxLength: 3 }),
  }),
  guests: fc.record({
    kind: fc.constant('guests'),
    guestId: fc.option(guest, { nil: undefined }),
    companions: fc.option(fc.array(guest, { maxLength: 3 }), { nil: undefined }),
    adults: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  }),
  details: fc.record({ kind: fc.constant('details'), comment: fc.constantFrom('a', 'b') }),
  confirm: fc.constant({ kind: 'confirm' }),
  cancel: fc.constant({ kind: 'cancel', reason: 'why' }),
  reinstate: fc.constant({ kind: 'reinstate' }),
}
const change: fc.Arbitrary<BookingChange> = fc.oneof(...Object.values(changes))

/** A booking that has been through some changes, perhaps in house since some days. */
const booking: fc.Arbitrary<BookingImage> = fc
  .tuple(draft, fc.array(change, { maxLength: 4 }), fc.nat(3))
  .map(([from, changes, slept]) => {
    const made = planCreate(from, facts, '10000001')
    if (!made.ok) return null
    let image = made.value
    for (const one of changes) {
      const next = planChange(image, one, facts)
      if (next.ok) image = next.value
    }
    return slept > 0 && image.status === 'confirmed' ? inHouseSince(image, slept) : image
  })
  .filter((image) => image !== null)

/** The same stay begun some days before today. */
function inHouseSince(image: BookingImage, days: number): BookingImage {
  const arrival = addDays(today, -days)
  const departure = image.departure
  const nights: BookingImage['nights'] = {}
  for (const night of nightDates({ arrival, departure })) {
    nights[night] = image.nights[night] ?? { roomTypeId: id(1), roomId: null, rateMinor: 7 }
  }
  return { ...image, status: 'in-house', arrival, nights }
}

function expectWhole(image: BookingImage) {
  expect(Object.keys(image.nights).sort()).toEqual(nightDates(image))
  expect(image.companions[String(image.guestId)]).toBeUndefined()
}

describe('whatever is planned', () => {
  test('has exactly the nights of its stay, nobody twice, and its total is their sum', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        expectWhole(image)
        const next = planChange(image, what, facts)
        if (!next.ok) return
        expectWhole(next.value)
        const sum = Object.values(next.value.nights).reduce((total, night) => total + night.rateMinor, 0)
        expect(totalOf(next.value.nights)).toBe(sum)
      }),
      { numRuns: 400 },
    )
  })

  test('never touches a night that was slept', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (!next.ok) return
        const past = (nights: BookingImage['nights']) =>
          Object.fromEntries(Object.entries(nights).filter(([night]) => night < today))
        if (image.status === 'in-house') expect(past(next.value.nights)).toEqual(past(image.nights))
        for (const [night, now] of Object.entries(past(next.value.nights)))
          expect(now).toEqual(image.nights[night])
      }),
      { numRuns: 400 },
    )
  })

  test('is taken back whole by the inverse of its difference', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (!next.ok) return
        const changed = difference(image, next.value)
        if (!changed) {
          expect(next.value).toEqual(image)
          return
        }
        const stored = JSON.parse(JSON.stringify(changed))
        expect(applied(image, stored)).toEqual(next.value)
        expect(applied(next.value, inverse(stored))).toEqual(image)
      }),
      { numRuns: 400 },
    )
  })

  test('puts nobody into a room that is not of the night’s type, in service and in use', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (!next.ok) return
        for (const { night, roomId } of newOccupations(image, next.value)) {
          const room = facts.rooms.get(roomId)
          expect(room).toMatchObject({ outOfService: false, active: true })
          expect(room?.roomTypeId).toBe(next.value.nights[night]?.roomTypeId)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('takes inventory exactly where it did not before, and none when it is not live', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (!next.ok) return
        const sales = newSales(image, next.value)
        if (!isLive(next.value.status)) {
          expect(sales).toEqual([])
          return
        }
        for (const night of nightDates(next.value)) {
          const had =
            isLive(image.status) && image.nights[night]?.roomTypeId === next.value.nights[night]?.roomTypeId
          expect(sales.some((sale) => sale.night === night)).toBe(!had)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('is what its effect says', () => {
    const labels = {
      guest: (n: number) => `G${n}`,
      account: (n: number) => `A${n}`,
      roomType: (n: number) => `T${n}`,
      ratePlan: (n: number) => `P${n}`,
      room: (n: number) => `R${n}`,
    }
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (!next.ok) return
        const effect = effectOf(image, next.value, labels, () => 1)
        const gained = effect.nights.reduce(
          (sum, night) => sum + (night.rateAfterMinor ?? 0) - (night.rateBeforeMinor ?? 0),
          0,
        )
        expect(effect.totalAfterMinor - effect.totalBeforeMinor).toBe(gained)
        const count = (kind: string) => effect.nights.filter((night) => night.change === kind).length
        expect(effect.nightsAfter - effect.nightsBefore).toBe(count('added') - count('removed'))
        const same = effect.nights.every((night) => night.change === 'same') && effect.facts.length === 0
        expect(same).toBe(difference(image, next.value) === null)
      }),
      { numRuns: 300 },
    )
  })

  test('is refused with a code that its command names', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        const next = planChange(image, what, facts)
        if (next.ok) return
        expect(operations[commandOfChange[what.kind]].refusals).toContain(next.refusal.code)
      }),
      { numRuns: 400 },
    )
  })

  test('of a change that is over says so, whatever the change', () => {
    fc.assert(
      fc.property(booking, change, (image, what) => {
        for (const status of ['cancelled', 'checked-out', 'no-show'] as const) {
          if (what.kind === 'reinstate') continue
          expect(planChange({ ...image, status }, what, facts)).toMatchObject({
            refusal: { code: 'BOOKING_ENDED' },
          })
        }
      }),
    )
  })
})

/** A confirmed booking of T1, which takes two, tomorrow and the day after; `over` as it is. */
function booked(over: Partial<BookingDraft> = {}): BookingImage {
  const made = planCreate({ ...plainDraft, ...over }, facts, '10000001')
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}
const codeOf = (image: BookingImage, what: BookingChange, known = facts) => {
  const next = planChange(image, what, known)
  return next.ok ? 'done' : next.refusal.code
}
/** The same hotel, T1 sold no more. */
const retired: BookingFacts = {
  ...facts,
  roomTypes: new Map([...facts.roomTypes].map(([key, type]) => [key, { ...type, active: false }])),
}

describe('persons', () => {
  test('who is named counts like who is counted', () => {
    expect(codeOf(booked(), { kind: 'guests', companions: [id(2)] })).toBe('done')
    expect(codeOf(booked(), { kind: 'guests', companions: [id(2), id(3)] })).toBe('TOO_MANY_PERSONS')
    expect(codeOf(booked({ adults: 2 }), { kind: 'guests', companions: [id(2), id(3)] })).toBe(
      'TOO_MANY_PERSONS',
    )
  })
  test('of an over-full booking, as a source may send it, all else may change', () => {
    const full: BookingImage = { ...booked(), companions: { 2: true, 3: true } }
    expect(codeOf(full, { kind: 'guests', bookerId: id(2) })).toBe('done')
    expect(codeOf(full, { kind: 'guests', adults: 3 })).toBe('done')
    expect(codeOf(full, { kind: 'guests', companions: [id(2)] })).toBe('done')
    expect(codeOf(full, { kind: 'guests', adults: 4 })).toBe('TOO_MANY_PERSONS')
  })
})

describe('an overdue guest in house', () => {
  const night = (date: BusinessDate) => [date, { roomTypeId: id(1), roomId: id(11), rateMinor: 7 }]
  const overdue: BookingImage = {
    ...booked(),
    status: 'in-house',
    arrival: addDays(today, -4),
    departure: addDays(today, -2),
    nights: Object.fromEntries([-4, -3].map((at) => night(addDays(today, at)))),
  }
  const until = (image: BookingImage, days: number) =>
    planChange(
      image,
      { kind: 'dates', arrival: image.arrival, departure: addDays(today, days), keepRates: true },
      facts,
    )

  test('stays on over the nights since the departure, in the same room, each at its price', () => {
    for (const days of [0, 2]) {
      const next = until(overdue, days)
      expectWhole(next.ok ? next.value : overdue)
      expect(next).toMatchObject({
        value: {
          nights: {
            [addDays(today, -4)]: { rateMinor: 7 },
            [addDays(today, -2)]: { roomId: 11, rateMinor: 10_000 },
            [addDays(today, -1)]: { roomId: 11, rateMinor: 10_000 },
          },
        },
      })
    }
  })
  test('leaves on a day to come, and nobody else gets a night that has passed', () => {
    expect(until(overdue, -1)).toMatchObject({ refusal: { code: 'NIGHT_IN_PAST' } })
    expect(until({ ...overdue, status: 'confirmed' }, 2)).toMatchObject({
      refusal: { code: 'NIGHT_IN_PAST' },
    })
  })
})

describe('a room type that is sold no more', () => {
  const longer = (days: number) =>
    ({ kind: 'dates', arrival: addDays(today, 1), departure: addDays(today, days), keepRates: true }) as const

  test('takes no new night: no longer stay, no confirmation, no cancellation taken back', () => {
    expect(codeOf(booked(), longer(4), retired)).toBe('ROOM_TYPE_UNKNOWN')
    expect(codeOf(booked({ status: 'enquiry' }), { kind: 'confirm' }, retired)).toBe('ROOM_TYPE_UNKNOWN')
    const cancelled: BookingImage = { ...booked(), status: 'cancelled' }
    expect(codeOf(cancelled, { kind: 'reinstate' }, retired)).toBe('ROOM_TYPE_UNKNOWN')
  })
  test('keeps the nights that it was booked for', () => {
    expect(codeOf(booked(), longer(2), retired)).toBe('done')
    expect(codeOf(booked(), { kind: 'guests', adults: 2 }, retired)).toBe('done')
  })
})

test.each(['enquiry', 'waitlisted', 'confirmed'] as const)(
  'a cancelled %s booking becomes that again',
  (status) => {
    const cancelled: BookingImage = { ...booked(), status: 'cancelled' }
    expect(planChange(cancelled, { kind: 'reinstate' }, { ...facts, cancelledFrom: status })).toMatchObject({
      value: { status },
    })
  },
)

test('the contract’s change is the domain’s', () => {
  const fits = (what: ContractChange): BookingChange => what
  expect(fits({ kind: 'cancel' })).toEqual({ kind: 'cancel' })
})
