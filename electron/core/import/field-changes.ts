import type { Writer } from '#db/handles.ts'
import { readGuestNames } from '#db/queries/change/labels.ts'
import { type BookingImage, totalOf } from '#shared/domain/booking/booking.ts'
import type { MergedField } from '#shared/domain/import/merge-booking.ts'
import type { ImportedBooking } from '#shared/domain/import/row.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import type { CodeBook } from './write-codes.ts'

/** One field of a booking or its guest, or a fact of its source, from what to what. */
export type FieldChange = { field: string; from: string; to: string }

/** What a change is told with. */
export type Telling = {
  tx: Writer
  codes: CodeBook
  currency: Currency
  /** What a row says of a field. */
  said: (booking: ImportedBooking, field: MergedField) => string
}

const longestNote = 80

const fields: readonly MergedField[] = [
  'status',
  'arrival',
  'departure',
  'roomType',
  'chargedRoomType',
  'room',
  'ratePlan',
  'rate',
  'nativeName',
  'adults',
  'children',
  'infants',
  'meal',
  'segment',
  'channel',
  'agency',
  'company',
  'cancelledOn',
  'note',
]

/** The fields in which two images differ, in the order in which a clerk asks for them. */
export async function fieldChanges(
  telling: Telling,
  before: BookingImage,
  after: BookingImage,
): Promise<FieldChange[]> {
  const changes: FieldChange[] = []
  for (const field of fields) {
    // Who is charged for the type that was booked has no type of its own.
    if (field === 'chargedRoomType' && after.chargedRoomTypeId === after.roomTypeId) continue
    const from = await fieldText(telling, before, field)
    const to = await fieldText(telling, after, field)
    if (from !== to) changes.push({ field, from, to })
  }
  const facts = Object.entries(after.source ?? {}).filter(
    ([name, value]) => name !== 'ratePlan' && value !== (before.source?.[name] ?? null),
  )
  for (const [field, value] of facts)
    changes.push({ field, from: String(before.source?.[field] ?? ''), to: String(value ?? '') })
  return changes
}

/** A field of an image as a finding shows it: dates and codes as they are, amounts in the hotel's currency. */
export async function fieldText(telling: Telling, image: BookingImage, field: MergedField): Promise<string> {
  const { codes } = telling
  switch (field) {
    case 'roomType':
      return codes.codeOf('type', image.roomTypeId)
    case 'chargedRoomType':
      return codes.codeOf('type', image.chargedRoomTypeId)
    case 'room':
      return [...new Set(Object.values(image.nights).map(({ roomId }) => codes.codeOf('room', roomId)))].join(
        ', ',
      )
    case 'ratePlan':
      return codes.codeOf('plan', image.ratePlanId) || String(image.source?.ratePlan ?? '')
    case 'rate':
      return rateText(
        Object.values(image.nights).map(({ rateMinor }) => rateMinor),
        totalOf(image.nights),
        telling.currency,
      )
    case 'agency':
      return codes.codeOf('account', image.agencyId)
    case 'company':
      return codes.codeOf('account', image.companyId)
    case 'note':
      return cut(image.comment)
    case 'nativeName': {
      const names = (await readGuestNames(telling.tx, [image.guestId])).get(image.guestId)
      return names ? names.nativeName || latinName(names) : ''
    }
    default:
      return String(image[field] ?? '')
  }
}

/** A rate a night where all nights have the same, else their sum. */
export function rateText(rates: readonly number[], total: number, currency: Currency): string {
  const [first = 0] = rates
  const text = (minor: number) => minorToDecimal(minor, currency)
  return rates.every((rate) => rate === first) ? text(first) : `Σ ${text(total)}`
}

/** What a row says of a field, as `fieldText` shows what is on file. */
export function createFieldReader(currency: Currency): Telling['said'] {
  return (booking, field) => {
    const { guest, rates } = booking
    if (field === 'note') return cut(booking.comment)
    if (field === 'rate')
      return rateText(
        rates,
        rates.reduce((sum, rate) => sum + rate, 0),
        currency,
      )
    if (field === 'nativeName')
      return guest.nativeName || [guest.familyName, guest.givenName].filter((name) => name !== '').join(' ')
    return String(booking[field] ?? '')
  }
}

function cut(text: string): string {
  return text.length > longestNote ? `${text.slice(0, longestNote)}…` : text
}
