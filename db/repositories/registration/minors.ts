import { sql } from 'kysely'
import type { MinorEntry, MinorSheetImage } from '#shared/domain/registration/minor.ts'
import type { BookingId, MinorSheetId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { MinorEntryRow, MinorSheetRow } from '../../schema/registration.ts'

export type MinorSheet = { id: MinorSheetId; version: number; image: MinorSheetImage }

function minorSheetImage(row: MinorSheetRow, entries: readonly MinorEntryRow[]): MinorSheetImage {
  return {
    bookingId: row.booking_id,
    guestId: row.guest_id,
    identityAt: row.identity_at,
    identityBy: row.identity_by,
    contactedAt: row.contacted_at,
    contactedBy: row.contacted_by,
    guardianName: row.guardian_name,
    guardianPhone: row.guardian_phone,
    guardianRelation: row.guardian_relation,
    relations: JSON.parse(row.relations) as MinorSheetImage['relations'],
    entries: Object.fromEntries(
      entries
        .filter(({ sheet_id }) => sheet_id === row.id)
        .map(({ id, kind, text, at, by }) => [id, { kind: kind as MinorEntry['kind'], text, at, by }]),
    ),
  }
}

/** An image's own columns; the demo writes whole rows in bulk with it. */
export function minorSheetColumns(image: MinorSheetImage): Omit<MinorSheetRow, 'id' | 'version'> {
  return {
    booking_id: image.bookingId,
    guest_id: image.guestId,
    guardian_name: image.guardianName,
    guardian_phone: image.guardianPhone,
    guardian_relation: image.guardianRelation,
    identity_at: image.identityAt,
    identity_by: image.identityBy,
    contacted_at: image.contactedAt,
    contacted_by: image.contactedBy,
    relations: JSON.stringify(image.relations),
  }
}

const sheetsOf = preparedSql(
  (at: { bookings: string }) => sql<MinorSheetRow>`select * from minor_sheets
    where booking_id in (select value from json_each(${at.bookings})) order by id`,
)

/** The sheets of the minors of some bookings, with their entries. */
export async function readMinorSheets(db: Reader, bookings: readonly BookingId[]): Promise<MinorSheet[]> {
  if (bookings.length === 0) return []
  return withEntries(db, await sheetsOf.all(db, { bookings: JSON.stringify(bookings) }))
}

export async function loadMinorSheet(db: Reader, id: MinorSheetId): Promise<MinorSheet | null> {
  const rows = await readWith(db).selectFrom('minor_sheets').selectAll().where('id', '=', id).execute()
  return (await withEntries(db, rows))[0] ?? null
}

async function withEntries(db: Reader, rows: MinorSheetRow[]): Promise<MinorSheet[]> {
  if (rows.length === 0) return []
  const entries = await readWith(db)
    .selectFrom('minor_entries')
    .selectAll()
    .where(
      'sheet_id',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, version: row.version, image: minorSheetImage(row, entries) }))
}

/** `before` null inserts under that id, `after` null deletes; its entries with it. */
export async function saveMinorSheet(
  tx: Writer,
  id: MinorSheetId,
  before: MinorSheetImage | null,
  after: MinorSheetImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('minor_sheets').where('id', '=', id).execute()
    return
  }
  if (before)
    await writeWith(tx)
      .updateTable('minor_sheets')
      .set((eb) => ({ ...minorSheetColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else
    await writeWith(tx)
      .insertInto('minor_sheets')
      .values({ id, ...minorSheetColumns(after), version: 1 })
      .execute()
  await writeWith(tx).deleteFrom('minor_entries').where('sheet_id', '=', id).execute()
  const entries = Object.entries(after.entries)
  if (entries.length > 0)
    await writeWith(tx)
      .insertInto('minor_entries')
      .values(entries.map(([entryId, entry]) => ({ id: Number(entryId), sheet_id: id, ...entry })))
      .execute()
}

/** The number of the next entry of a sheet. */
export async function nextMinorEntryId(tx: Writer): Promise<number> {
  const row = await writeWith(tx)
    .selectFrom('minor_entries')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0) + 1
}
