import { readLabels } from '#db/queries/change/labels.ts'
import { readMadeBookings, readUntouchedUnnamed } from '#db/queries/import/made-by-batch.ts'
import { deleteBookings, deleteGuests, unnamedImage } from '#db/repositories/import/take-back.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { applied, changedSince, type Difference, difference, inverse } from '#shared/domain/change/change.ts'
import { type BookingId, type GuestId, type Refused, refuse } from '#shared/values/index.ts'
import { aggregates } from '../aggregates.ts'
import type { ImportRow, Undoing } from './undoing.ts'

type BuiltOn = Refused<'IMPORT_BUILT_ON'>
/** Bookings that a refusal names one by one. */
const mostNamed = 20

/**
 * Takes back what an import did to bookings: those it made go, those it changed are as before. All of them are looked at
 * first, so that a refusal names everything that stands in the way.
 */
export async function takeBookingsBack(undoing: Undoing): Promise<BuiltOn | 'cancelled' | null> {
  const builtOn = await findBuiltOn(undoing)
  if (undoing.cancelled) return 'cancelled'
  if (builtOn.count > 0) return refuseBuiltOn(undoing, builtOn)
  for await (const page of undoing.pages('booking')) {
    await removeMade(
      undoing,
      page.filter(({ before }) => before === null),
    )
  }
  // What was made is gone by now: it may have had the room that another booking gets back.
  const letTo: Blocking = { count: 0, first: [] }
  if (builtOn.changed > 0) {
    for await (const page of undoing.pages('booking'))
      for (const row of page) if (row.before !== null) await restoreChanged(undoing, row, letTo)
  }
  if (undoing.cancelled) return 'cancelled'
  return letTo.count > 0 ? refuseBuiltOn(undoing, letTo) : null
}

type Blocking = { count: number; first: number[] }

/** The bookings that somebody changed since, or to which a request, a folio or a thing of the house was added. */
async function findBuiltOn({ tx, pages }: Undoing): Promise<Blocking & { changed: number }> {
  const found = { count: 0, first: [] as number[], changed: 0 }
  for await (const page of pages('booking')) {
    const onFile = new Map(
      (
        await readMadeBookings(
          tx,
          page.map(({ entityId }) => entityId as BookingId),
        )
      ).map((one) => [one.id, one]),
    )
    for (const row of page) {
      if (row.before !== null) found.changed += 1
      const now = onFile.get(row.entityId as BookingId)
      // What an import made is at its first version until anybody touches it.
      const untouched =
        now?.version === 1 && now.requests + now.folios + now.house === 0 && row.before === null
      if (untouched || !(await isBuiltOn(row, now))) continue
      count(found, row.entityId)
    }
  }
  return found

  async function isBuiltOn(
    row: ImportRow,
    now: { requests: number; folios: number; house: number } | undefined,
  ): Promise<boolean> {
    if (now && now.requests + now.folios + now.house > 0 && row.before === null) return true
    const image = (await aggregates.booking?.load(tx, row.entityId))?.image ?? null
    return changedSince(image, row as Difference) !== null
  }
}

async function refuseBuiltOn({ tx }: Undoing, { count, first }: Blocking): Promise<BuiltOn> {
  const labels = await readLabels(
    tx,
    first.map((id) => `booking:${id}`),
  )
  const bookings = first.map((id) => labels.get(`booking:${id}`) ?? String(id)).join(', ')
  return refuse('IMPORT_BUILT_ON', {
    why: count > first.length ? 'more' : 'all',
    count,
    bookings,
    more: count - first.length,
  })
}

async function removeMade(undoing: Undoing, rows: readonly ImportRow[]): Promise<void> {
  if (rows.length === 0) return
  const { tx, log, counts } = undoing
  await deleteBookings(
    tx,
    rows.map(({ entityId }) => entityId as BookingId),
  )
  for (const { entityId, after } of rows) log({ entity: 'booking', entityId, before: after, after: null })
  counts.removed.bookings += rows.length
  await removeUnnamed(
    undoing,
    rows.map(({ after }) => (after as BookingImage).guestId),
  )
}

/** Unnamed guests have no row of their own in the import: they go with their booking, and each gets one now. */
async function removeUnnamed({ tx, batch, log, counts }: Undoing, guests: readonly GuestId[]): Promise<void> {
  const gone = await readUntouchedUnnamed(tx, guests, batch.at)
  if (gone.length === 0) return
  for (const guest of gone)
    log({ entity: 'guest', entityId: guest.id, before: unnamedImage(guest), after: null })
  await deleteGuests(
    tx,
    gone.map(({ id }) => id),
  )
  counts.removed.guests += gone.length
}

/** Puts back what the import changed, unless a room that a booking had is let by now. */
async function restoreChanged(undoing: Undoing, row: ImportRow, letTo: Blocking): Promise<void> {
  const { tx, ctx, log, counts } = undoing
  const { booking } = aggregates
  const now = (await booking?.load(tx, row.entityId))?.image ?? null
  const back = applied(now, inverse(row as Difference))
  const wrong = await booking?.check(tx, ctx, row.entityId, now, back)
  // A type sold beyond its rooms is a fact, as it was before the import; a room is let once.
  if (wrong?.refusal.code === 'ROOM_TAKEN' || wrong?.refusal.code === 'HOURS_TAKEN') {
    count(letTo, row.entityId)
    return
  }
  await booking?.save(tx, row.entityId, now, back)
  const change = difference(now, back)
  if (change) log({ entity: 'booking', entityId: row.entityId, ...change })
  counts.restored.bookings += 1
}

function count(found: Blocking, id: number): void {
  found.count += 1
  if (found.first.length < mostNamed) found.first.push(id)
}
