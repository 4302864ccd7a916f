import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile, LongReader } from '../../handles.ts'
import type { InsightFactsState } from '../../insight/facts.ts'

/** What the rows of facts are of; undefined before the first. */
export function readFactsState(file: InsightFile): InsightFactsState | undefined {
  return rawOf(file)
    .prepare('select id, day, seq, unnamed_guests, unnamed_bookings from facts_state')
    .get() as InsightFactsState | undefined
}

export function countFactRows(file: InsightFile): number {
  return rawOf(file).prepare('select count(*) from guest_fact_rows').pluck().get() as number
}

type ChangeRow = {
  entity: string
  entity_id: number
  booking_id: number | null
  before: string | null
  after: string | null
}

/**
 * Guests whose facts may differ since: whom a change of the log is about, directly or by a booking, a request, a membership or an
 * import, and whom the days between touch. Ascending, each once. Null where a change is about all of them (a room type has
 * another code), or more than `most` are touched: then all are read.
 */
export function guestsTouched(
  store: LongReader,
  file: InsightFile,
  { seq, day }: Pick<InsightFactsState, 'seq' | 'day'>,
  to: { day: number; most: number },
): number[] | null {
  if (to.day < day) return null
  const raw = rawOf(store)
  const guests = new Set<number>()
  const bookings = new Set<number>()
  const batches = new Set<number>()
  const memberships = new Set<number>()
  const postings = new Set<number>()
  const rows = raw
    .prepare('select entity, entity_id, booking_id, before, after from changes where seq > ? order by seq')
    .iterate(seq) as Iterable<ChangeRow>
  for (const row of rows) {
    if (isAboutAll(row)) return null
    noteRow(row, { guests, bookings, batches, memberships, postings })
    if (guests.size + bookings.size > to.most * 4) return null
  }
  addGuestsOf(raw, 'select guest_id from bookings where id = ?', bookings, guests)
  addGuestsOf(raw, 'select guest_id from memberships where id = ?', memberships, guests)
  addGuestsOf(raw, 'select guest_id from bookings where import_batch_id = ?', batches, guests)
  // What is taken off an account's folio is of the bookings that its lines name
  addGuestsOf(
    raw,
    'select b.guest_id from folio_lines l join bookings b on b.id = l.booking_id where l.posting_id = ?',
    postings,
    guests,
  )
  const days = rawOf(file)
    .prepare(
      `select guest_id from guest_fact_rows where next_day <= @day
       union select guest_id from guest_facts_later where next_day <= @day`,
    )
    .pluck()
    .iterate({ day: to.day }) as Iterable<number>
  for (const guest of days) guests.add(guest)
  return guests.size > to.most ? null : [...guests].sort((a, b) => a - b)
}

/** A code that many bookings name, a programme whose tiers may have other names, or what counts as which revenue. */
function isAboutAll({ entity, before, after }: ChangeRow): boolean {
  if (entity === 'programme') return before !== null
  if (entity === 'transaction-code') return before !== null && /"(group|kind)":/.test(before)
  if (entity !== 'room-type' && entity !== 'rate-plan') return false
  return before !== null && after !== null && /"(code|kind)":/.test(before + after)
}

function noteRow(
  { entity, entity_id: id, booking_id: booking, before, after }: ChangeRow,
  {
    guests,
    bookings,
    batches,
    memberships,
    postings,
  }: Record<'guests' | 'bookings' | 'batches' | 'memberships' | 'postings', Set<number>>,
): void {
  if (entity === 'guest') guests.add(id)
  if (entity === 'booking') bookings.add(id)
  if (entity === 'import-batch') batches.add(id)
  if (entity === 'membership') memberships.add(id)
  if (entity === 'posting' && booking === null) postings.add(id)
  if (booking !== null) bookings.add(booking)
  if (entity !== 'booking' && entity !== 'membership') return
  // The guest that it was of before, and of what is there no more
  for (const image of [before, after])
    for (const [, guest] of image?.matchAll(/"guestId":(\d+)/g) ?? []) guests.add(Number(guest))
}

function addGuestsOf(raw: RawDatabase, query: string, ids: ReadonlySet<number>, guests: Set<number>): void {
  const statement = raw.prepare(query).pluck()
  for (const id of ids) for (const guest of statement.iterate(id) as Iterable<number>) guests.add(guest)
}
