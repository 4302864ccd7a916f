import { describe, expect, test } from 'vitest'
import { maxNights } from '#shared/domain/booking/booking.ts'
import { genericRule } from '#shared/domain/import/generic.ts'
import type { ImportField } from '#shared/domain/import/row.ts'
import { addDays, type BusinessDate, type Currency } from '#shared/values/index.ts'
import { booking, notesOf, type Row, read, rejected } from './support.ts'

const arrival = '2026-03-05' as BusinessDate
const fault = (reason: string, field: string) => [[reason, field]]

describe('the longest stay', () => {
  test.each<[string, Row, string[][] | null]>([
    ['as many nights as there may be', { departure: '', nights: String(maxNights) }, null],
    ['one more', { departure: '', nights: String(maxNights + 1) }, fault('stayTooLong', 'nights')],
    ['a departure after as many nights', { departure: addDays(arrival, maxNights) }, null],
    [
      'a departure one day later',
      { departure: addDays(arrival, maxNights + 1) },
      fault('stayTooLong', 'departure'),
    ],
    ['a departure on the day of arrival', { departure: arrival }, null],
    ['a departure the day before', { departure: '2026-03-04' }, fault('departureBeforeArrival', 'departure')],
  ])('%s', (_, row, faults) => {
    expect(rejected({ ...row, arrival })).toEqual(faults)
  })
})

// The business date is 2 March.
describe('a status against the business date', () => {
  test.each<[string, string, string, boolean]>([
    ['checked out', '2026-03-02', '2026-03-03', true],
    ['checked out', '2026-03-03', '2026-03-04', false],
    ['in house', '2026-03-02', '2026-03-03', true],
    ['in house', '2026-03-03', '2026-03-04', false],
    ['in house', '2026-03-01', '2026-03-02', true],
    ['in house', '2026-02-27', '2026-03-01', false],
    ['no show', '2026-03-02', '2026-03-03', true],
    ['no show', '2026-03-03', '2026-03-04', false],
    ['cancelled', '2026-03-03', '2026-03-04', true],
    ['confirmed', '2026-02-27', '2026-03-01', true],
  ])('%s from %s to %s: %s', (status, from, departure, possible) => {
    expect(rejected({ status, arrival: from, departure })).toEqual(
      possible ? null : fault('statusImpossible', 'status'),
    )
  })

  test.each<[string, string[][]]>([
    ['2026-03-01', [['statusStale', 'status']]],
    ['2026-03-02', []],
  ])('confirmed with a departure of %s', (departure, findings) => {
    expect(notesOf({ status: 'confirmed', arrival: '2026-02-27', departure, rate: '1' })).toEqual(findings)
  })

  test.each([
    ['2026-03-01', 'checked-out'],
    ['2026-03-02', 'confirmed'],
  ])('none stated, with a departure of %s: %s', (departure, status) => {
    expect(booking({ arrival: '2026-02-27', departure }).status).toBe(status)
  })
})

describe('an amount', () => {
  test.each<[string, Row, number[] | string[][]]>([
    ['a rate of 0', { rate: '0' }, [0, 0, 0]],
    ['a rate of 0.00', { rate: '0.00' }, [0, 0, 0]],
    ['a rate just below zero', { rate: '-0.01' }, fault('rateNegative', 'rate')],
    ['a total of 0', { total: '0' }, [0, 0, 0]],
    ['a total just below zero', { total: '-0.01' }, fault('rateNegative', 'total')],
    ['a total of two fen for three nights', { total: '0.02' }, [1, 1, 0]],
    ['the greatest rate', { rate: '1000000000' }, [1e11, 1e11, 1e11]],
    ['a fen more', { rate: '1000000000.01' }, fault('rateForm', 'rate')],
    ['no amount', { rate: 'free' }, fault('rateForm', 'rate')],
  ])('%s', (_, row, expected) => {
    const answer = read(row)
    expect('booking' in answer ? answer.booking.rates : rejected(row)).toEqual(expected)
  })

  test.each<[string, Row, string[][]]>([
    ['a third decimal is rounded, with a note', { rate: '1.2351' }, [['rateRounded', 'rate']]],
    ['no rate for three nights', {}, [['rateMissing', 'rate']]],
    ['no rate for no night', { departure: arrival }, [['zeroNights', 'departure']]],
    ['a rate for no night', { departure: arrival, rate: '5' }, [['zeroNights', 'departure']]],
  ])('%s', (_, row, findings) => {
    expect(notesOf(row)).toEqual(findings)
  })
})

