import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bookingStatuses } from '#shared/domain/booking/booking.ts'
import { createSignWatch } from '#shared/domain/import/amounts.ts'
import { fieldOfHeading, missingFields } from '#shared/domain/import/fields.ts'
import { guessFields } from '#shared/domain/import/guess.ts'
import {
  type ImportField,
  notes,
  type RowAnswer,
  rejections,
  uniqueHeadings,
} from '#shared/domain/import/row.ts'
import { readChannel, readCountry, readMeal, readSegment, readStatus } from '#shared/domain/import/values.ts'
import { en } from '#shared/i18n/en/index.ts'
import { zh } from '#shared/i18n/zh/index.ts'
import { nightsBetween } from '#shared/values/index.ts'
import { booking, notesOf, type Row, read, rejected } from './support.ts'

describe('values as people write them', () => {
  test.each([
    ['Checked Out', 'checked-out'],
    ['已离店', 'checked-out'],
    ['在住', 'in-house'],
    ['CANCELED', 'cancelled'],
    ['已取消', 'cancelled'],
    ['No Show', 'no-show'],
    ['应到未到', 'no-show'],
    ['预订', 'confirmed'],
    ['perhaps', null],
  ])('status %s is %s', (text, status) => {
    expect(readStatus(text)).toBe(status)
  })

  test('every status is read in the words of the field guide and of both languages on screen', () => {
    const field = {
      enquiry: '咨询',
      waitlisted: '候补',
      confirmed: '已确认',
      'in-house': '在住',
      'checked-out': '已离店',
      cancelled: '已取消',
      'no-show': '未到',
    } as const
    for (const status of bookingStatuses) {
      const words = [status, field[status], en.shell.mark[status], zh.shell.mark[status]]
      expect(words.map((word) => [word, readStatus(word)])).toEqual(words.map((word) => [word, status]))
    }
    // Derived words name a stored status too.
    const derived = {
      'due-in': 'confirmed',
      'due-out': 'in-house',
      'stay-over': 'in-house',
      late: 'confirmed',
      overdue: 'in-house',
      'early-departure': 'checked-out',
      'late-cancel': 'cancelled',
    } as const
    for (const [mark, status] of Object.entries(derived)) {
      const words = [en.shell.mark[mark as 'late'], zh.shell.mark[mark as 'late']]
      expect(words.map((word) => [word, readStatus(word)])).toEqual(words.map((word) => [word, status]))
    }
  })

  test('meals, segments, channels, countries in both languages', () => {
    expect(['双早', 'B&B', '无早', 'HB', 'brunch'].map(readMeal)).toEqual([
      'breakfast',
      'breakfast',
      'room-only',
      'half-board',
      null,
    ])
    expect(['散客', 'OTA', '团队', 'Corporate'].map(readSegment)).toEqual([
      'transient',
      'online-agency',
      'group',
      'corporate',
    ])
    expect(['携程', 'Booking.com', '官网', '电话', '?'].map(readChannel)).toEqual([
      'online-agency',
      'online-agency',
      'website',
      'telephone',
      null,
    ])
    expect(['CN', 'chn', '中国', 'Germany', '德国', 'UK', '中国台湾', 'Atlantis'].map(readCountry)).toEqual([
      'CHN',
      'CHN',
      'CHN',
      'DEU',
      'DEU',
      'GBR',
      'TWN',
      null,
    ])
  })
})

