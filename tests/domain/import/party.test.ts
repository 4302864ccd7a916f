import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocumentType } from '#shared/domain/import/document-types.ts'
import { genericRule } from '#shared/domain/import/generic.ts'
import { splitEvenly, splitPersons } from '#shared/domain/import/party.ts'
import type { ImportedBooking, ImportField } from '#shared/domain/import/row.ts'
import { isCurrencyOf, saysSomething, weighs } from '#shared/domain/import/weighing.ts'
import type { BusinessDate, Currency } from '#shared/values/index.ts'
import { booking, notesOf, type Row, read, rejected } from './support.ts'

const CNY = 'CNY' as Currency
/** The bookings of a row; its stay is of three nights unless it says otherwise. */
function rooms(row: Row): ImportedBooking[] {
  const answer = read(row)
  if ('rejected' in answer) throw new Error(JSON.stringify(answer))
  return [answer.booking, ...(answer.party ?? [])]
}

describe('a sum in parts', () => {
  test('is whole, and no part differs from another by more than one', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 200 }), (sum, parts) => {
        const split = splitEvenly(sum, parts)
        expect(split.reduce((total, part) => total + part, 0)).toBe(sum)
        expect(Math.max(...split) - Math.min(...split)).toBeLessThanOrEqual(1)
        expect(split).toHaveLength(parts)
      }),
    )
  })
  test.each([
    [{ adults: 6, children: 0, infants: 0 }, 3, ['2/0/0', '2/0/0', '2/0/0']],
    [{ adults: 4, children: 1, infants: 1 }, 3, ['2/1/1', '1/0/0', '1/0/0']],
    // Two adults in three rooms: nobody books a room for no one, so that two are in each.
    [{ adults: 2, children: 1, infants: 0 }, 3, ['2/1/0', '2/1/0', '2/1/0']],
    [{ adults: 0, children: 0, infants: 0 }, 2, ['0/0/0', '0/0/0']],
  ])('persons %j in %i rooms', (persons, count, expected) => {
    expect(splitPersons(persons, count).map((one) => Object.values(one).join('/'))).toEqual(expected)
  })
})

describe('a row of several rooms', () => {
  test('is as many bookings in one party, its total split to the last fen', () => {
    const party = rooms({ rooms: '3', total: '1000', adults: '3', confirmationNo: 'T1' })
    expect(party.map(({ rates }) => rates)).toEqual([
      [11112, 11111, 11111],
      [11111, 11111, 11111],
      [11111, 11111, 11111],
    ])
    expect(party.map(({ adults, source }) => ({ adults, ...source }))).toEqual([
      { adults: 1, confirmationNo: 'T1', partyRooms: 3, partyRoom: 1 },
      { adults: 1, confirmationNo: 'T1', partyRooms: 3, partyRoom: 2 },
      { adults: 1, confirmationNo: 'T1', partyRooms: 3, partyRoom: 3 },
    ])
    expect(notesOf({ rooms: '3', total: '1000' })).toEqual([['partyOfRow', 'rooms']])
  })

  test('at a rate has that rate for each', () => {
    expect(rooms({ rooms: '2间', rate: '300' }).map(({ rates }) => rates)).toEqual([
      [30000, 30000, 30000],
      [30000, 30000, 30000],
    ])
    expect(rooms({ rooms: '2', rate: '300', total: '1800' })).toHaveLength(2)
    // 900 is either three nights at 300 of one room, or what both cost.
    expect(rejected({ rooms: '2', rate: '300', total: '900' })).toEqual([['roomsAmbiguous', 'rooms']])
  })

  test('gives each its number where as many are named; else the text is kept', () => {
    expect(rooms({ rooms: '2', rate: '1', room: '101, 102' }).map(({ room }) => room)).toEqual(['101', '102'])
    const [first, second] = rooms({ rooms: '2', rate: '1', room: '101' })
    expect([first?.room, second?.room, second?.source.room]).toEqual(['', '', '101'])
    expect(notesOf({ rooms: '2', rate: '1', room: '101' })).toContainEqual(['valueKept', 'room'])
  })

  test.each<[Row, number]>([
    [{ rooms: '1' }, 1],
    [{ rooms: '' }, 1],
    [{ rooms: '-', roomNights: 'N/A', cancelledRooms: '无' }, 1],
    [{ rooms: '2.0' }, 2],
    [{ roomNights: '3' }, 1],
    [{ roomNights: '6间夜' }, 2],
    [{ rooms: '2', roomNights: '6' }, 2],
    [{ rooms: '2', roomNights: '3' }, 2],
    [{ rooms: '2', nights: '6' }, 2],
    [{ rooms: '2', departure: '', nights: '3' }, 2],
    [{ rooms: '2', departure: '', roomNights: '6' }, 2],
    [{ rooms: '0', status: 'cancelled' }, 1],
    [{ rooms: '2', cancelledRooms: '2', status: 'cancelled' }, 2],
    [{ rooms: '2', cancelledRooms: '0' }, 2],
  ])('%j is %i', (row, count) => {
    const party = rooms({ ...row, rate: '1' })
    expect(party).toHaveLength(count)
    expect(party.every(({ departure, rates }) => departure === '2026-03-08' && rates.length === 3)).toBe(true)
    expect((notesOf({ ...row, rate: '1' }) ?? []).filter(([reason]) => reason === 'nightsDiffer')).toEqual([])
  })

  test.each<[Row, string[]]>([
    [{ rooms: '0' }, ['roomsNone', 'rooms']],
    [{ rooms: '201' }, ['roomsTooMany', 'rooms']],
    [{ rooms: 'two or three' }, ['numberForm', 'rooms']],
    [{ rooms: '3', cancelledRooms: '1' }, ['roomsCancelled', 'cancelledRooms']],
    [{ rooms: '2', departure: '', roomNights: '5' }, ['numberForm', 'roomNights']],
  ])('%j is rejected', (row, fault) => {
    expect(rejected({ ...row, rate: '1' })).toEqual([fault])
  })

  test.each<[Row, string]>([
    [{ nights: '2' }, 'nights'],
    [{ roomNights: '5' }, 'roomNights'],
    [{ rooms: '2', roomNights: '9' }, 'roomNights'],
  ])('%j has a count that contradicts its dates, which is noted', (row, field) => {
    expect(notesOf({ ...row, rate: '1' })).toContainEqual(['nightsDiffer', field])
  })

  test('may be of as many persons as its rooms hold', () => {
    expect(rejected({ adults: '30', rate: '1' })).toEqual([['personsTooMany', 'adults']])
    expect(rooms({ adults: '30', rooms: '15', rate: '1' }).map(({ adults }) => adults)).toEqual(
      Array(15).fill(2),
    )
  })
})

