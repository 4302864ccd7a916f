import { type History, NONE } from '#shared/domain/insight/facts/history.ts'
import type { Places, Reading } from './reading.ts'

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

type RequestValues = [booking: number, kind: string, createdAt: string]

/** What was asked for, by booking. */
export function readRequests(
  { raw, days, lists, only }: Reading,
  positions: Places,
  bookings: number,
): History['requests'] {
  const some = only('guest_id')
  const where = some === '' ? '' : ` where booking_id in (select id from bookings where guest_id > 0${some})`
  const statement = raw.prepare(`select booking_id, kind, created_at from requests${where} order by id`).raw()
  let kind = new Uint16Array(0)
  let createdOn = new Int32Array(0)
  const from = arrange<RequestValues>(
    () => statement.iterate() as Iterable<RequestValues>,
    ([booking]) => positions[booking] as number,
    bookings,
    (size) => {
      kind = new Uint16Array(size)
      createdOn = new Int32Array(size)
      return (at, row) => {
        kind[at] = lists.request.code(row[1])
        createdOn[at] = days(row[2])
      }
    },
  )
  return { from, kind, createdOn }
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
