/** The sheets that the house prints: one shape for its lists and slips, as a page or a PDF. */
import type { Reader } from '#db/handles.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { PaperFormat } from '#shared/domain/device/device.ts'
import type { PaperContent } from '#shared/domain/folio/paper.ts'
import { type PaperSize, sheetSizeOf } from '#shared/domain/folio/paper-size.ts'
import { wholeName } from '#shared/domain/name/name.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Result } from '#shared/values/index.ts'
import { type PaperCode, type PaperFile, paperOut } from '../device/public.ts'
import { paperFrame, paperStyle, paragraph, rollWidth, sellerOf, sizeOf, wholePage } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'

export type Sheet = { frame: PaperContent; size: PaperSize; language: Language }
/** How a sheet is asked for; without a size, the hotel's own. */
export type SheetAsked = { format: PaperFormat; language: Language; size?: PaperSize | undefined }

/** What a page needs of the hotel. */
export async function sheetFor(
  db: Reader,
  ctx: Context,
  { language, size }: Omit<SheetAsked, 'format'>,
): Promise<Sheet> {
  const frame = await paperFrame(db, ctx, await readChart(db), language)
  return { frame, size: await sizeOf(db, size), language }
}

/** The same on paper that is wide enough for a table. */
export function wideSheet(sheet: Sheet): Sheet {
  return { ...sheet, size: sheetSizeOf(sheet.size) }
}

/** A page as it was asked for, named by its title and its moment. */
export async function sheetFile(
  db: Reader,
  ctx: Context,
  { frame, size }: Sheet,
  format: PaperFormat,
  { title, html }: { title: string; html: string },
): Promise<Result<PaperFile, PaperCode>> {
  const name = `${title} ${frame.issuedOn} ${frame.issuedAt.replace(':', '')}`
  return paperOut(db, ctx, { name, html, widthMm: rollWidth(size) }, format)
}

/** A page of the house under its title, with the hotel's head and when it was made. */
export function sheetPage(title: string, sheet: Sheet, body: readonly string[], style = ''): string {
  const { frame, language } = sheet
  return wholePage({
    language,
    title: [title, madeOn(sheet), frame.seller.name],
    style: `${sheetStyle(title, sheet)}\n${style}`,
    body: [sheetHead(title, sheet, [madeOn(sheet)]), ...body],
  })
}

/** What pages of the house look like; sheets after the first say what they belong to. */
export function sheetStyle(title: string, sheet: Sheet): string {
  const { frame, size, language } = sheet
  const running = [title, madeOn(sheet), frame.seller.name].filter(Boolean).join(' · ')
  return `${paperStyle({ language, running }, size, 0)}
main{overflow-wrap:break-word}header{margin-bottom:3mm}.lines{margin-top:3mm}.lines td:empty{min-width:4mm}
.text{font-size:1.3em}.tag{font-size:4em;font-weight:600;line-height:1.2}hr{margin:8mm 0;border:0;border-top:.3mm dashed #000}
section dl{margin:2mm 0}.sheet{margin-top:3mm}.sheet+.sheet{break-before:page}`
}

/** The hotel, a title, and what is said below it. */
export function sheetHead(title: string, { frame }: Sheet, below: readonly string[]): string {
  const { seller } = frame
  return `<header>\n${sellerOf(seller.name, seller.address, [])}\n<div class="title">\n<h1>${escaped(title)}</h1>\n${below.map((text, at) => paragraph(text, at === 0 ? 'name' : '')).join('')}</div>\n</header>`
}

/** When it was made: by the hotel's clock, with the weekday. */
export function madeOn({ frame, language }: Sheet): string {
  return `${dayText(frame.issuedOn, language)} ${frame.issuedAt}`
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
