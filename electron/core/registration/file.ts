import ExcelJS from 'exceljs'
import type { Reader } from '#db/handles.ts'
import { readRegistrationsByIds } from '#db/queries/registration/list.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { PaperFormat } from '#shared/domain/device/device.ts'
import type { RegistrationColumn } from '#shared/domain/registration/fields.ts'
import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { words } from '#shared/i18n/index.ts'
import { ok, type Result, refuse } from '#shared/values/index.ts'
import { type PaperFile, paperOut, takenOut } from '../device/public.ts'
import { wholePage } from '../folio/public.ts'
import { madeOn, sheetFor, sheetHead, sheetStyle } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { countryRuleOn } from './country-rules.ts'
import { rowsOf } from './list.ts'
import { columnsOf, registrationSettings } from './settings.ts'
import { columnText, columnTitle } from './words.ts'

type Asked = ParsedOf<'registration.file'>
type Code = RefusalOf<'registration.file'>
type Table = { columns: readonly RegistrationColumn[]; titles: string[]; lines: string[][] }

const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The file is made before the command has its turn, which notes in the log that it was taken out. */
export const makeRegistrationFile = writesAfter('registration.file', fileOf, (_tx, _ctx, { format }, made) =>
  made.ok ? takenOut('registration', made.value, format) : made,
)

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<PaperFile, Code>> {
  const { format, language } = asked
  const table = await tableOf(db, asked, ctx)
  if (!table.ok) return table
  const name = words(language, 'registration.file.name', { date: ctx.businessDate })
  if (format === 'csv') {
    const text = [csvFileHead(table.value.titles), ...table.value.lines.map(csvLine)].join('')
    return ok({
      name: `${name}.csv`,
      mediaType: 'text/csv;charset=utf-8',
      bytes: new TextEncoder().encode(text),
    })
  }
  if (format === 'xlsx')
    return ok({ name: `${name}.xlsx`, mediaType: xlsxType, bytes: await workbookOf(table.value, language) })
  const html = await pageOf(db, { ...asked, format }, ctx, table.value)
  return paperOut(db, ctx, { name, html }, format)
}

/** The rows in the order that was asked for, under the columns of the hotel. */
async function tableOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<Table, Code>> {
  const { ids, format, language } = asked
  const found = await readRegistrationsByIds(db, ids)
  const byId = new Map(found.map((row) => [row.id, row]))
  const missing = ids.find((id) => !byId.has(id))
  if (missing !== undefined) return refuse('REGISTRATION_UNKNOWN', { id: missing })
  const rule = countryRuleOn(ctx.hotel.country, ctx.businessDate)
  const rows = await rowsOf(
    db,
    ctx,
    rule,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
  const columns = await columnsOf(db, ctx)
  const headings = (await registrationSettings.read(db)).headings[ctx.hotel.country] ?? {}
  const how = { language, timeZone: ctx.hotel.timeZone, plain: format === 'csv' || format === 'xlsx' }
  return ok({
    columns,
    titles: columns.map((column) => headings[column] ?? columnTitle(column, language)),
    lines: rows.map((row, at) => columns.map((column) => columnText(column, row, at, how))),
  })
}

/** Every cell is text, or the end of a long number is lost. */
async function workbookOf({ titles, lines }: Table, language: Asked['language']): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(words(language, 'registration.title'))
  for (const [at, title] of titles.entries()) {
    const longest = Math.max(title.length * 2, ...lines.map((line) => (line[at] ?? '').length))
    const column = sheet.getColumn(at + 1)
    column.width = Math.min(Math.max(longest + 2, 8), 40)
    column.numFmt = '@'
    sheet.getCell(1, at + 1).value = title
    for (const [index, line] of lines.entries()) sheet.getCell(index + 2, at + 1).value = line[at] ?? ''
  }
  sheet.getRow(1).font = { bold: true }
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** Columns whose texts may be broken into lines; names, numbers and dates stay whole. */
const brokenColumns: readonly RegistrationColumn[] = ['address', 'nativeName', 'entryPort']

/** The list to print: lying, because its columns are many. */
async function pageOf(
  db: Reader,
  asked: Asked & { format: PaperFormat },
  ctx: Context,
  { columns, titles, lines }: Table,
): Promise<string> {
  const own = await sheetFor(db, ctx, asked)
  const sheet = { ...own, size: own.size === 'letter' ? own.size : ('a4' as const) }
  const { language } = sheet
  const title = words(language, 'registration.title')
  const day = dayText(ctx.businessDate, language)
  const cells = (tag: 'th' | 'td', texts: readonly string[]) =>
    texts
      .map((text, at) => {
        const column = columns[at]
        const isWhole = tag === 'td' && column !== undefined && !brokenColumns.includes(column)
        return `<${tag}${isWhole ? ' class="k"' : ''}>${escaped(text)}</${tag}>`
      })
      .join('')
  const style = `${sheetStyle(`${title} ${day}`, sheet)}
@page{size:${sheet.size === 'letter' ? '279.4mm 215.9mm' : '297mm 210mm'};margin-left:10mm;margin-right:10mm}
table{font-size:7pt;margin-top:4mm}th,td{padding:.6mm .8mm}td{border-bottom:.1mm solid #000}.k{word-break:keep-all}
th{text-wrap:balance}
@media screen{main{width:297mm}}`
  return wholePage({
    language,
    title: [title, day],
    style,
    body: [
      sheetHead(title, sheet, [day, madeOn(sheet)]),
      `<table><thead><tr>${cells('th', titles)}</tr></thead>\n<tbody>${lines.map((line) => `<tr>${cells('td', line)}</tr>`).join('\n')}</tbody></table>`,
    ],
  })
}
