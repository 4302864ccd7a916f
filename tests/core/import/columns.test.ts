import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { examine } from '#core/doctor/examine.ts'
import { closeHotel, column, findingsOf, hotel, imported, openHotel, rowsOf } from './lists.ts'
import { addRoom1203 } from './support.ts'

beforeEach(openHotel)
afterEach(async () => {
  expect(await hotel.look(async (rawReader) => (await examine({ rawReader }, () => 0)).findings)).toEqual([])
  expect(await closeHotel()).toEqual([])
})

/** Imports a list as its own headings and values say, without a mapping. */
function bare(name: string, lines: readonly string[], dryRun = false) {
  return hotel.run({ file: hotel.give(name, `${lines.join('\n')}\n`), profile: 'generic', dryRun })
}
const sources = () => column('select source from bookings order by id').map((one) => JSON.parse(String(one)))

describe('columns that could be one field', () => {
  const lines = [
    'Name,Mobile,Tel,Arrival,Departure,Room type,Rate',
    '王一,13800138000,01065556666,2026-03-05,2026-03-06,KING,1',
  ]

  test('are told by inspect, and refused with both headings until a mapping settles them', async () => {
    const file = hotel.give('a.csv', `${lines.join('\n')}\n`)
    const { columns, doubts } = await hotel.app.must('import.inspect', { file })
    expect(doubts).toEqual([{ field: 'phone', columns: ['Mobile', 'Tel'] }])
    expect(columns.filter(({ field }) => field === null).map(({ name }) => name)).toEqual(['Mobile', 'Tel'])
    for (const dryRun of [true, false])
      expect(await bare('a.csv', lines, dryRun)).toEqual({
        refusal: {
          code: 'COLUMNS_ALIKE',
          params: { file: 'a.csv', columns: '“Mobile”, “Tel”', as: 'phone' },
        },
      })
    const settled = await imported('b.csv', lines, {
      mapping: {
        columns: { Mobile: 'phone', Arrival: 'arrival', Departure: 'departure', 'Room type': 'roomType' },
      },
    })
    expect(settled).toMatchObject({ imported: 1, notRead: ['Name', 'Tel', 'Rate'] })
  })

  test('are read where values settle them, on whatever row', async () => {
    const rows = Array.from({ length: 300 }, () => '王一,,,2026-03-05,2026-03-06,KING,1')
    const ended = await bare('a.csv', [
      lines[0] ?? '',
      ...rows,
      '王一,,13800138000,2026-03-05,2026-03-06,KING,1',
    ])
    expect(ended).toMatchObject({
      summary: { imported: 301, columns: { Tel: 'phone' }, notRead: ['Mobile'] },
    })
    expect(await bare('b.csv', [lines[0] ?? '', ...rows, lines[1] ?? ''])).toMatchObject({
      refusal: { code: 'COLUMNS_ALIKE' },
    })
  })

  test('do not stand in the way of a table that needs none of them settled', async () => {
    const ended = await bare('a.csv', [
      'Arrival,Departure,Room type,Remarks,Comments',
      '2026-03-05,2026-03-06,KING,a,b',
    ])
    expect(ended).toMatchObject({ summary: { imported: 1, notRead: ['Comments'] } })
  })

  test('without what a booking needs are refused as before', async () => {
    expect(await bare('a.csv', ['Arrival,Colour', '2026-03-05,red'])).toMatchObject({
      refusal: { code: 'MAPPING_INCOMPLETE', params: { fields: 'departure, roomType' } },
    })
  })
})

describe('a booker', () => {
  const headings = '联系人,联系电话,入住人,到店日期,离店日期,房型,房价'

  test('is a guest of its own who books for others, once for the file', async () => {
    await bare('a.csv', [
      headings,
      '携程客服甲,13800138000,王一,2026-03-05,2026-03-07,大床房,300',
      '携程客服甲,13800138000,李二,2026-03-05,2026-03-07,大床房,300',
      '赵三,13900139000,赵三,2026-03-05,2026-03-07,大床房,300',
      '美团乙,,钱四,2026-03-05,2026-03-07,大床房,300',
      '美团乙,,孙五,2026-03-05,2026-03-07,大床房,300',
      '携程,,周六,2026-03-05,2026-03-07,大床房,300',
    ])
    const names = rowsOf<{ guest: string; booker: string | null }>(
      `select g.native_name as guest, b.native_name as booker from bookings k join guests g on g.id = k.guest_id
        left join guests b on b.id = k.booker_id order by k.id`,
    )
    expect(names.map(({ guest, booker }) => [guest, booker])).toEqual([
      ['王一', '携程客服甲'],
      ['李二', '携程客服甲'],
      ['赵三', null],
      ['钱四', '美团乙'],
      ['孙五', '美团乙'],
      ['周六', null],
    ])
    expect(hotel.count('guests')).toBe(8)
    expect(sources().at(-1)).toEqual({ line: 7, bookerText: '携程' })
    expect(rowsOf('select guest_id, value from guest_contacts order by id')).toHaveLength(2)
  })
})

