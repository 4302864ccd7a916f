/** What is written of a posting: pure, so that commands and the demo hotel write the same. */
import type { PostingRows } from '#db/repositories/folio/ledger.ts'
import type {
  Entry,
  LineDraft,
  PaymentDraft,
  PostingImage,
  PostingKind,
} from '#shared/domain/folio/posting.ts'
import type {
  BookingId,
  DepositId,
  FolioId,
  FolioLineId,
  PostingId,
  ShiftId,
  TransactionCodeId,
} from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'

/** Who posts, when, and in which currency the books are. */
export type PostingContext = Pick<Context, 'moment' | 'businessDate' | 'actor' | 'workstation'> & {
  hotel: { currency: string }
}

/** What is put on folios at once. `folioId` is whose story it belongs to; null where it is on none (a drawer's float). */
export type PostingDraft = {
  kind: PostingKind
  folioId: FolioId | null
  bookingId: BookingId | null
  lines: readonly LineDraft[]
  reason?: string | null
  reverses?: PostingId
  /** What can be posted once: `room:12:2026-03-02`. */
  origin?: string
  /** Entries beside the lines. */
  sides?: readonly Entry[]
  /** The entries as a whole, where they mirror another posting's. */
  entries?: readonly Entry[]
  /** Payments that are no line of a folio (a deposit taken or given back). */
  payments?: readonly BesidePayment[]
  depositMoves?: readonly Omit<PostingRows['depositMoves'][number], 'posting_id'>[]
  accountItems?: readonly Omit<PostingRows['accountItems'][number], 'posting_id' | 'n'>[]
  shiftId?: ShiftId | null
}

/** A payment that is no line: a deposit, or the mirror of one that was. */
export type BesidePayment = PaymentDraft & { codeId: TransactionCodeId; depositId: DepositId | null }

/** What a posting is given when it is written. */
export type NumberedPosting = {
  id: PostingId
  lineIds: readonly FolioLineId[]
  entries: readonly Entry[]
  round: number
}

/** The rows of a posting, ready to be written. */
export function postingRows(
  ctx: PostingContext,
  draft: PostingDraft,
  numbered: NumberedPosting,
): PostingRows {
  const { id, lineIds, entries } = numbered
  const paid = paymentsOf(draft, lineIds)
  return {
    posting: headOf(ctx, draft, numbered),
    lines: draft.lines.map((line, at) => lineRow(ctx, id, lineIds[at] as FolioLineId, line)),
    taxes: draft.lines.flatMap((line, at) =>
      line.taxes.map((tax, n) => ({
        line_id: lineIds[at] as FolioLineId,
        n,
        tax_id: tax.taxId,
        business_date: ctx.businessDate,
        rate: tax.rate,
        base_minor: tax.baseMinor,
        tax_minor: tax.taxMinor,
      })),
    ),
    entries: entries.map((entry, n) => entryRow(id, n, entry)),
    payments: paid.map((one, n) => paymentRow(ctx, id, n, one)),
    depositMoves: (draft.depositMoves ?? []).map((move) => ({ ...move, posting_id: id })),
    accountItems: [...(draft.accountItems ?? []), ...itemsOf(ctx, paid)].map((item, n) => ({
      ...item,
      posting_id: id,
      n,
    })),
  }
}

function headOf(
  ctx: PostingContext,
  draft: PostingDraft,
  { id, round }: NumberedPosting,
): PostingRows['posting'] {
  return {
    id,
    kind: draft.kind,
    business_date: ctx.businessDate,
    moment: ctx.moment as PostingRows['posting']['moment'],
    actor: ctx.actor,
    workstation: ctx.workstation,
    reason: draft.reason ?? null,
    reverses: draft.reverses ?? null,
    origin: draft.origin ?? null,
    round,
    shift_id: draft.shiftId ?? null,
    currency: ctx.hotel.currency,
  }
}

