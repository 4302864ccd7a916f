import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { floorCredits, homesOf, loadOf, splitWork } from '#shared/domain/housekeeping/assign.ts'
import { discrepancyOf } from '#shared/domain/housekeeping/discrepancy.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import { nextTicketStatus, pictureKind, ticketActionsOf } from '#shared/domain/housekeeping/ticket.ts'
import { type RoomToday, roomUse, workOf } from '#shared/domain/housekeeping/work.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const today = '2026-03-10' as BusinessDate
const stay = (text: string) => {
  const [arrival, departure] = text.split('–').map((day) => `2026-03-${day}` as BusinessDate)
  return { arrival: arrival as BusinessDate, departure: departure as BusinessDate }
}
const room = (over: Partial<RoomToday>): RoomToday => ({
  state: 'dirty',
  stay: null,
  dueIn: false,
  closed: false,
  ...over,
})

describe('a room today', () => {
  test.each<[string, Partial<RoomToday>, string, string | null]>([
    ['left and dirty', {}, 'vacant', 'departure linen 40'],
    ['left and clean', { state: 'clean' }, 'vacant', null],
    ['clean for an arrival', { state: 'inspected', dueIn: true }, 'due-in', null],
    ['to be picked up', { state: 'pickup', dueIn: true }, 'due-in', 'pickup 10'],
    [
      'left today, whatever it is in',
      { state: 'clean', stay: stay('08–10') },
      'due-out',
      'departure linen 40',
    ],
    ['overstayed', { stay: stay('05–09') }, 'due-out', 'departure linen 40'],
    ['stayed over', { stay: stay('08–12') }, 'occupied', 'stay-over 20'],
    ['stayed three nights', { stay: stay('07–12') }, 'occupied', 'stay-over linen 30'],
    ['made up already', { state: 'clean', stay: stay('07–12') }, 'occupied', null],
    ['out of order', { closed: true }, 'vacant', null],
  ])('%s', (_what, over, use, work) => {
    expect(roomUse(room(over), today)).toBe(use)
    const found = workOf(room(over), today, usualSettings)
    const said = found && [found.work, ...(found.linen ? ['linen'] : []), found.credits].join(' ')
    expect(said).toBe(work)
  })
})

test.each([
  [2, 2, null],
  [0, 0, null],
  [0, 2, 'skip'],
  [1, 0, 'sleep'],
  [3, 2, 'persons'],
])('%i seen and %i at the desk: %s', (seen, desk, kind) => {
  expect(discrepancyOf(seen, desk)).toBe(kind)
})

test('a ticket goes from open to in work to done and may be opened again', () => {
  expect(ticketActionsOf('open')).toEqual(['start', 'done'])
  expect(ticketActionsOf('in-work')).toEqual(['done', 'reopen'])
  expect(ticketActionsOf('done')).toEqual(['reopen'])
  expect(nextTicketStatus('done', 'start')).toMatchObject({ refusal: { code: 'STATUS_NOT_POSSIBLE' } })
})

test('a picture is what its bytes say, whole', () => {
  const jpeg = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 0xff, 0xd9]
  const png = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
  ]
  expect(pictureKind(Uint8Array.from(jpeg))).toBe('image/jpeg')
  expect(pictureKind(Uint8Array.from(png))).toBe('image/png')
  expect(pictureKind(Uint8Array.from(jpeg.slice(0, -1)))).toBe(null)
  expect(pictureKind(Uint8Array.from(png.slice(0, -1)))).toBe(null)
  expect(pictureKind(new TextEncoder().encode('<svg onload="x">'))).toBe(null)
  expect(pictureKind(new Uint8Array())).toBe(null)
})

