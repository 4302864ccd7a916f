import type { Selectable } from 'kysely'
import type { DepositImage, HoldImage, VoucherImage } from '#shared/domain/folio/deposit.ts'
import type { DepositId, FolioLineId, HoldId, VoucherId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { DepositsTable, HoldsTable, VouchersTable } from '../../schema/folio.ts'

const depositById = prepared((db, at: { id: DepositId }) =>
  db.selectFrom('deposits').selectAll().where('id', '=', at.id),
)
const holdById = prepared((db, at: { id: HoldId }) =>
  db.selectFrom('holds').selectAll().where('id', '=', at.id),
)
const voucherById = prepared((db, at: { id: VoucherId }) =>
  db.selectFrom('vouchers').selectAll().where('id', '=', at.id),
)

function depositImage(row: Selectable<DepositsTable>): DepositImage {
  return {
    kind: row.kind as DepositImage['kind'],
    slipNo: row.slip_no,
    folioId: row.folio_id,
    bookingId: row.booking_id,
    takenOn: row.taken_on,
    codeId: row.code_id,
    amountMinor: row.amount_minor,
    heldMinor: row.held_minor,
    slipLost: row.slip_lost === 1,
    note: row.note,
  }
}

/** The columns of a deposit. */
export function depositColumns(image: DepositImage) {
  return {
    kind: image.kind,
    slip_no: image.slipNo,
    folio_id: image.folioId,
    booking_id: image.bookingId,
    taken_on: image.takenOn,
    code_id: image.codeId,
    amount_minor: image.amountMinor,
    held_minor: image.heldMinor,
    slip_lost: flag(image.slipLost),
    note: image.note,
  }
}

export async function loadDeposit(db: Reader, id: DepositId) {
  const row = await depositById.first(db, { id })
  return row ? { image: depositImage(row), version: row.version } : null
}

/** `before` null inserts under that id. A deposit is never deleted: its slip has a number. */
export async function saveDeposit(
  tx: Writer,
  id: DepositId,
  before: DepositImage | null,
  after: DepositImage | null,
): Promise<void> {
  if (!after) throw new Error('a deposit is never deleted')
  const columns = depositColumns(after)
  if (!before)
    await writeWith(tx)
      .insertInto('deposits')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('deposits')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

function holdImage(row: Selectable<HoldsTable>): HoldImage {
  return {
    folioId: row.folio_id,
    amountMinor: row.amount_minor,
    brand: row.brand,
    lastFour: row.last_four,
    approval: row.approval,
    takenOn: row.taken_on,
    expiresOn: row.expires_on,
    status: row.status as HoldImage['status'],
    capturedMinor: row.captured_minor,
    endedOn: row.ended_on,
  }
}

/** The columns of a pre-authorisation. */
export function holdColumns(image: HoldImage) {
  return {
    folio_id: image.folioId,
    amount_minor: image.amountMinor,
    brand: image.brand,
    last_four: image.lastFour,
    approval: image.approval,
    taken_on: image.takenOn,
    expires_on: image.expiresOn,
    status: image.status,
    captured_minor: image.capturedMinor,
    ended_on: image.endedOn,
  }
}

export async function loadHold(db: Reader, id: HoldId) {
  const row = await holdById.first(db, { id })
  return row ? { image: holdImage(row), version: row.version } : null
}

/** `before` null inserts under that id, `after` null deletes. */
export async function saveHold(
  tx: Writer,
  id: HoldId,
  before: HoldImage | null,
  after: HoldImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('holds').where('id', '=', id).execute()
    return
  }
  const columns = holdColumns(after)
  if (!before)
    await writeWith(tx)
      .insertInto('holds')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('holds')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

function voucherImage(row: Selectable<VouchersTable>): VoucherImage {
  return {
    number: row.number,
    soldOn: row.sold_on,
    expiresOn: row.expires_on,
    amountMinor: row.amount_minor,
    leftMinor: row.left_minor,
    lineId: row.line_id,
  }
}

export async function loadVoucher(db: Reader, id: VoucherId) {
  const row = await voucherById.first(db, { id })
  return row ? { image: voucherImage(row), version: row.version } : null
}

/** `before` null inserts under that id. A voucher is never deleted: its number is in somebody's hand. */
export async function saveVoucher(
  tx: Writer,
  id: VoucherId,
  before: VoucherImage | null,
  after: VoucherImage | null,
): Promise<void> {
  if (!after) throw new Error('a voucher is never deleted')
  const columns = {
    number: after.number,
    sold_on: after.soldOn,
    expires_on: after.expiresOn,
    amount_minor: after.amountMinor,
    left_minor: after.leftMinor,
    line_id: after.lineId,
  }
  if (!before)
    await writeWith(tx)
      .insertInto('vouchers')
      .values({ id, ...columns, version: 1 })
      .execute()
  else
    await writeWith(tx)
      .updateTable('vouchers')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
}

const voucherByNumber = prepared((db, at: { number: string }) =>
  db.selectFrom('vouchers').selectAll().where('number', '=', at.number),
)

export async function findVoucher(db: Reader, number: string) {
  const row = await voucherByNumber.first(db, { number })
  return row ? { id: row.id, image: voucherImage(row), version: row.version } : null
}

const voucherByLine = prepared((db, at: { line: FolioLineId }) =>
  db.selectFrom('vouchers').selectAll().where('line_id', '=', at.line),
)

/** The voucher that a line sold. */
export async function findVoucherOfLine(db: Reader, line: FolioLineId) {
  const row = await voucherByLine.first(db, { line })
  return row ? { id: row.id, image: voucherImage(row), version: row.version } : null
}
