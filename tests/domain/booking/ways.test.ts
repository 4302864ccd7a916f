import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  datesAround,
  type LeftByNight,
  leftOverStay,
  otherDates,
  otherTypes,
  soldOutNights,
} from '#shared/domain/booking/ways.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { day, id, today } from './support.ts'

/** What is left of a type from today on, one figure a night. */
const row = (type: number, ...left: number[]): LeftByNight => ({
  roomTypeId: id(type),
  nights: left.map((one, at) => ({ night: day(at), left: one })),
})
const stay = (from: number, to: number) => ({ arrival: day(from), departure: day(to) })

describe('a type that is sold out', () => {
  const rows = [row(1, 3, 0, 2, 1), row(2, 1, 1, 0, 1), row(3, 1, 2, 5, 1)]
  test('names the nights of which nothing is left', () => {
    expect(soldOutNights(row(1, 3, 0, -1, 1), stay(0, 4))).toEqual([day(1), day(2)])
    expect(soldOutNights(row(1, 3, 0), stay(0, 1))).toEqual([])
  })
  test('leads to the types that have something left on every night', () => {
    expect(otherTypes(rows, stay(0, 2), 1)).toEqual([
      { roomTypeId: 2, left: 1 },
      { roomTypeId: 3, left: 1 },
    ])
    expect(otherTypes(rows, stay(1, 3), 1)).toEqual([{ roomTypeId: 3, left: 2 }])
  })
  test('leads to the nearest dates, later before earlier ones', () => {
    expect(otherDates(rows, stay(1, 2), 1, today)).toEqual([
      { ...stay(2, 3), left: 2 },
      { ...stay(0, 1), left: 3 },
      { ...stay(3, 4), left: 1 },
    ])
    expect(otherDates(rows, stay(0, 2), 1, today)).toEqual([{ ...stay(2, 4), left: 1 }])
  })
  test('knows nothing of nights that were not asked for, and of day use', () => {
    expect(leftOverStay(row(1, 3, 2), stay(1, 3))).toBeNull()
    expect(leftOverStay(row(1, 3, 2), stay(1, 1))).toBeNull()
    expect(otherDates(rows, stay(1, 1), 1, today)).toEqual([])
  })
})

test('nights around a stay are asked for, none of them past', () => {
  expect(datesAround(stay(2, 4), today)).toEqual(stay(0, 11))
  expect(datesAround(stay(9, 10), today)).toEqual(stay(2, 17))
})

test('every stay offered is as long, not past, another one, and has something left on each of its nights', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 25, maxLength: 25 }),
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
      (left, from, length) => {
        const of = row(1, ...left)
        const wanted = stay(from, from + length)
        for (const offer of otherDates([of], wanted, 1, today)) {
          expect(nightsBetween(offer.arrival, offer.departure)).toBe(length)
          expect(offer.arrival >= today && offer.arrival !== wanted.arrival).toBe(true)
          expect(soldOutNights(of, offer)).toEqual([])
        }
      },
    ),
  )
})
