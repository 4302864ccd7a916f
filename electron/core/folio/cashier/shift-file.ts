import type { Reader } from '#db/handles.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { isRefused, ok, type Result } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { writesAfter } from '../../kernel/handler.ts'
import { done } from '../../kernel/outcome.ts'
import { paperFrame } from '../paper/content.ts'
import { rollWidth } from '../paper/html-style.ts'
import { sizeOf } from '../paper/read.ts'
import { shiftCsv } from './shift-csv.ts'
import { shiftHtml } from './shift-html.ts'
import { readReport } from './shift-report.ts'

type Asked = ParsedOf<'shift.file'>
type Code = RefusalOf<'shift.file'>
type Made = { name: string; mediaType: string; bytes: Uint8Array }

/** The file is made before the command has its turn, which notes in the log that it was taken out. */
export const makeShiftFile = writesAfter('shift.file', fileOf, (_tx, _ctx, { format }, made) => {
  if (!made.ok) return made
  const { name, mediaType, bytes } = made.value
  const file = { name, mediaType, content: Buffer.from(bytes).toString('base64') }
  const taken = {
    entity: 'report' as const,
    id: 0,
    before: {},
    after: { report: 'shift', file: name, format },
  }
  return done(file, [taken])
})

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<Made, Code>> {
  const { id, format, language } = asked
  const report = await readReport(db, ctx, id)
  if (isRefused(report)) return report
  const { businessDate } = report.shift
  const name = `${words(language, 'shift.paper.file', { id, date: businessDate })}.${format}`
  const text = (content: string, mediaType: string) =>
    ok({ name, mediaType, bytes: new TextEncoder().encode(content) })
  if (format === 'csv') return text(shiftCsv(report, ctx.hotel, language), 'text/csv;charset=utf-8')
  const size = await sizeOf(db, asked.size)
  const frame = await paperFrame(db, ctx, await readChart(db), language)
  const html = shiftHtml(report, frame, { size, timeZone: ctx.hotel.timeZone })
  if (format === 'html') return text(html, 'text/html;charset=utf-8')
  const width = rollWidth(size)
  const pdf = await ctx.printer(html, { cancelled: false }, width === null ? null : { widthMm: width })
  if (!(pdf instanceof Uint8Array)) return pdf as Result<never, Code>
  return ok({ name, mediaType: 'application/pdf', bytes: pdf })
}
