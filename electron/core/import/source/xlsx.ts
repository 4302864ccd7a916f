import { withoutCards } from '#shared/domain/privacy/card-number.ts'
import type { TableRow } from './csv.ts'
import { isDateFormat } from './xlsx-dates.ts'
import { type Merge, readMerges } from './xlsx-merges.ts'
import { workbookParts } from './xlsx-package.ts'
import { type CellBook, readSheetRows } from './xlsx-rows.ts'
import { decodedText } from './xlsx-text.ts'
import { readXmlWhole } from './xlsx-xml.ts'
import { ZipDamaged, type ZipEntry, zipEntries, zipStream } from './zip.ts'

/** A workbook opened for reading: nothing of its rows is in memory but the texts that its sheets share. */
export type Workbook = {
  sheets: readonly { name: string; hidden: boolean }[]
  date1904: boolean
  /** Rows of a sheet in batches; a row's line is its number in the spreadsheet, its text its cells as CSV. */
  rows: (sheet: string) => AsyncGenerator<TableRow[]>
}

/** More than this in the texts that cells share can't be kept in memory: such a file comes as CSV. */
export const maxSharedStrings = 150_000_000

export async function openWorkbook(path: string): Promise<Workbook> {
  const { sheets, date1904, ...parts } = await workbookParts(path, await zipEntries(path))
  // A card number must not come in by a sheet's name either.
  const nameOf = (sheet: { name: string }) => withoutCards(decodedText(sheet.name))
  const dates = await readDateStyles(path, parts.styles)
  let strings: Promise<string[]> | null = null
  const merges = new Map<ZipEntry, Promise<Merge[]>>()
  return {
    sheets: sheets.map((sheet) => ({ name: nameOf(sheet), hidden: sheet.hidden })),
    date1904,
    rows: async function* (sheet) {
      const entry = sheets.find((one) => nameOf(one) === sheet)?.entry
      if (!entry) throw new ZipDamaged(sheet)
      strings ??= readStrings(path, parts.strings)
      const book: CellBook = { strings: await strings, dates, date1904 }
      const merged = merges.get(entry) ?? readMerges(path, entry)
      merges.set(entry, merged)
      yield* readSheetRows(path, entry, await merged, book)
    },
  }
}

/** For each cell style whether it shows a date. */
async function readDateStyles(path: string, entry: ZipEntry | undefined): Promise<boolean[]> {
  const styles: boolean[] = []
  if (!entry) return styles
  const formats = new Map<number, string>()
  let inCells = false
  await readXmlWhole(zipStream(path, entry), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), attributes.formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) {
        const format = Number(attributes.numFmtId ?? 0)
        styles.push(isDateFormat(format, formats.get(format)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

async function readStrings(path: string, entry: ZipEntry | undefined): Promise<string[]> {
  const strings: string[] = []
  if (!entry) return strings
  let text = ''
  let inText = false
  // A reading aid (rPh) beside a Japanese or Chinese text is not part of it.
  let aside = false
  await readXmlWhole(zipStream(path, entry), {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') aside = true
      else if (name === 't') inText = !aside
    },
    text: (piece) => {
      if (inText) text += piece
    },
    close: (name) => {
      if (name === 't') inText = false
      else if (name === 'rPh') aside = false
      else if (name === 'si') strings.push(decodedText(text))
    },
  })
  return strings
}
