import fc from 'fast-check'
import iconv from 'iconv-lite'
import type { Encoding } from '#shared/domain/import/encodings.ts'
import type { DateOrder, DecimalSign } from '#shared/domain/import/row.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { toDayNumber } from '#shared/values/index.ts'
import { type TestCell, type TestSheet, workbookOf } from '#tests/support/workbook.ts'
import { places } from './named-lists.ts'

/** A stay as it truly is. `fault`: what the file says of it instead, so that it has to be refused. */
export type TrueStay = {
  number: string
  guest: string
  phone: string
  arrival: string
  departure: string
  roomType: string
  rateMinor: number
  adults: number
  fault: Fault | null
}
export type Fault = 'dateImpossible' | 'departureBeforeArrival' | 'rateNegative' | 'roomTypeMissing'

/** A file that says these stays in the dress of some system; `order` and `sign` are what a person would say of it. */
export type DressedFile = {
  name: string
  bytes: Buffer
  encoding: Encoding | null
  order: DateOrder
  sign: DecimalSign
  stays: TrueStay[]
}

const fields = ['number', 'guest', 'phone', 'arrival', 'departure', 'roomType', 'rate', 'adults'] as const
type Field = (typeof fields)[number]

const headings: Record<Field, readonly string[]>[] = [
  {
    number: ['Confirmation no', 'Booking ID', 'Reservation number'],
    guest: ['Guest name', 'Name', 'Full name'],
    phone: ['Phone', 'Mobile', 'Telephone'],
    arrival: ['Arrival', 'Check-in', 'Check-in date'],
    departure: ['Departure', 'Check-out', 'Departure date'],
    roomType: ['Room type', 'Room Type Code', 'Category'],
    rate: ['Rate', 'Room rate', 'Daily rate'],
    adults: ['Adults', 'No of adults', 'Adult'],
  },
  {
    number: ['订单号', '预订号', '确认号'],
    guest: ['姓名', '客人姓名', '入住人'],
    phone: ['手机', '手机号', '联系电话'],
    arrival: ['到店日期', '入住日期', '抵店日期'],
    departure: ['离店日期', '退房日期', '预离日期'],
    roomType: ['房型', '房型名称', '房间类型'],
    rate: ['房价', '单价', '每晚房价'],
    adults: ['成人', '成人数', '大人'],
  },
]

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const dateForms: Record<string, { order: DateOrder; write: (y: string, m: string, d: string) => string }> = {
  iso: { order: 'ymd', write: (y, m, d) => `${y}-${m}-${d}` },
  slashes: { order: 'ymd', write: (y, m, d) => `${y}/${Number(m)}/${Number(d)}` },
  compact: { order: 'ymd', write: (y, m, d) => `${y}${m}${d}` },
  chinese: { order: 'ymd', write: (y, m, d) => `${y}年${Number(m)}月${Number(d)}日` },
  lastSecond: { order: 'ymd', write: (y, m, d) => `${y}-${m}-${d} 23:59:59` },
  midnight: { order: 'ymd', write: (y, m, d) => `${y}-${m}-${d}T00:00:00` },
  points: { order: 'dmy', write: (y, m, d) => `${d}.${m}.${y}` },
  british: { order: 'dmy', write: (y, m, d) => `${d}/${m}/${y} 14:00` },
  american: { order: 'mdy', write: (y, m, d) => `${Number(m)}/${Number(d)}/${y}` },
  opera: { order: 'dmy', write: (y, m, d) => `${d}-${months[Number(m) - 1]}-${y}` },
  short: { order: 'dmy', write: (y, m, d) => `${d}-${months[Number(m) - 1]?.toUpperCase()}-${y.slice(2)}` },
}

const grouped = (digits: string, sign: string) => digits.replace(/\B(?=(\d{3})+$)/g, sign)
const amountForms: Record<string, { sign: DecimalSign; write: (whole: string, cents: string) => string }> = {
  plain: { sign: 'point', write: (whole, cents) => `${whole}.${cents}` },
  thousands: { sign: 'point', write: (whole, cents) => `${grouped(whole, ',')}.${cents}` },
  yuan: { sign: 'point', write: (whole, cents) => `¥${grouped(whole, ',')}.${cents}` },
  german: { sign: 'comma', write: (whole, cents) => `${grouped(whole, '.')},${cents}` },
}

const armours: Record<string, (text: string) => string> = {
  none: (text) => text,
  formula: (text) => `="${text}"`,
  apostrophe: (text) => `'${text}`,
  backtick: (text) => `\`${text}`,
  tab: (text) => `\t${text}`,
}

