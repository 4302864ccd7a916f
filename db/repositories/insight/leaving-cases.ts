import type { LeavingCaseImage } from '#shared/domain/insight/leaving/case.ts'
import type { GuestId, LeavingCaseId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { LeavingCaseRow } from '../../schema/insight-leaving.ts'

export type LeavingCase = { id: LeavingCaseId; version: number; image: LeavingCaseImage }

/** A case as its image. */
export function leavingCaseImage(row: LeavingCaseRow): LeavingCaseImage {
  return {
    guestId: row.guest_id,
    openedOn: row.opened_on,
    openedBy: row.opened_by,
    owner: row.owner,
    ownedOn: row.owned_on,
    snoozedUntil: row.snoozed_until,
    offer: row.offer as LeavingCaseImage['offer'],
    offerText: row.offer_text,
    costMinor: row.cost_minor,
    offeredOn: row.offered_on,
    offeredBy: row.offered_by,
    outcome: row.outcome as LeavingCaseImage['outcome'],
    lossReason: row.loss_reason as LeavingCaseImage['lossReason'],
    outcomeText: row.outcome_text,
    returnedOn: row.returned_on,
    closedOn: row.closed_on,
    closedBy: row.closed_by,
  }
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function leavingCaseColumns(image: LeavingCaseImage): Omit<LeavingCaseRow, 'id' | 'version'> {
  return {
    guest_id: image.guestId,
    opened_on: image.openedOn,
    opened_by: image.openedBy,
    owner: image.owner,
    owned_on: image.ownedOn,
    snoozed_until: image.snoozedUntil,
    offer: image.offer,
    offer_text: image.offerText,
    cost_minor: image.costMinor,
    offered_on: image.offeredOn,
    offered_by: image.offeredBy,
    outcome: image.outcome,
    loss_reason: image.lossReason,
    outcome_text: image.outcomeText,
    returned_on: image.returnedOn,
    closed_on: image.closedOn,
    closed_by: image.closedBy,
  }
}

export async function loadLeavingCase(db: Reader, id: LeavingCaseId): Promise<LeavingCase | null> {
  const row = await readWith(db)
    .selectFrom('leaving_cases')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? { id: row.id, version: row.version, image: leavingCaseImage(row) } : null
}

/** The guest's case that is not closed; an index allows one. */
export async function findOpenCase(db: Reader, guestId: GuestId): Promise<LeavingCase | null> {
  const row = await readWith(db)
    .selectFrom('leaving_cases')
    .selectAll()
    .where('guest_id', '=', guestId)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, version: row.version, image: leavingCaseImage(row) } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveLeavingCase(
  tx: Writer,
  id: LeavingCaseId,
  before: LeavingCaseImage | null,
  after: LeavingCaseImage | null,
): Promise<void> {
  if (!after) await writeWith(tx).deleteFrom('leaving_cases').where('id', '=', id).execute()
  else if (!before)
    await writeWith(tx)
      .insertInto('leaving_cases')
      .values({ id, ...leavingCaseColumns(after), version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('leaving_cases')
      .set((eb) => ({ ...leavingCaseColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}
