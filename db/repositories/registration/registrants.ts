import { sql } from 'kysely'
import type { RegistrantImage } from '#shared/domain/registration/registration.ts'
import type { GuestId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { RegistrantRow } from '../../schema/registration.ts'

export type Registrant = { version: number; image: RegistrantImage }

function registrantImage(row: RegistrantRow): RegistrantImage {
  return {
    confirmedOn: row.confirmed_on,
    ethnicity: row.ethnicity,
    documentSupport: row.document_support,
    visaKind: row.visa_kind,
    visaNumber: row.visa_number,
    visaUntil: row.visa_until,
    entryOn: row.entry_on,
    entryPort: row.entry_port,
    address: row.address,
    postalCode: row.postal_code,
    city: row.city,
    residence: row.residence,
    kinship: row.kinship,
  }
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function registrantColumns(image: RegistrantImage): Omit<RegistrantRow, 'id' | 'version'> {
  return {
    ethnicity: image.ethnicity,
    document_support: image.documentSupport,
    visa_kind: image.visaKind,
    visa_number: image.visaNumber,
    visa_until: image.visaUntil,
    entry_on: image.entryOn,
    entry_port: image.entryPort,
    address: image.address,
    postal_code: image.postalCode,
    city: image.city,
    residence: image.residence,
    kinship: image.kinship,
    confirmed_on: image.confirmedOn,
  }
}

const registrantsOf = preparedSql(
  (at: { ids: string }) =>
    sql<RegistrantRow>`select * from registrants where id in (select value from json_each(${at.ids}))`,
)

/** What is on file of some guests for the authorities, by guest. */
export async function readRegistrants(
  db: Reader,
  ids: readonly GuestId[],
): Promise<Map<GuestId, Registrant>> {
  if (ids.length === 0) return new Map()
  const rows = await registrantsOf.all(db, { ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, { version: row.version, image: registrantImage(row) }]))
}

export async function loadRegistrant(db: Reader, id: GuestId): Promise<Registrant | null> {
  return (await readRegistrants(db, [id])).get(id) ?? null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveRegistrant(
  tx: Writer,
  id: GuestId,
  before: RegistrantImage | null,
  after: RegistrantImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('registrants').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('registrants')
      .values({ id, ...registrantColumns(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('registrants')
      .set((eb) => ({ ...registrantColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
