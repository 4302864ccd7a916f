import type { Reader } from '#db/handles.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { isRefused, ok, type Result } from '#shared/values/index.ts'
import { type PaperFile, paperOut, takenOut } from '../../device/public.ts'
import type { Context } from '../../kernel/context.ts'
import { writesAfter } from '../../kernel/handler.ts'
import { paperFrame } from '../paper/content.ts'
import { rollWidth } from '../paper/html-style.ts'
import { sizeOf } from '../paper/read.ts'
import { shiftCsv } from './shift-csv.ts'
import { shiftHtml } from './shift-html.ts'
import { readReport } from './shift-report.ts'

type Asked = ParsedOf<'shift.file'>
type Code = RefusalOf<'shift.file'>

/** The file is made before the command has its turn, which notes in the log that it was taken out. */
export const makeShiftFile = writesAfter('shift.file', fileOf, (_tx, _ctx, { format }, made) =>
  made.ok ? takenOut('shift', made.value, format) : made,
)

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<PaperFile, Code>> {
  const { id, format, language } = asked
  const report = await readReport(db, ctx, id)
  if (isRefused(report)) return report
  const { businessDate } = report.shift
  const name = `${words(language, 'shift.paper.file', { id, date: businessDate })}`
  if (format === 'csv') {
    const bytes = new TextEncoder().encode(shiftCsv(report, ctx.hotel, language))
    return ok({ name: `${name}.csv`, mediaType: 'text/csv;charset=utf-8', bytes })
  }
  const size = await sizeOf(db, asked.size)
  const frame = await paperFrame(db, ctx, await readChart(db), language)
  const html = shiftHtml(report, frame, { size, timeZone: ctx.hotel.timeZone })
  return paperOut(db, ctx, { name, html, widthMm: rollWidth(size) }, format)
}
