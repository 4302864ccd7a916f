import { sql } from 'kysely'
import type { FindingKind } from '#shared/domain/import/row.ts'
import type { BusinessDate, ImportBatchId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

export type BatchRow = {
  id: ImportBatchId
  at: string
  by: string
  summary: string
  taken_back_at: string | null
  taken_back_by: string | null
}
export type FindingRow = {
  position: number
  line: number
  kind: string
  reason: string
  field: string
  value: string
  row: string
}

/** Imports that were made, newest first. */
export async function readBatches(db: Reader): Promise<BatchRow[]> {
  return readWith(db)
    .selectFrom('import_batches')
    .select(['id', 'at', 'by', 'summary', 'taken_back_at', 'taken_back_by'])
    .orderBy('id', 'desc')
    .limit(500)
    .execute()
}

export type EarlierBatch = {
  id: ImportBatchId
  at: string
  file_name: string
  sha256: string
  profile: string
  filter: string
  summary: string
}

/** Every import that was made and not taken back, for whether another one may come beside it. */
export async function readEarlierBatches(db: Reader): Promise<EarlierBatch[]> {
  return readWith(db)
    .selectFrom('import_batches')
    .select(['id', 'at', 'file_name', 'sha256', 'profile', 'filter', 'summary'])
    .where('taken_back_at', 'is', null)
    .orderBy('id')
    .execute()
}

export async function batchExists(db: Reader, id: ImportBatchId): Promise<boolean> {
  return (
    (await readWith(db).selectFrom('import_batches').select('id').where('id', '=', id).executeTakeFirst()) !==
    undefined
  )
}

export type OverbookedNight = { roomType: string; night: string; sold: number; rooms: number }

/**
 * Nights from the business date on, to which a batch brought bookings, on which their type is sold beyond its rooms and its
 * allowance. Types without any room are left out: of a hotel whose rooms are still to be entered it says nothing.
 */
export async function readOverbooked(
  db: Reader,
  batch: ImportBatchId,
  from: BusinessDate,
): Promise<OverbookedNight[]> {
  const { rows } = await sql<OverbookedNight>`
    with stock as (
      select t.id, t.code, t.overbooking, t.position, count(*) as rooms
      from room_types t join rooms r on r.room_type_id = t.id and r.active = 1 group by t.id
    ), held as (
      select distinct n.night, n.room_type_id from bookings b join room_nights n on n.booking_id = b.id
      where exists (select 1 from rooms) and b.import_batch_id = ${batch} and b.departure > ${from}
        and n.live = 1 and n.night >= ${from} and n.room_type_id in (select id from stock)
    )
    select s.code as "roomType", h.night, count(n.booking_id) as sold,
      s.rooms - (count(*) - count(n.booking_id)) as rooms
    from held h join stock s on s.id = h.room_type_id
      join room_nights n on n.live = 1 and n.night = h.night and n.room_type_id = h.room_type_id
    group by h.night, h.room_type_id
    having sold > s.rooms - (count(*) - count(n.booking_id)) + s.overbooking
    order by s.position, s.id, h.night`.execute(readWith(db))
  return rows
}

/** Findings of a batch behind a position, in the order of the file. */
export async function readFindings(
  db: Reader,
  batch: ImportBatchId,
  page: {
    after: number
    limit: number
    kind: FindingKind | undefined
    reason: string | undefined
  },
): Promise<FindingRow[]> {
  let query = readWith(db)
    .selectFrom('import_findings')
    .select(['position', 'line', 'kind', 'reason', 'field', 'value', 'row'])
    .where('batch_id', '=', batch)
    .where('position', '>', page.after)
  if (page.kind) query = query.where('kind', '=', page.kind)
  if (page.reason) query = query.where('reason', '=', page.reason)
  return query.orderBy('position').limit(page.limit).execute()
}

export async function readMappings(db: Reader): Promise<{ id: number; name: string; mapping: string }[]> {
  return readWith(db)
    .selectFrom('import_mappings')
    .select(['id', 'name', 'mapping'])
    .orderBy('name')
    .limit(200)
    .execute()
}

/** Codes and names by which rows of a file name what is on file already. */
export async function readKnownCodes(db: Reader) {
  return {
    roomTypes: await readWith(db)
      .selectFrom('room_types')
      .select(['id', 'code', 'name_en', 'name_zh', 'position'])
      .orderBy('id')
      .execute(),
    rooms: await readWith(db)
      .selectFrom('rooms')
      .select(['id', 'number', 'room_type_id'])
      .orderBy('id')
      .execute(),
    ratePlans: await readWith(db).selectFrom('rate_plans').select(['id', 'code']).orderBy('id').execute(),
    accounts: await readWith(db)
      .selectFrom('accounts')
      .select(['id', 'kind', 'code', 'name'])
      .orderBy('id')
      .execute(),
  }
}
