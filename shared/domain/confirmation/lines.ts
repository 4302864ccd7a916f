/** A message as lines, and the labels and values in them, whether a table, a list or running text carried them. */
import { findCardNumber } from '../privacy/card-number.ts'
import { type Label, type LabelBefore, labelAtEnd, labelAtHead, labelOf } from './labels.ts'
import { maxMessageChars } from './limits.ts'

export const maxLines = 1500
const maxLineChars = 600

/**
 * `by`: a colon or a table's cells; the head of a line; a table whose first row is the labels; within a line, where words
 * before the label may belong to it (“front desk phone”).
 */
export type Entry = {
  label: Label
  value: string
  line: number
  by: 'colon' | 'head' | 'table' | 'inline'
  words: string
}
const maxLabels = 12
const maxClauses = 40

const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
const LINK = /<?https?:\/\/[^\s<>"]+>?/gi

/**
 * A message as its lines are shown and counted: without what shows nothing, links and payment card numbers, of which
 * brand and last four stay. `cut`: it was longer than anything an agency sends.
 */
export function messageLines(text: string): { lines: string[]; cut: boolean } {
  const whole = text.slice(0, maxMessageChars).replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n')
  const lines: string[] = []
  for (const raw of whole.split('\n')) {
    if (lines.length > maxLines) break
    // Twice: what is taken out of a line may bring the digits of a card together
    const line = hideCards(tidyLine(hideCards(raw.slice(0, maxLineChars * 2))))
    if (line === '' && (lines.length === 0 || lines.at(-1) === '')) continue
    lines.push(line)
  }
  while (lines.at(-1) === '') lines.pop()
  return { lines: lines.slice(0, maxLines), cut: text.length > maxMessageChars || lines.length > maxLines }
}

function tidyLine(raw: string): string {
  return raw
    .replaceAll('\t', '\u0001')
    .normalize('NFKC')
    .replace(LINK, ' ')
    .replace(UNSEEN, (sign) => (sign === '\u0001' ? '\t' : ''))
    .replace(/ *\t[ \t]*/g, '\t')
    .replace(/ {3,}/g, '   ')
    .replace(/^[\s>]+|\s+$/g, '')
    .slice(0, maxLineChars)
}

/** Within a line: no card is written over two. */
function hideCards(line: string): string {
  let kept = ''
  let rest = line
  for (let card = findCardNumber(rest); card; card = findCardNumber(rest)) {
    kept += `${rest.slice(0, card.index)}[${card.brand} ****${card.last4}]`
    rest = rest.slice(card.index + card.length)
  }
  return kept + rest
}

/** Every label with its value, in the order of the message. */
export function readEntries(lines: readonly string[]): Entry[] {
  const entries: Entry[] = []
  for (let index = 0; index < lines.length; index++) {
    const cells = cellsOf(lines[index] ?? '')
    const table = tableBelow(lines, index, cells)
    if (table) {
      entries.push(...table)
      index++
      continue
    }
    for (const [at, cell] of cells.entries()) {
      // A value's cell belongs to the label before it
      if (at > 0 && labelOf(cells[at - 1] ?? '') && !labelOf(cell)) continue
      const clauses = clausesOf(cell)
      const next = clauses.length > 1 ? undefined : cells[at + 1]
      for (const clause of clauses) entries.push(...entriesOf(clause, next, lines, index))
    }
  }
  return entries.filter(({ value }) => value !== '')
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^[-•*·●○▪◦–■◆➢★]+\s*/u, '')
    .split(/\t+| {3,}|\s*\|\s*/)
    .map((cell) => cell.replace(/^\*+(.*?)\*+$/, '$1').trim())
    .filter((cell) => cell !== '')
}

/** A row of labels alone with a row of as many cells under it. */
function tableBelow(lines: readonly string[], index: number, cells: readonly string[]): Entry[] | null {
  if (cells.length < 2) return null
  const labels = cells.map(labelOf)
  if (labels.some((label) => label === null)) return null
  const values = cellsOf(lines[index + 1] ?? '')
  if (values.length !== cells.length || values.some((value) => labelOf(value) !== null)) return null
  return labels.map((label, at) => ({
    label: label as Label,
    value: values[at] ?? '',
    line: index + 2,
    by: 'table' as const,
    words: cells[at] ?? '',
  }))
}

function entriesOf(cell: string, next: string | undefined, lines: readonly string[], index: number): Entry[] {
  const line = index + 1
  const whole = labelOf(cell)
  if (whole) {
    const value =
      next !== undefined && !labelOf(next) ? { value: next, line } : valueBelow(lines, index, whole)
    return value ? [{ label: whole, ...value, by: 'colon', words: cell }] : []
  }
  const marks = colonsIn(cell)
  if (marks.length > 0) return entriesBetween(cell, marks, next, lines, index)
  return headOf(cell).map(({ label, value, words }) => ({ label, value, line, by: 'head', words }))
}

