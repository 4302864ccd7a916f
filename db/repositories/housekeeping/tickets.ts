import type { Selectable } from 'kysely'
import type { TicketImage } from '#shared/domain/housekeeping/ticket.ts'
import type { TicketId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { TicketsTable } from '../../schema/housekeeping.ts'

function onFile(row: Selectable<TicketsTable>) {
  const image = {
    roomId: row.room_id,
    place: row.place,
    category: row.category,
    priority: row.priority,
    text: row.text,
    picture: row.picture,
    status: row.status,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    statusAt: row.status_at,
    statusBy: row.status_by,
    resolution: row.resolution,
    closureId: row.closure_id,
  } as TicketImage
  return { id: row.id, image, version: row.version }
}

export async function loadTicket(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('tickets')
    .selectAll()
    .where('id', '=', id as TicketId)
    .executeTakeFirst()
  return row ? onFile(row) : null
}

/** Tickets with the numbers of their rooms: urgent ones first, then the oldest; `done` adds those that are done, the newest first of them. */
export async function readTickets(db: Reader, { done, limit }: { done: boolean; limit: number }) {
  let query = readWith(db)
    .selectFrom('tickets as t')
    .leftJoin('rooms as r', 'r.id', 't.room_id')
    .selectAll('t')
    .select('r.number as roomNumber')
  query = done
    ? query.where('t.status', '=', 'done').orderBy('t.id', 'desc')
    : query.where('t.status', '<>', 'done')
  const rows = await query
    .orderBy((row) =>
      row
        .case()
        .when('t.priority', '=', 'urgent')
        .then(0)
        .when('t.priority', '=', 'normal')
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy('t.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({ ...onFile(row), roomNumber: row.roomNumber }))
}

export async function saveTicket(
  tx: Writer,
  id: number,
  before: TicketImage | null,
  after: TicketImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const ticketId = id as TicketId
  if (!after) {
    await db.deleteFrom('tickets').where('id', '=', ticketId).execute()
    return
  }
  const columns = {
    room_id: after.roomId,
    place: after.place,
    category: after.category,
    priority: after.priority,
    text: after.text,
    picture: after.picture,
    status: after.status,
    opened_at: after.openedAt,
    opened_by: after.openedBy,
    status_at: after.statusAt,
    status_by: after.statusBy,
    resolution: after.resolution,
    closure_id: after.closureId,
  }
  if (before)
    await db
      .updateTable('tickets')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', ticketId)
      .execute()
  else
    await db
      .insertInto('tickets')
      .values({ id: ticketId, ...columns, version: 1 })
      .execute()
}

export type Picture = { digest: string; kind: string; content: Uint8Array; madeAt: string }

/** Keeps a picture under its digest; the same one is kept once. */
export async function keepPicture(tx: Writer, { digest, kind, content, madeAt }: Picture): Promise<void> {
  await writeWith(tx)
    .insertInto('pictures')
    .values({ digest, kind, content, made_at: madeAt })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute()
}

export async function readPicture(db: Reader, digest: string) {
  return readWith(db)
    .selectFrom('pictures')
    .select(['kind', 'content'])
    .where('digest', '=', digest)
    .executeTakeFirst()
}