describe('who booked', () => {
  test('is beside the guest, with a telephone of their own', () => {
    const { guest, booker } = booking({
      nativeName: '王一',
      booker: '携程客服甲',
      bookerPhone: '13800138000',
    })
    expect([guest.nativeName, guest.phone]).toEqual(['王一', ''])
    expect(booker).toMatchObject({ nativeName: '携程客服甲', phone: '+8613800138000' })
  })
  test('is nobody else where the name is the guest’s, who gets the telephone', () => {
    const row = {
      nativeName: '王一',
      booker: '王一',
      bookerPhone: '13800138000',
      bookerEmail: 'w@example.com',
    }
    expect(booking(row)).toMatchObject({
      booker: null,
      guest: { phone: '+8613800138000', email: 'w@example.com' },
    })
  })
  test.each<[Row, Record<string, string>]>([
    [{ booker: '携程' }, { bookerText: '携程' }],
    [
      { booker: 'Booking.com', bookerEmail: 'x@example.com' },
      { bookerText: 'Booking.com', bookerEmailText: 'x@example.com' },
    ],
    [{ booker: '-', bookerPhone: '13800138000' }, { bookerPhoneText: '13800138000' }],
    [{ booker: '' }, {}],
  ])('%j is no person, and kept as a fact of the source', (row, source) => {
    expect(booking({ nativeName: '王一', rate: '1', ...row })).toMatchObject({ booker: null })
    expect(booking({ nativeName: '王一', rate: '1', ...row }).source).toEqual(source)
  })
  test('whose telephone can’t be read is kept with its text', () => {
    const row = { nativeName: '王一', booker: '李二', bookerPhone: '138****8000', rate: '1' }
    expect(booking(row).source).toEqual({ bookerPhoneText: '138****8000' })
    expect(notesOf(row)).toEqual([['phoneMasked', 'bookerPhone']])
  })
})

