/** A folio while its demo hotel is made: what it owes and holds, and the rows that wait until nothing changes any more. */
import type { Random } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { PostingRows } from '#db/repositories/folio/ledger.ts'
import { flag } from '#db/schema/flag.ts'
import type { DepositImage, HoldImage } from '#shared/domain/folio/deposit.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { PaperContent, PaperRow } from '#shared/domain/folio/paper.ts'
import type { Line, PaymentDraft } from '#shared/domain/folio/posting.ts'
import type { DepositId, FolioId, FolioLineId, HoldId } from '#shared/values/index.ts'
import type { Stay, StayNight } from '../stay.ts'
import type { ExtraCode, PaidBy } from './terms.ts'

export type Held = { id: DepositId; image: DepositImage; version: number; pay: PayWay }
export type HeldCard = { id: HoldId; image: HoldImage; version: number }

/** How somebody pays: the card is the same all the time. */
export type PayWay = { method: PaidBy; brand: string; lastFour: string }

export type PrintableLine = Line & { payment: PaymentDraft | null }
export type PaperEntry = { row: PaperRow; content: PaperContent; lineIds: readonly FolioLineId[] }

export type Bill = {
  id: FolioId
  image: FolioImage
  version: number
  /** Null: a house or a master account. */
  stay: Stay | null
  /** Its chance: what is paid for one stay never shifts what is paid for another. */
  random: Random
  pay: PayWay
  /** What the guest will have bought before leaving, each at least once. */
  wants: Set<ExtraCode>
  had: Set<ExtraCode>
  /** The nights as they were booked at the arrival. */
  planned: readonly StayNight[]
  balances: Map<number, number>
  /** Charges that may still be taken back. */
  charges: Line[]
  deposits: Held[]
  holds: HeldCard[]
  waiting: PostingRows[]
  /** All that was posted on it, of a stay alone: what an invoice prints. */
  lines: PrintableLine[]
  papers: PaperEntry[]
  /** Whether the folio's own rows are in the store. */
  written: boolean
}

export function balanceOf(bill: Bill, window?: number): number {
  if (window !== undefined) return bill.balances.get(window) ?? 0
  let sum = 0
  for (const minor of bill.balances.values()) sum += minor
  return sum
}

/** What secures a folio: deposits held and pre-authorisations. */
export function securedOf({ deposits, holds }: Bill): number {
  return (
    deposits.reduce((sum, { image }) => sum + image.heldMinor, 0) +
    holds.reduce((sum, { image }) => sum + (image.status === 'held' ? image.amountMinor : 0), 0)
  )
}

/** The rows of a folio itself: with its booking before it in the store, and what was posted on it after it. */
export function writeFolio(bulk: Bulk, bill: Bill): void {
  bill.written = true
  const { id, image, version } = bill
  bulk.into.folios({
    id,
    kind: image.kind,
    code: image.code,
    name: image.name,
    booking_id: image.bookingId,
    guest_id: image.guestId,
    status: image.status,
    opened_on: image.openedOn,
    closed_on: image.closedOn,
    skipped_on: image.skippedOn,
    credit_limit_minor: image.creditLimitMinor,
    no_post: flag(image.noPost),
    share: image.share,
    share_from: image.shareFrom,
    share_to: image.shareTo,
    version,
  })
  for (const [window, { guestId, accountId, ...printed }] of Object.entries(image.windows))
    bulk.into.folio_windows({
      folio_id: id,
      window: Number(window),
      payee_guest_id: guestId,
      payee_account_id: accountId,
      payee: JSON.stringify(printed),
    })
  for (const [n, { toFolioId, toWindow, ...terms }] of Object.entries(image.routings))
    bulk.into.folio_routings({
      folio_id: id,
      n: Number(n),
      to_folio_id: toFolioId,
      to_window: toWindow,
      terms: JSON.stringify(terms),
    })
}

/** What each window owes, once nothing is posted any more. */
export function writeBalances(bulk: Bulk, { id, balances }: Bill): void {
  for (const [window, balance_minor] of balances)
    bulk.into.folio_balances({ folio_id: id, window, balance_minor })
}

export function writeHeld(bulk: Bulk, { deposits, holds }: Bill): void {
  for (const { id, image, version } of deposits)
    bulk.into.deposits({
      id,
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
      version,
    })
  for (const { id, image, version } of holds)
    bulk.into.holds({
      id,
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
      version,
    })
}

/** Papers with the lines that are on them; after what was posted. */
export function writePapers(bulk: Bulk, papers: readonly PaperEntry[]): void {
  for (const { row, content, lineIds } of papers) {
    bulk.into.papers({
      id: row.id,
      kind: row.kind,
      series_id: row.seriesId,
      year: row.year,
      number: row.number,
      label: row.label,
      issued_on: row.issuedOn,
      business_date: row.businessDate,
      moment: row.moment,
      actor: row.actor,
      folio_id: row.folioId,
      window: row.window,
      posting_id: row.postingId,
      language: row.language,
      payee_name: row.payeeName,
      content: JSON.stringify(content),
      net_minor: row.netMinor,
      tax_minor: row.taxMinor,
      gross_minor: row.grossMinor,
      reverses: row.reverses,
    })
    for (const line_id of lineIds)
      bulk.into.paper_lines({ line_id, round: 0, kind: 'invoice', paper_id: row.id })
  }
}

/** The rows of postings, in the order in which they refer to each other. */
export function writePostings(bulk: Bulk, waiting: readonly PostingRows[]): void {
  const { into } = bulk
  for (const rows of waiting) {
    into.postings(rows.posting as never)
    for (const row of rows.lines) into.folio_lines(row as never)
    for (const row of rows.taxes) into.line_taxes(row as never)
    for (const row of rows.entries) into.ledger_entries(row as never)
    for (const row of rows.payments) into.payments(row as never)
    for (const row of rows.depositMoves) into.deposit_moves(row as never)
    for (const row of rows.accountItems) into.account_items(row as never)
  }
}