const phoneForms: ((phone: string) => string)[] = [
  (phone) => phone,
  (phone) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  (phone) => `+86 ${phone}`,
  (phone) => `+86${phone}`,
]

const day = (offset: number) => new Date(Date.UTC(2026, 2, 5 + offset)).toISOString().slice(0, 10)

const stay = (guest: fc.Arbitrary<string>, roomTypes: readonly string[]) =>
  fc
    .record({
      guest,
      phone: fc.integer({ min: 21_314_151, max: 98_979_695 }).map((n) => `138${String(n).padStart(8, '0')}`),
      start: fc.integer({ min: 0, max: 300 }),
      nights: fc.integer({ min: 1, max: 12 }),
      roomType: fc.constantFrom('DBL', ...roomTypes),
      rateMinor: fc.integer({ min: 10_000, max: 500_000 }),
      adults: fc.integer({ min: 1, max: 4 }),
      fault: fc.oneof(
        { weight: 14, arbitrary: fc.constant(null) },
        {
          weight: 1,
          arbitrary: fc.constantFrom<Fault>(
            'dateImpossible',
            'departureBeforeArrival',
            'rateNegative',
            'roomTypeMissing',
          ),
        },
      ),
    })
    .map(({ start, nights, ...rest }) => ({ ...rest, arrival: day(start), departure: day(start + nights) }))

const dress = fc.record({
  words: fc.constantFrom(...headings),
  choice: fc.array(fc.nat(2), { minLength: fields.length, maxLength: fields.length }),
  order: fc.shuffledSubarray([...fields], { minLength: fields.length }),
  dates: fc.constantFrom(...Object.values(dateForms)),
  amounts: fc.constantFrom(...Object.values(amountForms)),
  armour: fc.constantFrom(...Object.values(armours)),
  phones: fc.constantFrom(...phoneForms),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\r\n', '\n'),
  title: fc.boolean(),
  extra: fc.boolean(),
})
type Dress = typeof dress extends fc.Arbitrary<infer D> ? D : never

/** Any file of any place. `serial` makes its confirmation numbers its own. */
export const dressedFile: fc.Arbitrary<(serial: number) => DressedFile> = fc
  .constantFrom(...places)
  .chain((place) =>
    fc.tuple(
      fc.array(stay(place.guest, place.roomTypes), { minLength: 3, maxLength: 9 }),
      dress,
      fc.constantFrom<Encoding | 'bom'>('utf-8', 'bom', 'utf-16le', ...place.encodings),
      fc.boolean(),
      fc.constantFrom('csv', 'xlsx'),
      bookDress,
    ),
  )
  .map(([stays, worn, written, stated, format, book]) => (serial) => {
    const numbered = stays.map((one, index) => ({
      ...one,
      number: `00${serial}${String(index).padStart(3, '0')}`,
    }))
    if (format === 'xlsx') return bookFile(numbered, worn, book)
    return textFile(numbered, worn, written, stated)
  })

const bookDress = fc.record({
  cells: fc.constantFrom('styled', 'general', 'text'),
  date1904: fc.boolean(),
  strict: fc.boolean(),
  cover: fc.boolean(),
  hiddenSheet: fc.boolean(),
  hiddenRow: fc.boolean(),
  merged: fc.boolean(),
})

/** What each field's cell says, as text; a fault is what the file says instead of the truth. */
function textOf(one: TrueStay, field: Field, { dates, amounts, armour, phones }: Dress): string {
  const written = (date: string) => {
    const [y = '', m = '', d = ''] = date.split('-')
    return dates.write(y, m, d)
  }
  switch (field) {
    case 'number':
      return armour(one.number)
    case 'phone':
      return armour(phones(one.phone))
    case 'arrival':
      return written(one.fault === 'dateImpossible' ? '2026-02-30' : one.arrival)
    case 'departure':
      return written(one.fault === 'departureBeforeArrival' ? '2026-03-01' : one.departure)
    case 'rate': {
      const minor = String(one.rateMinor)
      return (one.fault === 'rateNegative' ? '-' : '') + amounts.write(minor.slice(0, -2), minor.slice(-2))
    }
    case 'roomType':
      return one.fault === 'roomTypeMissing' ? '' : one.roomType
    case 'adults':
      return String(one.adults)
    case 'guest':
      return one.guest
  }
}

