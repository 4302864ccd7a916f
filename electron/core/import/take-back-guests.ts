import { readLabels } from '#db/queries/change/labels.ts'
import { readMadeGuests } from '#db/queries/import/made-by-batch.ts'
import { deleteGuests } from '#db/repositories/import/take-back.ts'
import { applied, changedSince, type Difference, difference, inverse } from '#shared/domain/change/change.ts'
import type { GuestId } from '#shared/values/index.ts'
import { aggregates } from '../aggregates.ts'
import type { ImportRow, Undoing } from './undoing.ts'

/**
 * Guests whom the import made go, but for those whom somebody changed since or whom something else names: what a desk
 * knows of a person is not the import's to take. What it added to a guest on file goes, unless that was changed since.
 */
export async function takeGuestsBack(undoing: Undoing): Promise<'cancelled' | null> {
  for await (const page of undoing.pages('guest')) {
    for (const row of page) if (row.before !== null) await restoreGuest(undoing, row)
    await removeMade(
      undoing,
      page.filter(({ before }) => before === null),
    )
  }
  return undoing.cancelled ? 'cancelled' : null
}

async function restoreGuest(undoing: Undoing, row: ImportRow): Promise<void> {
  const { tx, log, counts } = undoing
  const { guest } = aggregates
  const now = (await guest?.load(tx, row.entityId))?.image ?? null
  if (changedSince(now, row as Difference) !== null) return stay(undoing, row.entityId, 'edited')
  const put = applied(now, inverse(row as Difference))
  const back = put && (guest?.settle?.(put) ?? put)
  await guest?.save(tx, row.entityId, now, back)
  const change = difference(now, back)
  if (change) log({ entity: 'guest', entityId: row.entityId, ...change })
  counts.restored.guests += 1
}

async function removeMade(undoing: Undoing, rows: readonly ImportRow[]): Promise<void> {
  if (rows.length === 0) return
  const { tx, log, counts } = undoing
  const onFile = new Map(
    (
      await readMadeGuests(
        tx,
        rows.map(({ entityId }) => entityId as GuestId),
      )
    ).map((one) => [one.id, one]),
  )
  const gone: GuestId[] = []
  for (const row of rows) {
    const now = onFile.get(row.entityId as GuestId)
    if (!now) continue
    if (now.used === 1) {
      await stay(undoing, row.entityId, 'used')
      continue
    }
    const image = now.version === 1 ? row.after : ((await aggregates.guest?.load(tx, now.id))?.image ?? null)
    if (changedSince(image, row as Difference) !== null) {
      await stay(undoing, row.entityId, 'edited')
      continue
    }
    gone.push(now.id)
    log({ entity: 'guest', entityId: now.id, before: image, after: null })
  }
  await deleteGuests(tx, gone)
  counts.removed.guests += gone.length
}

async function stay({ tx, ctx, stayed }: Undoing, id: number, why: 'used' | 'edited'): Promise<void> {
  const label = (await readLabels(tx, [`guest:${id}`], ctx.language)).get(`guest:${id}`) ?? ''
  stayed.add({ kind: 'guest', id, label, why })
}