type Mark = LabelBefore & { to: number; words: string }

/** Labels within a cell, each with the colon after it: “Guest: Anna Müller, Phone: …”. */
function colonsIn(cell: string): Mark[] {
  const marks: Mark[] = []
  let after = 0
  for (const { index } of cell.matchAll(/\s?[:=](?!\/\/)/g)) {
    const before = labelAtEnd(cell.slice(after, index))
    if (!before) continue
    const from = after + before.from
    const to = index + 1 + (cell.charAt(index) === ' ' ? 1 : 0)
    marks.push({
      ...before,
      from,
      to,
      words: cell.slice(from, index),
      apart: before.apart && before.from > 0,
    })
    after = to
    if (marks.length === maxLabels) break
  }
  return marks
}

function entriesBetween(
  cell: string,
  marks: readonly Mark[],
  next: string | undefined,
  lines: readonly string[],
  index: number,
): Entry[] {
  return marks.flatMap(({ label, to, words, apart }, at) => {
    const by = apart ? 'inline' : 'colon'
    const value = trimmed(cell.slice(to, marks[at + 1]?.from ?? cell.length))
    if (value !== '') return [{ label, value, line: index + 1, by, words }]
    if (marks[at + 1]) return []
    const found =
      next !== undefined && !labelOf(next)
        ? { value: next, line: index + 1 }
        : valueBelow(lines, index, label)
    return found ? [{ label, ...found, by, words }] : []
  })
}

/** Running Chinese text says everything in one line: its clauses that begin with a label are cells of their own. */
function clausesOf(cell: string): string[] {
  if (!/\p{Script=Han}/u.test(cell)) return [cell]
  const clauses: string[] = []
  const parts = cell
    .replace(/^【[^】]*】/u, '')
    .split(/[;。]|,(?!\d{3})/)
    .slice(0, maxClauses)
  for (const part of parts.flatMap(withoutLead)) {
    const own = clauses.length === 0 || colonsIn(part).length > 0 || labelAtHead(part.trim()) !== null
    if (own) clauses.push(part.trim())
    else clauses.push(`${clauses.pop()},${part}`)
  }
  return clauses.filter((clause) => clause !== '')
}

/** “订单已取消：订单号…”: what is before a colon and no label is a clause of its own. */
function withoutLead(part: string): string[] {
  const at = part.indexOf(':')
  if (at < 0 || /\d$/.test(part.slice(0, at)) || labelAtEnd(part.slice(0, at))) return [part]
  return labelAtHead(part.slice(at + 1).trim()) ? [part.slice(0, at), part.slice(at + 1)] : [part]
}

/** A label at the head of a line or clause, with no colon after it. */
function headOf(cell: string): { label: Label; value: string; words: string }[] {
  const head = labelAtHead(cell)
  if (!head) return []
  const value = trimmed(cell.slice(head.to).replace(/^(?:为|是|#)/, ''))
  return value === '' ? [] : [{ label: head.label, value, words: cell.slice(0, head.to) }]
}

/** What belongs to a label that stands alone: the next line, for dates the one after it as well, for wishes all up to the next label. */
function valueBelow(
  lines: readonly string[],
  index: number,
  label: Label,
): { value: string; line: number } | null {
  const below: { value: string; line: number }[] = []
  const most = label === 'requests' ? 8 : label === 'arrival' || label === 'departure' ? 2 : 1
  for (let at = index + 1; at < lines.length && below.length < most; at++) {
    const line = lines[at] ?? ''
    if (line === '') {
      if (below.length > 0 || at > index + 1) break
      continue
    }
    if (beginsWithLabel(line)) break
    below.push({ value: cellsOf(line).join('  '), line: at + 1 })
  }
  const [first] = below
  if (!first) return null
  if (most === 2)
    return (
      below.find(
        ({ value }) => /\d{1,2}\D+\d|\d\s?\p{L}{3}/u.test(value) && !/^\D*\d{1,2}:\d\d/.test(value),
      ) ?? first
    )
  return { value: below.map(({ value }) => value).join(' '), line: first.line }
}

function beginsWithLabel(line: string): boolean {
  const [first = ''] = cellsOf(line)
  if (labelOf(first)) return true
  return (colonsIn(first)[0]?.from ?? 9) <= 2
}

function trimmed(text: string): string {
  return text.replace(/^[\s:=\-–—·]+|[\s,;，；。|·]+$/gu, '').trim()
}
