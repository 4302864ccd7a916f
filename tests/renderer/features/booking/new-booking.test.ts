import { describe, expect, test } from 'vitest'
import { formWishes, wishesAsked } from '#renderer/features/booking/new/form-wishes.ts'
import { asLast, type LastTime, roomOf } from '#renderer/features/booking/new/last-time.ts'
import { emptyDraft, inputOf, type NewDraft, proposedType } from '#renderer/features/booking/new/new-draft.ts'
import { draftKey } from '#renderer/features/booking/new/opened-for.ts'
import { isStillCurrent, remainingErrors } from '#renderer/features/booking/remaining-errors.ts'
import type { RatePlan } from '#renderer/features/booking/words.ts'
import { businessDateOf, type Currency } from '#shared/values/index.ts'

const CNY = 'CNY' as Currency
const date = (text: string) => businessDateOf(text)

describe('what was said about an attempt', () => {
  const sent = { arrival: '2026-03-02', departure: '2026-03-03', contacts: [{ value: '1' }] }
  const errors = { arrival: 'a', 'contacts.0.value': 'c' }

  test('holds for the fields that stand as they were sent', () => {
    expect(remainingErrors(errors, sent, { ...sent })).toEqual(errors)
    expect(remainingErrors(errors, sent, { ...sent, arrival: '2026-03-01' })).toEqual({
      'contacts.0.value': 'c',
    })
    expect(remainingErrors(errors, sent, { ...sent, contacts: [{ value: '2' }] })).toEqual({ arrival: 'a' })
    expect(remainingErrors(errors, sent, null)).toEqual({})
  })

  test('a refusal holds while nothing at all was changed', () => {
    expect(isStillCurrent(sent, { ...sent })).toBe(true)
    expect(isStillCurrent(sent, { ...sent, departure: '2026-03-04' })).toBe(false)
    expect(isStillCurrent(null, sent)).toBe(false)
  })
})

test('a form opened for a guest or a room keeps what is typed apart from any other', () => {
  expect(draftKey({})).toBe('booking:new')
  expect(draftKey({ guest: 'x' })).toBe('booking:new')
  const keys = [{ guest: '1' }, { guest: '2' }, { room: '1' }, { guest: '1', room: '1' }].map(draftKey)
  expect(new Set([...keys, 'booking:new']).size).toBe(5)
})

describe('a new booking', () => {
  const empty = emptyDraft(date('2026-03-02'), date('2026-03-03'))
  const guest = { id: 4 as never, name: '张伟', latinName: 'Zhang Wei', tier: null }
  const offer = { roomTypeId: 1, ratePlanId: 2 }

  test('is previewed without a guest and made only with one', () => {
    const nobody = inputOf(empty, offer, CNY)
    expect(nobody.preview).not.toBeNull()
    expect(nobody).toMatchObject({ create: null, missing: 'guest' })
    expect(inputOf({ ...empty, guest }, offer, CNY)).toMatchObject({
      create: { guestId: 4, roomTypeId: 1, ratePlanId: 2, rates: [], adults: 1 },
      missing: null,
    })
  })

  test('names the first thing that lacks', () => {
    const draft = { ...empty, guest }
    const lacking = (patch: object, at = offer as never) => inputOf({ ...draft, ...patch }, at, CNY).missing
    expect(lacking({ stay: { arrival: '2026-03-02', departure: '' } })).toBe('dates')
    expect(lacking({}, { roomTypeId: null, ratePlanId: 2 } as never)).toBe('type')
    expect(lacking({ ownRate: '-5' })).toBe('rate')
    expect(lacking({ ownRate: 'x' })).toBe('rate')
  })

  test('its own rate is that of every night; day use has none', () => {
    const three = {
      ...empty,
      guest,
      ownRate: '680',
      stay: { arrival: '2026-03-02', departure: '2026-03-05' },
    }
    expect(inputOf(three, offer, CNY).create?.rates?.map((rate) => rate.rateMinor)).toEqual([
      68_000, 68_000, 68_000,
    ])
    // Nor has it a night to keep a room for, with anything chosen before
    const dayUse = { ...three, roomId: 5, stay: { arrival: '2026-03-02', departure: '2026-03-02' } }
    expect(inputOf(dayUse, offer, CNY).create).toMatchObject({ rates: [], roomId: null })
    expect(inputOf({ ...dayUse, ownRate: 'x' }, offer, CNY).missing).toBeNull()
  })

  test('proposes a type that takes the persons and is left', () => {
    const types = [
      { id: 1, maxPersons: 2 },
      { id: 2, maxPersons: 3 },
      { id: 3, maxPersons: 4 },
    ]
    const left = new Map([
      [1, 0],
      [2, 4],
      [3, 1],
    ])
    expect(proposedType(types, left, { adults: 1, children: 0 })).toBe(2)
    expect(proposedType(types, left, { adults: 2, children: 2 })).toBe(3)
    expect(proposedType(types, new Map(), { adults: 1, children: 0 })).toBe(1)
    expect(proposedType([], left, { adults: 1, children: 0 })).toBeNull()
  })
})

const rateOf = (over: Partial<RatePlan>): RatePlan => ({
  id: 2 as never,
  version: 1,
  code: 'COR',
  nameEn: '',
  nameZh: '',
  meal: 'room-only',
  kind: 'sold',
  prices: [],
  qualifies: true,
  active: true,
  segment: null,
  channel: null,
  guarantee: null,
  accountKind: null,
  accountId: null,
  accountName: '',
  ...over,
})

