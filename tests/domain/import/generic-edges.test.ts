import { describe, expect, test } from 'vitest'
import { maxNights } from '#shared/domain/booking/booking.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
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
    expect(rejected({ birthDate: '2026-03-03' })).toEqual(fault('birthDate', 'birthDate'))
  })
})