function headingsOf({ words, choice, order, extra }: Dress): string[] {
  return [
    ...order.map((field) => words[field][choice[fields.indexOf(field)] ?? 0] ?? ''),
    ...(extra ? ['XYZ'] : []),
  ]
}

function textFile(stays: TrueStay[], worn: Dress, written: Encoding | 'bom', stated: boolean): DressedFile {
  const { delimiter, lineEnd, title } = worn
  const cell = (text: string) =>
    text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text
  const line = (cells: readonly string[]) => cells.map(cell).join(delimiter)
  const rows = stays.map((one) => [
    ...worn.order.map((field) => textOf(one, field, worn)),
    ...(worn.extra ? ['-'] : []),
  ])
  const lines = [...(title ? ['Report'] : []), line(headingsOf(worn)), ...rows.map(line)]
  const text = lines.join(lineEnd) + lineEnd
  const own: Encoding = written === 'bom' ? 'utf-8' : written
  // What an encoding has no character for is exported in one that has.
  const encoding = iconv.decode(iconv.encode(text, own), own) === text ? own : 'utf-8'
  const addBOM = written === 'bom' || encoding === 'utf-16le'
  return {
    name: 'file.csv',
    bytes: iconv.encode(text, encoding, { addBOM }),
    encoding: stated ? encoding : null,
    order: worn.dates.order,
    sign: worn.amounts.sign,
    stays,
  }
}

type BookDress = typeof bookDress extends fc.Arbitrary<infer D> ? D : never

function bookFile(stays: TrueStay[], worn: Dress, book: BookDress): DressedFile {
  const zero = toDayNumber((book.date1904 ? '1904-01-01' : '1899-12-30') as BusinessDate)
  const cellOf = (one: TrueStay, field: Field): TestCell => {
    const text = textOf(one, field, worn)
    if (book.cells === 'text' || text === '') return text === '' ? null : text
    if (field === 'rate') return (one.fault === 'rateNegative' ? -one.rateMinor : one.rateMinor) / 100
    if (field === 'adults') return one.adults
    if (field !== 'arrival' && field !== 'departure') return text
    const date = field === 'arrival' ? one.arrival : one.departure
    if (one.fault === 'dateImpossible' && field === 'arrival') return text
    const serial =
      (one.fault === 'departureBeforeArrival' && field === 'departure'
        ? toDayNumber('2026-03-01' as BusinessDate)
        : toDayNumber(date as BusinessDate)) - zero
    return book.cells === 'general'
      ? serial
      : { date: serial + (field === 'departure' ? 86_399 / 86_400 : 0) }
  }
  const rows: TestCell[][] = []
  const merges: string[] = []
  const first = worn.title ? 3 : 2
  // An order of two rooms: who comes and when stands once for both.
  const together = book.merged && stays.length > 1
  const [lead] = stays
  const told = stays.map((one, index) =>
    together && index === 1 && lead
      ? {
          ...one,
          guest: lead.guest,
          phone: lead.phone,
          arrival: lead.arrival,
          departure: lead.departure,
          fault: null,
        }
      : index === 0 && together
        ? { ...one, fault: null }
        : one,
  )
  for (const [index, one] of told.entries()) {
    const shared = (field: Field) =>
      together && index === 1 && ['guest', 'phone', 'arrival', 'departure'].includes(field)
    rows.push(worn.order.map((field) => (shared(field) ? null : cellOf(one, field))))
  }
  if (together)
    for (const [column, field] of worn.order.entries())
      if (['guest', 'phone', 'arrival', 'departure'].includes(field)) {
        const letter = String.fromCharCode(65 + column)
        merges.push(`${letter}${first}:${letter}${first + 1}`)
      }
  const table: TestSheet = {
    name: 'Data',
    rows: [...(worn.title ? [['Report']] : []), headingsOf(worn), ...rows],
    merges,
    hidden: book.hiddenRow ? [first + told.length - 1] : [],
  }
  const sheets: TestSheet[] = [
    ...(book.cover ? [{ name: 'Cover', rows: [['Reservations'], ['Hotel', 'Rose']] }] : []),
    ...(book.hiddenSheet ? [{ ...table, name: 'Old', state: 'hidden' as const }] : []),
    table,
  ]
  return {
    name: 'file.xlsx',
    bytes: workbookOf(sheets, { date1904: book.date1904, strict: book.strict }),
    encoding: null,
    order: worn.dates.order,
    sign: book.cells === 'text' ? worn.amounts.sign : 'point',
    stays: told,
  }
}
