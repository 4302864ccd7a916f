import { type FeltColumns, type History, NONE } from '#shared/domain/insight/facts/history.ts'
import type { Places, Reading } from './reading.ts'
import { waitMinutesSql } from './wait-sql.ts'

/** Where the rows of each owner begin, and at last where they end. */
function offsets(counts: Int32Array): Int32Array {
  const from = new Int32Array(counts.length + 1)
  for (let at = 0; at < counts.length; at++) from[at + 1] = (from[at] as number) + (counts[at] as number)
  return from
}

type Rows<R> = () => Iterable<R>

/** Twice through the rows: how many each owner has, then each to its place. Rows of an owner stay in their order. */
export function arrange<R>(
  rows: Rows<R>,
  ownerOf: (row: R) => number,
  owners: number,
  make: (size: number) => (place: number, row: R) => void,
): Int32Array {
  const counts = new Int32Array(owners)
  for (const row of rows()) {
    const owner = ownerOf(row)
    if (owner !== NONE) counts[owner] = (counts[owner] as number) + 1
  }
  const from = offsets(counts)
  const next = from.slice()
  const put = make(from[owners] as number)
  for (const row of rows()) {
    const owner = ownerOf(row)
    if (owner === NONE) continue
    put(next[owner] as number, row)
    next[owner] = (next[owner] as number) + 1
  }
  return from
}

type RequestValues = [booking: number, kind: string, createdAt: string, declinedAt: string | null]

/** What was asked for, by booking. */
export function readRequests(
  { raw, days, lists, only }: Reading,
  positions: Places,
  bookings: number,
): History['requests'] {
  const some = only('guest_id')
  const where = some === '' ? '' : ` where booking_id in (select id from bookings where guest_id > 0${some})`
  const statement = raw
    .prepare(
      `select booking_id, kind, created_at, case status when 'declined' then status_at end from requests${where} order by id`,
    )
    .raw()
  let kind = new Uint16Array(0)
  let createdOn = new Int32Array(0)
  let declinedOn = new Int32Array(0)
  const from = arrange<RequestValues>(
    () => statement.iterate() as Iterable<RequestValues>,
    ([booking]) => positions[booking] as number,
    bookings,
    (size) => {
      kind = new Uint16Array(size)
      createdOn = new Int32Array(size)
      declinedOn = new Int32Array(size)
      return (at, row) => {
        kind[at] = lists.request.code(row[1])
        createdOn[at] = days(row[2])
        declinedOn[at] = row[3] === null ? NONE : days(row[3])
      }
    },
  )
  return { from, kind, createdOn, declinedOn }
}

type FeltValues = [
  guest: number,
  waitedOn: string | null,
  minutes: number,
  markedAt: string | null,
  mark: number | null,
]

/** How long guests waited for their rooms, and how they marked their stays, by guest. */
export function readFelt({ raw, days, only }: Reading, places: Places, guests: number): History['felt'] {
  const some = only('guest_id')
  const where = some === '' ? '' : ` and s.booking_id in (select id from bookings where guest_id > 0${some})`
  const statement = raw
    .prepare(
      `select b.guest_id, case when s.arrived_at is not null then s.checked_in_on end, ${waitMinutesSql},
        case when s.feedback_mark is not null then s.feedback_at end, s.feedback_mark
        from stays s join bookings b on b.id = s.booking_id
        where (s.arrived_at is not null and s.checked_in_on is not null or s.feedback_mark is not null)${where}
        order by s.booking_id`,
    )
    .raw()
  let columns = emptyFelt(0)
  const from = arrange<FeltValues>(
    () => statement.iterate() as Iterable<FeltValues>,
    ([guest]) => places[guest] as number,
    guests,
    (size) => {
      columns = emptyFelt(size)
      return (at, [, waitedOn, minutes, markedAt, mark]) => {
        columns.waitedOn[at] = waitedOn === null ? NONE : days(waitedOn)
        columns.minutes[at] = minutes
        columns.markedOn[at] = markedAt === null ? NONE : days(markedAt)
        columns.mark[at] = mark ?? 0
      }
    },
  )
  return { from, ...columns }
}

function emptyFelt(size: number): FeltColumns {
  return {
    waitedOn: new Int32Array(size),
    minutes: new Int32Array(size),
    markedOn: new Int32Array(size),
    mark: new Uint8Array(size),
  }
}

type PreferenceValues = [guest: number, preference: string, notedOn: string]

/** What guests like, by guest. */
export function readPreferences(
  { raw, days, lists, only }: Reading,
  places: Places,
  guests: number,
): History['preferences'] {
  const statement = raw
    .prepare(
      `select guest_id, category || ':' || value, noted_on from guest_preferences where id > 0${only('guest_id')} order by id`,
    )
    .raw()
  let preference = new Uint16Array(0)
  let notedOn = new Int32Array(0)
  const from = arrange<PreferenceValues>(
    () => statement.iterate() as Iterable<PreferenceValues>,
    ([guest]) => places[guest] as number,
    guests,
    (size) => {
      preference = new Uint16Array(size)
      notedOn = new Int32Array(size)
      return (at, row) => {
        preference[at] = lists.preference.code(row[1])
        notedOn[at] = days(row[2])
      }
    },
  )
  return { from, preference, notedOn }
}

type TierValues = [guest: number, tier: string, since: string]

/** Every tier that a guest was given, by guest. */
export function readTiers(
  { raw, days, lists, only }: Reading,
  places: Places,
  guests: number,
): History['tiers'] {
  const statement = raw
    .prepare(
      `select m.guest_id, t.tier, t.since from memberships m join membership_tiers t on t.membership_id = m.id
        where m.id > 0${only('m.guest_id')} order by m.id, t.position`,
    )
    .raw()
  let tier = new Uint16Array(0)
  let since = new Int32Array(0)
  const from = arrange<TierValues>(
    () => statement.iterate() as Iterable<TierValues>,
    ([guest]) => places[guest] as number,
    guests,
    (size) => {
      tier = new Uint16Array(size)
      since = new Int32Array(size)
      return (at, row) => {
        tier[at] = lists.tier.code(row[1])
        since[at] = days(row[2])
      }
    },
  )
  return { from, tier, since }
}
