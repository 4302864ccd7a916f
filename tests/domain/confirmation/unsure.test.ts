import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readConfirmation } from '#shared/domain/confirmation/read-confirmation.ts'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { addDays, dayOf, monthOf, weekdayOf, yearOf } from '#shared/values/index.ts'
import { messageHotel, messageTypes } from '#tests/support/confirmations/hotel.ts'
import { type Field, tableOf } from '#tests/support/confirmations/message.ts'

const read = (text: string): Reading => readConfirmation(text, messageHotel).reading
const doubtOf = (text: string, name: Field) => read(text)[name]?.doubt

describe('what a message can mean otherwise is unsure', () => {
  test.each<[string, Field, string | null | undefined]>([
    ['Guest: Tom Berg\nArrival: 07/03/2026\nNights: 2', 'arrival', 'dateOrder'],
    ['Arrival: 07/03/2026\nDeparture: 09/03/2026\nNights: 2', 'arrival', null],
    ['Arrival: Sat 07/03/2026\nNights: 2', 'arrival', null],
    ['Arrival: 03/04/2026\nDeparture: 04/04/2026\nTotal nights: 1\nLength: 2 nights', 'arrival', 'dateOrder'],
    [
      '> Arrival: 10 March 2026\n> Departure: 12 March 2026\nPlease change: arrival 11 April 2026',
      'arrival',
      'several',
    ],
    [
      'Check-in: 5 March 2026\nCheck-out: 7 March 2026\nThe booking has not been cancelled',
      'kind',
      'kindUnclear',
    ],
    ['New booking\nCancellation policy: free cancellation until 3 March 2026', 'kind', null],
    ['Subject: New booking\nRoom: 2 x Deluxe Twin Room', 'rooms', 'severalRooms'],
    ['Room 1: Deluxe King Room\nRoom 2: Deluxe Twin Room', 'rooms', 'severalRooms'],
    ['Check-in: 5 March 2026\nNights: 1\nTotal: CNY 680.00 (excl. VAT)', 'rates', 'taxesApart'],
    ['Check-in: 5 March 2026\nNights: 1\nTotal: $680.00', 'rates', 'currencyOther'],
    ['Front desk phone: 0571 8888 0000\nGuest: Anna Berg', 'phone', 'unlabelled'],
    ['Phone: 212 555 0187', 'phone', 'phoneForm'],
    ['付款方式：未支付', 'payment', undefined],
    ['Payment: prepaid\nPayment: pay at hotel', 'payment', 'several'],
    ['Nationality: Japan', 'nationality', null],
    ['Country of residence: Japan', 'nationality', 'countryOfResidence'],
  ])('%j: %s is %s', (text, name, doubt) => {
    expect(doubtOf(text, name)).toBe(doubt)
  })
})

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const two = (n: number) => String(n).padStart(2, '0')
type Day = ReturnType<typeof addDays>
const forms: readonly ((day: Day) => string)[] = [
  (day) => day,
  (day) => day.replaceAll('-', '/'),
  (day) => `${days[weekdayOf(day)]}, ${dayOf(day)} ${names[monthOf(day) - 1]} ${yearOf(day)}`,
  (day) => `${names[monthOf(day) - 1]} ${dayOf(day)}, ${yearOf(day)}`,
  (day) => `${two(dayOf(day))}-${names[monthOf(day) - 1]}-${String(yearOf(day)).slice(2)}`,
  (day) => `${two(dayOf(day))}/${two(monthOf(day))}/${yearOf(day)}`,
  (day) => `${two(monthOf(day))}/${two(dayOf(day))}/${yearOf(day)}`,
  (day) => `${two(dayOf(day))}.${two(monthOf(day))}.${yearOf(day)}`,
  (day) => `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`,
  (day) => `${monthOf(day)}月${dayOf(day)}日`,
]
const amounts: readonly ((minor: number) => string)[] = [
  (minor) => `CNY ${(minor / 100).toFixed(2)}`,
  (minor) => `¥${(minor / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })}`,
  (minor) => `${(minor / 100).toLocaleString('de-DE', { minimumFractionDigits: 2 })} RMB`,
  (minor) => `${(minor / 100).toFixed(2)}元`,
  (minor) => (minor / 100).toFixed(2),
]
const labels = [
  ['Check-in: ', 'Check-out: ', 'Nights: ', 'Total price: ', 'Adults: '],
  ['入住日期：', '离店日期：', '晚数：', '总价：', '成人数：'],
  ['Arrival\t', 'Departure\t', 'Number of nights\t', 'Total amount\t', 'Number of adults\t'],
] as const

test('a fact that is sure is the one that was written, in whatever form', () => {
  const stay = fc.record({
    ahead: fc.integer({ min: 0, max: 400 }),
    nights: fc.integer({ min: 1, max: 20 }),
    form: fc.integer({ min: 0, max: forms.length - 1 }),
    amount: fc.integer({ min: 0, max: amounts.length - 1 }),
    minor: fc.integer({ min: 100, max: 9_999_999 }),
    adults: fc.integer({ min: 1, max: 9 }),
    words: fc.integer({ min: 0, max: labels.length - 1 }),
    saysNights: fc.boolean(),
  })
  let sure = 0
  fc.assert(
    fc.property(stay, ({ ahead, nights, form, amount, minor, adults, words, saysNights }) => {
      const arrival = addDays(messageHotel.businessDate, ahead)
      const departure = addDays(arrival, nights)
      const [from, to, count, total, persons] = labels[words]!
      const lines = [
        'New booking',
        `${from}${forms[form]!(arrival)}`,
        `${to}${forms[form]!(departure)}`,
        ...(saysNights ? [`${count}${nights}`] : []),
        `${total}${amounts[amount]!(minor)}`,
        `${persons}${adults}`,
      ]
      const { said, unsure } = tableOf(read(lines.join('\n')), messageTypes)
      const want = { arrival, departure, total: `${minor / 100} CNY`, adults }
      for (const name of Object.keys(want) as (keyof typeof want)[]) {
        expect(said[name], `${name} of\n${lines.join('\n')}`).toBeDefined()
        if (unsure?.[name]) continue
        sure++
        expect(said[name], `${name} of\n${lines.join('\n')}`).toBe(want[name])
      }
    }),
    { numRuns: 400 },
  )
  // The other half of it: what leaves no doubt is not called unsure
  expect(sure).toBeGreaterThan(400 * 4 * 0.7)
})
