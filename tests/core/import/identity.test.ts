import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { closeHotel, column, findingsOf, hotel, imported, openHotel, rowsOf } from './lists.ts'

beforeEach(openHotel)
afterEach(async () => {
  // Whatever came in, the store and its log say the same.
  expect(await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)).toEqual([])
  expect(await closeHotel()).toEqual([])
})

const headings = 'Name,Phone,Email,Passport,Member no,Birth date,Nationality,Arrival,Departure,Room type,Rate'
const stay = (...cells: string[]) => `${cells.join(',')},2026-04-05,2026-04-06,KING,100`
const whose = () => column('select guest_id from bookings order by id')
const contacts = () =>
  rowsOf<Record<string, unknown>>(
    'select guest_id, kind, value, is_primary from guest_contacts order by id',
  ).map((row) => Object.values(row).join(' '))

describe('a number beside another name', () => {
  test('joins nobody: the row gets a guest of its own, and both are listed', async () => {
    const summary = await imported('a.csv', [
      headings,
      stay('Anna Probe', '13800138000', '', 'C01X00T47', 'M1001', '', ''),
      stay('Bert Trial', '', '', 'C01X00T47', '', '', ''),
      stay('Carl Check', '', '', '', 'M1001', '', ''),
      stay('Dana Test', '13800138000', '', '', '', '', ''),
      // Back to the first one, whoever came between.
      stay('PROBE/ANNA MS', '', '', 'C01X00T47', '', '', ''),
      stay('Carl Check', '', '', '', 'M1001', '', ''),
    ])
    expect(whose()).toEqual([1, 2, 3, 4, 1, 3])
    expect(summary.notes).toEqual({
      documentOfOther: 1,
      membershipOfOther: 2,
      phoneOfOther: 1,
      duplicateRow: 1,
    })
    const found = (await findingsOf(summary.batchId)).map(({ line, field, value }) => [line, field, value])
    expect(found).toEqual([
      [3, 'document', 'passport …0T47: Anna Probe'],
      [4, 'membership', 'M1001: Anna Probe'],
      [5, 'phone', '+8613800138000: Anna Probe'],
      [7, 'membership', 'M1001: Anna Probe'],
      [7, '', '4'],
    ])
    // The document stays with whom it came with; the other's booking says which one it was.
    expect(rowsOf('select guest_id, number from guest_documents')).toEqual([
      { guest_id: 1, number: 'C01X00T47' },
    ])
    const sources = column('select source from bookings order by id').map((one) => JSON.parse(String(one)))
    expect(sources[1]).toEqual({ line: 3, documentOfOther: 'passport …0T47' })
  })

  test('joins nobody on file either', async () => {
    await imported('a.csv', [headings, stay('Anna Probe', '', '', 'C01X00T47', '', '', '')])
    const again = await imported('b.csv', [
      headings,
      stay('Bert Trial', '', '', 'C01X00T47', '', '', ''),
      stay('A. Probe', '', '', 'C01X00T47', '', '', ''),
    ])
    expect(again).toMatchObject({ created: { guests: 1 }, notes: { documentOfOther: 1 } })
    expect(whose()).toEqual([1, 2, 1])
  })

  test('is nobody’s proof where the dates of birth contradict', async () => {
    await imported('a.csv', [
      headings,
      stay('John Smith', '+12125550123', '', '', '', '1961-05-06', ''),
      stay('John Smith', '+12125550123', '', '', '', '1990-05-06', ''),
      stay('John Smith', '+12125550123', '', '', '', '1961-05-06', ''),
    ])
    expect(whose()).toEqual([1, 2, 1])
  })

  test('in other dress is the same guest, by telephone only where the name is whole', async () => {
    await imported('a.csv', [
      headings,
      stay('张伟', '13800138000', '', '', 'M1001', '', ''),
      stay('Zhang Wei', '13800138000', '', '', '', '', ''),
      stay('张 偉先生', '13800138000', '', '', '', '', ''),
      stay('张先生', '', '', '', 'M1001', '', ''),
      stay('张先生', '13800138000', '', '', '', '', ''),
    ])
    expect(whose()).toEqual([1, 1, 1, 1, 2])
  })
})

describe('placeholders', () => {
  test('are no keys; they are kept as the source’s and noted', async () => {
    const summary = await imported('a.csv', [
      headings,
      stay('Anna Probe', '13800138000', '', '000000000', '是', '', ''),
      stay('Anna Probe', '13800138001', '', '000000000', '是', '', ''),
      stay('Anna Probe', '13800138002', '', 'PENDING', 'Gold', '', ''),
      stay('Anna Probe', '13800138003', '', 'PENDING', 'Gold', '', ''),
      stay('Anna Probe', '-', '', '12345678', 'VIP1', '', ''),
      stay('Anna Probe', '00000000000', '', '12345678', 'VIP1', '', ''),
    ])
    expect(whose()).toEqual([1, 2, 3, 4, 5, 6])
    expect(summary.notes).toEqual({ numberPlaceholder: 8 })
    expect(hotel.count('guest_documents')).toBe(0)
    expect(hotel.count('guest_contacts')).toBe(4)
    const last = column('select source from bookings order by id desc limit 1')
    expect(JSON.parse(String(last[0]))).toEqual({
      line: 7,
      membershipTier: 'VIP1',
      passportNoText: '12345678',
      phoneText: '00000000000',
    })
  })

  test('as confirmation numbers never stand for a booking on file', async () => {
    const lines = (stays: string) => [
      'Confirmation,Arrival,Departure,Room type',
      `N/A,${stays}`,
      `0,${stays}`,
    ]
    await imported('a.csv', lines('2026-04-05,2026-04-06,KING'))
    expect(await imported('b.csv', lines('2026-04-07,2026-04-08,KING'))).toMatchObject({
      imported: 2,
      rejected: {},
      notes: { numberPlaceholder: 2 },
    })
  })
})

