import type { TableRow } from './csv.ts'
import { headingsWithin, rankOf, tableRanks } from './headings.ts'
import type { Workbook } from './xlsx.ts'

/** A sheet that holds rows beside the one that is read. */
export type OtherSheet = { name: string; hidden: boolean }

/** The sheet to be read, or why there is none; and the others that hold rows, which a person may have meant. */
export type SheetChoice =
  | { sheet: string; others: OtherSheet[] }
  | { unknown: string; sheets: string[] }
  | { empty: string; others: OtherSheet[] }

/**
 * The sheet that is asked for (in any case), else the first visible one of those that look most like bookings: an empty
 * sheet, a cover and a sheet of other figures are passed over. A hidden sheet is read only when it is asked for.
 */
export async function chooseSheet(book: Workbook, asked: string | undefined): Promise<SheetChoice> {
  const named = asked === undefined ? undefined : sheetNamed(book, asked)
  if (asked !== undefined && !named) return { unknown: asked, sheets: book.sheets.map(({ name }) => name) }
  const [only, ...more] = book.sheets
  if (only && more.length === 0 && (named || !only.hidden)) return { sheet: only.name, others: [] }
  const looked = []
  for (const sheet of book.sheets) {
    const rank = tableRanks.indexOf(rankOf(await firstRows(book, sheet.name)))
    looked.push({ ...sheet, rank })
  }
  const visible = looked.filter(({ hidden }) => !hidden)
  const best = Math.max(0, ...visible.map(({ rank }) => rank))
  const first = visible.find(({ rank }) => rank === best && rank > 0)
  const chosen = looked.find(({ name }) => name === named) ?? first
  const others = looked
    .filter((sheet) => sheet !== chosen && sheet.rank > 0)
    .map(({ name, hidden }) => ({ name, hidden }))
  return chosen && chosen.rank > 0
    ? { sheet: chosen.name, others }
    : { empty: named ?? visible[0]?.name ?? '', others }
}

function sheetNamed(book: Workbook, asked: string): string | undefined {
  const plain = (name: string) => name.trim().toLowerCase()
  const names = book.sheets.map(({ name }) => name)
  return names.find((name) => name === asked) ?? names.find((name) => plain(name) === plain(asked))
}

async function firstRows(book: Workbook, sheet: string): Promise<TableRow[]> {
  const first: TableRow[] = []
  const rows = book.rows(sheet)
  try {
    for await (const batch of rows) {
      first.push(...batch)
      // One more than the headings may be below.
      if (first.length > headingsWithin) break
    }
  } finally {
    await rows.return(undefined)
  }
  return first.slice(0, headingsWithin + 1)
}
