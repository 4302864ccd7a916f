import { rowText, type TableRow } from './csv.ts'
import { type ZipEntry, zipStream } from './zip.ts'

/** Cells merged into one, by their first and last row and column; rows from 1, columns from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number }

const merged = /<(?:[\w.-]+:)?mergeCell\s[^>]*?\bref\s*=\s*["']\s*([A-Z]{1,3}\d+):([A-Z]{1,3}\d+)\s*["']/g
/** Longer than the longest of them. */
const longestTag = 300

/**
 * The merged cells of a sheet. They are listed behind its rows, so that the part is looked through for them before it is
 * read; only the pieces that name one are looked at as text.
 */
export async function readMerges(path: string, entry: ZipEntry): Promise<Merge[]> {
  const merges: Merge[] = []
  let before = ''
  for await (const chunk of zipStream(path, entry)) {
    const seam = before + chunk.toString('latin1', 0, longestTag)
    if (chunk.indexOf('mergeCell') < 0 && !seam.includes('mergeCell')) {
      before = (before + chunk.subarray(-longestTag).toString('latin1')).slice(-longestTag)
      continue
    }
    const text = before + chunk.toString('latin1')
    let end = 0
    for (const found of text.matchAll(merged)) {
      merges.push(mergeOf(found[1] ?? '', found[2] ?? ''))
      end = found.index + found[0].length
    }
    before = text.slice(Math.max(end, text.length - longestTag))
  }
  return merges
}

function mergeOf(first: string, last: string): Merge {
  const [from, to] = [placeOf(first), placeOf(last)]
  return { top: from.row, bottom: to.row, left: from.column, right: to.column }
}

function placeOf(reference: string): { row: number; column: number } {
  return { column: columnOf(reference) - 1, row: Number(reference.replace(/^[A-Z]+/, '')) }
}

/** 'BC12' → 55. */
export function columnOf(reference: string): number {
  let column = 0
  for (let at = 0; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column
}

type Covering = Merge & { value: string; broken: 'cellError' | 'cellFormula' | undefined; rounded: boolean }

/**
 * Gives each row the values of the cells that are merged into it from above: an order of two rooms names its guest once.
 * Null for a row that has nothing but them: it is the lower half of the row above, no row of its own.
 */
export function createMergeFiller(merges: readonly Merge[]): (row: TableRow) => TableRow | null {
  const downwards = new Map<number, Merge[]>()
  const acrossAt = new Map<number, Merge[]>()
  for (const merge of merges) {
    if (merge.bottom > merge.top) downwards.set(merge.top, [...(downwards.get(merge.top) ?? []), merge])
    if (merge.right > merge.left) acrossAt.set(merge.top, [...(acrossAt.get(merge.top) ?? []), merge])
  }
  if (downwards.size === 0 && acrossAt.size === 0) return (row) => row
  let covering: Covering[] = []
  return (row) => {
    covering = covering.filter(({ bottom }) => bottom >= row.line)
    const filled = covering.length === 0 ? row : fill(row, covering)
    if (!filled) return null
    const begun = (downwards.get(row.line) ?? []).filter(({ left }) => (row.cells[left] ?? '') !== '')
    for (const merge of begun)
      covering.push({
        ...merge,
        value: row.cells[merge.left] ?? '',
        broken: row.broken?.get(merge.left),
        rounded: row.rounded?.has(merge.left) ?? false,
      })
    const across = acrossAt.get(row.line)
    const shared = new Map([...(filled.shared ?? []), ...begun.map(rowsOf)])
    return {
      ...filled,
      ...(shared.size > 0 ? { shared } : {}),
      ...(across ? { across } : {}),
    }
  }
}

const rowsOf = ({ left, top, bottom }: Merge) => [left, { first: top, last: bottom }] as const

function fill(row: TableRow, covering: readonly Covering[]): TableRow | null {
  const isCovered = (column: number) => covering.some(({ left, right }) => column >= left && column <= right)
  if (!row.cells.some((cell, column) => cell !== '' && !isCovered(column))) return null
  const cells = [...row.cells]
  const broken = new Map(row.broken)
  const rounded = new Set(row.rounded)
  for (const { left, value, broken: fault, rounded: lost } of covering) {
    if ((cells[left] ?? '') !== '') continue
    while (cells.length < left) cells.push('')
    cells[left] = value
    if (fault) broken.set(left, fault)
    if (lost) rounded.add(left)
  }
  return {
    ...row,
    cells,
    text: rowText(cells),
    shared: new Map(covering.map(rowsOf)),
    ...(broken.size > 0 ? { broken } : {}),
    ...(rounded.size > 0 ? { rounded } : {}),
  }
}
