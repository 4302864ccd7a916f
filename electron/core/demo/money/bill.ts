/** A folio while its demo hotel is made: what it owes and holds, and the rows that wait until nothing changes any more. */
import type { Random } from '#core/demo/data/random.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { folioColumns, routingRows, windowRows } from '#db/repositories/folio/folio.ts'
import { depositColumns, holdColumns } from '#db/repositories/folio/held.ts'
import type { PostingRows } from '#db/repositories/folio/ledger.ts'
import { paperColumns } from '#db/repositories/folio/papers.ts'
import type { DepositImage, HoldImage } from '#shared/domain/folio/deposit.ts'
import type { FapiaoImage } from '#shared/domain/folio/fapiao.ts'
import type { FolioImage } from '#shared/domain/folio/folio.ts'
import type { PaperContent, PaperRow } from '#shared/domain/folio/paper.ts'
import type { Line, PaymentDraft } from '#shared/domain/folio/posting.ts'
import type { AccountId, DepositId, FapiaoId, FolioId, FolioLineId, HoldId } from '#shared/values/index.ts'
import type { Stay, StayNight } from '../stay.ts'
import type { ExtraCode, PaidBy } from './terms.ts'

export type Held = { id: DepositId; image: DepositImage; version: number; pay: PayWay }
export type HeldCard = { id: HoldId; image: HoldImage; version: number }

/** How somebody pays: the card is the same all the time. */
export type PayWay = { method: PaidBy; brand: string; lastFour: string }

export type PrintableLine = Line & { payment: PaymentDraft | null }
export type PaperEntry = { row: PaperRow; content: PaperContent; lineIds: readonly FolioLineId[] }

/** A request for a 发票 with the lines that it is for. */
export type Fapiao = { id: FapiaoId; image: FapiaoImage; version: number; lineIds: FolioLineId[] }

/** By account: what is open of it, by the day it was put on account. */
export type Owing = Map<AccountId, { day: number; amountMinor: number }[]>

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
  /** Of who shares the room and pays a part of its rate. */
  sharer: Bill | null
  /** Charges that may still be taken back. */
  charges: Line[]
  deposits: Held[]
  holds: HeldCard[]
  waiting: PostingRows[]
  /** All that was posted on it, of a stay alone: what an invoice prints. */
  lines: PrintableLine[]
  papers: PaperEntry[]
  /** A 发票 was asked for: its lines are not changed any more. */
  onFapiao: boolean
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
  bulk.into.folios({ id, ...folioColumns(image), version })
  for (const row of windowRows(id, image)) bulk.into.folio_windows(row)
  for (const row of routingRows(id, image)) bulk.into.folio_routings(row)
}

/** What each window owes, once nothing is posted any more. */
export function writeBalances(bulk: Bulk, { id, balances }: Bill): void {
  for (const [window, balance_minor] of balances)
    bulk.into.folio_balances({ folio_id: id, window, balance_minor })
}

export function writeHeld(bulk: Bulk, { deposits, holds }: Bill): void {
  for (const { id, image, version } of deposits) bulk.into.deposits({ id, ...depositColumns(image), version })
  for (const { id, image, version } of holds) bulk.into.holds({ id, ...holdColumns(image), version })
}

/** Papers with the lines that are on them; after what was posted. */
export function writePapers(bulk: Bulk, papers: readonly PaperEntry[]): void {
  for (const { row, content, lineIds } of papers) {
    bulk.into.papers(paperColumns(row, content))
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
