import { readFirstErased, readImportCommand } from '#db/queries/change/changes.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { type MadeBatch, readMadeBatch } from '#db/queries/import/made-by-batch.ts'
import { markTakenBack } from '#db/repositories/import/take-back.ts'
import type { TakenBack } from '#shared/contract/import.ts'
import { businessDateInZone, isRefused, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { works } from '../kernel/handler.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { isRollBack } from '../kernel/store.ts'
import { takeBookingsBack } from './take-back-bookings.ts'
import { takeCodesBack } from './take-back-codes.ts'
import { takeGuestsBack } from './take-back-guests.ts'
import { tellChange } from './tell-change.ts'
import { createUndoing, type Undoing } from './undoing.ts'

type Why = Refused<'BATCH_UNKNOWN' | 'ALREADY_UNDONE' | 'IMPORT_BUILT_ON' | 'CHANGE_ERASED'>

/** Looks whether there is such an import and begins the job; what stands on it ends the job in words. */
export const takeBack = works('import.takeBack', async (ctx, { batch: id }) => {
  const batch = await readMadeBatch(ctx.store.reader, id)
  if (!batch) return refuse('BATCH_UNKNOWN', { batch: id })
  if (batch.taken_back_at !== null) return alreadyTakenBack(ctx, batch)
  const job = ctx.jobs.start('take-back', (handle) => runTakeBack(ctx, batch, handle))
  return job ? { job } : refuse('JOB_RUNNING')
})

async function alreadyTakenBack(ctx: Context, batch: MadeBatch) {
  const nameOf = await readUserNames(ctx.store.reader)
  const at = businessDateInZone(Date.parse(batch.taken_back_at ?? ''), ctx.hotel.timeZone)
  return refuse('ALREADY_UNDONE', { batch: batch.id, at, by: nameOf(batch.taken_back_by ?? '') })
}

/**
 * Takes an import back whole in one transaction, or leaves all as it is: when it is cancelled or killed, or a booking that
 * it brought was changed since. What it wrote is read from the change log backwards, page by page, and each thing's
 * inverse is written as a new row.
 */
async function runTakeBack(ctx: Context, batch: MadeBatch, handle: JobHandle): Promise<JobEnd> {
  const began = performance.now()
  let first = 0
  const outcome = await ctx.store.exclusively<TakenBack>(async (tx, bulk) => {
    // Another desk may have been quicker.
    const now = await readMadeBatch(tx, batch.id)
    const made = await readImportCommand(tx, batch.id)
    if (!now || !made) return { rollBack: true, why: refuse('BATCH_UNKNOWN', { batch: batch.id }) }
    if (now.taken_back_at !== null) return { rollBack: true, why: await alreadyTakenBack(ctx, now) }
    const erased = await readFirstErased(tx, made)
    if (erased !== null) return { rollBack: true, why: refuse('CHANGE_ERASED', { change: erased }) }
    first = bulk.head().seq + 1
    const undoing = createUndoing({ ctx, tx, bulk, handle, batch: now, made })
    const wrong = await takeAllBack(undoing)
    if (wrong) return { rollBack: true, why: wrong === 'cancelled' ? null : wrong }
    await markTakenBack(tx, batch.id, { at: ctx.moment, by: ctx.actor })
    undoing.log({
      entity: 'import-batch',
      entityId: batch.id,
      before: { takenBack: null },
      after: { takenBack: { ...undoing.counts } },
    })
    return {
      batchId: batch.id,
      file: batch.file_name,
      ...undoing.counts,
      stayed: undoing.stayed.list,
      stayedMore: undoing.stayed.more,
      seconds: 0,
    }
  })
  if (isRollBack(outcome)) {
    const why = outcome.why as Why | null
    return { failure: why?.refusal ?? { code: 'CANCELLED', params: {} } }
  }
  tellChange(ctx, 'import.takeBack', batch.id, first)
  return { result: { ...outcome, seconds: Math.round(performance.now() - began) / 1000 } }
}

/** Bookings first: what they name may go once nothing names it any more. */
async function takeAllBack(undoing: Undoing): Promise<Why | 'cancelled' | null> {
  for (const step of [takeBookingsBack, takeGuestsBack, takeCodesBack]) {
    const wrong = await step(undoing)
    if (wrong === 'cancelled' || (wrong && isRefused(wrong))) return wrong
  }
  return null
}
