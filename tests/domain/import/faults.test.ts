import { describe, expect, test } from 'vitest'
import { bookingDemandRule } from '#shared/domain/import/booking-demand.ts'
import { bookingDemandColumns } from '#shared/domain/import/booking-demand-columns.ts'
import { genericRule } from '#shared/domain/import/generic.ts'
import type { ImportField, RowAnswer } from '#shared/domain/import/row.ts'
import type { BusinessDate, Currency } from '#shared/values/index.ts'
import { type DemandRow, demandRow } from '#tests/support/booking-demand.ts'

/** Every fault of a row, in the order in which it is read. */
function faultsOf(answer: RowAnswer): string[][] {
  return 'rejected' in answer ? answer.rejected.map(({ reason, field }) => [reason, field]) : []
}

describe('any table', () => {
  const faults = (row: Partial<Record<ImportField, string>>) => {
    const whole = { arrival: '2026-03-05', departure: '2026-03-08', roomType: 'KING', ...row }
    const fields = Object.keys(whole) as ImportField[]
    const rule = genericRule(
      fields,
      { columns: Object.fromEntries(fields.map((field) => [field, field])), dateOrder: 'ymd' },
      {
        currency: 'CNY' as Currency,
        country: 'CHN',
        businessDate: '2026-03-02' as BusinessDate,
        timeZone: 'Asia/Shanghai',
        serialDates: false,
        decimalSign: null,
      },
    )
    return faultsOf(rule(Object.values(whole)))
  }

  test('every fault is named, each once', () => {
    const row = {
      arrival: '2026-02-30',
      departure: '30 March',
      status: 'perhaps',
      createdOn: 'x',
      roomType: 'K'.repeat(70),
      phone: '1380013',
      email: 'zhang.example.com',
      membershipNo: 'M123'.repeat(18),
      rate: '-5',
      adults: '45',
      children: 'two',
    }
    expect(faults(row)).toEqual([
      ['dateImpossible', 'arrival'],
      ['dateForm', 'departure'],
      ['statusUnknown', 'status'],
      ['text', 'roomType'],
      ['rateNegative', 'rate'],
      ['numberForm', 'children'],
      ['personsTooMany', 'adults'],
    ])
  })

  test('what is missing is named with what is wrong', () => {
    expect(faults({ arrival: '', departure: '', roomType: '', rate: 'free' })).toEqual([
      ['arrivalMissing', 'arrival'],
      ['departureMissing', 'departure'],
      ['roomTypeMissing', 'roomType'],
      ['rateForm', 'rate'],
    ])
  })

  test.each<[string, Partial<Record<ImportField, string>>, string[][]]>([
    [
      'a departure before the arrival says nothing of the status',
      { departure: '2026-03-01', status: 'in-house' },
      [['departureBeforeArrival', 'departure']],
    ],
    [
      'an unreadable arrival says nothing of the length',
      { arrival: 'soon', departure: '2029-01-01' },
      [['dateForm', 'arrival']],
    ],
    [
      'an arrival in a year of no stay says nothing of the nights',
      { arrival: '2199-12-31', departure: '', nights: '2' },
      [['dateYear', 'arrival']],
    ],
  ])('%s', (_name, row, expected) => {
    expect(faults(row)).toEqual(expected)
  })
})

describe('hotel booking demand', () => {
  const rule = bookingDemandRule(bookingDemandColumns, 'EUR' as Currency)
  const read = (row: DemandRow) => rule(demandRow(row))

  test('every fault is named, each once', () => {
    const row = {
      arrival_date_month: 'Augst',
      lead_time: '',
      adr: '-1',
      meal: 'x',
      reservation_status: 'Maybe',
    }
    expect(faultsOf(read(row))).toEqual([
      ['statusUnknown', 'reservation_status'],
      ['dateForm', 'arrival_date_month'],
      ['numberForm', 'lead_time'],
      ['rateNegative', 'adr'],
      ['valueUnknown', 'meal'],
    ])
  })

  test('a word that every object has is no status and no country', () => {
    expect(faultsOf(read({ reservation_status: 'constructor' }))).toEqual([
      ['statusUnknown', 'reservation_status'],
    ])
    expect(read({ country: 'constructor' })).toMatchObject({
      booking: { guest: { nationality: '' } },
      notes: [{ reason: 'countryUnknown' }],
    })
  })

  test('a day outside the years that dates have is a fault of its row', () => {
    const last = {
      arrival_date_year: '2199',
      arrival_date_month: 'December',
      arrival_date_day_of_month: '31',
    }
    expect(faultsOf(read({ ...last, stays_in_week_nights: '3' }))).toEqual([
      ['dateImpossible', 'stays_in_week_nights'],
    ])
    const first = { arrival_date_year: '1900', arrival_date_month: 'January', arrival_date_day_of_month: '1' }
    expect(faultsOf(read({ ...first, lead_time: '9' }))).toEqual([['dateImpossible', 'lead_time']])
  })
})
