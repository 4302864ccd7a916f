import {
  readBalanceOfRole,
  readDepositPage,
  readDepositSums,
  readHoldRows,
  readHoldSum,
  readVoucherPage,
  readVoucherSum,
} from '#db/queries/folio/registers.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { DepositKind } from '#shared/domain/folio/deposit.ts'
import { reads } from '../../kernel/handler.ts'
import { holderOf } from './whose.ts'

type DepositView = OutputOf<'deposit.list'>['rows'][number]
type HoldView = OutputOf<'hold.list'>['rows'][number]

/** Deposits that are held, the oldest first, with what the ledger has for each kind: the two are the same. */
export const listDeposits = reads('deposit.list', async (db, input) => {
  const { kind, show, text, limit } = input
  const after = input.after === undefined ? null : Number(input.after)
  const rows = await readDepositPage(db, { kind, show, text, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const sums = new Map((await readDepositSums(db)).map((row) => [row.kind, row]))
  const totalOf = async (of: DepositKind) => ({
    count: sums.get(of)?.count ?? 0,
    heldMinor: sums.get(of)?.heldMinor ?? 0,
    ledgerMinor: 0 - (await readBalanceOfRole(db, of === 'key' ? 'key-deposits' : 'deposits')),
  })
  const last = page.at(-1)
  return {
    rows: page.map(
      (row): DepositView => ({
        id: row.depositId,
        version: row.depositVersion,
        kind: row.depositKind,
        slipNo: row.slipNo,
        takenOn: row.takenOn,
        codeId: row.codeId as DepositView['codeId'],
        code: row.depositCode,
        codeNameEn: row.codeNameEn,
        codeNameZh: row.codeNameZh,
        amountMinor: row.amountMinor,
        heldMinor: row.leftMinor,
        slipLost: row.slipLost === 1,
        note: row.note,
        folio: holderOf(row),
      }),
    ),
    totals: { deposit: await totalOf('deposit'), key: await totalOf('key') },
    next: rows.length > page.length && last ? String(last.depositId) : null,
  }
})

/** Pre-authorisations, those that expire first at the top. */
export const listHolds = reads('hold.list', async (db, { show, text, limit }, ctx) => {
  const rows = await readHoldRows(db, { show, text, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(
      (row): HoldView => ({
        id: row.holdId,
        version: row.holdVersion,
        amountMinor: row.amountMinor,
        brand: row.brand,
        lastFour: row.lastFour,
        approval: row.approval,
        takenOn: row.takenOn,
        expiresOn: row.expiresOn,
        status: row.holdStatus as HoldView['status'],
        expired: row.holdStatus === 'held' && row.expiresOn < ctx.businessDate,
        capturedMinor: row.capturedMinor,
        endedOn: row.endedOn,
        folio: holderOf(row),
      }),
    ),
    heldMinor: await readHoldSum(db, ctx.businessDate),
    more: rows.length > limit,
  }
})

/** Vouchers sold, the newest first. */
export const listVouchers = reads('voucher.list', async (db, input, ctx) => {
  const { show, text, limit } = input
  const after = input.after === undefined ? null : Number(input.after)
  const today = ctx.businessDate
  const rows = await readVoucherPage(db, { show, text, today, after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ ...row, expired: row.expiresOn !== null && row.expiresOn < today })),
    leftMinor: await readVoucherSum(db),
    ledgerMinor: 0 - (await readBalanceOfRole(db, 'vouchers')),
    next: rows.length > page.length && last ? String(last.id) : null,
  }
})
