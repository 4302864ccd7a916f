import { describe, expect, test } from 'vitest'
import type { AssociationRule } from '#shared/domain/insight/rules/association.ts'
import { isOfferable, itemOf, itemsOfStay, keyOf } from '#shared/domain/insight/rules/items.ts'
import { pickRules } from '#shared/domain/insight/rules/pick.ts'
import { toDayNumber } from '#shared/values/index.ts'
import { d } from '../../loyalty/support.ts'

function rule(given: string[], adds: string, change: Partial<AssociationRule> = {}): AssociationRule {
  const counts = { both: 100, given: 200, adds: 300 }
  return { given, adds, support: 0.01, confidence: 0.5, lift: 2, counts, ...change }
}

describe('the items of a stay', () => {
  const stay = {
    roomType: 'DLX',
    features: ['view'],
    meal: 'breakfast',
    plan: 'BAR',
    extras: [],
    requests: [],
    adults: 2,
    children: 0,
    infants: 0,
    arrival: toDayNumber(d('2026-03-02')),
    departure: toDayNumber(d('2026-03-04')),
  }
  const party = (adults: number, children = 0, infants = 0) =>
    itemsOfStay({ ...stay, adults, children, infants }).filter((item) => item.startsWith('party:'))
  const length = (arrival: string, departure: string) =>
    itemsOfStay({ ...stay, arrival: toDayNumber(d(arrival)), departure: toDayNumber(d(departure)) }).filter(
      (item) => item.startsWith('stay:'),
    )

  test('are what was charged, the room, and what was asked for', () => {
    const requests = [
      { kind: 'crib', text: '' },
      { kind: 'other', text: ' Late  check-out ' },
    ]
    expect(itemsOfStay({ ...stay, requests })).toEqual([
      'room-type:DLX',
      'meal:breakfast',
      'plan:BAR',
      'party:two',
      'feature:view',
      'request:crib',
      'wish:late check-out',
    ])
    expect(itemsOfStay({ ...stay, meal: 'undefined-meal', plan: null, features: [] })).toEqual([
      'room-type:DLX',
      'party:two',
    ])
  })

  test('say who came', () => {
    expect(party(1)).toEqual(['party:one'])
    expect(party(2, 1)).toEqual(['party:two', 'party:children', 'party:extra'])
    expect(party(2, 0, 1)).toEqual(['party:two', 'party:children'])
    expect(party(3)).toEqual(['party:more', 'party:extra'])
  })

  test('say how long, and over a weekend', () => {
    expect(length('2026-03-02', '2026-03-02')).toEqual(['stay:day-use'])
    expect(length('2026-03-02', '2026-03-09')).toEqual(['stay:long'])
    // 7 March 2026 is a Saturday
    expect(length('2026-03-06', '2026-03-08')).toEqual(['stay:weekend'])
    expect(length('2026-03-07', '2026-03-08')).toEqual(['stay:weekend'])
    expect(length('2026-03-05', '2026-03-07')).toEqual([])
    expect(length('2026-03-08', '2026-03-09')).toEqual([])
    expect(length('2026-03-05', '2026-03-09')).toEqual([])
  })

  test('are taken apart and put together again', () => {
    expect(itemOf('wish:tea: two cups')).toEqual({ group: 'wish', value: 'tea: two cups' })
    expect(itemOf('nonsense')).toBeNull()
    expect(itemOf('price:100')).toBeNull()
    expect(keyOf({ group: 'meal', value: 'breakfast' })).toBe('meal:breakfast')
  })

  test.each([
    ['meal:breakfast', true],
    ['meal:room-only', false],
    ['request:crib', true],
    ['request:accessible', false],
    ['room-type:STE', true],
    ['wish:late check-out', true],
    ['party:children', false],
    ['stay:long', false],
  ])('%s can be offered: %s', (key, offerable) => {
    const item = itemOf(key)
    expect(item && isOfferable(item)).toBe(offerable)
  })
})

describe('rules to offer by', () => {
  const counts = (both: number) => ({ both, given: both * 2, adds: both * 2 })

  test.each([
    ['what is not on offer', rule(['request:crib'], 'party:children'), 'not-offered'],
    ['too few stays', rule(['party:two'], 'request:crib', { counts: counts(29) }), 'few'],
    ['what comes along by itself', rule(['party:two'], 'request:crib', { confidence: 0.95 }), 'trivial'],
    ['no more than others take', rule(['party:two'], 'request:crib', { lift: 1.19 }), 'weak'],
    ['a plan that brings its meal', rule(['plan:PKG'], 'meal:half-board'), 'implied'],
    ['a room that has the type’s features', rule(['room-type:STE', 'stay:long'], 'feature:view'), 'implied'],
    ['a room given because of the wish', rule(['request:quiet'], 'feature:quiet'), 'implied'],
  ])('leave out %s', (_what, one, reason) => {
    const { kept, leftOut } = pickRules([one])
    expect(kept).toEqual([])
    expect(leftOut).toMatchObject({ [reason]: 1 })
  })

  test('leave out a longer rule that is no surer than a shorter one', () => {
    const short = rule(['party:children'], 'request:crib', { confidence: 0.5 })
    const noSurer = rule(['party:children', 'stay:long'], 'request:crib', { confidence: 0.54 })
    const surer = rule(['party:children', 'stay:weekend'], 'request:crib', { confidence: 0.56 })
    const other = rule(['party:children', 'stay:long'], 'meal:breakfast', { confidence: 0.2 })
    expect(pickRules([surer, noSurer, other, short])).toMatchObject({
      kept: [surer, other, short],
      leftOut: { 'no-gain': 1 },
    })
  })

  test('are five hundred at most, the first ones', () => {
    const many = Array.from({ length: 502 }, (_, at) => rule([`plan:P${at}`], 'request:crib'))
    const { kept, leftOut } = pickRules(many)
    expect(kept).toEqual(many.slice(0, 500))
    expect(leftOut.many).toBe(2)
  })
})
