import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { readPersonsIn } from '#db/queries/housekeeping/board.ts'
import {
  loadDiscrepancy,
  readOpenDiscrepancies,
  saveDiscrepancy,
} from '#db/repositories/housekeeping/discrepancies.ts'
import { readStates } from '#db/repositories/housekeeping/states.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { type DiscrepancyImage, discrepancyOf } from '#shared/domain/housekeeping/discrepancy.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'

/** Where housekeeping saw something else in a room than the desk has on file. */
export const discrepancyAggregate: Aggregate<DiscrepancyImage> = {
  entity: 'discrepancy',
  unknown: 'DISCREPANCY_UNKNOWN',
  load: loadDiscrepancy,
  save: saveDiscrepancy,
  check: async () => null,
}

/**
 * How many persons were seen in a room. Agrees it with the desk, nothing is open about it any more; else there is one open
 * discrepancy of the room, as it was seen last.
 */
export const noteSeen = writes('housekeeping.noteSeen', async (tx, ctx, { roomId, persons, note }) => {
  const [room] = await readStates(tx, [roomId])
  if (!room?.active) return refuse('ROOM_UNKNOWN', { id: roomId })
  const deskPersons = await readPersonsIn(tx, roomId, ctx.businessDate)
  const kind = discrepancyOf(persons, deskPersons)
  const [open] = await readOpenDiscrepancies(tx, roomId)
  if (kind === null) {
    if (!open) return done({ kind }, [])
    const ended = await edit<DiscrepancyImage, never>(
      tx,
      ctx,
      discrepancyAggregate,
      open.id,
      open.version,
      (image) => ok({ ...image, settlement: '', settledAt: ctx.moment, settledBy: ctx.actor }),
    )
    return 'done' in ended ? done({ kind }, ended.changes) : ended
  }
  const seen = {
    onDate: ctx.businessDate,
    kind,
    seenPersons: persons,
    deskPersons,
    note,
    notedAt: ctx.moment,
    notedBy: ctx.actor,
  }
  const made = open
    ? await edit<DiscrepancyImage, never>(tx, ctx, discrepancyAggregate, open.id, open.version, (image) =>
        ok({ ...image, ...seen }),
      )
    : await create<DiscrepancyImage, never>(
        tx,
        ctx,
        discrepancyAggregate,
        await nextId(tx, 'discrepancies'),
        {
          roomId,
          ...seen,
          settlement: null,
          settledAt: null,
          settledBy: null,
        },
      )
  return 'done' in made ? done({ kind }, made.changes) : made
})

/** The desk says what it was. */
export const settle = writes('housekeeping.settleDiscrepancy', (tx, ctx, { id, version, settlement }) =>
  edit(tx, ctx, discrepancyAggregate, id, version, (image) =>
    image.settledAt
      ? refuse('DISCREPANCY_SETTLED')
      : ok({ ...image, settlement, settledAt: ctx.moment, settledBy: ctx.actor }),
  ),
)

export const listDiscrepancies = reads('housekeeping.discrepancies', listOpenDiscrepancies)

/** What housekeeping saw and nobody has settled, with the room's number. */
export async function listOpenDiscrepancies(db: Reader): Promise<OutputOf<'housekeeping.discrepancies'>> {
  const nameOf = await readUserNames(db)
  const open = await readOpenDiscrepancies(db, null)
  const rooms = new Map(
    (
      await readStates(
        db,
        open.map(({ image }) => image.roomId),
      )
    ).map(({ id, number }) => [id, number]),
  )
  return open.map(({ id, image, version }) => ({
    id,
    roomId: image.roomId,
    roomNumber: rooms.get(image.roomId) ?? '',
    onDate: image.onDate,
    kind: image.kind,
    seenPersons: image.seenPersons,
    deskPersons: image.deskPersons,
    note: image.note,
    notedAt: image.notedAt,
    notedBy: nameOf(image.notedBy),
    version,
  })) as OutputOf<'housekeeping.discrepancies'>
}
