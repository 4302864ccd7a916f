import { expect, test } from 'vitest'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { type Lists, membersOf, testOf } from '#shared/domain/insight/segments/evaluate.ts'
import type { Condition, Group, Node } from '#shared/domain/insight/segments/rule.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { dayOf, historyOf } from '#tests/support/history.ts'

/**
 * Guest 1 came with children in July 2025; 2 came with children in July 2025 and in January 2026; 3 came alone, three times in
 * 2024; 4 cancelled; 5 never booked; 6 is in the house.
 */
const history = historyOf(6, [
  {
    guest: 1,
    arrival: '2025-07-10',
    departure: '2025-07-14',
    children: 2,
    total: 100_000,
    meal: 'breakfast',
  },
  {
    guest: 2,
    arrival: '2025-07-20',
    departure: '2025-07-22',
    children: 1,
    total: 50_000,
    requests: [['crib', '2025-07-01']],
  },
  { guest: 2, arrival: '2026-01-05', departure: '2026-01-06', total: 20_000 },
  { guest: 3, arrival: '2024-01-01', departure: '2024-01-02', roomType: 'SUITE', total: 10_000 },
  {
    guest: 3,
    arrival: '2024-03-01',
    departure: '2024-03-02',
    roomType: 'SUITE',
    meal: 'breakfast',
    total: 10_000,
  },
  { guest: 3, arrival: '2024-05-01', departure: '2024-05-02', roomType: 'STD', total: 10_000 },
  {
    guest: 4,
    arrival: '2025-07-15',
    departure: '2025-07-16',
    status: 'cancelled',
    createdOn: '2025-07-01',
    cancelledOn: '2025-07-02',
  },
  {
    guest: 6,
    arrival: '2026-02-27',
    departure: '2026-03-04',
    status: 'in-house',
    requests: [['quiet', '2026-02-28']],
  },
])
const lists: Lists = {
  tagged: (tag) => new Set(tag === 'VIP' ? [1, 3] : []),
  consents: (channel) => new Set(channel === 'sms' ? [2] : []),
  classified: (name, value) => new Set(name === 'lifecycle' && value === 'lost' ? [3] : []),
}
const at = (kind: 'all' | 'any', of: (object | Node)[], not = false): Group => ({
  kind,
  not,
  of: of.map((one) => ({ not: false, ...one }) as Condition),
})
const membersAsOf = (rule: Group, day = '2026-03-01') => {
  const table = factsAsOf(history, dayOf(day))
  return [...membersOf(testOf(rule, table, history, lists), table)]
}
const who = (...conditions: object[]) => membersAsOf(at('all', conditions))

const summer = {
  kind: 'came',
  least: 1,
  from: { year: -1, month: 6, day: 1 },
  to: { year: -1, month: 8, day: 31 },
}
const thisYear = { kind: 'came', least: 1, from: { year: 0, month: 1, day: 1 }, to: null }

test.each<[string, object[], number[]]>([
  ['two stays and more', [{ kind: 'amount', fact: 'stays', from: 2, to: null }], [2, 3]],
  ['no stay', [{ kind: 'amount', fact: 'stays', from: 0, to: 0 }], [4, 5, 6]],
  [
    'not two stays: also who has none',
    [{ kind: 'amount', fact: 'stays', from: 2, to: null, not: true }],
    [1, 4, 5, 6],
  ],
  ['money by its bounds', [{ kind: 'amount', fact: 'roomRevenue', from: 70_000, to: 100_000 }], [1, 2]],
  [
    'a share of a third, taken in from both sides',
    [{ kind: 'amount', fact: 'breakfastShare', from: 1 / 3, to: 1 / 3 }],
    [3],
  ],
  [
    'last stay within 90 days',
    [{ kind: 'date', fact: 'lastDeparture', from: { ago: 90, unit: 'day' }, to: null }],
    [2],
  ],
  [
    'last stay before 2025',
    [{ kind: 'date', fact: 'lastDeparture', from: null, to: { on: businessDateOf('2024-12-31') } }],
    [3],
  ],
  ['a last stay at all', [{ kind: 'known', fact: 'lastDeparture' }], [1, 2, 3]],
  ['no last stay', [{ kind: 'known', fact: 'lastDeparture', not: true }], [4, 5, 6]],
  ['mostly suites', [{ kind: 'word', fact: 'roomType', values: ['SUITE'] }], [3]],
  ['came last summer', [summer], [1, 2]],
  ['came last summer and not this year', [summer, { ...thisYear, not: true }], [1]],
  ['came this year: also who is in the house', [thisYear], [2, 6]],
  ['three bookings stayed', [{ kind: 'came', least: 3, from: null, to: null }], [3]],
  ['asked for a crib', [{ kind: 'request', values: ['crib', 'bathtub'] }], [2]],
  ['a tag', [{ kind: 'tag', values: ['VIP', 'none'] }], [1, 3]],
  ['a consent', [{ kind: 'consent', values: ['email', 'sms'] }], [2]],
  ['a class', [{ kind: 'class', of: 'lifecycle', values: ['lost'] }], [3]],
])('%s', (_name, conditions, members) => {
  expect(who(...conditions)).toEqual(members)
})

test('groups within groups, negated', () => {
  const tagged = { kind: 'tag', values: ['VIP'] }
  const twice = { kind: 'amount', fact: 'stays', from: 2, to: null }
  expect(membersAsOf(at('any', [tagged, twice]))).toEqual([1, 2, 3])
  expect(membersAsOf(at('any', [tagged, twice], true))).toEqual([4, 5, 6])
  expect(membersAsOf(at('all', [at('any', [tagged, twice]), at('all', [tagged, twice], true)]))).toEqual([
    1, 2,
  ])
})

test('as of an earlier day nothing of a later one counts', () => {
  const twice = at('all', [{ kind: 'amount', fact: 'stays', from: 2, to: null }])
  expect(membersAsOf(twice, '2025-08-01')).toEqual([3])
  expect(membersAsOf(at('all', [thisYear]), '2026-01-04')).toEqual([])
  // Made, and not arrived yet
  expect(membersAsOf(at('all', [{ kind: 'request', values: ['crib'] }]), '2025-06-30')).toEqual([])
})
