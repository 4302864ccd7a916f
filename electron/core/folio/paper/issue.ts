import type { Writer } from '#db/handles.ts'
import { readPaper, readPaperOfPosting } from '#db/queries/folio/papers.ts'
import { findPosting, readLinesOfPosting, readPosting } from '#db/queries/folio/read.ts'
import { type FolioHead, readFolioHead, readLineViews } from '#db/queries/folio/view.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { drawNumber } from '#db/repositories/folio/numbers.ts'
import { insertPaper, linkCreditLines, linkInvoiceLines } from '#db/repositories/folio/papers.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { type EInvoiceCode, eInvoiceOf } from '#shared/domain/folio/e-invoice.ts'
import {
  type PaperContent,
  type PaperImage,
  type PaperKind,
  type PaperLine,
  type PaperRow,
  paperLabel,
} from '#shared/domain/folio/paper.ts'
import { linesOf, taxesOf, totalsOf } from '#shared/domain/folio/paper-sums.ts'
import { type LineDraft, negationOf } from '#shared/domain/folio/posting.ts'
import {
  type BookingId,
  type FolioId,
  isRefused,
  type Moment,
  type PaperId,
  type PostingId,
  type Refused,
  refuse,
  yearOf,
} from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { type Change, changeOf, done } from '../../kernel/outcome.ts'
import { checkOpen } from '../guard.ts'
import { post, postOnce } from '../post.ts'
import { issueTime } from './clock.ts'
import { paperFrame, stayOf, windowContent } from './content.ts'
import { originOfRounding } from './document-rounding.ts'
import { paperLine } from './lines.ts'

type Placed = {
  folioId: FolioId | null
  window: number | null
  postingId: PostingId | null
  reverses: PaperId | null
  bookingId: BookingId | null
}
export type Issued = { id: PaperId; label: string; changes: Change[] }

/**
 * Gives a paper the next number of its series and keeps it as it is printed. The year is that of the printed date, and the number
 * is drawn in this transaction, so that a series has no gap.
 */
export async function issuePaper(
  tx: Writer,
  ctx: Context,
  kind: PaperKind,
  draft: PaperContent,
  placed: Placed,
): Promise<Issued | Refused<'SERIES_MISSING'>> {
  const drawn = await drawNumber(tx, kind, yearOf(draft.issuedOn))
  if (!drawn) return refuse('SERIES_MISSING', { kind })
  const label = paperLabel(drawn, drawn.year, drawn.number)
  const content: PaperContent = { ...draft, kind, label }
  const id = (await nextId(tx, 'papers')) as PaperId
  const { bookingId, ...ids } = placed
  const image: PaperImage = {
    kind,
    label,
    issuedOn: content.issuedOn,
    ...ids,
    language: content.language,
    payeeName: content.payee.name,
    netMinor: content.netMinor,
    taxMinor: content.taxMinor,
    grossMinor: content.grossMinor,
  }
  const row: PaperRow = {
    ...image,
    id,
    seriesId: drawn.seriesId,
    year: drawn.year,
    number: drawn.number,
    businessDate: ctx.businessDate,
    moment: ctx.moment as Moment,
    actor: ctx.actor,
  }
  await insertPaper(tx, row, content)
  return { id, label, changes: changeOf('paper', id, null, image, bookingId ?? undefined) }
}

/** Issues an invoice of a folio's window. */
export const issueInvoice = writes('paper.issue', async (tx, ctx, input) => {
  const found = await windowContent(tx, ctx, { ...input, kind: 'invoice' })
  if (isRefused(found)) return found
  const { content, lineIds, rounding } = found
  if (content.grossMinor < 0)
    return refuse('PAPER_NEGATIVE', { grossMinor: content.grossMinor, currency: content.currency })
  const chart = await readChart(tx)
  const lacking = chart.settings.eInvoice ? checkData(content) : null
  if (lacking) return lacking
  const head = await readFolioHead(tx, input.folioId)
  const issued = await issuePaper(tx, ctx, 'invoice', content, {
    folioId: input.folioId,
    window: input.window,
    postingId: null,
    reverses: null,
    bookingId: head?.bookingId ?? null,
  })
  if (isRefused(issued)) return issued
  const posted = await postRounding(tx, ctx, chart, { invoice: issued.id, lines: rounding, head })
  await linkInvoiceLines(tx, issued.id, [...lineIds, ...posted.lineIds])
  return done({ paperId: issued.id, label: issued.label }, [...posted.changes, ...issued.changes])
})

type Rounding = { invoice: PaperId; lines: readonly LineDraft[]; head: FolioHead | undefined }

/** Posts what the taxes of an invoice differ by from those of its lines: folio, ledger and paper say the same then. */
async function postRounding(tx: Writer, ctx: Context, chart: Chart, { invoice, lines, head }: Rounding) {
  if (lines.length === 0 || !head) return { lineIds: [], changes: [] }
  const posted = await postOnce(tx, ctx, chart, {
    kind: 'tax-change',
    folioId: head.id,
    bookingId: head.bookingId,
    lines,
    origin: originOfRounding(invoice),
  })
  if (isRefused(posted)) throw new Error('an invoice is issued once')
  return posted
}

/**
 * Takes back what was posted with an invoice: its charges may be invoiced again, with others. Refused on a closed folio that would
 * then owe or have something.
 */
