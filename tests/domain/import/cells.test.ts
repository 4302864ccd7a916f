import { describe, expect, test } from 'vitest'
import type { ImportField } from '#shared/domain/import/row.ts'
import { booking, notesOf, type Row, read, rejected } from './support.ts'

const fault = (reason: string, field: string) => [[reason, field]]

// The business date is 2 March 2026.
describe('the year of a stay', () => {
  test.each<[string, Row, string[][] | null]>([
    ['40 years ago', { arrival: '1986-12-30', departure: '1986-12-31' }, null],
    [
      '41 years ago',
      { arrival: '1985-12-30', departure: '1985-12-31' },
      [
        ['dateYear', 'arrival'],
        ['dateYear', 'departure'],
      ],
    ],
    ['in 10 years', { arrival: '2036-12-30', departure: '2036-12-31' }, null],
    ['in 11 years', { arrival: '2036-12-31', departure: '2037-01-01' }, fault('dateYear', 'departure')],
    ['1900', { arrival: '1900-01-01', departure: '2026-03-06' }, fault('dateYear', 'arrival')],
    ['2099', { departure: '2099-12-31' }, fault('dateYear', 'departure')],
    ['0206', { arrival: '0206-03-05' }, fault('dateYear', 'arrival')],
    ['9999', { departure: '9999-12-31' }, fault('dateYear', 'departure')],
    ['of two digits to come', { arrival: '05-Mar-26', departure: '8-MAR-26' }, null],
    ['of two digits long gone', { arrival: '05-Mar-37' }, fault('dateYear', 'arrival')],
  ])('%s', (_, row, faults) => {
    expect(rejected(row)).toEqual(faults)
  })
})

test.each<[string, string, string]>([
  ['2026-03-05T23:30:00Z', '2026-03-08', '2026-03-06'],
  ['2026-03-05T15:30:00Z', '2026-03-08', '2026-03-05'],
])('an arrival of %s in Shanghai is %s', (arrival, departure, date) => {
  expect(booking({ arrival, departure }).arrival).toBe(date)
})
test.each<[string, string]>([
  ['2026-03-05 CST', 'dateForm'],
  ['2026-03-05 12:00 CST', 'dateZone'],
  ['2026-03-05 (Fri)', 'dateWeekday'],
])('an arrival of %s is refused for %s', (arrival, reason) => {
  expect(rejected({ arrival })).toEqual(fault(reason, 'arrival'))
})

describe('persons in the cell of adults', () => {
  test.each<[Row, object]>([
    [{ adults: '2大1小' }, { adults: 2, children: 1, infants: 0 }],
    [{ adults: '2 adults, 1 child, 1 infant' }, { adults: 2, children: 1, infants: 1 }],
    [
      { adults: '2大1小', children: '1' },
      { adults: 2, children: 1 },
    ],
    [{ adults: '1 child 1 infant' }, { adults: 1, children: 1, infants: 1 }],
    [{ adults: '2人' }, { adults: 2, children: 0 }],
  ])('%j', (row, persons) => {
    expect(booking(row)).toMatchObject(persons)
  })
  test('that their own column contradicts are refused', () => {
    expect(rejected({ adults: '2大1小', children: '2' })).toEqual(fault('personsDiffer', 'children'))
    expect(rejected({ adults: '2大1小', children: '0' })).toEqual(fault('personsDiffer', 'children'))
    expect(rejected({ adults: '2+1' })).toEqual(fault('numberForm', 'adults'))
  })
})

describe('an identifier', () => {
  test.each<[string, string]>([
    ['="000123456"', '000123456'],
    ["'000123457", '000123457'],
    ['`000123458', '000123458'],
    ['\t000123459\t', '000123459'],
    ['\u202a000123460\u202c', '000123460'],
  ])('%j is %s without its armour', (confirmationNo, number) => {
    expect(booking({ confirmationNo, membershipNo: confirmationNo }).source).toEqual({
      confirmationNo: number,
      membershipNo: number,
    })
  })
  test.each<[ImportField, string]>([
    ['confirmationNo', '1.26031E+18'],
    ['membershipNo', '6.2E+15'],
    ['phone', '8.6138E+12'],
    ['residentId', '1.10105E+17'],
    ['residentId', '110105194912310000'],
    ['passportNo', '1E+10'],
  ])('%s %s that lost digits is the source’s alone, with a note', (field, text) => {
    const { source, guest } = booking({ [field]: text })
    expect(source).toEqual({ [`${field}Rounded`]: text })
    expect(guest).toMatchObject({ phone: '', residentId: '', passportNo: '', membershipNo: '' })
    expect(notesOf({ [field]: text, rate: '1' })).toEqual([['numberRounded', field]])
  })
  test('marks of direction and spaces without width are no part of words', () => {
    const { guest, company } = booking({ nativeName: 'a\u202eb', company: '\u200eA\u00a0B\ufeff' })
    expect([guest.nativeName, company]).toEqual(['ab', 'A B'])
  })
})

describe('a rate beside a total, of three nights', () => {
  test.each<[Row, number[], string[]]>([
    [{ rate: '3', total: '9' }, [300, 300, 300], []],
    [{ rate: '5', total: '9' }, [300, 300, 300], ['totalDiffers 5.00 × 3 = 15.00 ≠ 9.00']],
    [{ rate: '5', total: '10' }, [334, 333, 333], ['totalDiffers 5.00 × 3 = 15.00 ≠ 10.00']],
    [{ rate: '3.33', total: '10' }, [334, 333, 333], []],
    [{ rate: '3.33', total: '10.02' }, [334, 334, 334], ['totalDiffers 3.33 × 3 = 9.99 ≠ 10.02']],
    [{ rate: '0', total: '9' }, [300, 300, 300], ['totalDiffers 0.00 × 3 = 0.00 ≠ 9.00']],
    [{ rate: '5', total: '0' }, [500, 500, 500], ['totalDiffers 5.00 × 3 = 15.00 ≠ 0.00']],
    [{ rate: '5', total: '' }, [500, 500, 500], []],
    [{ rate: '', total: '9' }, [300, 300, 300], []],
    [{ rate: '5', total: 'paid' }, [500, 500, 500], ['rateForm paid']],
    [{ rate: '5', total: '1.234' }, [500, 500, 500], ['rateAmbiguous 1.234']],
    [{ rate: '5', total: '-9' }, [500, 500, 500], ['rateNegative -9']],
    [{ rate: '5', total: '9', departure: '2026-03-05' }, [], ['zeroNights 2026-03-05']],
  ])('%j', (row, rates, notes) => {
    const answer = read(row)
    if ('rejected' in answer) throw new Error(JSON.stringify(answer))
    expect(answer.booking.rates).toEqual(rates)
    expect(answer.notes.map(({ reason, value }) => `${reason} ${value}`)).toEqual(notes)
  })
})