describe('columns', () => {
  test.each<[string, ImportField | null]>([
    ['到店日期', 'arrival'],
    ['离店', 'departure'],
    ['姓名', 'nativeName'],
    ['手机', 'phone'],
    ['房型', 'roomType'],
    ['房价', 'rate'],
    ['Check-in Date (local)', 'arrival'],
    ['CHECK OUT', 'departure'],
    ['Guest Name', 'nativeName'],
    ['Room Type', 'roomType'],
    ['预订状态', 'status'],
    ['Blood group', null],
  ])('heading %s is %s', (heading, field) => {
    expect(fieldOfHeading(heading)).toBe(field)
  })

  test('no heading names two fields', () => {
    const guessed = guessFields(['Name', 'Guest', 'Mobile', 'Tel'].map((name) => ({ name, samples: [] })))
    expect([...guessed]).toEqual([
      ['Name', 'nativeName'],
      ['Mobile', 'phone'],
    ])
  })

  test('what heading does not say, content may', () => {
    const columns = [
      { name: 'X', samples: ['a@example.com', 'b@example.org', 'c@example.net'] },
      { name: 'Y', samples: ['13800138000', '13900139000', '18612345678'] },
      { name: 'Z', samples: ['11010519491231002X', '440524188001010014', ''] },
    ]
    expect([...guessFields(columns)]).toEqual([
      ['X', 'email'],
      ['Y', 'phone'],
    ])
  })

  test('what a booking needs', () => {
    expect(missingFields(['arrival', 'nights', 'roomType'])).toEqual([])
    expect(missingFields(['nativeName'])).toEqual(['arrival', 'departure', 'roomType'])
  })

  test('headings are made unique', () => {
    expect(uniqueHeadings(['a', ' a ', '', 'a\nb'])).toEqual(['a', 'a (2)', '#3', 'a b'])
  })
})