describe('persons', () => {
  test.each<[string, Row, string[][] | null]>([
    ['twenty of a kind', { adults: '20', children: '20', infants: '20' }, null],
    ['21 adults', { adults: '21' }, fault('personsTooMany', 'adults')],
    ['21 children', { children: '21' }, fault('personsTooMany', 'children')],
    ['21 infants', { infants: '21' }, fault('personsTooMany', 'infants')],
  ])('%s', (_, row, faults) => {
    expect(rejected(row)).toEqual(faults)
  })
  test.each<[Row, string[][]]>([
    [{ adults: '0', rate: '1' }, [['noPersons', 'adults']]],
    [{ adults: '0', children: '1', rate: '1' }, [['noAdults', 'adults']]],
    [{ adults: '0', infants: '1', rate: '1' }, [['noAdults', 'adults']]],
    [{ adults: '1', rate: '1' }, []],
  ])('%j', (row, findings) => {
    expect(notesOf(row)).toEqual(findings)
  })
})

describe('days beside the stay', () => {
  test.each<[string, Row, string[][]]>([
    ['created on the arrival', { createdOn: arrival, rate: '1' }, []],
    ['created after it', { createdOn: '2026-03-06', rate: '1' }, [['createdAfterArrival', 'createdOn']]],
  ])('%s', (_, row, findings) => {
    expect(notesOf(row)).toEqual(findings)
  })
  test('created, when the file does not say, on the arrival or the business date, the earlier of the two', () => {
    expect(booking({}).createdOn).toBe('2026-03-02')
    expect(booking({ arrival: '2026-02-01', departure: '2026-02-03' }).createdOn).toBe('2026-02-01')
  })
  test('a cancellation’s day belongs to a cancelled booking alone', () => {
    expect(booking({ status: 'cancelled', cancelledOn: '2026-03-01' }).cancelledOn).toBe('2026-03-01')
    expect(booking({ status: 'confirmed', cancelledOn: '2026-03-01' }).cancelledOn).toBeNull()
    expect(booking({ status: 'cancelled' }).cancelledOn).toBeNull()
  })
  test('born on the business date, not after it', () => {
    expect(booking({ birthDate: '2026-03-02' }).guest.birthDate).toBe('2026-03-02')
    expect(booking({ birthDate: '2026-03-03' }).guest.birthDate).toBeNull()
    expect(notesOf({ birthDate: '2026-03-03', rate: '1' })).toEqual(fault('birthDate', 'birthDate'))
  })
})

describe('text', () => {
  test.each<[ImportField, number]>([
    ['roomType', 60],
    ['chargedRoomType', 60],
  ])('%s of %i letters, and not of one more', (field, max) => {
    expect(booking({ [field]: 'x'.repeat(max) })).toMatchObject({ [field]: 'x'.repeat(max) })
    expect(rejected({ [field]: 'x'.repeat(max + 1) })).toEqual(fault('text', field))
  })
})

