import type { VisitorImage } from '#shared/domain/registration/visitor.ts'
import type { VisitorId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { VisitorRow } from '../../schema/registration.ts'

export type Visitor = { id: VisitorId; version: number; image: VisitorImage }

/** A visitor as an image. */
export function visitorImage(row: VisitorRow): VisitorImage {
  return {
    documentKind: row.document_kind as VisitorImage['documentKind'],
    roomId: row.room_id,
    bookingId: row.booking_id,
    guestId: row.guest_id,
    cameAt: row.came_at,
    leftAt: row.left_at,
    businessDate: row.business_date,
    notedBy: row.noted_by,
    name: row.name,
    documentNumber: row.document_number,
    purpose: row.purpose,
  }
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function visitorColumns(image: VisitorImage): Omit<VisitorRow, 'id' | 'version'> {
  return {
    name: image.name,
    document_kind: image.documentKind,
    document_number: image.documentNumber,
    room_id: image.roomId,
    booking_id: image.bookingId,
    guest_id: image.guestId,
    purpose: image.purpose,
    came_at: image.cameAt,
    left_at: image.leftAt,
    business_date: image.businessDate,
    noted_by: image.notedBy,
  }
}

export async function loadVisitor(db: Reader, id: VisitorId): Promise<Visitor | null> {
  const row = await readWith(db).selectFrom('visitors').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? { id: row.id, version: row.version, image: visitorImage(row) } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveVisitor(
  tx: Writer,
  id: VisitorId,
  before: VisitorImage | null,
  after: VisitorImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('visitors').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('visitors')
      .values({ id, ...visitorColumns(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('visitors')
      .set((eb) => ({ ...visitorColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