describe('a row', () => {
  test('with much in it', () => {
    const row = booking({
      nativeName: '张伟',
      phone: '138 0013 8000',
      email: 'Zhang@Example.com',
      nationality: '中国',
      residentId: '11010519491231002x',
      total: '1000',
      adults: '2',
      status: '预订',
      channel: '携程',
      meal: '双早',
      confirmationNo: 'R-77',
      note: '高楼层\n安静',
    })
    expect(row).toMatchObject({
      status: 'confirmed',
      rates: [33334, 33333, 33333],
      adults: 2,
      children: 0,
      channel: 'online-agency',
      meal: 'breakfast',
      createdOn: '2026-03-02',
      comment: '高楼层\n安静',
      source: { confirmationNo: 'R-77' },
      guest: {
        nativeName: '张伟',
        phone: '+8613800138000',
        email: 'Zhang@example.com',
        nationality: 'CHN',
        residentId: '11010519491231002X',
      },
    })
  })

  test('unknown words are kept as the source’s, not guessed at', () => {
    expect(booking({ meal: 'brunch', nationality: 'Atlantis' })).toMatchObject({
      meal: 'undefined-meal',
      guest: { nationality: '' },
      source: { meal: 'brunch', nationality: 'Atlantis' },
    })
    expect(notesOf({ meal: 'brunch', rate: '1' })).toEqual([['valueKept', 'meal']])
  })

  test.each([
    ['120,50', 12_050],
    ['120,5', 12_050],
    ['1.234,50', 123_450],
    ['€ 88,00', 8_800],
    ['１２０，５０', 12_050],
    ['1,234.50', 123_450],
  ])('an amount %s is %i fen', (rate, minor) => {
    expect(booking({ rate: rate.replace('€', '¥') }).rates[0]).toBe(minor)
  })

  test.each<[string, 'point' | 'comma' | null]>([
    ['1.234', null],
    ['1,234', null],
    ['¥ 12,000', null],
    ['1,234.50', 'point'],
    ['1.234,50', 'comma'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'point'],
    ['0.125', 'point'],
    ['1234,500', 'comma'],
    ['88', null],
  ])('%s says of the decimal sign: %s', (amount, sign) => {
    const watch = createSignWatch()
    watch.see(amount)
    expect(watch.sign()).toBe(sign)
  })

  test('amounts that contradict each other settle nothing', () => {
    const watch = createSignWatch()
    for (const amount of ['1,50', '1.50']) watch.see(amount)
    expect(watch.sign()).toBeNull()
  })

  test('a lone point or comma before three digits is read by its column, and by nothing else', () => {
    const readRate = (rate: string, decimalSign: 'point' | 'comma' | null, currency = 'CNY') =>
      read({ rate }, { decimalSign, currency })
    for (const rate of ['1.234', '1,234'])
      expect(readRate(rate, null)).toMatchObject({ rejected: [{ reason: 'rateAmbiguous' }] })
    const rates = (answer: RowAnswer) => ('booking' in answer ? answer.booking.rates[0] : null)
    expect(rates(readRate('1.234', 'comma'))).toBe(123_400)
    expect(rates(readRate('1,234', 'point'))).toBe(123_400)
    expect(rates(readRate('1.234', 'point'))).toBe(123)
    // A currency without decimals has none to write.
    expect(rates(readRate('12,000', null, 'JPY'))).toBe(12_000)
    expect(rates(readRate('12.000', null, 'JPY'))).toBe(12_000)
  })

  test('without a status, the business date tells', () => {
    expect(booking({}).status).toBe('confirmed')
    expect(booking({ arrival: '2026-02-01', departure: '2026-02-03' }).status).toBe('checked-out')
  })

  test.each<[string, Row, string[]]>([
    ['no arrival', { arrival: '' }, ['arrivalMissing', 'arrival']],
    ['30 February', { arrival: '2026-02-30' }, ['dateImpossible', 'arrival']],
    ['departure before arrival', { departure: '2026-03-04' }, ['departureBeforeArrival', 'departure']],
    ['a year too long', { departure: '2027-06-01' }, ['stayTooLong', 'departure']],
    ['no departure', { departure: '' }, ['departureMissing', 'departure']],
    ['no room type', { roomType: '' }, ['roomTypeMissing', 'roomType']],
    ['a rate below zero', { rate: '-5' }, ['rateNegative', 'rate']],
    ['dollars in a yuan hotel', { rate: 'USD 80' }, ['rateForm', 'rate']],
    ['two and a half adults', { adults: '2.5' }, ['numberForm', 'adults']],
    ['a coach', { adults: '45' }, ['personsTooMany', 'adults']],
    ['an unknown status', { status: 'perhaps' }, ['statusUnknown', 'status']],
    ['left before coming', { status: 'checked out' }, ['statusImpossible', 'status']],
    ['a room type of 61 characters', { roomType: '长'.repeat(61) }, ['text', 'roomType']],
    ['a control character in the room type', { roomType: 'a\u0007b' }, ['text', 'roomType']],
  ])('%s is rejected, naming the field', (_name, row, expected) => {
    expect(rejected(row)).toEqual([expected])
  })

  test('a total is spread to the last minor unit, whatever the nights', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9_999_999 }),
        fc.integer({ min: 1, max: 60 }),
        (minor, nights) => {
          const total = `${Math.floor(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
          const { rates } = booking({ total, departure: '', nights: String(nights) })
          expect(rates).toHaveLength(nights)
          expect(rates.reduce((sum, rate) => sum + rate, 0)).toBe(minor)
          expect(Math.max(...rates) - Math.min(...rates)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  test('whatever stands in it, it is one booking that holds together or one rejection', () => {
    const value = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom(
        '2026-03-05',
        '05/03/2026',
        '-1',
        '1e9',
        '9'.repeat(30),
        '张伟',
        '\u0000',
        'NULL',
        '10%',
        '0.005',
      ),
    )
    const fields = [
      'arrival',
      'departure',
      'nights',
      'rate',
      'total',
      'adults',
      'phone',
      'email',
      'status',
      'note',
      'nativeName',
      'nationality',
      'meal',
      'createdOn',
      'residentId',
      'birthDate',
    ] as const
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...fields), value, { maxKeys: 5 }), (row) => {
        const answer = read(row)
        if ('rejected' in answer) {
          const known = (reason: string) => (rejections as readonly string[]).includes(reason)
          const places = new Set(answer.rejected.map(({ reason, field }) => `${reason} ${field}`))
          expect(places.size).toBe(answer.rejected.length)
          return answer.rejected.length > 0 && answer.rejected.every(({ reason }) => known(reason))
        }
        const { arrival, departure, rates } = answer.booking
        expect(nightsBetween(arrival, departure)).toBe(rates.length)
        return rates.every((rate) => Number.isSafeInteger(rate) && rate >= 0)
      }),
      { numRuns: 3000 },
    )
  })
})

test('every reason has its words', () => {
  const all = [...rejections, ...notes, 'new', 'changed', 'same', 'gone']
  expect(Object.keys(en.import.reason).sort()).toEqual([...new Set(all)].sort())
})
