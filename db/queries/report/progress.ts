import { readStoreHead, type StoreHead } from '../../derived/file.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader, ReportFile } from '../../handles.ts'

/** How far the file is: see its table. */
export type Progress = { seq: number; target: number; step: number; after: string }

export function readProgress(file: ReportFile): Progress {
  return rawOf(file).prepare('select seq, target, step, after from progress').get() as Progress
}

/** Up to which change the file has everything, as the reader of the store sees it. */
export function readFileSeq(store: LongReader): number {
  return rawOf(store).prepare('select seq from report.progress').pluck().get() as number
}

/** The head of the store's log as the worker sees it. */
export function readLogHead(store: LongReader): StoreHead {
  return readStoreHead(rawOf(store))
}

/** Rows of the log after a change: the last of them with its hash, and which things they are about. */
export type LogSlice = { to: number; hash: string; things: ReadonlyMap<string, ReadonlySet<number>> }

export function readSlice(store: LongReader, after: number, limit: number): LogSlice {
  const rows = rawOf(store)
    .prepare('select seq, hash, entity, entity_id as id from changes where seq > ? order by seq limit ?')
    .iterate(after, limit) as Iterable<{ seq: number; hash: string; entity: string; id: number }>
  const things = new Map<string, Set<number>>()
  let to = { seq: after, hash: '' }
  for (const { seq, hash, entity, id } of rows) {
    to = { seq, hash }
    const ids = things.get(entity)
    if (ids) ids.add(id)
    else things.set(entity, new Set([id]))
  }
  return { to: to.seq, hash: to.hash, things }
}

/** The moments of changes in their order: of those after one, up to another. */
export function readMoments(
  store: LongReader,
  after: number,
  upTo: number,
): Iterable<[seq: number, moment: string]> {
  return rawOf(store)
    .prepare('select seq, moment from changes where seq > ? and seq <= ? order by seq')
    .raw()
    .iterate(after, upTo) as Iterable<[seq: number, moment: string]>
}

type NightOf = { night: string; bookingId: number }

/** The nights of a guest's bookings: what the guest's country is shown with. */
export function readNightsOfGuest(store: LongReader, guestId: number): NightOf[] {
  return rawOf(store)
    .prepare(
      `select n.night, n.booking_id as bookingId from bookings b join room_nights n on n.booking_id = b.id where b.guest_id = ?`,
    )
    .all(guestId) as NightOf[]
}

/** The nights of a rate plan's bookings. */
export function readNightsOfPlan(file: ReportFile, ratePlanId: number): NightOf[] {
  return rawOf(file)
    .prepare('select night, booking_id as bookingId from nights where rate_plan_id = ?')
    .all(ratePlanId) as NightOf[]
}
