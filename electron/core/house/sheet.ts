/** The sheets that the house prints: one shape for its lists and slips, as a page or a PDF. */
import type { Reader } from '#db/handles.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import type { PaperSize } from '#shared/domain/folio/paper-size.ts'
import { wholeName } from '#shared/domain/name/name.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { ok, type Result } from '#shared/values/index.ts'
import { paperFrame, paperStyle, paragraph, rollWidth, sellerOf, sizeOf, wholePage } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'

export type Sheet = { frame: PaperContent; size: PaperSize; language: Language }
/** How a sheet is asked for; without a size, the hotel's own. */
export type SheetAsked = { format: 'pdf' | 'html'; language: Language; size?: PaperSize | undefined }
export type SheetFile = { name: string; mediaType: string; bytes: Uint8Array }

/** What a page needs of the hotel. */
export async function sheetFor(db: Reader, ctx: Context, { language, size }: SheetAsked): Promise<Sheet> {
  const frame = await paperFrame(db, ctx, await readChart(db), language)
  return { frame, size: await sizeOf(db, size), language }
}

/** A page as the file that was asked for, named by its title and its moment. */
export async function sheetFile<C extends string>(
  ctx: Context,
  { frame, size }: Sheet,
  format: SheetAsked['format'],
  title: string,
  html: string,
): Promise<Result<SheetFile, C>> {
  const name = `${title} ${frame.issuedOn} ${frame.issuedAt.replace(':', '')}.${format}`
  if (format === 'html')
    return ok({ name, mediaType: 'text/html;charset=utf-8', bytes: new TextEncoder().encode(html) })
  const width = rollWidth(size)
  const pdf = await ctx.printer(html, { cancelled: false }, width === null ? null : { widthMm: width })
  if (!(pdf instanceof Uint8Array)) return pdf as Result<never, C>
  return ok({ name, mediaType: 'application/pdf', bytes: pdf })
}

/** A page of the house under its title, with the hotel's head and when it was made. */
export function sheetPage(title: string, { frame, size, language }: Sheet, body: readonly string[]): string {
  const { seller } = frame
  const running = [title, `${dayText(frame.issuedOn, language)} ${frame.issuedAt}`, seller.name]
  const style = `${paperStyle({ language, running: running.filter(Boolean).join(' · ') }, size, 0)}
.lines{margin-top:4mm}.tag{font-size:4em;font-weight:600;line-height:1.2}hr{margin:6mm 0;border:0;border-top:.3mm dashed #000}
section dl{margin:2mm 0}.sheet{margin-top:3mm}.sheet+.sheet{break-before:page}`
  return wholePage({
    language,
    title: running,
    style,
    body: [
      `<header>\n${sellerOf(seller.name, seller.address, [])}\n<div class="title">\n<h1>${escaped(title)}</h1>\n${paragraph(running[1] ?? '', 'name')}</div>\n</header>`,
      ...body,
    ],
  })
}

/** A guest as paper names them. */
export function nameOf(of: { guestName: string; guestLatinName: string }, language: Language): string {
  return wholeName(of.guestName, of.guestLatinName, language) || words(language, 'common.unnamedGuest')
}

/** A row of a table, each cell as text. */
export function line(cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`
}

/** A table whose head stands on every page. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  return `<table class="lines">
<thead><tr>${heads.map((head) => `<th>${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

/** What is known, each under its name; what is empty is left out. */
export function factList(facts: readonly [Key, string][], language: Language): string {
  const lines = facts
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `<div><dt>${escaped(words(language, key))}</dt><dd>${escaped(value)}</dd></div>`)
  return `<dl>\n${lines.join('\n')}\n</dl>`
}
