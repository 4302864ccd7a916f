import type { Writer } from '#db/handles.ts'
import {
  type LineOnFile,
  readAllowances,
  readLines,
  readLinesOfPosting,
  readPosting,
  readSides,
} from '#db/queries/folio/read.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadShift } from '#db/repositories/folio/shift.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { PaymentMethod } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import {
  copyOf,
  type Entry,
  type LineDraft,
  negationOf,
  type PaymentDraft,
} from '#shared/domain/folio/posting.ts'
import { isRefused, type PostingId, type Refused, refuse, type ShiftId } from '#shared/values/index.ts'
import type { Aggregate, BackCode } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { type Change, dependentExists } from '../kernel/outcome.ts'
import { checkFree, checkOpen, shiftFor } from './guard.ts'
import { post } from './post.ts'

/** A posting as undo meets it: never written back, taken back by another. */
export const postingAggregate: Aggregate<Image> = {
  entity: 'posting',
  unknown: 'POSTING_UNKNOWN',
  load: async () => null,
  save: async () => {
    throw new Error('a posting is never written back')
  },
  check: async () => null,
  reverse: (tx, ctx, id) => reversePosting(tx, ctx, id as PostingId),
}

/**
 * Posts the mirror of a posting, on the same business date: every line that it put on is taken off, every line that it
 * took off is put on again. After the day is closed it is an allowance's business.
 */
export async function reversePosting(
  tx: Writer,
  ctx: Context,
  id: PostingId,
): Promise<Change[] | Refused<BackCode>> {
  const posting = await readPosting(tx, id)
  if (!posting) return refuse('POSTING_UNKNOWN', { id })
  if (posting.reversed_by !== null) return refuse('LINE_GONE', { text: '' })
  if (posting.business_date !== ctx.businessDate)
    return refuse('POSTING_AUDITED', { date: posting.business_date, today: ctx.businessDate })
  const lines = await readLinesOfPosting(tx, id)
  const wrong =
    (await checkOpen(tx, lines)) ??
    (await checkFree(
      tx,
      lines.filter(({ negates }) => negates === null),
    ))
  if (wrong) return wrong
  const allowances = await readAllowances(
    tx,
    lines.map(({ id: lineId }) => lineId),
  )
  if (allowances.length > 0) return dependentExists('posting')
  const drafts = await mirrorOf(tx, lines)
  const sides = await readSides(tx, id)
  const chart = await readChart(tx)
  const shiftOf = await readMirrorShifts(tx, ctx, chart, sides)
  if (isRefused(shiftOf)) return shiftOf
  const first = lines[0]
  const posted = await post(tx, ctx, chart, {
    kind: 'correction',
    folioId: first?.folioId ?? sides.payments[0]?.folio_id ?? null,
    bookingId: first?.bookingId ?? null,
    lines: drafts,
    reverses: id,
    payments: sides.payments.map((row) => ({
      ...mirrorOfPayment(row, shiftOf(row.shift_id)),
      codeId: row.code_id,
      depositId: row.deposit_id,
    })),
    depositMoves: sides.depositMoves.map(({ deposit_id, kind, amount_minor }) => ({
      deposit_id,
      kind,
      amount_minor: -amount_minor,
    })),
    // Those of a payment on account follow from its mirror; those of an opening are its own
    accountItems: posting.kind === 'opening' ? sides.accountItems.map(mirrorOfItem) : [],
    entries: sides.entries.map((row) => mirrorOfEntry(row, shiftOf)),
    shiftId: shiftOf(posting.shift_id),
  })
  return posted.changes
}

async function mirrorOf(tx: Writer, lines: readonly LineOnFile[]): Promise<LineDraft[]> {
  const negated = await readLines(
    tx,
    lines.flatMap(({ negates }) => (negates === null ? [] : [negates])),
  )
  const byId = new Map(negated.map((line) => [line.id, line]))
  return lines.map((line) => {
    const before = line.negates === null ? undefined : byId.get(line.negates)
    if (!before) return negationOf(line)
    // Put on again as a line of its own: the one that was taken off stays taken off
    return copyOf(before)
  })
}

type Sides = Awaited<ReturnType<typeof readSides>>
/** The shift that a mirror belongs to, by the one that the original did. */
type ShiftOf = (id: ShiftId | null) => ShiftId | null

/**
 * The mirror of money stays in the shift that it came from. Where that one is closed by now, its drawer has been counted:
 * the money comes out of the open shift of who takes it back. Refused where the hotel wants one and there is none.
 */
async function readMirrorShifts(
  tx: Writer,
  ctx: Context,
  { settings }: Chart,
  { entries, payments }: Sides,
): Promise<ShiftOf | Refused<'SHIFT_NEEDED' | 'CASH_NOT_TAKEN'>> {
  const kept = new Map<ShiftId, ShiftId | null>()
  for (const { shift_id: id } of [...entries, ...payments]) {
    if (id === null || kept.has(id)) continue
    const shift = await loadShift(tx, id)
    if (shift?.image.status === 'open') {
      kept.set(id, id)
      continue
    }
    const cash = payments.every(({ method }) => method === 'cash')
    const own = await shiftFor(tx, ctx, settings, cash ? 'cash' : (payments[0]?.method as PaymentMethod))
    if (isRefused(own)) return own
    kept.set(id, own.shiftId)
  }
  return (id) => (id === null ? null : (kept.get(id) ?? null))
}

/** A payment as its mirror has it: what came in goes out again, out of the shift that is named. */
export function mirrorOfPayment(
  row: Omit<Sides['payments'][number], 'code_id' | 'folio_id' | 'deposit_id' | 'shift_id'>,
  shiftId: ShiftId | null,
): PaymentDraft {
  return {
    method: row.method as PaymentDraft['method'],
    amountMinor: -row.amount_minor,
    currency: row.currency,
    foreignMinor: row.foreign_minor === null ? null : -row.foreign_minor,
    rate: row.rate,
    tenderedMinor: null,
    changeMinor: null,
    brand: row.brand,
    lastFour: row.last_four,
    reference: row.reference,
    accountId: row.account_id,
    voucherId: row.voucher_id,
    shiftId,
  }
}

function mirrorOfEntry(row: Sides['entries'][number], shiftOf: ShiftOf): Entry {
  const shiftId = shiftOf(row.shift_id)
  return {
    accountId: row.account_id,
    amountMinor: -row.amount_minor,
    ...(row.folio_id === null ? {} : { folioId: row.folio_id }),
    ...(row.window === null ? {} : { window: row.window }),
    ...(row.party_account_id === null ? {} : { partyAccountId: row.party_account_id }),
    ...(row.deposit_id === null ? {} : { depositId: row.deposit_id }),
    ...(shiftId === null ? {} : { shiftId }),
    ...(row.currency === null ? {} : { currency: row.currency }),
    ...(row.foreign_minor === null ? {} : { foreignMinor: -row.foreign_minor }),
  }
}

function mirrorOfItem({ account_id, dated, due_on, reference, amount_minor }: Sides['accountItems'][number]) {
  return { account_id, dated, due_on, reference, amount_minor: -amount_minor, paper_id: null }
}