describe('a column as a whole', () => {
  const people = ['王一', '李二', '赵三', '钱四', '孙五', '周六']

  test('of levels or points is none of numbers: two of one name and level are two', async () => {
    const summary = await imported('a.csv', [
      headings,
      ...people.map((who, index) => stay(who, '', '', '', `${100 * (1 + (index % 3))}`, '', '')),
      stay('王一', '', '', '', '100', '', ''),
    ])
    expect(new Set(whose()).size).toBe(7)
    expect(summary.notes).toEqual({ columnNoKey: 1, duplicateRow: 1 })
    expect((await findingsOf(summary.batchId)).map(({ line, field }) => [line, field])).toEqual([
      [8, ''],
      [0, 'Member no'],
    ])
    expect(JSON.parse(String(column('select source from bookings limit 1')[0]))).toEqual({
      line: 2,
      membershipNoText: '100',
    })
  })

  test('a number that many share joins nobody, whichever row shows it', async () => {
    const summary = await imported('a.csv', [
      headings,
      stay('王一', '13800138000', '', 'E87654320', '', '', ''),
      stay('王一', '13800138000', '', 'E87654320', '', '', ''),
      stay('李二', '13800138000', '', 'E87654320', '', '', ''),
      stay('赵三', '13800138000', '', 'E87654320', '', '', ''),
    ])
    expect(whose()).toEqual([1, 2, 3, 4])
    expect(summary.notes).toEqual({ numberShared: 4, duplicateRow: 1 })
    // One still calls there.
    expect(hotel.count('guest_contacts')).toBe(4)
    expect(hotel.count('guest_documents')).toBe(0)
  })
})

describe('what a later row says beside', () => {
  test('is kept as further contacts, and fills what was empty; one change of the guest for all', async () => {
    await imported('a.csv', [
      headings,
      stay('Anna Probe', '13800138000', '', 'C01X00T47', '', '', ''),
      stay('Anna Probe', '13900139000', 'anna@example.com', 'C01X00T47', '', '', ''),
      stay('Anna Probe', '13800138000', 'x.1@guest.booking.com', 'C01X00T47', '', '1990-05-06', 'DEU'),
      stay('Anna Probe', '13900139000', 'anna@example.com', 'C01X00T47', '', '', ''),
    ])
    expect(contacts()).toEqual([
      '1 mobile +8613800138000 1',
      '1 mobile +8613900139000 0',
      '1 email anna@example.com 1',
      '1 email x.1@guest.booking.com 0',
    ])
    expect(rowsOf('select birth_date, nationality, version from guests')).toEqual([
      { birth_date: '1990-05-06', nationality: 'DEU', version: 2 },
    ])
    expect(column("select operation from changes where entity = 'guest' order by seq")).toEqual([
      'import.start',
      'import.start',
    ])
    for (const text of ['9000', 'anna@example.com'])
      expect([text, (await hotel.app.must('guest.search', { text })).rows.length]).toEqual([text, 1])
  })

  test('comes to guests on file too, by document; what they say stays', async () => {
    await imported('a.csv', [headings, stay('张伟', '13800138000', '', 'C01X00T47', '', '', '')])
    await imported('b.csv', [
      headings,
      stay('Zhang Wei', '13900139000', '', 'C01X00T47', '', '', ''),
      stay('李娜', '13900139000', '', 'C09X00T47', '', '', ''),
    ])
    expect(contacts()).toEqual([
      '1 mobile +8613800138000 1',
      '2 mobile +8613900139000 1',
      '1 mobile +8613900139000 0',
    ])
    expect(rowsOf('select native_name, family_name from guests where id = 1')).toEqual([
      { native_name: '张伟', family_name: '' },
    ])
  })
})

test('the long order numbers of an agency are no cards, though one in ten passes as one', async () => {
  const lines = (count: number) =>
    Array.from(
      { length: count },
      (_, index) =>
        `41111111111111${10 + index},Guest ${'ABCDEFGHIJKLMNOPQRST'[index]},2026-04-05,2026-04-06,KING,100`,
    )
  const head = 'Order no,Name,Arrival,Departure,Room type,Rate'
  const few = await imported('few.csv', [head, ...lines(5)])
  expect([few.imported, few.rejected]).toEqual([4, { cardNumber: 1 }])
  const many = await imported('many.csv', [head, ...lines(12).slice(1)])
  expect([many.imported, many.rejected]).toEqual([11, {}])
})