describe('a row of several rooms', () => {
  const headings = '订单号,客人姓名,入住日期,离店日期,房型,间数,总价,房号'

  test('makes a party: bookings of one guest and number, each with its share', async () => {
    const ended = await bare('a.csv', [headings, 'T1,王一,2026-03-05,2026-03-07,大床房,3,1800,'])
    expect(ended).toMatchObject({
      summary: {
        rows: 1,
        imported: 1,
        created: { guests: 1, bookings: 3, roomNights: 6 },
        notes: { partyOfRow: 1 },
      },
    })
    expect(column('select sum(rate_minor) from room_nights group by booking_id')).toEqual([
      60000, 60000, 60000,
    ])
    expect(sources()).toEqual(
      [1, 2, 3].map((partyRoom) => ({ line: 2, confirmationNo: 'T1', partyRooms: 3, partyRoom })),
    )
    // The next export means the same three bookings.
    await bare('b.csv', [headings, 'T1,王一,2026-03-05,2026-03-07,大床房,3,1860,'])
    expect(hotel.count('bookings')).toBe(3)
    expect(column('select sum(rate_minor) from room_nights group by booking_id')).toEqual([
      62000, 62000, 62000,
    ])
  })

  test('comes in whole or not at all', async () => {
    await addRoom1203(hotel.app)
    const lines = [
      headings,
      'T1,王一,2026-03-05,2026-03-07,大床房,1,600,1203',
      'T2,李二,2026-03-06,2026-03-07,大床房,2,600,"1203,1204"',
    ]
    expect(await bare('a.csv', lines)).toMatchObject({ summary: { imported: 1, rejected: { roomTaken: 1 } } })
    expect(hotel.count('bookings')).toBe(1)
    expect(hotel.count('guests')).toBe(1)
  })

  test('whose columns are left out by a mapping is told of', async () => {
    const columns = { 入住日期: 'arrival', 离店日期: 'departure', 房型: 'roomType', 总价: 'total' } as const
    const summary = await imported('a.csv', [headings, 'T1,王一,2026-03-05,2026-03-07,大床房,3,1800,'], {
      mapping: { columns },
    })
    expect(summary).toMatchObject({ imported: 1, notes: { columnUnread: 1 } })
    expect(
      (await findingsOf(summary.batchId)).map(({ reason, field, value }) => [reason, field, value]),
    ).toEqual([['columnUnread', '间数', '3']])
    expect(sources()).toEqual([{ line: 2, 间数: '3' }])
  })
})

test('documents are read by the type beside them', async () => {
  await bare('a.csv', [
    '姓名,证件类型,证件号码,到店日期,离店日期,房型,房价',
    '王一,身份证,11010519491231002X,2026-03-05,2026-03-07,大床房,300',
    'Anna Probe,护照,C01X00T47,2026-03-05,2026-03-07,大床房,300',
    '陈港,港澳通行证,H12345678,2026-03-05,2026-03-07,大床房,300',
    '陈 港,港澳通行证,H12345678,2026-03-08,2026-03-09,大床房,300',
    '周六,社保卡,A1234560,2026-03-05,2026-03-07,大床房,300',
  ])
  expect(rowsOf('select guest_id, kind, number, country from guest_documents order by id')).toEqual([
    { guest_id: 1, kind: 'resident-id', number: '11010519491231002X', country: 'CHN' },
    { guest_id: 2, kind: 'passport', number: 'C01X00T47', country: '' },
    { guest_id: 3, kind: 'hk-macau-permit', number: 'H12345678', country: '' },
  ])
  expect(column('select guest_id from bookings order by id')).toEqual([1, 2, 3, 3, 4])
  expect(sources().at(-1)).toEqual({ line: 6, documentNoText: 'A1234560', documentType: '社保卡' })
})
