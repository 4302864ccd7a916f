import type { Reader } from '#db/handles.ts'
import { readPaper } from '#db/queries/folio/papers.ts'
import { readFolioHead } from '#db/queries/folio/view.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadDeposit } from '#db/repositories/folio/held.ts'
import { countPaperPrint } from '#db/repositories/folio/papers.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { PaperContent, PaperLine } from '#shared/domain/folio/paper.ts'
import { totalsOf } from '#shared/domain/folio/paper-sums.ts'
import {
  isRefused,
  ok,
  type PaperId,
  type Refused,
  type Result,
  refuse,
  type TransactionCodeId,
} from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { writesAfter } from '../../kernel/handler.ts'
import { type Change, conflict, done } from '../../kernel/outcome.ts'
import { paperFrame, stayOf, windowContent } from './content.ts'
import { withEInvoice } from './e-invoice-in-thread.ts'
import { paperHtml } from './html.ts'
import { rollWidth } from './html-style.ts'
import { sizeOf } from './read.ts'
import { paperTitle } from './wording.ts'

type Code = Exclude<RefusalOf<'paper.file'>, 'CANCELLED'>
type Printed = { content: PaperContent; paperId: PaperId | null; copy: number }
type Made = Printed & { name: string; bytes: Uint8Array; mediaType: string }

/**
 * The file is made before the command has its turn: nobody waits for the printer. Then the print is counted; where somebody
 * printed the same paper meanwhile, two would have the same number of a copy, and the caller asks again.
 */
export const makePaperFile = writesAfter(
  'paper.file',
  async (db, input, ctx) => {
    const found = await printedOf(db, ctx, input.of)
    return found.ok ? fileOf(db, ctx, found.value, input) : found
  },
  async (tx, _ctx, { format }, made) => {
    if (!made.ok) return made
    const { name, bytes, mediaType, paperId, copy, content } = made.value
    if (paperId !== null && (await countPaperPrint(tx, paperId)) !== copy) return conflict('paper', paperId)
    const file = { name, mediaType, content: Buffer.from(bytes).toString('base64'), copy }
    return done(file, [printChange(content, paperId, copy, format)])
  },
)

/** What the log keeps of a print: which paper, which copy. A bill has no number, and is what it was at that moment. */
function printChange(content: PaperContent, paperId: PaperId | null, copy: number, format: string): Change {
  const { kind, label, folioNo, window } = content
  const after = { printed: `${kind} ${label || `${folioNo}/${window}`}`, copy, format }
  return { entity: 'paper', id: paperId ?? 0, before: {}, after }
}

async function printedOf(
  db: Reader,
  ctx: Context,
  of: ParsedOf<'paper.file'>['of'],
): Promise<Result<Printed, Code>> {
  if (of.kind === 'paper') {
    const found = await readPaper(db, of.id)
    if (!found) return refuse('PAPER_UNKNOWN', { id: of.id })
    return ok({ content: found.content, paperId: of.id, copy: found.paper.prints })
  }
  if (of.kind === 'slip') {
    const slip = await slipContent(db, ctx, of)
    return isRefused(slip) ? slip : ok({ content: slip, paperId: null, copy: 0 })
  }
  const found = await windowContent(db, ctx, of)
  if (isRefused(found)) return found as Refused<Code>
  return ok({ content: found.content, paperId: null, copy: 0 })
}

/** The slip of a deposit or 押金, under the number that it was taken with. */
async function slipContent(
  db: Reader,
  ctx: Context,
  { depositId, language }: Extract<ParsedOf<'paper.file'>['of'], { kind: 'slip' }>,
): Promise<PaperContent | Refused<'DEPOSIT_UNKNOWN'>> {
  const deposit = await loadDeposit(db, depositId)
  const head = deposit && (await readFolioHead(db, deposit.image.folioId))
  if (!deposit || !head) return refuse('DEPOSIT_UNKNOWN', { id: depositId })
  const chart = await readChart(db)
  const frame = await paperFrame(db, ctx, chart, language)
  const stay = stayOf(head, language)
  const { image } = deposit
  const code = chart.codes.get(image.codeId as TransactionCodeId)
  const line: PaperLine = {
    kind: 'payment',
    date: image.takenOn,
    code: code?.code ?? '',
    text: (language === 'zh' ? code?.nameZh : code?.nameEn) ?? '',
    quantity: 1000,
    unitMinor: 0 - image.amountMinor,
    netMinor: 0 - image.amountMinor,
    taxMinor: 0,
    grossMinor: 0 - image.amountMinor,
    taxes: [],
    roomNo: '',
    payment: null,
  }
  return {
    ...frame,
    ...stay,
    kind: image.kind === 'key' ? 'key-deposit-slip' : 'deposit-receipt',
    label: image.slipNo,
    payee: { ...frame.payee, name: stay.guest },
    lines: [line],
    ...totalsOf([line]),
  }
}

async function fileOf(
  db: Reader,
  ctx: Context,
  printed: Printed,
  { format, size: asked }: Pick<ParsedOf<'paper.file'>, 'format' | 'size'>,
): Promise<Result<Made, Code>> {
  const { content, copy } = printed
  const size = await sizeOf(db, asked)
  const html = paperHtml(content, { size, copy })
  const name = fileName(content, format)
  if (format === 'html') {
    const bytes = new TextEncoder().encode(html)
    return ok({ ...printed, name, bytes, mediaType: 'text/html;charset=utf-8' })
  }
  const width = rollWidth(size)
  const pdf = await ctx.printer(html, { cancelled: false }, width === null ? null : { widthMm: width })
  if (!(pdf instanceof Uint8Array)) return pdf as Refused<Code>
  const bytes = await withData(db, content, pdf)
  return ok({ ...printed, name, bytes, mediaType: 'application/pdf' })
}

/**
 * The PDF with the invoice's data where the hotel wants them. What was issued without what they need (a guest who left no address)
 * is printed as it is: it can't be changed any more, and issuing refuses what a business needs.
 */
async function withData(db: Reader, content: PaperContent, pdf: Uint8Array): Promise<Uint8Array> {
  const { settings } = await readChart(db)
  if (!settings.eInvoice) return pdf
  const whole = await withEInvoice(content, pdf)
  return whole.ok ? whole.value : pdf
}

/** `Invoice RE2026-00017.pdf`, without what a file system does not take. */
function fileName(content: PaperContent, ending: string): string {
  const what = content.label || `${content.folioNo} ${content.issuedOn}`
  return `${`${paperTitle(content)} ${what}`.replaceAll(/[\\/:*?"<>|]+/g, '-')}.${ending}`
}
