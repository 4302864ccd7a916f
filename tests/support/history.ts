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
  requests?: readonly [kind: string, createdOn: string][]
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
  const later = sorted.map(({ departure, posted = [] }) =>
    posted.flatMap(({ on, room = 0, other = 0 }) =>
      on !== undefined && on > departure ? [{ on: dayOf(on), total: room + other, other }] : [],
    ),
  )
  const early = ({ departure, posted = [] }: WrittenBooking) =>
    posted.filter(({ on }) => on === undefined || on <= departure)
  const sum = (amounts: readonly (number | undefined)[]) =>
    amounts.reduce<number>((all, one = 0) => all + one, 0)
  const asked = sorted.flatMap(({ requests = [] }) => requests)
  const none = new Int32Array(guests + 1)
  return {
    guests: {
      id: Int32Array.from({ length: guests }, (_, g) => g + 1),
      createdOn: new Int32Array(guests).fill(dayOf('2000-01-01')),
      birthDate: new Int32Array(guests).fill(noBirthDate),
      nationality: new Uint16Array(guests),
      gender: new Uint16Array(guests),
      language: new Uint16Array(guests),
      excluded: new Uint8Array(guests),
    },
    from,
    bookings: {
      status: Uint8Array.from(sorted, ({ status = 'checked-out' }) => bookingStatuses.indexOf(status)),
      arrival: days(({ arrival }) => dayOf(arrival)),
      departure: days(({ departure }) => dayOf(departure)),
      createdOn: days(({ createdOn, arrival }) => dayOf(createdOn ?? arrival)),
      cancelledOn: days(({ cancelledOn }) => (cancelledOn ? dayOf(cancelledOn) : NONE)),
      total: Float64Array.from(sorted, ({ total = 0 }) => total),
      revenue: Float64Array.from(sorted, (one) => {
        const lines = early(one)
        const rooms = lines.flatMap(({ room }) => (room === undefined ? [] : [room]))
        return (rooms.length > 0 ? sum(rooms) : (one.total ?? 0)) + sum(lines.map(({ other }) => other))
      }),
      other: Float64Array.from(sorted, (one) => sum(early(one).map(({ other }) => other))),
      byLedger: Uint8Array.from(sorted, (one) => (early(one).some(({ room }) => room !== undefined) ? 1 : 0)),
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
    },
    later: {
      from: Int32Array.from({ length: sorted.length + 1 }, (_, at) => later.slice(0, at).flat().length),
      on: Int32Array.from(later.flat(), ({ on }) => on),
      total: Float64Array.from(later.flat(), ({ total }) => total),
      other: Float64Array.from(later.flat(), ({ other }) => other),
    },
    preferences: { from: none, preference: new Uint16Array(0), notedOn: new Int32Array(0) },
    tiers: { from: none, tier: new Uint16Array(0), since: new Int32Array(0) },
    words,
    unnamed: { guests: 0, bookings: 0 },
    seq: 0,
  }
}