describe('what a row says of its booking', () => {
  test.each<[string, Row, object]>([
    [
      'the type that is charged',
      { chargedRoomType: 'TWIN' },
      { roomType: 'KING', bookedRoomType: 'KING', chargedRoomType: 'TWIN' },
    ],
    [
      'the same where it does not say',
      {},
      { roomType: 'KING', bookedRoomType: 'KING', chargedRoomType: 'KING', guarantee: 'none' },
    ],
    ['nothing of persons', {}, { adults: 1, children: 0, infants: 0 }],
    ['persons', { adults: '２', children: '1.0', infants: '3' }, { adults: 2, children: 1, infants: 3 }],
    [
      'nothing of words',
      {},
      {
        meal: 'undefined-meal',
        segment: 'undefined',
        channel: 'undefined',
        agency: '',
        company: '',
        comment: '',
        room: '',
        ratePlan: '',
        source: {},
      },
    ],
    [
      'words',
      { segment: '散客', language: '英语', gender: 'F' },
      { segment: 'transient', guest: { language: 'en', gender: 'female' } },
    ],
    ['nights', { departure: '', nights: '２' }, { departure: '2026-03-07' }],
    ['a departure and nights: the departure', { nights: '9' }, { departure: '2026-03-08' }],
    ['no night', { departure: '', nights: '0' }, { departure: '2026-03-05', rates: [] }],
    ['a rate and its total', { rate: '3', total: '9' }, { rates: [300, 300, 300] }],
    ['a total', { total: '9' }, { rates: [300, 300, 300] }],
    ['neither', {}, { rates: [0, 0, 0] }],
    ['a total for no night', { departure: arrival, total: '9' }, { rates: [] }],
    [
      'a membership',
      { membershipNo: 'M-101' },
      { source: { membershipNo: 'M-101' }, guest: { membershipNo: 'M-101' } },
    ],
    [
      'an agency’s relay address',
      { email: 'x1@guest.booking.com' },
      { guest: { email: 'x1@guest.booking.com', agencyMasked: true } },
    ],
    ['an e-mail', { email: 'x@y.com' }, { guest: { agencyMasked: false } }],
    ['a passport', { passportNo: 'e12345678' }, { guest: { passportNo: 'E12345678', residentId: '' } }],
    [
      'nobody',
      {},
      {
        guest: {
          nativeName: '',
          phone: '',
          email: '',
          nationality: '',
          birthDate: null,
          residentId: '',
          passportNo: '',
        },
      },
    ],
    ['created before it came', { createdOn: '2026-02-01' }, { createdOn: '2026-02-01' }],
  ])('%s', (_what, row, expected) => {
    expect(booking(row)).toMatchObject(expected)
  })
  test.each<[string, Row, string[][]]>([
    ['a count of five digits', { adults: '12345' }, fault('numberForm', 'adults')],
    ['half a child', { children: '0.5' }, fault('numberForm', 'children')],
    ['a count and a word', { infants: '1x' }, fault('numberForm', 'infants')],
    ['a word and a count', { infants: 'x1' }, fault('numberForm', 'infants')],
    ['a point alone', { infants: '1.' }, fault('numberForm', 'infants')],
    ['nights that are none', { departure: '', nights: 'two' }, fault('numberForm', 'nights')],
    [
      'no arrival, and nights',
      { arrival: '', departure: '', nights: '2' },
      fault('arrivalMissing', 'arrival'),
    ],
    ['the charged type too long', { chargedRoomType: 'x'.repeat(61) }, fault('text', 'chargedRoomType')],
    ['a total that is none', { total: 'free' }, fault('rateForm', 'total')],
    ['a total that nothing settles', { total: '1.234' }, fault('rateAmbiguous', 'total')],
  ])('%s is refused', (_what, row, faults) => {
    expect(rejected(row)).toEqual(faults)
  })
  test.each([
    ['perhaps', null],
    ['已取消', 'cancelled'],
  ])('a row that is refused still says its status: %s is %s', (status, meant) => {
    expect(read({ status, roomType: '' }).status).toBe(meant)
  })
  test('an unknown word is kept, and noted where it was', () => {
    const words: Row = {
      meal: 'a',
      segment: 'b',
      channel: 'c',
      nationality: 'd',
      language: 'e',
      gender: 'g',
      rate: '1',
    }
    expect(
      notesOf(words)
        ?.map(([reason, field]) => `${reason} ${field}`)
        .sort(),
    ).toEqual(
      ['channel', 'gender', 'language', 'meal', 'nationality', 'segment'].map(
        (field) => `valueKept ${field}`,
      ),
    )
    expect(booking(words).source).toEqual({
      meal: 'a',
      segment: 'b',
      channel: 'c',
      nationality: 'd',
      language: 'e',
      gender: 'g',
    })
  })
  test.each<[string, object, string]>([
    ['138 0013 8000', {}, '+8613800138000'],
    ['07911 123456', { country: 'GBR' }, '+447911123456'],
    ['138 0013 8000', { country: '' }, '+8613800138000'],
    ['07911 123456', {}, ''],
  ])('the telephone %s in a hotel of %j is %s', (phone, hotel, kept) => {
    const answer = read({ phone }, hotel)
    expect('booking' in answer ? answer.booking.guest.phone : null).toBe(kept)
  })
  test.each<[string, object, number | null]>([
    ['12.345', { currency: 'JPY' }, 12_345],
    ['12．345', { currency: 'JPY' }, 12_345],
    ['12,345', { currency: 'JPY' }, 12_345],
    ['12.345', { currency: 'JPY', decimalSign: 'point' }, 12],
    ['1.5', { currency: 'JPY' }, 2],
    ['1.234', { currency: 'KWD', decimalSign: 'point' }, 1234],
    ['1.234', { currency: 'KWD' }, null],
    ['1,234', { decimalSign: 'point' }, 123_400],
    ['1,234', { decimalSign: 'comma' }, 123],
    [' 12.345 ', { decimalSign: 'point' }, 1234],
  ])('the rate %s in %j is %s', (rate, hotel, minor) => {
    const answer = read({ rate }, hotel)
    expect('booking' in answer ? answer.booking.rates[0] : null).toBe(minor)
  })
  test('a date in a spreadsheet may be a bare number, and its order is the mapping’s', () => {
    expect(read({ arrival: '46086' }, { serialDates: true })).toMatchObject({
      booking: { arrival: '2026-03-05' },
    })
    expect(rejected({ arrival: '46086' })).toEqual(fault('dateForm', 'arrival'))
  })
})

