import ExcelJS from 'exceljs'
import { xlsxOf } from '#core/report/files/xlsx.ts'
import type { ReportResult } from '#shared/domain/report/result.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { type WordedReport, wordReport } from '#shared/i18n/report-text.ts'
import type { Language } from '#shared/i18n/types.ts'

/** The clock of the hotels whose reports are made into files. */
export const timeZone = 'Asia/Shanghai'

export function wordedIn(result: ReportResult, language: Language): WordedReport {
  return wordReport(result, language, { locale: localeOf(language), timeZone })
}

/** What is read of a page, a line for each part of it. */
export function textOf(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>|<script>[\s\S]*?<\/script>/g, '')
    .replace(/<\/t[hd]>/g, ' | ')
    .replace(/<title>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/^\s+|[ \t]+$/gm, '')
    .replace(/\n{2,}/g, '\n')
}

/** The cells of the workbook, a line each, with how a sheet is seen and printed. */
export async function cellsOf(result: ReportResult, language: Language): Promise<string> {
  const bytes = await xlsxOf({ worded: wordedIn(result, language), timeZone, made: result.asOf.moment })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes.buffer as ArrayBuffer)
  const lines: string[] = []
  for (const sheet of book.worksheets) {
    const { orientation, printTitlesRow } = sheet.pageSetup
    lines.push(
      `# ${sheet.name}`,
      `print ${orientation}, head ${printTitlesRow}, view ${JSON.stringify(sheet.views[0])}`,
    )
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const { value } = cell
        const shown = value instanceof Date ? value.toISOString() : JSON.stringify(value)
        lines.push(
          `${cell.address} ${value instanceof Date ? 'date' : typeof value} ${shown} ${cell.numFmt ?? ''}`.trimEnd(),
        )
      }),
    )
  }
  return `${lines.join('\n')}\n`
}
