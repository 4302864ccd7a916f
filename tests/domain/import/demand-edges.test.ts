import { describe, expect, test } from 'vitest'
import { bookingDemandRule } from '#shared/domain/import/booking-demand.ts'
import {
  bookingDemandColumns,
  bookingDemandFields,
  hotelColumn,
} from '#shared/domain/import/booking-demand-columns.ts'
import { importFields, type RowAnswer } from '#shared/domain/import/row.ts'
import type { Currency } from '#shared/values/index.ts'
import { type DemandRow, demandRow } from '#tests/support/booking-demand.ts'

const rule = bookingDemandRule(bookingDemandColumns, 'EUR' as Currency)
const read = (row: DemandRow) => rule(demandRow(row))
const bookingOf = (answer: RowAnswer) => ('booking' in answer ? answer.booking : null)
const findings = (answer: RowAnswer) =>
  ('booking' in answer ? answer.notes : answer.rejected).map(({ reason, field, value }) => [
    reason,
    field,
    value,
  ])
const cancelled: DemandRow = {
  is_canceled: '1',
  reservation_status: 'Canceled',
  reservation_status_date: '2016-07-20',
}

test('every column of the file that becomes one field becomes one that there is', () => {
  expect(bookingDemandFields.size).toBe(20)
  for (const [column, field] of bookingDemandFields) {
    expect(bookingDemandColumns).toContain(column)
    expect(importFields).toContain(field)
  }
  expect(bookingDemandFields.get('adr')).toBe('rate')
  expect(bookingDemandFields.has(hotelColumn)).toBe(false)
  expect(bookingDemandColumns.length).toBe(32)
})

describe('kept, and noted or not', () => {
  test.each<[string, DemandRow, string[][]]>([
    ['a rate just below a thousand', { adr: '999.99' }, []],
    ['a rate of a thousand', { adr: '1000' }, [['rateOutlier', 'adr', '1000']]],
    ['a rate that is rounded', { adr: '75.555' }, [['rateRounded', 'adr', '75.555']]],
    ['a rate with noughts behind', { adr: '75.5500' }, []],
    [
      'nothing paid for no night',
      {
        adr: '0',
        stays_in_week_nights: '0',
        stays_in_weekend_nights: '0',
        reservation_status_date: '2016-08-12',
      },
      [['zeroNights', 'stays_in_week_nights', '0']],
    ],
    [
      'nothing paid for one night',
      {
        adr: '0',
        stays_in_week_nights: '1',
        stays_in_weekend_nights: '0',
        reservation_status_date: '2016-08-13',
      },
      [['rateZero', 'adr', '0']],
    ],
    ['nothing asked of who cancelled', { ...cancelled, adr: '0' }, []],
    ['eight adults', { adults: '8' }, []],
    ['nine adults', { adults: '9', children: '9', babies: '9' }, [['personsOutlier', 'adults', '9']]],
    ['eight children', { children: '8', babies: '8' }, []],
    ['nine children', { children: '9', babies: '9' }, [['personsOutlier', 'children', '9']]],
    ['nine babies', { babies: '9' }, [['personsOutlier', 'babies', '9']]],
    ['only a baby', { adults: '0', babies: '1' }, [['noAdults', 'adults', '0']]],
    ['only a child', { adults: '0', children: '1' }, [['noAdults', 'adults', '0']]],
    ['nobody', { adults: '0' }, [['noPersons', 'adults', '0']]],
    ['children NA', { children: 'NA' }, [['childrenMissing', 'children', 'NA']]],
    [
      'not marked as cancelled',
      { ...cancelled, is_canceled: '0' },
      [['flagContradicts', 'is_canceled', '0']],
    ],
    ['marked as cancelled', { is_canceled: '1' }, [['flagContradicts', 'is_canceled', '1']]],
    ['cancelled on the arrival', { ...cancelled, reservation_status_date: '2016-08-12' }, []],
    [
      'cancelled after it',
      { ...cancelled, reservation_status_date: '2016-08-13' },
      [['cancelledAfterArrival', 'reservation_status_date', '2016-08-13']],
    ],
    [
      'left a day later',
      { reservation_status_date: '2016-08-16' },
      [['statusDateDiffers', 'reservation_status_date', '2016-08-16']],
    ],
    ['a country by two letters', { country: 'DE' }, [['countryCorrected', 'country', 'DE']]],
    ['a country that is none', { country: 'XYZ' }, [['countryUnknown', 'country', 'XYZ']]],
    ['no country', { country: '' }, []],
    ['counts with a nought behind', { adults: '2.0', lead_time: '30.00' }, []],
    ['ten years ahead', { lead_time: '3660' }, []],
    ['spaces around', { adults: ' 2 ', reservation_status: ' Check-Out ' }, []],
  ])('%s', (_what, row, notes) => {
    const answer = read(row)
    expect(bookingOf(answer)).not.toBeNull()
    expect(findings(answer)).toEqual(notes)
  })
})

