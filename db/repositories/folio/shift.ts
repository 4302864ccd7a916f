import type { Selectable } from 'kysely'
import type { CashCount, ShiftImage } from '#shared/domain/folio/shift.ts'
import type { ShiftId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { ShiftsTable } from '../../schema/folio.ts'

const shiftById = prepared((db, at: { id: ShiftId }) =>
  db.selectFrom('shifts').selectAll().where('id', '=', at.id),
)

export function shiftImage(row: Selectable<ShiftsTable>): ShiftImage {
  return {
    userId: row.user_id,
    workstation: row.workstation,
    businessDate: row.business_date,
    openedAt: row.opened_at,
    floatMinor: row.float_minor,
    status: row.status as ShiftImage['status'],
    closedAt: row.closed_at,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
    counted: row.counted === null ? null : (JSON.parse(row.counted) as CashCount),
    expectedMinor: row.expected_minor,
    overMinor: row.over_minor,
    droppedMinor: row.dropped_minor,
  }
}

/** The columns of a cashier's shift. */
export function shiftColumns(image: ShiftImage) {
  return {
    user_id: image.userId,
    workstation: image.workstation,
    business_date: image.businessDate,
    opened_at: image.openedAt,
    float_minor: image.floatMinor,
    status: image.status,
    closed_at: image.closedAt,
    closed_on: image.closedOn,
    closed_by: image.closedBy,
    counted: image.counted && JSON.stringify(image.counted),
    expected_minor: image.expectedMinor,
    over_minor: image.overMinor,
    dropped_minor: image.droppedMinor,
  }
}

export async function loadShift(db: Reader, id: ShiftId) {
  const row = await shiftById.first(db, { id })
  return row ? { image: shiftImage(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes one that nothing was posted in. */
export async function saveShift(
  tx: Writer,
  id: ShiftId,
  before: ShiftImage | null,
  after: ShiftImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('shifts').where('id', '=', id).execute()
    return
  }
  const columns = shiftColumns(after)
  if (!before)
    await writeWith(tx)
      .insertInto('shifts')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('shifts')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
