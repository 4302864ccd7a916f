import { readLabels } from '#db/queries/change/labels.ts'
import { changedSince, type Difference } from '#shared/domain/change/change.ts'
import { aggregates } from '../aggregates.ts'
import type { ImportRow, Undoing } from './undoing.ts'

/** Accounts and room types that the import made go, but for those that were changed since or that something names. */
export async function takeCodesBack(undoing: Undoing): Promise<'cancelled' | null> {
  for await (const page of undoing.pages('account'))
    for (const row of page) if (await removed(undoing, 'account', row)) undoing.counts.removed.accounts += 1
  for await (const page of undoing.pages('room-type'))
    for (const row of page)
      if (await removed(undoing, 'room-type', row)) undoing.counts.removed.roomTypes += 1
  return undoing.cancelled ? 'cancelled' : null
}

async function removed(undoing: Undoing, kind: 'account' | 'room-type', row: ImportRow): Promise<boolean> {
  const { tx, ctx, log, stayed } = undoing
  const aggregate = aggregates[kind]
  const image = (await aggregate?.load(tx, row.entityId))?.image ?? null
  if (!aggregate || !image) return false
  const edited = changedSince(image, row as Difference) !== null
  if (edited || (await aggregate.check(tx, ctx, row.entityId, image, null))) {
    const thing = `${kind}:${row.entityId}`
    const label = (await readLabels(tx, [thing])).get(thing) ?? ''
    stayed.add({ kind, id: row.entityId, label, why: edited ? 'edited' : 'used' })
    return false
  }
  await aggregate.save(tx, row.entityId, image, null)
  log({ entity: kind, entityId: row.entityId, before: image, after: null })
  return true
}
