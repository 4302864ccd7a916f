/**
 * A later export of a booking laid over what is on file, field by field: what the source changed since its last export is
 * taken over where nobody here touched it; what somebody here changed stays and is told.
 */
import type { AccountId, BusinessDate, GuestId, RatePlanId, RoomId, RoomTypeId } from '../../values/index.ts'
import { addDays, nightsOf } from '../../values/index.ts'
import type { BookingImage, NightImage } from '../booking/booking.ts'
import type { ImportedBooking } from './row.ts'
import type { SourceRecord } from './source-record.ts'

/** Fields that are compared, by the name of the column that states them. */
export type MergedField =
  | 'arrival'
  | 'departure'
  | 'status'
  | 'cancelledOn'
  | 'roomType'
  | 'chargedRoomType'
  | 'room'
  | 'ratePlan'
  | 'rate'
  | 'adults'
  | 'children'
  | 'infants'
  | 'meal'
  | 'segment'
  | 'channel'
  | 'agency'
  | 'company'
  | 'note'
  | 'nativeName'

/** Ids of what a source names by its words; null for what is not on file. `makeX` makes what an import makes. */
export type MergeCodes = {
  knownType: (words: string) => RoomTypeId | null
  makeType: (words: string) => RoomTypeId
  knownAccount: (kind: 'agency' | 'company', words: string) => AccountId | null
  makeAccount: (kind: 'agency' | 'company', words: string) => AccountId | null
  plan: (words: string) => RatePlanId | null
  room: (words: string) => RoomId | null
}

export type Merge = {
  mine: BookingImage
  /** What the source said last; only the guest, where that was never kept. */
  base: SourceRecord
  /** What it says now. */
  now: SourceRecord
  booking: ImportedBooking
  /** Whether anything but an import ever changed the booking: it decides where `base` says nothing. */
  isTouched: boolean
  codes: MergeCodes
  digest: (text: string) => string
  /** The guest that the row's names mean, asked when the source names somebody else than before. */
  guest: () => GuestId
}

export type Merged = {
  next: BookingImage
  /** Where what a desk made contradicts the file, and stays. */
  kept: MergedField[]
}

const plainFields = ['status', 'adults', 'children', 'infants', 'meal', 'segment', 'channel'] as const

export function mergeBooking(merge: Merge): Merged {
  const { mine, base, now, booking } = merge
  const next: BookingImage = { ...mine }
  const kept: MergedField[] = []
  const settle = <V>(field: MergedField, three: Three<V>, take: () => void) => {
    const verdict = verdictOf(three, merge.isTouched)
    if (verdict === 'take') take()
    if (verdict === 'keep') kept.push(field)
  }
  for (const field of plainFields) {
    if (now[field] === undefined) continue
    settle(field, { mine: mine[field], base: base[field], now: now[field] }, () => {
      Object.assign(next, { [field]: now[field] })
    })
  }
  if (now.comment !== undefined) {
    const three = { mine: merge.digest(mine.comment), base: base.comment, now: now.comment }
    settle('note', three, () => {
      next.comment = booking.comment
    })
  }
  const { cancelledOn } = now
  if (next.status === 'cancelled' && cancelledOn !== undefined)
    settle('cancelledOn', { mine: mine.cancelledOn, base: base.cancelledOn, now: cancelledOn }, () => {
      next.cancelledOn = cancelledOn
    })
  if (mine.status === 'cancelled' && next.status !== 'cancelled') {
    next.cancelledOn = null
    next.cancelReason = null
  }
  mergeCodes(merge, next, kept)
  mergeGuest(merge, next, settle)
  mergeStay(merge, next, kept, settle)
  next.source = { ...mine.source, ...factsOf(merge, next) }
  return { next, kept }
}

type Three<V> = { mine: V; base: V | undefined; now: V }
type Settle = <V>(field: MergedField, three: Three<V>, take: () => void) => void

/** `base` undefined: the source never said so before, and what is on file came from a default or from a desk. */
function verdictOf<V>({ mine, base, now }: Three<V>, isTouched: boolean): 'same' | 'take' | 'keep' {
  if (mine === now) return 'same'
  if (base === undefined) return isTouched ? 'keep' : 'take'
  return mine === base ? 'take' : 'keep'
}

/** What the file names by words. A field that it leaves empty contradicts nobody who filled it here. */
function mergeCodes(merge: Merge, next: BookingImage, kept: MergedField[]): void {
  const { mine, base, now, codes, isTouched } = merge
  const by = <I>(
    field: MergedField & keyof SourceRecord,
    id: I | null,
    known: (words: string) => I | null,
    take: (words: string) => void,
  ) => {
    const words = now[field] as string | undefined
    const before = base[field] as string | undefined
    if (words === undefined) return
    const meant = words === '' ? null : known(words)
    if (meant === id && (words === '' || meant !== null)) return
    // Unchanged words of something that is not on file say nothing new; whoever is in its place was put there by a desk.
    if (words === before && meant === null) return
    const isOurs = before === undefined ? !isTouched : id === (before === '' ? null : known(before))
    if (isOurs && words !== before) take(words)
    else if (words !== '') kept.push(field)
  }
  by('ratePlan', mine.ratePlanId, codes.plan, (words) => {
    next.ratePlanId = codes.plan(words)
  })
  for (const kind of ['agency', 'company'] as const)
    by(
      kind,
      mine[`${kind}Id`],
      (words) => codes.knownAccount(kind, words),
      (words) => {
        next[`${kind}Id`] = codes.makeAccount(kind, words)
      },
    )
  by('roomType', mine.roomTypeId, codes.knownType, (words) => {
    next.roomTypeId = codes.makeType(words)
    if (now.chargedRoomType === undefined && mine.chargedRoomTypeId === mine.roomTypeId)
      next.chargedRoomTypeId = next.roomTypeId
  })
  by('chargedRoomType', mine.chargedRoomTypeId, codes.knownType, (words) => {
    next.chargedRoomTypeId = codes.makeType(words)
  })
}

