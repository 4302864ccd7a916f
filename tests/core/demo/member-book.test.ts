import { expect, test } from 'vitest'
import { createMemberBook, type MemberStay } from '#core/demo/member-book.ts'
import { fromDayNumber, type GuestId, type MembershipId, toDayNumber } from '#shared/values/index.ts'

const guest = (id: number) => id as GuestId
const member = (id: number) => id as MembershipId
const day = (date: string) => toDayNumber(date as never)
const stay: MemberStay = {
  arrival: day('2025-03-05'),
  nights: 3,
  revenueMinor: 123_400,
  noShow: false,
  qualifyingRate: false,
  paidByGuest: false,
  freeNight: false,
  group: false,
}

test('members are found by their guest, with the day they joined and who took them in', () => {
  const book = createMemberBook(10, 7)
  expect(book.count).toBe(0)
  book.add(member(7), guest(4), 100, 'chen')
  book.add(member(8), guest(10), 101, 'wu')
  book.add(member(9), guest(1), 102, 'chen')
  expect(book.count).toBe(3)
  expect([1, 4, 5, 10].map((id) => book.idOf(guest(id)))).toEqual([9, 7, 0, 8])
  const ids = [7, 8, 9].map(member)
  expect(ids.map(book.guestOf)).toEqual([4, 10, 1])
  expect(ids.map(book.joinedOn)).toEqual([100, 101, 102])
  expect(ids.map(book.joinedBy)).toEqual(['chen', 'wu', 'chen'])
})

test('stays come back as they were, the oldest first, each to its member', () => {
  const book = createMemberBook(5, 1)
  for (const id of [1, 2]) book.add(member(id), guest(id), 0, 'chen')
  const flags = ['noShow', 'qualifyingRate', 'paidByGuest', 'freeNight', 'group'] as const
  expect(book.staysOf(member(1), fromDayNumber)).toEqual([])
  for (const [index, flag] of flags.entries()) {
    book.addStay(
      member(1),
      { ...stay, arrival: stay.arrival + index, nights: index, [flag]: true },
      true,
      2025,
    )
    book.addStay(member(2), { ...stay, revenueMinor: index }, true, 2025)
  }
  const found = book.staysOf(member(1), fromDayNumber)
  expect(found[3]).toEqual({
    arrival: '2025-03-08',
    departure: '2025-03-11',
    nights: 3,
    roomRevenueMinor: 123_400,
    totalRevenueMinor: 123_400,
    status: 'checked-out',
    channel: 'direct',
    qualifyingRate: false,
    paidByGuest: false,
    freeNight: true,
    group: false,
    roomOfStay: 1,
  })
  expect(found.map(({ nights }) => nights)).toEqual([0, 1, 2, 3, 4])
  const told = found.map((one) => [
    one.status === 'no-show',
    one.qualifyingRate,
    one.paidByGuest,
    one.freeNight,
    one.group,
  ])
  expect(told).toEqual(flags.map((_, row) => flags.map((_flag, column) => row === column)))
  expect(book.staysOf(member(2), fromDayNumber).map(({ roomRevenueMinor }) => roomRevenueMinor)).toEqual([
    0, 1, 2, 3, 4,
  ])
})

test('nights that count add up within a year and begin again with the next', () => {
  const book = createMemberBook(5, 1)
  for (const id of [1, 2]) book.add(member(id), guest(id), 0, 'chen')
  const add = (id: number, nights: number, counts: boolean, year: number) =>
    book.addStay(member(id), { ...stay, nights }, counts, year)
  expect(add(1, 3, true, 2024)).toBe(3)
  expect(add(1, 4, true, 2024)).toBe(7)
  expect(add(1, 9, false, 2024)).toBe(0)
  expect(add(2, 1, true, 2024)).toBe(1)
  expect(add(1, 2, true, 2024)).toBe(9)
  expect(add(1, 5, true, 2025)).toBe(5)
  expect(add(1, 1, true, 2025)).toBe(6)
  expect(book.staysOf(member(1), fromDayNumber)).toHaveLength(6)
})

test('nothing is lost where more stays come than there was place for', () => {
  const book = createMemberBook(3, 1)
  book.add(member(1), guest(1), 0, 'chen')
  book.add(member(2), guest(2), 0, 'chen')
  for (let revenueMinor = 0; revenueMinor < 2500; revenueMinor++)
    book.addStay(member(1 + (revenueMinor % 2)), { ...stay, revenueMinor }, true, 2025)
  const revenues = [1, 2].map((id) =>
    book.staysOf(member(id), fromDayNumber).map(({ roomRevenueMinor }) => roomRevenueMinor),
  )
  expect(revenues[0]).toEqual(Array.from({ length: 1250 }, (_, index) => index * 2))
  expect(revenues[1]).toEqual(Array.from({ length: 1250 }, (_, index) => index * 2 + 1))
})