describe('rejected', () => {
  test.each<[string, DemandRow, string[][]]>([
    ['more than ten years ahead', { lead_time: '3661' }, [['numberForm', 'lead_time', '3661']]],
    [
      'a count of seven digits',
      { booking_changes: '1234567' },
      [['numberForm', 'booking_changes', '1234567']],
    ],
    ['a count below zero', { booking_changes: '-1' }, [['numberForm', 'booking_changes', '-1']]],
    ['a count with a point alone', { booking_changes: '1.' }, [['numberForm', 'booking_changes', '1.']]],
    ['half a count', { booking_changes: '1.50' }, [['numberForm', 'booking_changes', '1.50']]],
    ['a count and a word', { booking_changes: '1x' }, [['numberForm', 'booking_changes', '1x']]],
    ['a word and a count', { booking_changes: 'x1' }, [['numberForm', 'booking_changes', 'x1']]],
    ['401 nights', { stays_in_week_nights: '400' }, [['stayTooLong', 'stays_in_week_nights', '401']]],
    ['no room type', { reserved_room_type: '' }, [['valueUnknown', 'reserved_room_type', '']]],
    [
      'a room type of 41 letters',
      { assigned_room_type: 'x'.repeat(41) },
      [['valueUnknown', 'assigned_room_type', 'x'.repeat(41)]],
    ],
    ['a kind of guest that is none', { customer_type: '' }, [['valueUnknown', 'customer_type', '']]],
    ['a segment that is none', { market_segment: 'x' }, [['valueUnknown', 'market_segment', 'x']]],
    [
      'a channel that is none',
      { distribution_channel: 'x' },
      [['valueUnknown', 'distribution_channel', 'x']],
    ],
    ['a deposit that is none', { deposit_type: 'x' }, [['valueUnknown', 'deposit_type', 'x']]],
    [
      'a day that does not exist',
      { arrival_date_day_of_month: '32' },
      [['dateImpossible', 'arrival_date_day_of_month', '2016-08-32']],
    ],
    ['a rate below zero', { adr: '-0.01' }, [['rateNegative', 'adr', '-0.01']]],
    ['a rate that is no number', { adr: '1,5' }, [['rateForm', 'adr', '1,5']]],
  ])('%s', (_what, row, faults) => {
    const answer = read(row)
    expect(bookingOf(answer)).toBeNull()
    expect(findings(answer)).toEqual(faults)
    expect(answer.status).toBe('checked-out')
  })
  test('a row of too few or too many cells, and that alone', () => {
    expect(rule(demandRow({ adr: 'x' }).slice(0, 30))).toEqual({
      status: null,
      rejected: [{ reason: 'cellCount', field: 'reservation_status', value: '30' }],
    })
    expect(rule([...demandRow({ adr: 'x' }), ''])).toEqual({
      status: 'checked-out',
      rejected: [{ reason: 'cellCount', field: '', value: '33' }],
    })
  })
})

describe('what becomes of a column', () => {
  test.each<[string, DemandRow, object]>([
    ['as many nights as may be', { stays_in_week_nights: '399' }, { departure: '2017-09-16' }],
    [
      'the first of a month',
      { arrival_date_month: 'January', arrival_date_day_of_month: '1' },
      { arrival: '2016-01-01' },
    ],
    [
      'the last of a year',
      { arrival_date_month: 'December', arrival_date_day_of_month: '31' },
      { arrival: '2016-12-31', departure: '2017-01-03' },
    ],
    ['booked on the day', { lead_time: '0' }, { createdOn: '2016-08-12' }],
    ['the longest room type', { assigned_room_type: 'x'.repeat(40) }, { roomType: 'x'.repeat(40) }],
    ['an agency and a company', { agent: '304.0', company: '40.00' }, { agency: '304', company: '40' }],
    ['none of them', { agent: 'NULL', company: '' }, { agency: '', company: '' }],
    ['a number with a nought in it', { agent: '30.05' }, { agency: '30.05' }],
    ['an account of many digits', { agent: '9'.repeat(50) }, { agency: '9'.repeat(40) }],
    [
      'a direct booking',
      { market_segment: 'Direct', distribution_channel: 'Direct', deposit_type: 'Refundable' },
      { segment: 'direct', channel: 'direct', guarantee: 'refundable' },
    ],
    [
      'an unnamed guest',
      { country: 'TMP' },
      { guest: { nativeName: '', nationality: 'TLS' }, source: { country: 'TMP' } },
    ],
    [
      'who did not come was not cancelled',
      { is_canceled: '1', reservation_status: 'No-Show' },
      { status: 'no-show', cancelledOn: null },
    ],
    ['who cancelled was', cancelled, { status: 'cancelled', cancelledOn: '2016-07-20' }],
    [
      'counts are facts of the source',
      {
        booking_changes: '1',
        total_of_special_requests: '2',
        days_in_waiting_list: '3',
        required_car_parking_spaces: '4',
        customer_type: 'Group',
        is_repeated_guest: '5',
        previous_cancellations: '6',
        previous_bookings_not_canceled: '7',
      },
      {
        source: {
          bookingChanges: 1,
          specialRequests: 2,
          waitingDays: 3,
          parkingSpaces: 4,
          customerType: 'Group',
          repeatedGuest: 5,
          previousCancellations: 6,
          previousStays: 7,
          statusDate: '2016-08-15',
        },
      },
    ],
    ['persons', { adults: '1', children: '2', babies: '3' }, { adults: 1, children: 2, infants: 3 }],
  ])('%s', (_what, row, expected) => {
    expect(bookingOf(read(row))).toMatchObject(expected)
  })
  test('columns are found by their headings, wherever they are', () => {
    const headings = [...bookingDemandColumns].reverse()
    const cells = demandRow().reverse()
    expect(bookingDemandRule(headings, 'EUR' as Currency)(cells)).toEqual(read({}))
  })
})
