import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingDemandRule } from '#shared/domain/import/booking-demand.ts'
import { bookingDemandColumns, missingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'
import type { ImportedBooking, RowAnswer } from '#shared/domain/import/row.ts'
import { type Currency, nightsBetween } from '#shared/values/index.ts'
import { type DemandRow, demandRow } from '#tests/support/booking-demand.ts'

const rule = bookingDemandRule(bookingDemandColumns, 'EUR' as Currency)
const read = (row: DemandRow) => rule(demandRow(row))

function booking(answer: RowAnswer): ImportedBooking {
  if ('rejected' in answer) throw new Error(JSON.stringify(answer))
  return answer.booking
}
const notesOf = (row: DemandRow) => {
  const answer = read(row)
  return 'rejected' in answer ? [] : answer.notes.map((note) => note.reason)
}
const rejection = (row: DemandRow) => {
  const answer = read(row)
  return 'rejected' in answer ? answer.rejected.map(({ reason, field }) => [reason, field]) : null
}

describe('a row becomes a booking', () => {
  test('as the table of the profile says', () => {
    expect(booking(read({}))).toEqual({
      status: 'checked-out',
      arrival: '2016-08-12',
      departure: '2016-08-15',
      rates: [9855, 9855, 9855],
      roomType: 'D',
      bookedRoomType: 'A',
      chargedRoomType: 'A',
      room: '',
      ratePlan: '',
      adults: 2,
      children: 0,
      infants: 0,
      meal: 'breakfast',
      segment: 'online-agency',
      channel: 'travel-agent',
      guarantee: 'none',
      agency: '9',
      company: '',
      createdOn: '2016-07-13',
      cancelledOn: null,
      comment: '',
      source: {
        bookingChanges: 1,
        specialRequests: 2,
        waitingDays: 0,
        parkingSpaces: 0,
        customerType: 'Transient',
        repeatedGuest: 0,
        previousCancellations: 0,
        previousStays: 0,
        statusDate: '2016-08-15',
      },
      guest: expect.objectContaining({ nativeName: '', familyName: '', givenName: '', nationality: 'PRT' }),
      booker: null,
    })
    expect(notesOf({})).toEqual([])
  })

  test('a cancelled one keeps its nights and says when; a no-show was never cancelled', () => {
    const cancelled = booking(
      read({ is_canceled: '1', reservation_status: 'Canceled', reservation_status_date: '2016-07-20' }),
    )
    expect(cancelled).toMatchObject({
      status: 'cancelled',
      cancelledOn: '2016-07-20',
      rates: [9855, 9855, 9855],
    })
    const noShow = read({
      is_canceled: '1',
      reservation_status: 'No-Show',
      reservation_status_date: '2016-08-12',
    })
    expect(booking(noShow)).toMatchObject({ status: 'no-show', cancelledOn: null })
  })

  test.each([
    ['75.5', 'EUR', 7550],
    ['0', 'EUR', 0],
    ['5400', 'EUR', 540000],
    ['75.555', 'EUR', 7556],
    ['75.5', 'JPY', 76],
    ['75.5', 'KWD', 75500],
  ])('rate %s in %s is %i minor units, without a fraction on the way', (adr, currency, minor) => {
    const answer = bookingDemandRule(bookingDemandColumns, currency as Currency)(demandRow({ adr }))
    expect(booking(answer).rates[0]).toBe(minor)
  })

  test.each([
    ['CHN', 'CHN', []],
    ['CN', 'CHN', ['countryCorrected']],
    ['TMP', 'TLS', ['countryCorrected']],
    ['NULL', '', []],
    ['XYZ', '', ['countryUnknown']],
  ])('country %s is nationality %s', (country, nationality, notes) => {
    expect(booking(read({ country })).guest.nationality).toBe(nationality)
    expect(notesOf({ country })).toEqual(notes)
  })

  test.each([
    ['BB', 'breakfast'],
    ['HB', 'half-board'],
    ['FB', 'full-board'],
    ['SC', 'room-only'],
    ['Undefined', 'undefined-meal'],
  ])('meal %s is %s', (meal, expected) => {
    expect(booking(read({ meal })).meal).toBe(expected)
  })
})

describe('dirt by stated rules', () => {
  test('of day use the type slept in is a fact of the source: no night tells it', () => {
    const none = { stays_in_week_nights: '0', stays_in_weekend_nights: '0', assigned_room_type: 'G' }
    expect(booking(read(none)).source.assignedRoomType).toBe('G')
    expect(booking(read({ assigned_room_type: 'G' })).source).not.toHaveProperty('assignedRoomType')
  })

  test.each<[string, DemandRow, string[]]>([
    [
      'no nights: day use',
      { stays_in_week_nights: '0', stays_in_weekend_nights: '0', reservation_status_date: '2016-08-12' },
      ['zeroNights'],
    ],
    ['nobody counted', { adults: '0' }, ['noPersons']],
    ['only children', { adults: '0', children: '2' }, ['noAdults']],
    ['children NA', { children: 'NA' }, ['childrenMissing']],
    ['forty adults', { adults: '40' }, ['personsOutlier']],
    ['paid nothing', { adr: '0' }, ['rateZero']],
    ['complimentary', { adr: '0', market_segment: 'Complementary' }, []],
    ['a rate of 5,400', { adr: '5400' }, ['rateOutlier']],
    ['the mark contradicts', { is_canceled: '1' }, ['flagContradicts']],
    ['left a day early', { reservation_status_date: '2016-08-14' }, ['statusDateDiffers']],
  ])('kept and noted: %s', (_name, row, notes) => {
    expect(notesOf(row)).toEqual(notes)
    expect(rejection(row)).toBeNull()
  })

  test.each<[string, DemandRow, string[]]>([
    ['a rate below zero', { adr: '-6.38' }, ['rateNegative', 'adr']],
    ['a rate that is none', { adr: 'free' }, ['rateForm', 'adr']],
    [
      '30 February',
      { arrival_date_month: 'February', arrival_date_day_of_month: '30' },
      ['dateImpossible', 'arrival_date_day_of_month'],
    ],
    ['no month', { arrival_date_month: 'Augst' }, ['dateForm', 'arrival_date_month']],
    ['no lead time', { lead_time: '' }, ['numberForm', 'lead_time']],
    ['half a night', { stays_in_week_nights: '1.5' }, ['numberForm', 'stays_in_week_nights']],
    ['500 nights', { stays_in_week_nights: '500' }, ['stayTooLong', 'stays_in_week_nights']],
    ['a meal of no kind', { meal: 'constructor' }, ['valueUnknown', 'meal']],
    ['no status', { reservation_status: 'Maybe' }, ['statusUnknown', 'reservation_status']],
    [
      'a broken status date',
      { reservation_status_date: '2016-13-01' },
      ['dateImpossible', 'reservation_status_date'],
    ],
  ])('rejected: %s', (_name, row, expected) => {
    expect(rejection(row)).toEqual([expected])
  })

  test('another number of cells is rejected, with the status still read', () => {
    expect(rule(demandRow().slice(0, 31))).toMatchObject({
      rejected: [{ reason: 'cellCount', field: 'reservation_status_date' }],
    })
    expect(rule([...demandRow(), 'x'])).toMatchObject({
      status: 'checked-out',
      rejected: [{ reason: 'cellCount' }],
    })
  })
})

test('columns that are missing are named', () => {
  expect(missingDemandColumns(bookingDemandColumns)).toEqual([])
  expect(missingDemandColumns(bookingDemandColumns.filter((column) => column !== 'adr'))).toEqual(['adr'])
})

test('whatever stands in the cells, a row is one booking that holds together or one rejection', () => {
  const odd = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      'NULL',
      'NA',
      '0',
      '-1',
      '1e3',
      '999999',
      'Infinity',
      '__proto__',
      '2016',
      'February',
      '31',
      '0.005',
    ),
  )
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...bookingDemandColumns), odd, { maxKeys: 4 }), (row) => {
      const answer = rule(demandRow(row as DemandRow))
      if ('rejected' in answer) return answer.rejected.length > 0
      const { arrival, departure, rates, createdOn, adults } = answer.booking
      expect(nightsBetween(arrival, departure)).toBe(rates.length)
      expect(createdOn <= arrival).toBe(true)
      return rates.every((rate) => Number.isSafeInteger(rate) && rate >= 0) && Number.isSafeInteger(adults)
    }),
    { numRuns: 3000 },
  )
})