async function takeRoundingBack(
  tx: Writer,
  ctx: Context,
  invoice: PaperId,
  head: FolioHead | undefined,
): Promise<Change[] | Refused<'FOLIO_UNKNOWN' | 'FOLIO_CLOSED'>> {
  const posting = await findPosting(tx, originOfRounding(invoice))
  if (!posting || !head) return []
  const lines = (await readLinesOfPosting(tx, posting)).map(negationOf)
  const grossMinor = lines.reduce((sum, line) => sum + line.grossMinor, 0)
  const closed = grossMinor === 0 ? null : await checkOpen(tx, lines)
  if (closed) return closed
  const chart = await readChart(tx)
  const kind = 'tax-change' as const
  return (await post(tx, ctx, chart, { kind, folioId: head.id, bookingId: head.bookingId, lines })).changes
}

/**
 * What the data of an invoice need and can't be given any more once it is issued. A payee without a tax number is a person, whose
 * invoice needs none.
 */
function checkData(content: PaperContent): Refused<Exclude<EInvoiceCode, 'EINVOICE_KIND'>> | null {
  const invoice = eInvoiceOf({ ...content, kind: 'invoice' })
  if (invoice.ok || invoice.refusal.code === 'EINVOICE_KIND') return null
  const { code, params } = invoice.refusal
  return code === 'EINVOICE_NO_PAYEE' && content.payee.taxNo === '' ? null : refuse(code, params)
}

/** Takes an invoice back in full by a credit note, once. */
export const creditInvoice = writes('paper.credit', async (tx, ctx, input) => {
  const found = await readPaper(tx, input.paperId)
  if (!found) return refuse('PAPER_UNKNOWN', { id: input.paperId })
  const { paper, content } = found
  if (paper.kind !== 'invoice') return refuse('PAPER_NOT_INVOICE', { number: paper.label })
  if (paper.reversedBy) return refuse('PAPER_CREDITED', { number: paper.label, by: paper.reversedBy.label })
  const head = paper.folioId === null ? undefined : await readFolioHead(tx, paper.folioId)
  const lines = linesOf(content.lines, 'charge').map(mirrored)
  const draft: PaperContent = {
    ...content,
    ...issueTime(ctx),
    businessDate: ctx.businessDate,
    reverses: { label: paper.label, issuedOn: paper.issuedOn },
    lines,
    taxes: taxesOf(lines),
    ...totalsOf(lines),
    reason: input.reason,
    cashier: ctx.user?.name || ctx.actor,
  }
  const issued = await issuePaper(tx, ctx, 'credit-note', draft, {
    folioId: paper.folioId,
    window: paper.window,
    postingId: null,
    reverses: paper.id,
    bookingId: head?.bookingId ?? null,
  })
  if (isRefused(issued)) return issued
  await linkCreditLines(tx, issued.id, paper.id)
  const taken = await takeRoundingBack(tx, ctx, paper.id, head)
  if (isRefused(taken)) return taken
  return done({ paperId: issued.id, label: issued.label }, [...taken, ...issued.changes])
})

/** A charge with opposite signs; the price of one stays what it was. */
function mirrored(line: PaperLine): PaperLine {
  return {
    ...line,
    quantity: 0 - line.quantity,
    netMinor: 0 - line.netMinor,
    taxMinor: 0 - line.taxMinor,
    grossMinor: 0 - line.grossMinor,
    taxes: line.taxes.map((tax) => ({
      ...tax,
      baseMinor: 0 - tax.baseMinor,
      taxMinor: 0 - tax.taxMinor,
    })),
  }
}

/** The receipt of a payment or a refund: one for each posting. */
export const issueReceipt = writes('paper.receipt', async (tx, ctx, input) => {
  const posting = await readPosting(tx, input.postingId)
  if (!posting) return refuse('POSTING_UNKNOWN', { id: input.postingId })
  const there = await readPaperOfPosting(tx, input.postingId, 'receipt')
  if (there) return done({ paperId: there.id, label: there.label }, [])
  const [first] = await readLinesOfPosting(tx, input.postingId)
  const head = first && (await readFolioHead(tx, first.folioId))
  if (!first || !head || posting.reversed_by !== null) return refuse('PAPER_NO_PAYMENT')
  const chart = await readChart(tx)
  const lines = (await readLineViews(tx, first.folioId))
    .filter((line) => line.postingId === input.postingId && line.method !== null)
    .map((line) => ({ ...paperLine(line, [], chart, input.language), kind: 'payment' as const }))
  if (lines.length === 0) return refuse('PAPER_NO_PAYMENT')
  const window = await windowContent(tx, ctx, {
    folioId: first.folioId,
    window: first.window,
    language: input.language,
    kind: 'bill',
  })
  if (isRefused(window)) throw new Error('a line without its window')
  const draft: PaperContent = {
    ...(await paperFrame(tx, ctx, chart, input.language)),
    ...stayOf(head, input.language),
    payee: window.content.payee,
    window: first.window,
    lines,
    ...totalsOf(lines),
  }
  const issued = await issuePaper(tx, ctx, 'receipt', draft, {
    folioId: first.folioId,
    window: first.window,
    postingId: input.postingId,
    reverses: null,
    bookingId: head.bookingId,
  })
  if (isRefused(issued)) return issued
  return done({ paperId: issued.id, label: issued.label }, issued.changes)
})
