/**
 * The ledger of a demo hotel: every posting through the same rules as the commands, its row of the log, the balances of its
 * folios and the sums of its day. Rows wait until what they name is in the store.
 */
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { PostingRows } from '#db/repositories/folio/ledger.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { entriesOf, sumOf } from '#shared/domain/folio/entries.ts'
import type { Line } from '#shared/domain/folio/posting.ts'
import type { BusinessDate, FolioId, FolioLineId, LedgerAccountId, PostingId } from '#shared/values/index.ts'
import { type PostingContext, type PostingDraft, postingImage, postingRows } from '../../folio/public.ts'
import type { Author, Diary, When } from '../diary.ts'
import { type Bill, writeBalances, writeFolio, writeHeld, writePapers, writePostings } from './bill.ts'
import type { MoneyTerms } from './set-up.ts'

export type Act = { when: When; author: Author; operation: string; reason?: string | null; command?: number }
export type BookedPosting = { id: PostingId; lines: Line[]; seq: number }

export type Books = {
  /** Posts a draft on a folio; null: on none (a count, a drop to the safe). */
  post: (bill: Bill | null, act: Act, draft: Omit<PostingDraft, 'folioId' | 'bookingId'>) => BookedPosting
  /** A row of the log of a folio, deposit or hold; answers with its sequence. */
  tell: (
    act: Act,
    entity: string,
    id: number,
    before: object | null,
    after: object,
    bookingId?: number | null,
  ) => number
  /** From now on a folio may be posted on. */
  open: (bill: Bill) => void
  /** Its rows are written at the end of the day; nothing changes them any more. */
  done: (bill: Bill) => void
  /** Writes what the day leaves: its sums, and all that is done. Shifts are in the store before it. */
  closeDay: (day: number) => void
  /** Writes the rest. */
  finish: () => void
}

/** The open books: folios that may be posted on, and what waits to be written. */
type Ledger = {
  bulk: Bulk
  diary: Diary
  chart: Chart
  currency: string
  bills: Map<FolioId, Bill>
  ready: Bill[]
  /** Postings that are on no folio. */
  loose: PostingRows[]
  sums: Map<LedgerAccountId, { debit: number; credit: number }>
}

export function createBooks(bulk: Bulk, diary: Diary, { chart }: MoneyTerms, currency: string): Books {
  const bills = new Map<FolioId, Bill>()
  const ledger: Ledger = { bulk, diary, chart, currency, bills, ready: [], loose: [], sums: new Map() }
  const tell: Books['tell'] = (act, entity, id, before, after, bookingId) =>
    tellDiary(diary, act, entity, id, before, after, bookingId)
  return {
    post: (bill, act, draft) => post(ledger, bill, act, draft),
    tell,
    open: (bill) => {
      bills.set(bill.id, bill)
      if (bill.stay === null) writeFolio(bulk, bill)
    },
    // What a sharer's papers print was posted with the guest's own
    done: (bill) => ledger.ready.push(bill, ...(bill.sharer ? [bill.sharer] : [])),
    closeDay: (day) => closeDay(ledger, day),
    finish: () => {
      for (const bill of bills.values()) {
        write(bulk, bill)
        writeBalances(bulk, bill)
      }
    },
  }
}

function post(
  ledger: Ledger,
  bill: Bill | null,
  act: Act,
  fields: Omit<PostingDraft, 'folioId' | 'bookingId'>,
): BookedPosting {
  const { bulk, diary, chart, currency, bills } = ledger
  const bookingId = bill?.image.bookingId ?? null
  const draft: PostingDraft = { ...fields, folioId: bill?.id ?? null, bookingId }
  const entries = draft.entries ?? entriesOf(chart, draft.kind, draft.lines, draft.sides)
  if (sumOf(entries) !== 0) throw new Error(`a posting of ${draft.kind} is off by ${sumOf(entries)}`)
  const id = bulk.nextId('postings') as PostingId
  const lineIds = draft.lines.map(() => bulk.nextId('folio_lines') as FolioLineId)
  const businessDate = diary.date(act.when.day)
  const moment = diary.momentAt(act.when)
  const ctx: PostingContext = { moment, businessDate, ...act.author, hotel: { currency } }
  const rows = postingRows(ctx, draft, { id, lineIds, entries, round: 0 })
  for (const { folio_id, window, gross_minor } of rows.lines) {
    const { balances } = bills.get(folio_id) as Bill
    balances.set(window, (balances.get(window) ?? 0) + gross_minor)
  }
  addToDay(ledger, rows.entries)
  if (bill) bill.waiting.push(rows)
  else ledger.loose.push(rows)
  const image = postingImage(ctx, draft, lineIds)
  const seq = tellDiary(diary, act, 'posting', id, null, image, bookingId)
  const lines = draft.lines.map((line, at) => lineOnFile(line, lineIds[at] as FolioLineId, id, businessDate))
  for (const one of [bill, bill?.sharer]) if (one?.stay) keepLines(one, lines, draft)
  return { id, lines, seq }
}

function addToDay({ sums }: Ledger, entries: PostingRows['entries']): void {
  for (const { account_id, amount_minor } of entries) {
    const day = sums.get(account_id) ?? { debit: 0, credit: 0 }
    if (amount_minor > 0) day.debit += amount_minor
    else day.credit -= amount_minor
    sums.set(account_id, day)
  }
}

/** What an invoice of the folio prints later. */
function keepLines(bill: Bill, lines: readonly Line[], draft: PostingDraft): void {
  lines.forEach((line, at) => {
    if (line.folioId === bill.id) bill.lines.push({ ...line, payment: draft.lines[at]?.payment ?? null })
  })
}

function tellDiary(
  diary: Diary,
  { when, author, operation, reason = null, command }: Act,
  entity: string,
  entityId: number,
  before: object | null,
  after: object,
  bookingId: number | null = null,
): number {
  const entry = { entity, entityId, bookingId: bookingId as never, before, after }
  return diary.write(when, author, operation, entry, {
    reason,
    ...(command === undefined ? {} : { command }),
  })
}

function write(bulk: Bulk, bill: Bill): void {
  // Parts of a night are posted with the guest's own
  if (bill.sharer && !bill.sharer.written) writeFolio(bulk, bill.sharer)
  if (!bill.written) {
    writeFolio(bulk, bill)
    writeHeld(bulk, bill)
  }
  writePostings(bulk, bill.waiting)
  writePapers(bulk, bill.papers)
  bill.waiting = []
  bill.papers = []
}

function closeDay(ledger: Ledger, day: number): void {
  const { bulk, diary, bills, ready } = ledger
  const business_date = diary.date(day)
  for (const [account_id, { debit, credit }] of ledger.sums)
    bulk.into.ledger_days({ business_date, account_id, debit_minor: debit, credit_minor: credit })
  ledger.sums = new Map()
  writePostings(bulk, ledger.loose)
  ledger.loose = []
  for (const bill of ready) {
    write(bulk, bill)
    writeBalances(bulk, bill)
    bills.delete(bill.id)
  }
  ready.length = 0
  // Accounts without a booking are in the store from their first day on
  for (const bill of bills.values()) if (bill.stay === null) write(bulk, bill)
}

function lineOnFile(
  draft: PostingDraft['lines'][number],
  id: FolioLineId,
  postingId: PostingId,
  businessDate: BusinessDate,
): Line {
  const { payment: _payment, depositId: _depositId, depositKind: _kind, ...line } = draft
  return { ...line, id, postingId, businessDate }
}
