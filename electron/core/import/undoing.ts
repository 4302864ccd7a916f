import type { Writer } from '#db/handles.ts'
import { type ChangeRow, readBackwards } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import type { MadeBatch } from '#db/queries/import/made-by-batch.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { TakenBack } from '#shared/contract/import.ts'
import type { EntityKind } from '#shared/contract/operation.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { BookingId } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { JobHandle } from '../kernel/jobs.ts'

/** Rows of the log at a time, and things deleted by one statement. */
const rowsAtOnce = 1000
/** Things that stay and are named one by one. */
const mostNamed = 20

/** A row of the import that is taken back, its images read. */
export type ImportRow = { entityId: number; before: Image | null; after: Image | null; seq: number }

/** An import on its way back: its rows, what is written of it, and what is counted. */
export type Undoing = {
  ctx: Context
  tx: Writer
  bulk: Bulk
  batch: MadeBatch
  /** Rows of some entities from the last to the first, a page at a time; ends early when the job is cancelled. */
  pages: (...entities: EntityKind[]) => AsyncGenerator<ImportRow[]>
  readonly cancelled: boolean
  log: (entry: { entity: EntityKind; entityId: number; before: Image | null; after: Image | null }) => void
  counts: Pick<TakenBack, 'removed' | 'restored'>
  stayed: { list: TakenBack['stayed']; more: number; add: (one: TakenBack['stayed'][number]) => void }
}

export type UndoingParts = Pick<Undoing, 'ctx' | 'tx' | 'bulk' | 'batch'> & {
  handle: JobHandle
  made: { command: number; last: number }
}

export function createUndoing({ ctx, tx, bulk, batch, handle, made }: UndoingParts): Undoing {
  const command = bulk.head().seq + 1
  const header = {
    moment: ctx.moment,
    businessDate: ctx.businessDate,
    actor: ctx.actor,
    workstation: ctx.workstation,
    operation: 'import.takeBack',
    reason: null,
    requestId: null,
    undoes: made.command,
  }
  // Bookings are looked at before they go: their rows are passed twice.
  const total = (made.last - made.command + 1) * 2
  let done = 0
  const stayed: Undoing['stayed'] = {
    list: [],
    more: 0,
    add: (one) => {
      if (stayed.list.length < mostNamed) stayed.list.push(one)
      else stayed.more += 1
    },
  }
  return {
    ctx,
    tx,
    bulk,
    batch,
    pages: async function* (...entities) {
      let before = made.last
      for (;;) {
        const page = { command: made.command, before, entities, limit: rowsAtOnce }
        const rows = await readBackwards(tx, page)
        // Queries and a cancel get their turn between two pages.
        await new Promise(setImmediate)
        if (rows.length === 0 || handle.cancelled) return
        yield rows.map(importRow)
        before = rows.at(-1)?.seq ?? 0
        done += rows.length
        handle.progress(Math.min(done, total), total)
        if (handle.cancelled) return
      }
    },
    get cancelled() {
      return handle.cancelled
    },
    log: ({ entity, entityId, before, after }) => {
      const bookingId = entity === 'booking' ? (entityId as BookingId) : null
      bulk.insertChange(header, { entity, entityId, bookingId, before, after }, command)
    },
    counts: {
      removed: { bookings: 0, guests: 0, accounts: 0, roomTypes: 0 },
      restored: { bookings: 0, guests: 0 },
    },
    stayed,
  }
}

function importRow(row: ChangeRow): ImportRow {
  const images = imagesOf(row)
  if (!images) throw new Error(`change ${row.seq} cannot be read`)
  return { entityId: row.entity_id, ...images, seq: row.seq }
}