describe('a document beside its type', () => {
  test.each<[string, string, object]>([
    ['身份证', '11010519491231002X', { residentId: '11010519491231002X', passportNo: '', permit: null }],
    ['护照', 'C01X00T47', { residentId: '', passportNo: 'C01X00T47', permit: null }],
    ['Passport', 'c01x00t47', { passportNo: 'C01X00T47' }],
    ['港澳通行证', 'H12345678', { permit: { kind: 'hk-macau-permit', number: 'H12345678' } }],
    ['港澳居民来往内地通行证', 'H12345678', { permit: { kind: 'hk-macau-permit' } }],
    ['台胞证', '01234568', { permit: { kind: 'taiwan-permit', number: '01234568' } }],
    ['军官证', '军字第123号', { permit: null }],
    ['Military ID', 'AB123987', { permit: { kind: 'other', number: 'AB123987' } }],
    // The number is right whatever the type says, and where it says nothing.
    ['护照', '11010519491231002X', { residentId: '11010519491231002X', passportNo: '' }],
    ['', '11010519491231002X', { residentId: '11010519491231002X' }],
  ])('%s %s', (documentType, documentNo, guest) => {
    expect(booking({ documentType, documentNo }).guest).toMatchObject(guest)
  })
  test.each<[string, string, string, Record<string, string>]>([
    ['社保卡', 'A1234560', 'documentNo', { documentType: '社保卡', documentNoText: 'A1234560' }],
    [
      '身份证',
      '110105194912310021',
      'documentNo',
      { documentType: '身份证', documentNoText: '110105194912310021' },
    ],
    ['', 'C01X00T47', 'documentNo', { documentNoText: 'C01X00T47' }],
  ])('%s %s is kept as the source’s text', (documentType, documentNo, field, source) => {
    expect(booking({ documentType, documentNo, rate: '1' })).toMatchObject({
      guest: { residentId: '', passportNo: '', permit: null },
      source,
    })
    expect(notesOf({ documentType, documentNo, rate: '1' })).toEqual([['documentUnread', field]])
  })
  test('has a type in many words', () => {
    expect(['ID card', 'PP', '回乡证', '外国人永久居留证', '学生证'].map(readDocumentType)).toEqual([
      'resident-id',
      'passport',
      'hk-macau-permit',
      'residence-permit',
      null,
    ])
  })
})

describe('another currency', () => {
  test.each(['CNY', 'cny', 'RMB', '¥', '￥', '元', '人民币', '人民币(CNY)', ''])(
    '%s is the hotel’s',
    (currency) => {
      expect(rejected({ currency, rate: '300' })).toBeNull()
    },
  )
  test.each(['USD', '$', 'HK$', '美元', 'Bitcoin'])('%s is not, and the row is rejected', (currency) => {
    expect(rejected({ currency, rate: '300' })).toEqual([['currencyDiffers', 'currency']])
    expect(rejected({ currency, total: '300' })).toEqual([['currencyDiffers', 'currency']])
  })
  test('without an amount says nothing', () => {
    expect(rejected({ currency: 'USD' })).toBeNull()
  })
  test('is known by the signs of its own', () => {
    expect(isCurrencyOf('$', 'USD' as Currency)).toBe(true)
    expect(isCurrencyOf('US dollar (USD)', 'USD' as Currency)).toBe(true)
    expect(isCurrencyOf('¥', 'JPY' as Currency)).toBe(true)
    expect(isCurrencyOf('¥', 'USD' as Currency)).toBe(false)
  })
})

describe('a column that weighs and is not read', () => {
  test.each([
    '退款金额',
    '退款',
    'Refund',
    'Refund amount',
    'refundAmount',
    'Discount',
    '优惠金额',
    '服务费',
    'Tax',
    'City tax',
  ])('%s', (heading) => expect(weighs(heading)).toBe(true))
  test.each([
    'Refund status',
    '退款状态',
    'Tax ID',
    'Taxi',
    '折扣码',
    'Discount code',
    'Remarks',
    '备注',
    'Feet',
    'Coffee',
  ])('%s does not', (heading) => expect(weighs(heading)).toBe(false))
  test.each<[string, string, boolean]>([
    ['退款', '600', true],
    ['退款', '0.00', false],
    ['Discount', '10%', true],
    ['Discount', '0 %', false],
    ['退款', '-', false],
    ['退款', '', false],
    ['间数', '3', true],
    ['间数', '1间', false],
    ['币种', 'USD', true],
    ['币种', 'RMB', false],
  ])('%s: %s says something: %s', (heading, cell, says) => {
    expect(saysSomething(heading, cell, CNY)).toBe(says)
  })

  test('is told by row and kept, also where a mapping leaves it out', () => {
    const columns = { In: 'arrival', Nights: 'nights', Type: 'roomType', Price: 'rate' } as const
    const rule = genericRule(
      ['In', 'Nights', 'Type', 'Price', '退款', '间数', 'Colour'],
      { columns: columns as Record<string, ImportField>, dateOrder: 'ymd' },
      {
        currency: CNY,
        country: 'CHN',
        businessDate: '2026-03-02' as BusinessDate,
        timeZone: 'Asia/Shanghai',
        serialDates: false,
        decimalSign: null,
      },
    )
    expect(rule(['2026-03-05', '2', 'KING', '300', '600', '3', 'red'])).toMatchObject({
      booking: { source: { 退款: '600', 间数: '3' } },
      notes: [
        { reason: 'columnUnread', field: '退款', value: '600' },
        { reason: 'columnUnread', field: '间数', value: '3' },
      ],
    })
    expect(rule(['2026-03-05', '2', 'KING', '300', '0', '1', 'red'])).toMatchObject({ notes: [] })
  })
})
