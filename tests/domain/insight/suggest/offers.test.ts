import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Item } from '#shared/domain/insight/rules/items.ts'
import { type Asker, habitsOf, type OfferRule, offersFor } from '#shared/domain/insight/suggest/offers.ts'

const nobody: Asker = { now: new Set(), stays: [], preferences: [], resting: new Set() }
const anything = (_item: Item) => true

function rule(id: number, given: string[], adds: string, confidence = 0.4): OfferRule {
  return { id, given, adds, confidence, lift: 2, stays: 120 }
}

function itemsFor(asker: Partial<Asker>, rules: OfferRule[] = [], canHave = anything): string[] {
  return offersFor({ ...nobody, ...asker }, rules, canHave).map(({ item }) => item)
}

describe('offers', () => {
  test('put what the guest said before what the guest did, and that before what others do', () => {
    const offers = offersFor(
      {
        now: new Set(['party:children', 'meal:room-only']),
        stays: [['request:high-floor', 'meal:breakfast'], ['request:high-floor']],
        preferences: [{ group: 'room-feature', value: 'quiet', item: 'request:quiet' }],
        resting: new Set(),
      },
      [rule(4, ['party:children'], 'request:crib')],
      anything,
    )
    expect(offers).toEqual([
      { item: 'request:quiet', because: { kind: 'preference', group: 'room-feature', value: 'quiet' } },
      { item: 'request:high-floor', because: { kind: 'habit', times: 2, of: 2 } },
      {
        item: 'request:crib',
        because: { kind: 'rule', rule: 4, given: ['party:children'], share: 0.4, stays: 120 },
      },
    ])
  })

  test('follow a rule by habits too, and the surer one of two for the same', () => {
    const stays = [['party:children'], ['party:children']]
    const rules = [
      rule(1, ['party:children'], 'request:crib', 0.3),
      rule(2, ['party:children'], 'request:crib', 0.6),
    ]
    expect(offersFor({ ...nobody, stays }, rules, anything)).toMatchObject([{ because: { rule: 2 } }])
    expect(itemsFor({}, rules)).toEqual([])
  })

  test.each([
    ['what is booked already', { now: new Set(['a:b', 'request:crib']) }, 'request:crib'],
    ['what was not taken lately', { resting: new Set(['request:crib']) }, 'request:crib'],
    ['a lesser meal', { now: new Set(['meal:half-board']) }, 'meal:breakfast'],
    ['what excludes what is asked for', { now: new Set(['request:low-floor']) }, 'request:high-floor'],
    ['what the room has', { now: new Set(['feature:quiet']) }, 'request:quiet'],
    ['what nobody can offer', {}, 'party:children'],
  ])('leave out %s', (_what, asker, item) => {
    expect(itemsFor({ ...asker, stays: [[item], [item]] })).toEqual([])
  })

  test('leave out what the hotel can’t give, and offer one type and one meal at a time', () => {
    const rules = [
      rule(1, [], 'room-type:STE', 0.5),
      rule(2, [], 'room-type:DLX', 0.4),
      rule(3, [], 'meal:breakfast', 0.3),
      rule(4, [], 'meal:half-board', 0.2),
    ]
    expect(itemsFor({}, rules)).toEqual(['room-type:STE', 'meal:breakfast'])
    expect(itemsFor({}, rules, ({ value }) => value !== 'STE')).toEqual(['room-type:DLX', 'meal:breakfast'])
  })

  test('are three at most, each once, none of them on the booking or resting', () => {
    const item = fc.constantFrom(
      'request:crib',
      'request:quiet',
      'request:bathtub',
      'request:shower',
      'meal:breakfast',
      'room-type:STE',
      'party:children',
      'wish:late check-out',
    )
    const some = fc.uniqueArray(item, { maxLength: 5 })
    fc.assert(
      fc.property(
        some,
        fc.array(some, { maxLength: 6 }),
        some,
        fc.array(fc.tuple(some, item)),
        (now, stays, rest, pairs) => {
          const rules = pairs.map(([given, adds], id) => rule(id, given, adds, (id % 7) / 10))
          const items = itemsFor({ now: new Set(now), stays, resting: new Set(rest) }, rules)
          expect(items.length).toBeLessThanOrEqual(3)
          expect(new Set(items).size).toBe(items.length)
          expect(items.filter((one) => [...now, ...rest].some((other) => other === one))).toEqual([])
          expect(items.includes('request:bathtub') && items.includes('request:shower')).toBe(false)
        },
      ),
    )
  })
})

describe('habits', () => {
  test('are what half of the last ten stays had, and two of them at least', () => {
    expect(habitsOf([['a'], ['a', 'a'], ['b'], ['c']])).toEqual([{ item: 'a', times: 2, of: 4 }])
    expect(habitsOf([['a']])).toEqual([])
    expect(habitsOf([...Array.from({ length: 10 }, () => ['new']), ['old'], ['old']])).toEqual([
      { item: 'new', times: 10, of: 10 },
    ])
  })
})
