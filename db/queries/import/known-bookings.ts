import { sql } from 'kysely'
import type { BookingId, BusinessDate, GuestId, ImportBatchId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import { idList, sourceNumber } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'

export type SourceBatch = {
  id: ImportBatchId
  file_name: string
  at: string
  filter: string
  source: string
  layout: string
}

/** Imports that brought bookings under numbers of their own and were not taken back, newest first. */
export async function readSourceBatches(db: Reader): Promise<SourceBatch[]> {
  return readWith(db)
    .selectFrom('import_batches')
    .select(['id', 'file_name', 'at', 'filter', 'source', 'layout'])
    .where('profile', '=', 'generic')
    .where('taken_back_at', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

export type BookingUnderNumber = {
  id: BookingId
  batch: ImportBatchId
  /** What its source said last of it, as JSON; null for one that came in before that was kept. */
  said: string | null
}

const bookingsUnder = preparedSql(
  (at: { number: string; except: ImportBatchId }) => sql<BookingUnderNumber>`
    select b.id, b.import_batch_id as batch,
      (select r.said from source_records r where r.booking_id = b.id order by r.batch_id desc limit 1) as said
    from bookings b
    where ${sourceNumber} = ${at.number} and b.import_batch_id is not null and b.import_batch_id <> ${at.except}
    order by b.id`,
)

/** The bookings that earlier imports brought under a number of their source. */
export async function readBookingsUnder(
  db: Reader,
  number: string,
  except: ImportBatchId,
): Promise<BookingUnderNumber[]> {
  return bookingsUnder.all(db, { number, except })
}

const deskChange = preparedSql(
  (at: { id: BookingId }) => sql<{ seq: number }>`
    select seq from changes where entity = 'booking' and entity_id = ${at.id}
      and operation not in ('import.start', 'import.takeBack') limit 1`,
)

/** Whether anything but an import ever changed the booking. */
export async function isTouchedByDesk(db: Reader, id: BookingId): Promise<boolean> {
  return (await deskChange.first(db, { id })) !== undefined
}

export type UnseenBooking = { id: BookingId; number: string; arrival: BusinessDate; guest_id: GuestId }

/** Bookings that these imports brought, arriving in a span of dates and not called off, by their id. */
export async function readBookingsBetween(
  db: Reader,
  span: { batches: readonly ImportBatchId[]; from: BusinessDate; to: BusinessDate },
  after: BookingId,
  limit: number,
): Promise<UnseenBooking[]> {
  const { rows } = await sql<UnseenBooking>`
    select id, ${sourceNumber} as number, arrival, guest_id from bookings
    where import_batch_id in ${idList(span.batches)} and id > ${after} and ${sourceNumber} is not null
      and arrival >= ${span.from} and arrival <= ${span.to} and status not in ('cancelled', 'no-show')
    order by id limit ${limit}`.execute(readWith(db))
  return rows
}
