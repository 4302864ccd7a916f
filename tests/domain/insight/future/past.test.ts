import { describe, expect, test } from 'vitest'
import { arrivalsWithin, leftOutOf, pastOf } from '#shared/domain/insight/future/past.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

const stay = (guest: number, arrival: string, departure: string, more: Partial<WrittenBooking> = {}) => ({
  guest,
  arrival,
  departure,
  ...more,
})

const history = historyOf(5, [
  stay(1, '2025-01-01', '2025-01-03', { total: 200 }),
  // Touches the one before: one stay
  stay(1, '2025-01-03', '2025-01-05', { total: 300 }),
  stay(1, '2025-02-10', '2025-02-12', { total: 100 }),
  stay(1, '2025-06-01', '2025-06-02', { total: 70, createdOn: '2025-03-01' }),
  stay(2, '2025-02-01', '2025-02-02', { company: 7, total: 50 }),
  stay(2, '2025-03-01', '2025-03-02', { status: 'cancelled', cancelledOn: '2025-02-20' }),
  stay(3, '2025-02-20', '2025-03-20', { createdOn: '2025-01-10' }),
  stay(4, '2025-05-01', '2025-05-02'),
  stay(5, '2025-02-01', '2025-02-03', { segment: 'corporate' }),
  stay(5, '2025-04-01', '2025-04-03', { createdOn: '2025-02-15' }),
])

describe('pastOf', () => {
  const past = pastOf(history, dayOf('2025-03-05'))

  test('has who was gone by that day, with stays that touch as one', () => {
    expect([...past.id]).toEqual([1, 2, 5])
    expect([...past.stays]).toEqual([2, 1, 1])
    expect([...past.revenue]).toEqual([600, 50, 0])
    expect(past.first[0]).toBe(dayOf('2025-01-01'))
    expect(past.last[0]).toBe(dayOf('2025-02-10'))
    expect(past.end[0]).toBe(dayOf('2025-02-12'))
    expect([...past.gaps]).toEqual([40])
    expect([...past.gapsFrom]).toEqual([0, 1, 1, 1])
  })

  test('knows who comes for a company, and who has something to come', () => {
    expect([...past.corporate]).toEqual([0, 1, 1])
    // Guest 1 booked June in March already, guest 5 April in February
    expect([...past.awaited]).toEqual([1, 0, 1])
  })

  test('forgets what is later, whatever it is', () => {
    const later = historyOf(5, [
      stay(1, '2025-01-01', '2025-01-03', { total: 200 }),
      stay(1, '2025-01-03', '2025-01-05', { total: 300 }),
      stay(1, '2025-02-10', '2025-02-12', { total: 100 }),
      stay(1, '2025-09-01', '2025-09-20', { total: 9000, createdOn: '2025-03-06' }),
      stay(2, '2025-02-01', '2025-02-02', { company: 7, total: 50 }),
      stay(5, '2025-02-01', '2025-02-03', { segment: 'corporate' }),
    ])
    const other = pastOf(later, dayOf('2025-03-05'))
    expect({ ...other, awaited: null }).toEqual({ ...past, awaited: null })
    expect([...other.awaited]).toEqual([0, 0, 0])
  })
})

test('arrivals within a time are stays that began in it', () => {
  const within = (place: number, from: string, to: string) =>
    arrivalsWithin(history, place, dayOf('2025-12-31'), dayOf(from), dayOf(to))
  expect(within(0, '2024-12-31', '2025-02-10')).toEqual([dayOf('2025-01-01'), dayOf('2025-02-10')])
  expect(within(0, '2025-01-01', '2025-02-09')).toEqual([])
  expect(within(1, '2025-02-02', '2025-12-31')).toEqual([])
})

describe('leftOutOf', () => {
  const many = (guest: number, count: number) =>
    Array.from({ length: count }, (_, k) => {
      const day = String(1 + (k % 28)).padStart(2, '0')
      const month = String(1 + 2 * Math.floor(k / 28)).padStart(2, '0')
      return stay(guest, `2024-${month}-${day}`, `2024-${month}-${day}`)
    })
  const day = dayOf('2025-01-01')

  test('names a guest with half of all stays', () => {
    const agency = historyOf(12, [
      ...many(1, 20),
      ...Array.from({ length: 11 }, (_, g) => many(g + 2, 1)).flat(),
    ])
    const past = pastOf(agency, day)
    const out = leftOutOf(agency, past)
    expect(out.collective).toEqual({ id: 1, stays: past.stays[0], share: expect.any(Number) })
    expect([...out.rows].reduce((a, b) => a + b)).toBe(1)
  })

  test('names nobody in a hotel of few stays', () => {
    const small = historyOf(2, [...many(1, 8), ...many(2, 2)])
    expect(leftOutOf(small, pastOf(small, day)).collective).toBeNull()
  })

  test('counts who was excluded by a person', () => {
    const some = historyOf(3, [...many(1, 1), ...many(2, 1), ...many(3, 1)])
    some.guests.excluded[1] = 1
    const out = leftOutOf(some, pastOf(some, day))
    expect([out.excluded, ...out.rows]).toEqual([1, 0, 1, 0])
  })
})
