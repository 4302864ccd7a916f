import type { Reader } from '#db/handles.ts'
import { readPaper, readPaperByLabel } from '#db/queries/folio/papers.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadDeposit } from '#db/repositories/folio/held.ts'
import { countPaperPrint } from '#db/repositories/folio/papers.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import { isRefused, ok, type PaperId, type Refused, type Result, refuse } from '#shared/values/index.ts'
import { fileOutput, type PaperFile, paperOut } from '../../device/public.ts'
import type { Context } from '../../kernel/context.ts'
import { writesAfter } from '../../kernel/handler.ts'
import { type Change, conflict, done } from '../../kernel/outcome.ts'
import { windowContent } from './content.ts'
import { withEInvoice } from './e-invoice-in-thread.ts'
import { paperHtml } from './html.ts'
import { rollWidth } from './html-style.ts'
import { sizeOf } from './read.ts'
import { slipContent, slipKind } from './slip.ts'
import { paperTitle } from './wording.ts'

type Code = Exclude<RefusalOf<'paper.file'>, 'CANCELLED'>
type Printed = { content: PaperContent; paperId: PaperId | null; copy: number }
type Made = Printed & PaperFile

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
    const { paperId, copy, content } = made.value
    if (paperId !== null && (await countPaperPrint(tx, paperId)) !== copy) return conflict('paper', paperId)
    return done({ ...fileOutput(made.value), copy }, [printChange(content, copy, format)])
  },
)

/** What the log keeps of a print, as of every file that is taken out: nothing of the paper is changed by it. */
function printChange({ kind, label, folioNo, window }: PaperContent, copy: number, format: string): Change {
  const file = [label || `${folioNo}/${window}`, ...(copy > 0 ? [copy] : [])].join(' · ')
  return { entity: 'report', id: 0, before: {}, after: { report: kind, file, format } }
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
    const deposit = await loadDeposit(db, of.depositId)
    if (!deposit) return refuse('DEPOSIT_UNKNOWN', { id: of.depositId })
    const kept = await readPaperByLabel(db, deposit.image.slipNo, slipKind(deposit.image))
    if (kept) return printedOf(db, ctx, { kind: 'paper', id: kept.id })
    const content = await slipContent(db, ctx, deposit.image, of.language)
    return ok({ content, paperId: null, copy: 0 })
  }
  const found = await windowContent(db, ctx, of)
  if (isRefused(found)) return found as Refused<Code>
  return ok({ content: found.content, paperId: null, copy: 0 })
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
  const made = await paperOut(db, ctx, { name: fileName(content), html, widthMm: rollWidth(size) }, format)
  if (!made.ok) return made
  const { bytes } = made.value
  const whole = format === 'pdf' ? await withData(db, content, bytes) : bytes
  return ok({ ...printed, ...made.value, bytes: whole })
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

/** `Invoice RE2026-00017`, with a hyphen for what a file system does not take. */
function fileName(content: PaperContent): string {
  const what = content.label || `${content.folioNo} ${content.issuedOn}`
  return `${paperTitle(content)} ${what}`.replaceAll(/[\\/:*?"<>|]+/g, '-')
}
