import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparePlaces, type DayLine, hasTerms, placeOf, sortLines } from '#shared/domain/booking/day-list.ts'
import { daySorts } from '#shared/domain/booking/day-sorts.ts'
import { searchTerms } from '#shared/domain/search/query.ts'

function line(id: number, over: Partial<DayLine> = {}): DayLine {
  return {
    id: id as DayLine['id'],
    sortKey: '',
    nativeName: '',
    familyName: '',
    givenName: '',
    confirmationNo: '10000001',
    roomNumber: null,
    expectedTime: null,
    ...over,
  }
}

describe('the order of a day', () => {
  it('by room counts room numbers, with who has none last and by name', () => {
    const rooms = ['1001', null, '301', '3', '3A', null, '12']
    const lines = rooms.map((roomNumber, id) => line(id, { roomNumber, sortKey: `${9 - id}` }))
    expect(sortLines(lines, 'room').map(({ roomNumber, id }) => roomNumber ?? id)).toEqual([
      '3',
      '3A',
      '12',
      '301',
      '1001',
      5,
      1,
    ])
  })

  it('by time is by the clock, with who said none last and by name', () => {
    const times = ['14:00', null, '09:30', '00:15', null, '23:59']
    const lines = times.map((expectedTime, id) => line(id, { expectedTime, sortKey: `${9 - id}` }))
    expect(sortLines(lines, 'time').map(({ expectedTime, id }) => expectedTime ?? id)).toEqual([
      '00:15',
      '09:30',
      '14:00',
      '23:59',
      4,
      1,
    ])
  })

  it('by name is the store’s own', () => {
    const lines = ['zhang', 'Zhang', 'li'].map((sortKey, id) => line(id, { sortKey }))
    expect(sortLines(lines, 'name').map(({ sortKey }) => sortKey)).toEqual(['Zhang', 'li', 'zhang'])
  })

  it('is total: a place says where the next page begins', () => {
    const some = fc
      .record({
        roomNumber: fc.constantFrom(null, '1', '10', '2', '2A'),
        expectedTime: fc.constantFrom(null, '09:00', '14:30'),
        sortKey: fc.constantFrom('a', 'b'),
      })
      .map((over) => over)
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom(...daySorts), (all, sort) => {
        const sorted = sortLines(
          all.map((over, id) => line(id, over)),
          sort,
        )
        for (const [at, one] of sorted.entries()) {
          const after = sorted.findIndex(
            (other) => comparePlaces(placeOf(other, sort), placeOf(one, sort)) > 0,
          )
          expect(after).toBe(at + 1 < sorted.length ? at + 1 : -1)
        }
      }),
    )
  })
})

describe('what is typed', () => {
  const zhang = line(1, {
    nativeName: '张伟',
    familyName: 'Zhang',
    givenName: 'Wei',
    confirmationNo: '10037261',
    roomNumber: '802',
  })
  it.each([
    ['张', true],
    ['张伟', true],
    ['伟张', false],
    ['zhangw', true],
    ['wei zhang', true],
    ['zw', true],
    ['802', true],
    ['80', true],
    ['02', false],
    ['10037261', true],
    ['1003', true],
    ['7261', true],
    ['zhang 802', true],
    ['zhang 803', false],
    ['li', false],
    ['', true],
  ])('%j finds Zhang Wei in 802: %s', (text, found) => {
    expect(hasTerms(zhang, searchTerms(text))).toBe(found)
  })

  it('finds no room where there is none', () => {
    expect(hasTerms({ ...zhang, roomNumber: null }, searchTerms('802'))).toBe(false)
  })
})
