import ExcelJS from 'exceljs'
import { type FapiaoRequest, fapiaoRows } from '#shared/domain/folio/fapiao-batch.ts'
import template from '../../../../resources/country/chn/fapiao-batch.json' with { type: 'json' }

/** The first row for data: above it are what the form is for, what is asked for, and the names of the columns. */
const firstRow = 4
const headRow = 3

/**
 * The tax platform's workbook for issuing many 发票 at once, with one row for each request. Its columns and its version are data
 * in resources/country/chn; every cell is text, or long numbers would lose their end.
 */
export async function fapiaoWorkbook(requests: readonly FapiaoRequest[]): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const { basic, detail } = fapiaoRows(requests)
  addSheet(book, template.basicSheet, template.basic, basic)
  addSheet(book, template.detailSheet, template.detail, detail)
  for (const name of [template.businessSheet, template.extraSheet])
    addSheet(book, name, [['发票流水号', '']], [])
  const version = book.addWorksheet('excelVersion', { state: 'hidden' })
  version.getCell('A4').value = template.version
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function addSheet(
  book: ExcelJS.Workbook,
  name: string,
  columns: readonly (readonly string[])[],
  rows: readonly Record<string, string>[],
): void {
  const sheet = book.addWorksheet(name)
  columns.forEach(([heading = '', hint = ''], at) => {
    const column = sheet.getColumn(at + 1)
    column.width = 20
    column.numFmt = '@'
    sheet.getCell(headRow - 1, at + 1).value = hint
    sheet.getCell(headRow, at + 1).value = heading
    rows.forEach((row, index) => {
      // A name that stands over several columns is none of ours
      const text = row[heading] ?? ''
      if (text !== '') sheet.getCell(firstRow + index, at + 1).value = text
    })
  })
  sheet.getRow(headRow).font = { bold: true }
  sheet.getRow(headRow - 1).alignment = { wrapText: true }
}
