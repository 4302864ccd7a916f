import { describe, expect, test } from 'vitest'
import { createCalendar } from '#core/demo/calendar.ts'

/** Rooms 0 and 2 are of type 0, rooms 1, 3 and 4 of type 1; nights 100 to 119. */
const calendar = () => createCalendar([0, 1, 0, 1, 1], 2, 100, 120)

describe('nights that are sold by type', () => {
  test('as many as there are rooms, on every night of a stay, its departure not included', () => {
    const { isLeft, sell, giveBack } = calendar()
    expect(isLeft(0, 105, 108)).toBe(true)
    sell(0, 105, 107)
    expect(isLeft(0, 105, 107)).toBe(true)
    sell(0, 106, 108)
    expect([105, 106, 107, 108].map((day) => isLeft(0, day, day + 1))).toEqual([true, false, true, true])
    expect(isLeft(0, 104, 106)).toBe(true)
    expect(isLeft(0, 104, 107)).toBe(false)
    expect(isLeft(0, 107, 110)).toBe(true)
    expect(isLeft(1, 106, 107)).toBe(true)
    // For the day only: no night is asked for.
    expect(isLeft(0, 106, 106)).toBe(true)
    giveBack(0, 106, 108)
    expect(isLeft(0, 104, 110)).toBe(true)
    sell(0, 107, 108)
    sell(0, 107, 108)
    expect(isLeft(0, 107, 108)).toBe(false)
    expect(isLeft(0, 106, 107)).toBe(true)
  })

  test('a type with three rooms is sold three times, at the first night and at the last', () => {
    const { isLeft, sell } = calendar()
    for (const night of [100, 119]) {
      for (let times = 0; times < 3; times++) {
        expect(isLeft(1, night, night + 1)).toBe(true)
        sell(1, night, night + 1)
      }
      expect(isLeft(1, night, night + 1)).toBe(false)
      expect(isLeft(0, night, night + 1)).toBe(true)
    }
  })
})

describe('nights of a room', () => {
  test('are held from the arrival to before the departure, by nobody else', () => {
    const { isFree, occupy, vacate, holder } = calendar()
    occupy(3, 105, 107, 41)
    expect([104, 105, 106, 107].map((day) => holder(3, day))).toEqual([0, 41, 41, 0])
    expect(holder(2, 105)).toBe(0)
    expect(holder(4, 105)).toBe(0)
    expect(isFree(3, 103, 105)).toBe(true)
    expect(isFree(3, 103, 106)).toBe(false)
    expect(isFree(3, 106, 109)).toBe(false)
    expect(isFree(3, 107, 109)).toBe(true)
    expect(isFree(3, 106, 106)).toBe(true)
    expect(isFree(2, 105, 107)).toBe(true)
    expect(() => occupy(3, 106, 109, 42)).toThrow('room 3 is taken between 106 and 109')
    expect(holder(3, 107)).toBe(0)
    vacate(3, 105, 106)
    expect([105, 106].map((day) => holder(3, day))).toEqual([0, 41])
    vacate(3, 106, 107)
    occupy(3, 104, 108, 43)
    expect([103, 104, 107, 108].map((day) => holder(3, day))).toEqual([0, 43, 43, 0])
  })

  test('a room of the type is looked for from a place on, around the end', () => {
    const { findRoom, occupy } = calendar()
    expect([0, 1, 2, 3].map((start) => findRoom(1, 105, 106, start))).toEqual([1, 3, 4, 1])
    expect(findRoom(0, 105, 106, 1)).toBe(2)
    occupy(3, 105, 106, 1)
    expect(findRoom(1, 105, 106, 1)).toBe(4)
    occupy(4, 105, 106, 2)
    expect(findRoom(1, 104, 107, 1)).toBe(1)
    occupy(1, 106, 107, 3)
    expect(findRoom(1, 104, 107, 1)).toBe(-1)
    expect(findRoom(1, 107, 109, 1)).toBe(3)
  })
})