function lineRow(
  ctx: PostingContext,
  posting: PostingId,
  id: FolioLineId,
  line: LineDraft,
): PostingRows['lines'][number] {
  return {
    id,
    posting_id: posting,
    folio_id: line.folioId,
    window: line.window,
    code_id: line.codeId,
    business_date: ctx.businessDate,
    service_date: line.serviceDate,
    text: line.text,
    quantity: line.quantity,
    unit_minor: line.unitMinor,
    net_minor: line.netMinor,
    gross_minor: line.grossMinor,
    booking_id: line.bookingId,
    room_no: line.roomNo,
    negates: line.negates,
    about: line.about,
    facts: line.facts && JSON.stringify(line.facts),
  }
}

function entryRow(posting: PostingId, n: number, entry: Entry): PostingRows['entries'][number] {
  return {
    posting_id: posting,
    n,
    account_id: entry.accountId,
    amount_minor: entry.amountMinor,
    folio_id: entry.folioId ?? null,
    window: entry.window ?? null,
    party_account_id: entry.partyAccountId ?? null,
    deposit_id: entry.depositId ?? null,
    shift_id: entry.shiftId ?? null,
    currency: entry.currency ?? null,
    foreign_minor: entry.foreignMinor ?? null,
  }
}

type PlacedPayment = BesidePayment & { folioId: FolioId | null; lineId: FolioLineId | null }

/** Payments that are lines, then those beside them. */
function paymentsOf(draft: PostingDraft, lineIds: readonly FolioLineId[]): PlacedPayment[] {
  const ofLines = draft.lines.flatMap(({ payment, codeId, folioId }, at) =>
    payment ? [{ ...payment, codeId, folioId, lineId: lineIds[at] as FolioLineId, depositId: null }] : [],
  )
  const beside = (draft.payments ?? []).map((one) => ({ ...one, folioId: draft.folioId, lineId: null }))
  return [...ofLines, ...beside]
}

function paymentRow(
  ctx: PostingContext,
  posting: PostingId,
  n: number,
  one: PlacedPayment,
): PostingRows['payments'][number] {
  return {
    posting_id: posting,
    n,
    folio_id: one.folioId,
    line_id: one.lineId,
    deposit_id: one.depositId,
    code_id: one.codeId,
    method: one.method,
    business_date: ctx.businessDate,
    amount_minor: one.amountMinor,
    currency: one.currency,
    foreign_minor: one.foreignMinor,
    rate: one.rate,
    tendered_minor: one.tenderedMinor,
    change_minor: one.changeMinor,
    brand: one.brand,
    last_four: one.lastFour,
    reference: one.reference,
    account_id: one.accountId,
    voucher_id: one.voucherId,
    shift_id: one.shiftId,
    actor: ctx.actor,
  }
}

/** A posting as the change log names it. */
export function postingImage(
  ctx: Pick<PostingContext, 'businessDate'>,
  draft: PostingDraft,
  lineIds: readonly FolioLineId[],
): PostingImage {
  const lines: PostingImage['lines'] = {}
  const texts: PostingImage['texts'] = {}
  draft.lines.forEach((line, at) => {
    const id = lineIds[at] as FolioLineId
    const { folioId, window, codeId, serviceDate, grossMinor } = line
    lines[id] = { folioId, window, codeId, serviceDate, grossMinor }
    if (line.text !== '') texts[id] = line.text
  })
  return {
    kind: draft.kind,
    businessDate: ctx.businessDate,
    reverses: draft.reverses ?? null,
    folioId: draft.folioId,
    amountMinor: draft.lines.reduce((sum, line) => sum + line.grossMinor, 0),
    lines,
    texts,
  }
}

/** What goes on account of a company is an item of its ledger, from the business date on. */
function itemsOf(
  ctx: PostingContext,
  payments: readonly PaymentDraft[],
): NonNullable<PostingDraft['accountItems']>[number][] {
  return payments.flatMap(({ method, accountId, amountMinor, reference }) =>
    method !== 'account' || accountId === null
      ? []
      : [
          {
            account_id: accountId,
            dated: ctx.businessDate,
            due_on: ctx.businessDate,
            reference,
            amount_minor: amountMinor,
            paper_id: null,
          },
        ],
  )
}
