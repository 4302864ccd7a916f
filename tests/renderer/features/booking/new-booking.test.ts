import { describe, expect, test } from 'vitest'
import { emptyDraft, inputOf, proposedType } from '#renderer/features/booking/new/new-draft.ts'
import { draftKey } from '#renderer/features/booking/new/opened-for.ts'
import { isStillCurrent, remainingErrors } from '#renderer/features/booking/remaining-errors.ts'
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
