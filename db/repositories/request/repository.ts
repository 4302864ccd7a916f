import { sql } from 'kysely'
import type { RequestImage } from '#shared/domain/request/image.ts'
import type { BookingId, RequestId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { preparedInsert, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { RequestRow } from '../../schema/request.ts'

/** A request as its image. */
export function requestImage(row: RequestRow): RequestImage {
  return {
    bookingId: row.booking_id,
    kind: row.kind as RequestImage['kind'],
    text: row.text,
    department: row.department as RequestImage['department'],
    dueOn: row.due_on,
    dueTime: row.due_time,
    status: row.status as RequestImage['status'],
    reason: row.reason,
    alternative: row.alternative,
    fromPreference: row.from_preference === 1,
    asPreference: row.as_preference as RequestImage['asPreference'],
    createdAt: row.created_at,
    createdBy: row.created_by,
    statusAt: row.status_at,
    statusBy: row.status_by,
  }
}

/** An image's columns; import and demo write whole rows in bulk with it. */
export function requestColumns(image: RequestImage): Omit<RequestRow, 'id' | 'version'> {
  return {
    booking_id: image.bookingId,
    kind: image.kind,
    text: image.text,
    department: image.department,
    due_on: image.dueOn,
    due_time: image.dueTime,
    status: image.status,
    reason: image.reason,
    alternative: image.alternative,
    from_preference: flag(image.fromPreference),
    as_preference: image.asPreference,
    created_at: image.createdAt,
    created_by: image.createdBy,
    status_at: image.statusAt,
    status_by: image.statusBy,
  }
}

const insertRows = preparedInsert('requests', [
  'id',
  'booking_id',
  'kind',
  'text',
  'department',
  'due_on',
  'due_time',
  'status',
  'reason',
  'alternative',
  'from_preference',
  'as_preference',
  'created_at',
  'created_by',
  'status_at',
  'status_by',
  'version',
])

export async function loadRequest(
  db: Reader,
  id: RequestId,
): Promise<{ image: RequestImage; version: number } | null> {
  const row = await readWith(db).selectFrom('requests').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { image: requestImage(row), version: row.version } : null
}

/** Requests of a booking, oldest first. */
export async function readRequestsOf(db: Reader, bookingId: BookingId): Promise<RequestRow[]> {
  return readWith(db)
    .selectFrom('requests')
    .selectAll()
    .where('booking_id', '=', bookingId)
    .orderBy('id')
    .execute()
}

/** Writes new requests of a booking under ids that were drawn for them. */
export async function insertRequests(
  tx: Writer,
  bookingId: BookingId,
  requests: readonly { id: RequestId; image: RequestImage }[],
): Promise<void> {
  if (requests.length === 0) return
  await insertRows(
    tx,
    requests.map(({ id, image }) => ({ id, ...requestColumns(image), version: 1 })),
  )
  await countOpen.run(tx, { bookingId })
}

/** Writes an image over a request and raises its version by one. */
export async function updateRequest(tx: Writer, id: RequestId, image: RequestImage): Promise<void> {
  await writeWith(tx)
    .updateTable('requests')
    .set((eb) => ({ ...requestColumns(image), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
  await countOpen.run(tx, { bookingId: image.bookingId })
}

export async function deleteRequest(tx: Writer, id: RequestId, bookingId: BookingId): Promise<void> {
  await writeWith(tx).deleteFrom('requests').where('id', '=', id).execute()
  await countOpen.run(tx, { bookingId })
}

const countOpen = preparedSql(
  (at: { bookingId: BookingId }) => sql`
    update bookings set open_requests = (
      select count(*) from requests where booking_id = bookings.id and status in ('open', 'acknowledged'))
    where id = ${at.bookingId}`,
)