describe('a form on a plan that says what its bookings are', () => {
  const guest = { id: 4 as never, name: '张伟', latinName: 'Zhang Wei', tier: null }
  const form = { ...emptyDraft(date('2026-03-02'), date('2026-03-03')), guest }
  const offer = { roomTypeId: 1, ratePlanId: 2 }
  const corporate = rateOf({
    segment: 'corporate',
    channel: 'corporate',
    guarantee: 'company',
    accountKind: 'company',
  })
  const of = (patch: Partial<NewDraft>, plan: RatePlan) => inputOf({ ...form, ...patch }, offer, CNY, plan)

  test('has it where the clerk says nothing else, and what is usual where the plan does not', () => {
    expect(of({}, corporate).preview).toMatchObject({
      segment: 'corporate',
      channel: 'corporate',
      guarantee: 'company',
    })
    expect(of({ channel: 'telephone' }, corporate).preview).toMatchObject({
      segment: 'corporate',
      channel: 'telephone',
    })
    expect(of({}, rateOf({})).preview).toMatchObject({
      segment: 'transient',
      channel: 'telephone',
      guarantee: 'none',
    })
  })

  test('lacks the account that the plan needs until one is chosen, or the plan brings it', () => {
    expect(of({}, corporate)).toMatchObject({ create: null, missing: 'company' })
    expect(of({ agency: { id: 3 as never, name: 'A' } }, corporate).missing).toBe('company')
    expect(of({ company: { id: 3 as never, name: 'A' } }, corporate)).toMatchObject({
      create: { companyId: 3, agencyId: null },
      missing: null,
    })
    const acme = { ...corporate, accountId: 9 as never, accountName: 'Acme' }
    expect(of({}, acme).create).toMatchObject({ companyId: 9 })
    expect(of({ company: { id: 3 as never, name: 'A' } }, acme).create).toMatchObject({ companyId: 3 })
  })
})

describe('as last time', () => {
  const quiet = { kind: 'quiet', text: '', department: 'front-office' } as const
  const crib = { kind: 'crib', text: 'by the window', department: 'housekeeping' } as const
  const last: LastTime = {
    guestId: 4 as never,
    stay: {
      id: 1 as never,
      confirmationNo: '10000001',
      arrival: date('2026-02-01'),
      departure: date('2026-02-02'),
    },
    roomTypeId: 1 as never,
    ratePlanId: 2 as never,
    roomId: 11 as never,
    lacks: [],
    persons: { adults: 2, children: 1, infants: 0 },
    company: { id: 9 as never, name: 'Acme' },
    agency: null,
    wishes: [quiet, crib],
  }
  test('takes what can be had, the plan’s account, and the wishes that are no preference already', () => {
    const preferences = [{ group: 'room-feature', value: 'quiet' }]
    expect(asLast(last, rateOf({ accountKind: 'company' }), preferences)).toEqual({
      persons: last.persons,
      roomTypeId: 1,
      ratePlanId: 2,
      company: last.company,
      roomId: null,
      lastTime: { room: true, wishes: [{ ...crib, on: true }] },
    })
    const gone = { ...last, roomTypeId: null, ratePlanId: null }
    expect(asLast(gone, rateOf({}), [])).toEqual({
      persons: last.persons,
      roomId: null,
      lastTime: {
        room: true,
        wishes: [
          { ...quiet, on: true },
          { ...crib, on: true },
        ],
      },
    })
  })
  test('the room follows the dates, until another room or type is chosen', () => {
    const lastTime = { room: true, wishes: [] }
    expect(roomOf({ roomId: null, lastTime }, 1, last)).toBe(11)
    expect(roomOf({ roomId: null, lastTime }, 1, { ...last, roomId: null })).toBeNull()
    expect(roomOf({ roomId: null, lastTime }, 2, last)).toBeNull()
    expect(roomOf({ roomId: 12, lastTime }, 1, last)).toBe(12)
    expect(roomOf({ roomId: null, lastTime: { ...lastTime, room: false } }, 1, last)).toBeNull()
    expect(roomOf({ roomId: null, lastTime: null }, 1, last)).toBeNull()
  })

  test('each wish is left out by itself and says what the type can not be', () => {
    const form = {
      ...emptyDraft(date('2026-03-02'), date('2026-03-03')),
      guest: { id: 4 as never, name: '', latinName: '', tier: null },
      lastTime: { room: false, wishes: [{ ...crib, on: true }] },
    }
    const preferences = [
      { id: 1 as never, group: 'bed' as const, value: 'twin' },
      { id: 2 as never, group: 'pillow' as const, value: 'soft' },
    ]
    const king = { features: ['king'] }
    const rooms = { all: [king], ofType: [king], free: null, chosen: null }
    const [twin, pillow, asked] = formWishes(form, preferences, rooms)
    expect([twin?.contradicts, pillow?.contradicts, asked?.contradicts]).toEqual(['type', null, null])
    const turned = { ...form, ...twin?.turned, ...asked?.turned }
    expect(formWishes(turned, preferences, rooms).map(({ on }) => on)).toEqual([false, true, false])
    expect(inputOf(turned, { roomTypeId: 1, ratePlanId: 2 }, CNY).create).toMatchObject({
      withoutPreferences: [{ group: 'bed', value: 'twin' }],
      requests: [],
    })
    expect(inputOf(form, { roomTypeId: 1, ratePlanId: 2 }, CNY).create).toMatchObject({
      withoutPreferences: [],
      requests: [crib],
    })
    const kinds = (of: Pick<NewDraft, 'withoutPreferences' | 'lastTime'>) =>
      wishesAsked(of, preferences).map(({ kind }) => kind)
    expect(kinds(form)).toEqual([twin?.wish.kind, pillow?.wish.kind, crib.kind])
    expect(kinds(turned)).toEqual([pillow?.wish.kind])
    const [again] = formWishes(turned, preferences, rooms)
    expect({ ...turned, ...again?.turned }.withoutPreferences).toEqual([])
  })
})