describe('work shared among attendants', () => {
  const house = (floors: number, each: number) =>
    Array.from({ length: floors * each }, (_, at) => ({
      floor: 1 + Math.floor(at / each),
      number: `${1 + Math.floor(at / each)}${String(1 + (at % each)).padStart(2, '0')}`,
      credits: 20,
    }))
  const hands = (...credits: number[]) =>
    credits.map((one, at) => ({ name: at, credits: one, floors: [] as number[] }))
  const sheets = (
    given: ReturnType<typeof splitWork<ReturnType<typeof house>[number], ReturnType<typeof hands>[number]>>,
  ) =>
    [...Map.groupBy(given, ([, one]) => one.name).entries()].map(
      ([name, rooms]) => `${name}: ${rooms[0]?.[0].number}–${rooms.at(-1)?.[0].number}`,
    )

  test('keeps floors together where that is as even', () => {
    expect(sheets(splitWork(house(4, 6), hands(480, 480)))).toEqual(['0: 101–206', '1: 301–406'])
    expect(sheets(splitWork(house(3, 8), hands(480, 480, 480)))).toEqual([
      '0: 101–108',
      '1: 201–208',
      '2: 301–308',
    ])
  })

  test('gives who does half a day half the work, and whose floor it is that floor', () => {
    expect(sheets(splitWork(house(1, 9), hands(480, 240)))).toEqual(['0: 101–106', '1: 107–109'])
    const [first, second] = hands(480, 480)
    if (!first || !second) throw new Error('two')
    first.floors = [2]
    second.floors = [1]
    expect(sheets(splitWork(house(2, 4), [first, second]))).toEqual(['1: 101–104', '0: 201–204'])
  })

  test('gives nothing to nobody, and nothing where there is nothing', () => {
    expect(splitWork(house(1, 3), []).size).toBe(0)
    expect(splitWork([], hands(480)).size).toBe(0)
  })

  const some = fc.record({
    rooms: fc.array(
      fc.record({ floor: fc.integer({ min: 1, max: 4 }), credits: fc.integer({ min: 1, max: 60 }) }),
      {
        maxLength: 9,
      },
    ),
    credits: fc.array(fc.constantFrom(240, 480), { minLength: 1, maxLength: 3 }),
  })

  test('is as even as runs of neighbours can be: no other split has a lesser sum', () => {
    fc.assert(
      fc.property(some, ({ rooms, credits }) => {
        const list = rooms
          .map((one, at) => ({ ...one, number: String(100 + at) }))
          .toSorted((a, b) => a.floor - b.floor || Number(a.number) - Number(b.number))
        const people = hands(...credits)
        const given = splitWork(list, people)
        expect(given.size).toBe(list.length)
        const ends = people.map(
          (one) => list.filter((room) => (given.get(room)?.name ?? 0) <= one.name).length,
        )
        expect(costOf(list, people, ends)).toBeCloseTo(bestOf(list, people), 9)
      }),
    )
  })

  const withFloors = fc.record({
    rooms: fc.array(
      fc.record({ floor: fc.integer({ min: 1, max: 4 }), credits: fc.constantFrom(10, 20, 40) }),
      { maxLength: 14 },
    ),
    people: fc.array(
      fc.record({
        credits: fc.constantFrom(240, 480),
        floors: fc.uniqueArray(fc.integer({ min: 1, max: 5 }), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })

  test('gives an attendant with floors rooms of others only to balance, and balances all there is', () => {
    fc.assert(
      fc.property(withFloors, ({ rooms, people: staff }) => {
        const list = rooms.map((one, at) => ({ ...one, number: String(100 + at) }))
        const people = staff.map((one, name) => ({ ...one, name }))
        const given = splitWork(list, people)
        expect([...given.keys()].toSorted((a, b) => Number(a.number) - Number(b.number))).toEqual(list)
        const sumOf = (of: ReadonlyMap<(typeof list)[number], (typeof people)[number]>) =>
          people.reduce((sum, one) => {
            const own = list.filter((room) => of.get(room) === one)
            return sum + loadOf(own) ** 2 / one.credits
          }, 0)
        const now = sumOf(given)
        const hasFloors = people.some(({ floors }) => floors.length > 0)
        for (const [room, one] of given) {
          const homes = homesOf(room.floor, people)
          for (const to of people) {
            if (to === one || !hasFloors) continue
            const then = sumOf(new Map([...given, [room, to]]))
            // No single room makes it more even
            expect(then).toBeGreaterThan(now - 1e-6)
            // And one that is not at home would make it less even there
            if (!homes.includes(one) && homes.includes(to)) expect(then).toBeGreaterThan(now)
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  test('leaves each floor to whom it belongs where that is even, also floors that lie apart', () => {
    const [first, second, third] = hands(480, 480, 480)
    if (!first || !second || !third) throw new Error('three')
    first.floors = [1, 4]
    second.floors = [2, 3]
    const given = splitWork(house(4, 6), [first, second])
    expect(sheets(given)).toEqual(['0: 101–406', '1: 201–306'])
    for (const [{ floor }, { floors }] of given) expect(floors).toContain(floor)
    // Who has no floors has what nobody's floor is
    first.floors = [1]
    second.floors = [2]
    expect(sheets(splitWork(house(3, 6), [first, second, third]))).toEqual([
      '0: 101–106',
      '1: 201–206',
      '2: 301–306',
    ])
  })

  test('gives rooms of another’s floor to who would have nothing to do', () => {
    const [first, second] = hands(480, 480)
    if (!first || !second) throw new Error('two')
    second.floors = [9]
    expect(sheets(splitWork(house(1, 8), [first, second]))).toEqual(['1: 101–104', '0: 105–108'])
  })

  type List = ReturnType<typeof house>
  type People = ReturnType<typeof hands>

  function costOf(list: List, people: People, ends: readonly number[]): number {
    return people.reduce((sum, one, at) => {
      const run = list.slice(at === 0 ? 0 : ends[at - 1], ends[at])
      const floors = new Set(run.map(({ floor }) => floor)).size
      const load = run.reduce((all, { credits }) => all + credits, 0) + floorCredits * Math.max(0, floors - 1)
      return sum + load ** 2 / one.credits
    }, 0)
  }

  /** Every way to cut the list, one after the other. */
  function bestOf(list: List, people: People, ends: number[] = []): number {
    if (ends.length === people.length - 1) return costOf(list, people, [...ends, list.length])
    let best = Number.POSITIVE_INFINITY
    for (let end = ends.at(-1) ?? 0; end <= list.length; end++)
      best = Math.min(best, bestOf(list, people, [...ends, end]))
    return best
  }
})
