import { describe, expect, test } from 'vitest'
import {
  findPeople,
  nextSorting,
  openedBy,
  type PersonRow,
  sortingBy,
  sortPeople,
} from '#renderer/features/today/people-rows.ts'

const row = (guestName: string, over: Partial<PersonRow> = {}) =>
  ({
    guestName,
    guestLatinName: '',
    roomNumber: null,
    confirmationNo: '10000001',
    arrival: '2026-03-02',
    departure: '2026-03-04',
    waitingSince: null,
    alerts: [],
    ...over,
  }) as unknown as PersonRow
const names = (rows: readonly PersonRow[]) => rows.map(({ guestName }) => guestName).join(' ')

test('an address opens each figure and the notes, and nothing that there is not', () => {
  expect(openedBy('queue')).toBe('queue')
  expect(openedBy('notes')).toBe('notes')
  expect(openedBy('shoes')).toBeNull()
  expect(openedBy(undefined)).toBeNull()
})

describe('the sorting', () => {
  test('is by name, of the queue by who waits longest, or what the address says', () => {
    expect(sortingBy(undefined, 'vips')).toEqual({ by: 'name', down: false })
    expect(sortingBy(undefined, 'queue')).toEqual({ by: 'waiting', down: false })
    expect(sortingBy('-room', 'vips')).toEqual({ by: 'room', down: true })
    expect(sortingBy('shoes', 'queue')).toEqual({ by: 'waiting', down: false })
    // Nobody waits elsewhere
    expect(sortingBy('-waiting', 'vips')).toEqual({ by: 'name', down: false })
  })

  test('turns round when the same column is asked for again', () => {
    expect(nextSorting({ by: 'name', down: false }, 'room')).toBe('room')
    expect(nextSorting({ by: 'room', down: false }, 'room')).toBe('-room')
    expect(nextSorting({ by: 'room', down: true }, 'room')).toBe('room')
  })

  test('has rooms by their numbers, and who has none last either way', () => {
    const rows = [
      row('a', { roomNumber: '1001' }),
      row('b'),
      row('c', { roomNumber: '99' }),
      row('d', { roomNumber: '305' }),
    ]
    expect(names(sortPeople(rows, { by: 'room', down: false }))).toBe('c d a b')
    expect(names(sortPeople(rows, { by: 'room', down: true }))).toBe('a d c b')
    expect(names(sortPeople(rows, { by: 'name', down: true }))).toBe('d c b a')
    expect(names(rows)).toBe('a b c d')
  })

  test('leaves those of one day by name', () => {
    const rows = [row('a', { departure: '2026-03-05' as never }), row('b'), row('c')]
    expect(names(sortPeople(rows, { by: 'departure', down: false }))).toBe('b c a')
    expect(names(sortPeople(rows, { by: 'departure', down: true }))).toBe('a b c')
  })
})

test('what is typed finds names in either script, rooms, numbers and alerts, each word of it', () => {
  const rows = [
    row('王芳', { guestLatinName: 'Wang Fang', roomNumber: '305' }),
    row('', { guestLatinName: 'Müller Anna', alerts: [{ text: 'Allergic to nuts', blocks: false }] }),
  ]
  const found = (text: string) => findPeople(rows, text).map(({ guestLatinName }) => guestLatinName)
  expect(found(' ')).toHaveLength(2)
  expect(found('王')).toEqual(['Wang Fang'])
  expect(found('fang 30')).toEqual(['Wang Fang'])
  expect(found('fang 40')).toEqual([])
  expect(found('NUTS')).toEqual(['Müller Anna'])
  expect(found('10000001')).toHaveLength(2)
})
