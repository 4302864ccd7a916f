import { type BookingStatus, bookingStatuses } from '#shared/domain/booking/booking.ts'
import { noBirthDate } from '#shared/domain/insight/facts/facts-as-of.ts'
import { type History, type HistoryWords, historyWords, NONE } from '#shared/domain/insight/facts/history.ts'
import { businessDateOf, toDayNumber } from '#shared/values/index.ts'

/** A booking as a test writes it; what is left out is a confirmed adult's room-only night made on the day it begins. */
export type WrittenBooking = {
  guest: number
  arrival: string
  departure: string
  status?: BookingStatus
  createdOn?: string
  cancelledOn?: string
  total?: number
  /** What the ledger has of it: up to the departure, or by day. */
  posted?: readonly { on?: string; room?: number; other?: number }[]
  adults?: number
  children?: number
  segment?: string
  channel?: string
  roomType?: string
  ratePlan?: string
  meal?: string
  sold?: boolean
  upgraded?: boolean
  company?: number
  requests?: readonly [kind: string, createdOn: string, declinedOn?: string][]
  /** Minutes that the guest waited for the room on the day of arrival. */
  waited?: number
  mark?: readonly [mark: number, on: string]
}

/** The day number of a written date. */
export function dayOf(date: string): number {
  return toDayNumber(businessDateOf(date))
}

/** A history of the bookings given, in any order; its guests are 1 to `guests`, whose profiles were made in 2000. */
export function historyOf(guests: number, written: readonly WrittenBooking[]): History {
  const words = Object.fromEntries(historyWords.map((name) => [name, ['']])) as HistoryWords
  const code = (name: keyof HistoryWords, word: string) => {
    const list = words[name]
    return list.includes(word) ? list.indexOf(word) : list.push(word) - 1
  }
  const sorted = [...written].sort(
    (a, b) =>
      a.guest - b.guest || a.arrival.localeCompare(b.arrival) || a.departure.localeCompare(b.departure),
  )
  const days = (of: (one: WrittenBooking) => number) => Int32Array.from(sorted, of)
  const codes = (name: keyof HistoryWords, of: (one: WrittenBooking) => string) =>
    Uint16Array.from(sorted, (one) => code(name, of(one)))
  const from = Int32Array.from(
    { length: guests + 1 },
    (_, g) => sorted.filter((one) => one.guest <= g).length,
  )
  const asked = sorted.flatMap(({ requests = [] }) => requests)
  const none = new Int32Array(guests + 1)
  return {
    guests: guestsOf(guests),
    from,
    bookings: {
      status: Uint8Array.from(sorted, ({ status = 'checked-out' }) => bookingStatuses.indexOf(status)),
      arrival: days(({ arrival }) => dayOf(arrival)),
      departure: days(({ departure }) => dayOf(departure)),
      createdOn: days(({ createdOn, arrival }) => dayOf(createdOn ?? arrival)),
      cancelledOn: days(({ cancelledOn }) => (cancelledOn ? dayOf(cancelledOn) : NONE)),
      total: Float64Array.from(sorted, ({ total = 0 }) => total),
      ...revenueOf(sorted),
      adults: Uint8Array.from(sorted, ({ adults = 1 }) => adults),
      children: Uint8Array.from(sorted, ({ children = 0 }) => children),
      segment: codes('segment', ({ segment = 'transient' }) => segment),
      channel: codes('channel', ({ channel = 'direct' }) => channel),
      roomType: codes('roomType', ({ roomType = 'STD' }) => roomType),
      ratePlan: codes('ratePlan', ({ ratePlan = '' }) => ratePlan),
      meal: codes('meal', ({ meal = 'room-only' }) => meal),
      sold: Uint8Array.from(sorted, ({ sold = true }) => (sold ? 1 : 0)),
      upgraded: Uint8Array.from(sorted, ({ upgraded = false }) => (upgraded ? 1 : 0)),
      company: days(({ company = NONE }) => company),
    },
    requests: {
      from: Int32Array.from({ length: sorted.length + 1 }, (_, at) =>
        sorted.slice(0, at).reduce((sum, { requests = [] }) => sum + requests.length, 0),
      ),
      kind: Uint16Array.from(asked, ([kind]) => code('request', kind)),
      createdOn: Int32Array.from(asked, ([, createdOn]) => dayOf(createdOn)),
      declinedOn: Int32Array.from(asked, ([, , declinedOn]) => (declinedOn ? dayOf(declinedOn) : NONE)),
    },
    felt: feltOf(guests, sorted),
    later: laterOf(sorted),
    preferences: { from: none, preference: new Uint16Array(0), notedOn: new Int32Array(0) },
    tiers: { from: none, tier: new Uint16Array(0), since: new Int32Array(0) },
    words,
    unnamed: { guests: 0, bookings: 0 },
    seq: 0,
  }
}

function guestsOf(count: number): History['guests'] {
  return {
    id: Int32Array.from({ length: count }, (_, g) => g + 1),
    createdOn: new Int32Array(count).fill(dayOf('2000-01-01')),
    birthDate: new Int32Array(count).fill(noBirthDate),
    nationality: new Uint16Array(count),
    gender: new Uint16Array(count),
    language: new Uint16Array(count),
    excluded: new Uint8Array(count),
  }
}

/** What was posted up to the departure; without a room among it, the room is as booked. */
function revenueOf(sorted: readonly WrittenBooking[]) {
  const sum = (amounts: readonly (number | undefined)[]) =>
    amounts.reduce<number>((all, one = 0) => all + one, 0)
  const early = ({ departure, posted = [] }: WrittenBooking) =>
    posted.filter(({ on }) => on === undefined || on <= departure)
  const rooms = (one: WrittenBooking) => early(one).flatMap(({ room }) => (room === undefined ? [] : [room]))
  const other = (one: WrittenBooking) => sum(early(one).map((line) => line.other))
  return {
    revenue: Float64Array.from(
      sorted,
      (one) => (rooms(one).length > 0 ? sum(rooms(one)) : (one.total ?? 0)) + other(one),
    ),
    other: Float64Array.from(sorted, other),
    byLedger: Uint8Array.from(sorted, (one) => (rooms(one).length > 0 ? 1 : 0)),
  }
}

function feltOf(guests: number, sorted: readonly WrittenBooking[]): History['felt'] {
  const felt = sorted.filter(({ waited, mark }) => waited !== undefined || mark !== undefined)
  return {
    from: Int32Array.from({ length: guests + 1 }, (_, g) => felt.filter(({ guest }) => guest <= g).length),
    waitedOn: Int32Array.from(felt, ({ waited, arrival }) => (waited === undefined ? NONE : dayOf(arrival))),
    minutes: Int32Array.from(felt, ({ waited = 0 }) => waited),
    markedOn: Int32Array.from(felt, ({ mark }) => (mark ? dayOf(mark[1]) : NONE)),
    mark: Uint8Array.from(felt, ({ mark }) => mark?.[0] ?? 0),
  }
}

function laterOf(sorted: readonly WrittenBooking[]): History['later'] {
  const later = sorted.map(({ departure, posted = [] }) =>
    posted.flatMap(({ on, room = 0, other = 0 }) =>
      on !== undefined && on > departure ? [{ on: dayOf(on), total: room + other, other }] : [],
    ),
  )
  return {
    from: Int32Array.from({ length: sorted.length + 1 }, (_, at) => later.slice(0, at).flat().length),
    on: Int32Array.from(later.flat(), ({ on }) => on),
    total: Float64Array.from(later.flat(), ({ total }) => total),
    other: Float64Array.from(later.flat(), ({ other }) => other),
  }
}