describe('columns', () => {
  const hotel = {
    currency: 'CNY' as Currency,
    country: 'CHN',
    businessDate: '2026-03-02' as BusinessDate,
    timeZone: 'Asia/Shanghai',
    serialDates: false,
    decimalSign: null,
  }
  const columns = { In: 'arrival', Out: 'departure', Type: 'roomType' } as const
  const rule = genericRule(['In', 'x', 'Out', 'Type'], { columns, dateOrder: 'dmy' }, hotel)
  const cells = ['05/03/2026', '?', '06/03/2026', 'KING']
  test('are read by their headings and named by them', () => {
    expect(rule(cells)).toMatchObject({ booking: { arrival: '2026-03-05', departure: '2026-03-06' } })
    expect(rule([' ', '?', '31/02/2026', 'KING'])).toEqual({
      status: null,
      rejected: [
        { reason: 'arrivalMissing', field: 'In', value: '' },
        { reason: 'dateImpossible', field: 'Out', value: '31/02/2026' },
      ],
    })
    expect(rule(cells)).toMatchObject({ notes: [{ reason: 'rateMissing', field: 'rate', value: '' }] })
  })
  test('a cell that is missing is empty, one too many is another column’s', () => {
    expect(rule(cells.slice(0, 3))).toMatchObject({
      rejected: [{ reason: 'roomTypeMissing', field: 'Type', value: '' }],
    })
    expect(rule([...cells, '', ' '])).toHaveProperty('booking')
    expect(rule([...cells, ' ', 'KING'])).toEqual({
      status: null,
      rejected: [{ reason: 'cellCount', field: '', value: '6' }],
    })
  })
  test('a heading that the file does not have is an empty column', () => {
    const other = genericRule(
      ['In', 'Out', 'Type'],
      { columns: { ...columns, Name: 'nativeName' }, dateOrder: 'dmy' },
      hotel,
    )
    expect(other(['05/03/2026', '06/03/2026', 'KING'])).toMatchObject({
      booking: { guest: { nativeName: '' } },
    })
  })
})
