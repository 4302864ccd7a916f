import { describe, expect, test } from 'vitest'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import { valueSection } from '#shared/domain/insight/settings/value.ts'
import { classesOf } from '#shared/domain/insight/value/classes.ts'
import { valueGuests } from '#shared/domain/insight/value/guest-values.ts'
import { measureGuests } from '#shared/domain/insight/value/measures.ts'
import { summarise } from '#shared/domain/insight/value/summary.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

const { defaults } = valueSection
const day = dayOf('2026-03-01')

/** Five guests: a company's regular, a family that came once, one long gone, one won back, and a prospect. */
const bookings: WrittenBooking[] = [
  ...['2024-05-06', '2025-01-13', '2025-06-02', '2025-11-10', '2026-01-05'].map((arrival) => ({
    guest: 1,
    arrival,
    departure: `${arrival.slice(0, 8)}${String(Number(arrival.slice(8)) + 2).padStart(2, '0')}`,
    company: 9,
    total: 100_000,
  })),
  {
    guest: 2,
    arrival: '2026-02-06',
    departure: '2026-02-09',
    children: 1,
    adults: 2,
    total: 240_000,
    createdOn: '2026-01-01',
  },
  {
    guest: 3,
    arrival: '2023-07-01',
    departure: '2023-07-02',
    total: 30_000,
    adults: 2,
    createdOn: '2023-05-01',
  },
  { guest: 4, arrival: '2023-02-01', departure: '2023-02-11', total: 90_000, createdOn: '2023-01-01' },
  {
    guest: 4,
    arrival: '2025-12-01',
    departure: '2025-12-11',
    total: 90_000,
    createdOn: '2025-11-01',
    sold: false,
  },
  { guest: 5, arrival: '2026-04-01', departure: '2026-04-03', status: 'confirmed', createdOn: '2026-02-01' },
]
const history = () => historyOf(5, bookings)
const valued = (settings = defaults) => {
  const past = history()
  return valueGuests(past, factsAsOf(past, day), settings)
}
const named = (kind: keyof typeof classesOf, codes: Uint8Array) =>
  Array.from(codes, (code) => (code === 0 ? '' : classesOf[kind][code - 1]))

describe('a small hotel worked out by hand', () => {
  const { guests, cuts, spread, matrixCuts } = valued()

  test('has its measures', () => {
    expect(Array.from(guests.id)).toEqual([1, 2, 3, 4, 5])
    expect(Array.from(guests.frequency)).toEqual([5, 1, 1, 2, 0])
    expect(Array.from(guests.recencyDays)).toEqual([53, 20, 973, 80, -1])
    expect(Array.from(guests.monetaryMinor)).toEqual([500_000, 240_000, 30_000, 180_000, 0])
    expect(Array.from(guests.currentMinor)).toEqual([300_000, 240_000, 0, 90_000, 0])
  })

  test('is cut at the means of those with a stay', () => {
    expect(cuts).toEqual({
      kind: 'mean',
      cuts: { recencyDays: (53 + 20 + 973 + 80) / 4, frequency: 9 / 4, monetary: 950_000 / 4 },
    })
    expect(named('rfm', guests.segment)).toEqual([
      'key-value',
      'key-development',
      'general-rescue',
      'general-development',
      '',
    ])
  })

  test('has classes of value', () => {
    // 74 of 95 before guest 4, 92 of 95 after: more than the 95 % up to which the class middle goes
    expect(spread).toMatchObject({ leastHigh: 180_000, leastMiddle: null })
    expect(named('value', guests.value)).toEqual(['high', 'high', 'low', 'high', ''])
  })

  test('has a value matrix of the last twelve months by the yearly value of the last three', () => {
    // Guest 1 by 1.82 years since May 2024; guests 2 and 3 by one and by three; guest 4’s stay of February 2023 is too old
    expect(Array.from(guests.potentialMinor)).toEqual([
      Math.round(500_000 / ((day - dayOf('2024-05-06')) / 365)),
      240_000,
      Math.round(30_000 / ((day - dayOf('2023-07-01')) / 365)),
      30_000,
      0,
    ])
    expect(matrixCuts.current).toBe(630_000 / 4)
    expect(named('matrix', guests.matrix)).toEqual(['platinum', 'platinum', 'lead', 'lead', ''])
  })

  test('knows need and course', () => {
    expect(named('need', guests.need)).toEqual(['business', 'family', 'couple', 'long-stay', ''])
    expect(named('lifecycle', guests.lifecycle)).toEqual(['growing', 'new', 'lost', 'won-back', 'prospect'])
    expect(named('behaviour', guests.behaviour)).toEqual([
      'active',
      'potential',
      'silent',
      'active',
      'potential',
    ])
    expect(named('relation', guests.relation)).toEqual(['key', 'key', 'lost', 'key', 'ordinary'])
  })
})

