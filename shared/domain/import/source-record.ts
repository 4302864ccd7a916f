/**
 * What a system said of a booking in its last export, as far as its columns say anything: the middle of a comparison of
 * three (what it said, what it says now, what a desk made of it). Codes are kept as the source writes them, so that a
 * type that was renamed here has not changed there; what is personal or long is kept as a digest, because it is only
 * ever compared.
 */
import type { BusinessDate } from '../../values/index.ts'
import { foldLatin } from '../name/fold.ts'
import { hasHan } from '../name/name.ts'
import type { ImportedBooking, ImportedGuest, ImportField } from './row.ts'

export type SourceRecord = {
  arrival?: BusinessDate
  departure?: BusinessDate
  status?: string
  cancelledOn?: BusinessDate | null
  roomType?: string
  chargedRoomType?: string
  room?: string
  ratePlan?: string
  /** Minor units by night, from the arrival on. */
  rates?: number[]
  adults?: number
  children?: number
  infants?: number
  meal?: string
  segment?: string
  channel?: string
  agency?: string
  company?: string
  /** Digests. */
  comment?: string
  guest?: string
  phone?: string
  email?: string
  /** The guest on file that these names were read as. */
  guestId?: number
}

/** Fields of a record with the columns that state them; without one of these a file says nothing of the field. */
const columnsOf: { readonly [K in keyof SourceRecord]?: readonly ImportField[] } = {
  arrival: ['arrival'],
  departure: ['departure', 'nights'],
  status: ['status'],
  cancelledOn: ['cancelledOn'],
  roomType: ['roomType'],
  chargedRoomType: ['chargedRoomType'],
  room: ['room'],
  ratePlan: ['ratePlan'],
  rates: ['rate', 'total'],
  adults: ['adults'],
  children: ['children'],
  infants: ['infants'],
  meal: ['meal'],
  segment: ['segment'],
  channel: ['channel'],
  agency: ['agency'],
  company: ['company'],
  comment: ['note'],
  guest: ['nativeName', 'familyName', 'givenName'],
  phone: ['phone'],
  email: ['email'],
}

/** What a row says of a booking. `stated`: the fields that the file has columns for. */
export function recordOf(
  booking: ImportedBooking,
  stated: ReadonlySet<ImportField>,
  digest: (text: string) => string,
): SourceRecord {
  const { guest } = booking
  const whole: SourceRecord = {
    arrival: booking.arrival,
    departure: booking.departure,
    status: booking.status,
    cancelledOn: booking.cancelledOn,
    roomType: booking.roomType,
    chargedRoomType: booking.chargedRoomType,
    room: booking.room,
    ratePlan: booking.ratePlan,
    rates: booking.rates,
    adults: booking.adults,
    children: booking.children,
    infants: booking.infants,
    meal: booking.meal,
    segment: booking.segment,
    channel: booking.channel,
    agency: booking.agency,
    company: booking.company,
    comment: digest(booking.comment),
    guest: guestDigest(guest, digest),
    phone: guest.phone === '' ? '' : digest(guest.phone),
    email: guest.email === '' ? '' : digest(guest.email),
  }
  return Object.fromEntries(
    Object.entries(whole).filter(([field]) =>
      columnsOf[field as keyof SourceRecord]?.some((column) => stated.has(column)),
    ),
  )
}

/** The digest of a name, written alike but for case, marks and spaces; '' of nobody. */
export function guestDigest(
  { nativeName, familyName, givenName }: Pick<ImportedGuest, 'nativeName' | 'familyName' | 'givenName'>,
  digest: (text: string) => string,
): string {
  const native = hasHan(nativeName) ? nativeName.replace(/\s+/g, '') : nativeName
  const words = foldLatin(`${native} ${familyName} ${givenName}`).split(/\s+/)
  const name = words.filter((word) => word !== '').join(' ')
  return name === '' ? '' : digest(name)
}

/** Whether two records say the same wherever both say something. */
export function saysTheSame(before: SourceRecord, now: SourceRecord): boolean {
  return differingFields(before, now).length === 0
}

/** The fields in which a record says something else than the one before, or says something for the first time. */
export function differingFields(before: SourceRecord, now: SourceRecord): (keyof SourceRecord)[] {
  return (Object.keys(now) as (keyof SourceRecord)[]).filter(
    (field) => field !== 'guestId' && JSON.stringify(before[field]) !== JSON.stringify(now[field]),
  )
}

/** A row as one that waits for the booking it means. */
type Rowed = { record: SourceRecord }
/** A booking under the row's number that no other row was found to mean. */
type OnFile = { record: SourceRecord }

/** How many bookings under one number are too many for the number alone to mean anything. */
const mostUnderOne = 40

/**
 * Which row means which booking, of those under one number: the pair that agrees most goes first, so that of two rooms
 * the one that was changed is not taken for the one that was not. A number alone proves nothing: without the same guest,
 * or the same arrival and type, a row means no booking on file.
 */
export function matchRows<R extends Rowed, B extends OnFile>(
  rows: readonly R[],
  bookings: readonly B[],
): Map<R, B> {
  const crowded = bookings.length > mostUnderOne
  const pairs = rows.flatMap((row, at) =>
    bookings.flatMap((booking, index) => {
      const score = agreement(booking.record, row.record, crowded)
      return score > 0 ? [{ row, booking, score, at, index }] : []
    }),
  )
  pairs.sort((a, b) => b.score - a.score || a.at - b.at || a.index - b.index)
  const found = new Map<R, B>()
  const taken = new Set<B>()
  for (const { row, booking } of pairs) {
    if (found.has(row) || taken.has(booking)) continue
    found.set(row, booking)
    taken.add(booking)
  }
  return found
}

/** 0: they don't mean the same stay. */
function agreement(before: SourceRecord, now: SourceRecord, crowded: boolean): number {
  const equal = (field: keyof SourceRecord) =>
    now[field] !== undefined && now[field] !== '' && before[field] === now[field]
  const guest = equal('guest') || equal('phone') || equal('email')
  const arrival = equal('arrival')
  const type = equal('roomType')
  const enough = crowded ? guest && (arrival || equal('departure')) : guest || (arrival && type)
  if (!enough) return 0
  const points = [equal('guest') && 16, arrival && 8, type && 4, equal('room') && 4, equal('departure') && 2]
  return points.reduce<number>((sum, point) => sum + (point || 0), 1)
}

/** Whether a booking of another system looks like the very same stay: number, guest and arrival agree. */
export function isSameStay(before: SourceRecord, now: SourceRecord): boolean {
  return before.arrival === now.arrival && (now.guest ?? '') !== '' && before.guest === now.guest
}