function mergeGuest({ mine, base, now, isTouched, guest }: Merge, next: BookingImage, settle: Settle): void {
  if (!now.guest || now.guest === base.guest) {
    const replaced = base.guestId !== undefined && base.guestId !== mine.guestId
    if (now.guest && replaced)
      settle('nativeName', { mine: 'desk', base: 'source', now: 'source' }, () => undefined)
    return
  }
  const replaced = base.guestId === undefined ? isTouched : base.guestId !== mine.guestId
  settle('nativeName', { mine: replaced ? 'desk' : 'before', base: 'before', now: 'now' }, () => {
    const id = guest()
    next.guestId = id
    const { [id]: _, ...companions } = mine.companions
    next.companions = companions
  })
}

/** Dates first, then each night of them: its rate, its type, its room. */
function mergeStay(merge: Merge, next: BookingImage, kept: MergedField[], settle: Settle): void {
  const { mine, base, now } = merge
  for (const field of ['arrival', 'departure'] as const) {
    const says = now[field]
    if (says !== undefined)
      settle<string>(field, { mine: mine[field], base: base[field], now: says }, () => {
        next[field] = says
      })
  }
  if (next.arrival > next.departure) {
    next.arrival = mine.arrival
    next.departure = mine.departure
    if (!kept.includes('departure')) kept.push('departure')
  }
  next.nights = mergeNights(merge, next, kept)
}

function mergeNights(merge: Merge, next: BookingImage, kept: MergedField[]): BookingImage['nights'] {
  const { mine, base, now, booking, isTouched, codes } = merge
  const said = base.rates && base.arrival ? ratesByNight(base.arrival, base.rates) : null
  const says = now.rates ? ratesByNight(booking.arrival, now.rates) : null
  const typeChanged = next.roomTypeId !== mine.roomTypeId
  const room = roomGiven(merge, kept)
  const nights: BookingImage['nights'] = {}
  for (const night of nightsOf(next.arrival, next.departure)) {
    const was = mine.nights[night]
    const like = was ?? nightBefore(mine, night)
    const rate = says?.get(night)
    const part: NightImage = {
      roomTypeId:
        !was || (typeChanged && was.roomTypeId === mine.roomTypeId) ? next.roomTypeId : was.roomTypeId,
      roomId: room ? room.id : like ? like.roomId : now.room ? codes.room(now.room) : null,
      rateMinor: was?.rateMinor ?? rate ?? like?.rateMinor ?? 0,
    }
    if (was && rate !== undefined) {
      const verdict = verdictOf({ mine: was.rateMinor, base: said?.get(night), now: rate }, isTouched)
      if (verdict === 'take') part.rateMinor = rate
      if (verdict === 'keep' && !kept.includes('rate')) kept.push('rate')
    }
    nights[night] = part
  }
  return nights
}

/** The night of the booking that a new one is like: the last before it, else the first. */
function nightBefore({ nights }: BookingImage, night: BusinessDate): NightImage | undefined {
  const dates = Object.keys(nights).sort()
  const before = dates.findLast((date) => date < night) ?? dates[0]
  return before === undefined ? undefined : nights[before]
}

/** The room of all nights, where the source gives another than before and nobody here chose one. */
function roomGiven(
  { mine, base, now, isTouched, codes }: Merge,
  kept: MergedField[],
): { id: RoomId | null } | null {
  const words = now.room
  if (words === undefined || words === base.room) return null
  const id = words === '' ? null : codes.room(words)
  // A room that is not on file is a fact of the source, and empties nobody's.
  if (words !== '' && id === null) return null
  const rooms = Object.values(mine.nights).map(({ roomId }) => roomId)
  if (rooms.length > 0 && rooms.every((one) => one === id)) return null
  const before = base.room ? codes.room(base.room) : null
  const isOurs = base.room === undefined ? !isTouched : rooms.every((one) => one === before || one === null)
  if (isOurs) return { id }
  if (words !== '') kept.push('room')
  return null
}

function ratesByNight(arrival: BusinessDate, rates: readonly number[]): Map<string, number> {
  return new Map(rates.map((rate, at) => [addDays(arrival, at), rate]))
}

/** Facts of the row that a booking came from, which a later row says nothing of: its line, and its place among the rooms. */
const ofTheRow: ReadonlySet<string> = new Set(['line', 'partyRooms', 'partyRoom'])

/** Facts of the source that this row states otherwise. */
function factsOf(
  { mine, booking, now, codes }: Merge,
  next: BookingImage,
): NonNullable<BookingImage['source']> {
  const facts: NonNullable<BookingImage['source']> = {}
  for (const [name, value] of Object.entries(booking.source))
    if (!ofTheRow.has(name) && mine.source?.[name] !== value) facts[name] = value
  if (now.room && codes.room(now.room) === null) facts.room = now.room
  if (now.ratePlan && next.ratePlanId === null && codes.plan(now.ratePlan) === null)
    facts.ratePlan = now.ratePlan
  return facts
}
