import { describe, expect, it } from 'vitest'
import { cardBrands } from '#shared/domain/folio/card.ts'
import type { FolioImage, Routing } from '#shared/domain/folio/folio.ts'
import { checkRouting, routeOf } from '#shared/domain/folio/routing.ts'
import { brandOf } from '#shared/domain/privacy/card-number.ts'
import type { BusinessDate, FolioId, TransactionCodeId } from '#shared/values/index.ts'

const day = (text: string) => text as BusinessDate
const folio = (id: number) => id as FolioId
const routing = (toFolio: number, terms: Partial<Routing> = {}): Routing => ({
  toFolioId: folio(toFolio),
  toWindow: 1,
  codeIds: [],
  groups: [],
  from: null,
  to: null,
  weekdays: [],
  ...terms,
})

describe('where a charge goes', () => {
  // 2026-03-05 is a Thursday, 2026-03-08 a Sunday
  const charge = { codeId: 3 as TransactionCodeId, group: 'food' as const, serviceDate: day('2026-03-05') }
  const sunday = { ...charge, serviceDate: day('2026-03-08') }

  it.each<[string, Partial<Routing>, boolean]>([
    ['all charges', {}, true],
    ['its code', { codeIds: [3 as TransactionCodeId] }, true],
    ['another code', { codeIds: [4 as TransactionCodeId] }, false],
    ['its group', { groups: ['food'] }, true],
    ['another group', { groups: ['room'] }, false],
    ['one of codes and groups', { codeIds: [4 as TransactionCodeId], groups: ['food'] }, true],
    ['the first night', { from: day('2026-03-05') }, true],
    ['the night before', { from: day('2026-03-06') }, false],
    ['the last night', { to: day('2026-03-06') }, true],
    ['the day of the end', { to: day('2026-03-05') }, false],
    ['its weekday', { weekdays: [4] }, true],
    ['other weekdays', { weekdays: [5, 6, 7] }, false],
  ])('%s', (_what, terms, taken) => {
    expect(routeOf({ 1: routing(9, terms) }, charge)).toEqual(taken ? { toFolioId: 9, toWindow: 1 } : null)
  })

  it('knows Sunday as the seventh day', () => {
    expect(routeOf({ 1: routing(9, { weekdays: [7] }) }, sunday)).not.toBe(null)
    expect(routeOf({ 1: routing(9, { weekdays: [7] }) }, charge)).toBe(null)
  })

  it('takes the first by number, not by text', () => {
    const routings = { 10: routing(10), 2: routing(2, { toWindow: 3 }), 1: routing(1, { groups: ['room'] }) }
    expect(routeOf(routings, charge)).toEqual({ toFolioId: 2, toWindow: 3 })
    expect(routeOf({}, charge)).toBe(null)
  })
})

describe('which routings are refused', () => {
  const all: { [id: number]: FolioImage['routings'] } = {
    2: { 1: routing(3) },
    3: { 1: routing(3, { toWindow: 2 }), 2: routing(4) },
    4: {},
    5: { 1: routing(1, { groups: ['food'] }) },
    6: { 1: routing(5) },
    7: { 1: routing(8) },
    8: { 1: routing(7) },
  }
  const check = (one: Routing) => {
    const answer = checkRouting(folio(1), one, (id) => all[id] ?? {})
    return answer.ok ? 'ok' : answer.refusal.code
  }

  it.each<[string, Routing, string]>([
    ['another folio', routing(4), 'ok'],
    ['over others', routing(2), 'ok'],
    ['another window of its own', routing(1, { toWindow: 2 }), 'ok'],
    ['itself', routing(1), 'ROUTING_CIRCLE'],
    ['a folio that routes back', routing(5), 'ROUTING_CIRCLE'],
    ['one that routes back over another', routing(6), 'ROUTING_CIRCLE'],
    ['a circle of others is not its own', routing(7), 'ok'],
    ['window eight', routing(4, { toWindow: 8 }), 'ok'],
    ['open dates', routing(4, { from: day('2026-03-05') }), 'ok'],
    ['an open beginning', routing(4, { to: day('2026-03-05') }), 'ok'],
    ['window nine', routing(4, { toWindow: 9 }), 'ROUTING_WINDOW'],
    ['window nought', routing(4, { toWindow: 0 }), 'ROUTING_WINDOW'],
    ['half a window', routing(4, { toWindow: 1.5 }), 'ROUTING_WINDOW'],
    ['no day between', routing(4, { from: day('2026-03-05'), to: day('2026-03-05') }), 'ROUTING_DATES'],
    ['one day', routing(4, { from: day('2026-03-05'), to: day('2026-03-06') }), 'ok'],
  ])('%s', (_what, one, answer) => {
    expect(check(one)).toBe(answer)
  })
})

it('names what it refuses', () => {
  const refused = (one: Routing) => checkRouting(folio(1), one, (id) => all(id))
  const all = (id: number): FolioImage['routings'] => (id === 5 ? { 1: routing(1) } : {})
  expect(refused(routing(4, { toWindow: 9 }))).toMatchObject({ refusal: { params: { window: 9, max: 8 } } })
  expect(refused(routing(5))).toMatchObject({ refusal: { params: { folioId: 5 } } })
  expect(refused(routing(1))).toMatchObject({ refusal: { params: { folioId: 1 } } })
  const [from, to] = [day('2026-03-06'), day('2026-03-05')]
  expect(refused(routing(4, { from, to }))).toMatchObject({ refusal: { params: { from, to } } })
})

describe('what is kept of a card', () => {
  // Test numbers that the card companies publish
  it.each([
    '4111111111111111',
    '5555555555554444',
    '378282246310005',
    '3530111333300000',
    '30569309025904',
    '6011111111111117',
    '6200000000000005',
    '2200000000000004',
  ])('the brand of %s is one of the list', (number) => {
    expect(cardBrands).toContain(brandOf(number))
  })
})