test('bookings that touch are one stay: across the bound of twelve months, and with the one in house', () => {
  const past = historyOf(2, [
    { guest: 1, arrival: '2024-10-01', departure: '2024-10-03' },
    // Ended within the last twelve months, though its first booking did not
    { guest: 1, arrival: '2025-02-24', departure: '2025-02-28' },
    { guest: 1, arrival: '2025-02-28', departure: '2025-03-05' },
    { guest: 1, arrival: '2025-09-01', departure: '2025-09-02' },
    { guest: 2, arrival: '2026-02-25', departure: '2026-03-01' },
    { guest: 2, arrival: '2026-03-01', departure: '2026-03-04', status: 'in-house' },
  ])
  const { guests } = valueGuests(past, factsAsOf(past, day), defaults)
  expect(Array.from(guests.frequency)).toEqual([3, 1])
  // Twice in the last twelve months, once in those before; and once
  expect(named('lifecycle', guests.lifecycle)).toEqual(['growing', 'new'])
  expect(named('behaviour', guests.behaviour)).toEqual(['active', 'potential'])
})

test('what was given is taken off at the costs of the settings', () => {
  const settings = { ...defaults, costs: { givenNightMinor: 2_000, upgradedStayMinor: null } }
  const { guests } = valued(settings)
  expect(Array.from(guests.contributionMinor)).toEqual([500_000, 240_000, 30_000, 160_000, 0])
  expect(Array.from(guests.currentMinor)).toEqual([300_000, 240_000, 0, 70_000, 0])
})

test('excluded guests have no row and no effect on the cuts', () => {
  const past = history()
  past.guests.excluded[2] = 1
  const { guests, cuts, excluded } = valueGuests(past, factsAsOf(past, day), defaults)
  expect(Array.from(guests.id)).toEqual([1, 2, 4, 5])
  expect(excluded).toBe(1)
  expect(cuts.cuts.recencyDays).toBe((53 + 20 + 80) / 3)
})

test('what a model expects takes the place of the stand-in', () => {
  const past = history()
  const facts = factsAsOf(past, day)
  const { guests, potentialFrom } = valueGuests(
    past,
    facts,
    defaults,
    Float64Array.of(1, 2, Number.NaN, 500_000, 7),
  )
  expect(potentialFrom).toBe('future')
  expect(Array.from(guests.potentialMinor)).toEqual([1, 2, 0, 500_000, 7])
  expect(named('matrix', guests.matrix)).toEqual(['gold', 'gold', 'lead', 'iron', ''])
})

test('the summary counts each guest once in each way, and its map holds every guest with a stay', () => {
  const summary = summarise(valued())
  expect(summary).toMatchObject({ guests: 4, prospects: 1, excluded: 0, revenueMinor: 950_000 })
  const totals = Object.values(summary.classes).map((counts) =>
    counts.reduce((sum, { guests }) => sum + guests, 0),
  )
  expect(totals).toEqual([4, 4, 4, 4, 5, 5, 5])
  for (const kind of ['rfm', 'value', 'matrix'] as const)
    expect(summary.classes[kind].reduce((sum, one) => sum + one.revenueMinor, 0)).toBe(950_000)
  expect(summary.map.reduce((sum, field) => sum + field.guests, 0)).toBe(4)
  // 80 days, two stays
  expect(summary.map.find(({ days, stays }) => days === 0 && stays === 1)).toMatchObject({
    guests: 1,
    revenueMinor: 180_000,
  })
  expect(summary.matrix.currentMinor.reduce((a, b) => a + b, 0)).toBe(630_000)
})

test('a class set by hand is counted in place of the computed one', () => {
  const summary = summarise(valued(), (kind, at, computed) => (kind === 'need' && at === 0 ? 1 : computed))
  expect(summary.classes.need.find(({ name }) => name === 'family')?.guests).toBe(2)
  expect(summary.classes.need.find(({ name }) => name === 'business')?.guests).toBe(0)
})

test('nothing later than the date changes anything', () => {
  const before = dayOf('2025-09-01')
  const past = history()
  const cut = historyOf(
    5,
    bookings.filter(({ createdOn, arrival }) => (createdOn ?? arrival) <= '2025-09-01'),
  )
  const one = valueGuests(past, factsAsOf(past, before), defaults)
  const other = valueGuests(cut, factsAsOf(cut, before), defaults)
  expect(one).toEqual(other)
  expect(measureGuests(past, factsAsOf(past, before), defaults)).toEqual(
    measureGuests(cut, factsAsOf(cut, before), defaults),
  )
})

test('before the first stay there is nobody to divide', () => {
  const past = history()
  const { guests, spread } = valueGuests(past, factsAsOf(past, dayOf('2010-01-01')), defaults)
  expect(guests.segment.every((code) => code === 0)).toBe(true)
  expect(spread).toBeNull()
})
