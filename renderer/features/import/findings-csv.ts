import type { OutputOf } from '#shared/contract/index.ts'

export type FindingRow = OutputOf<'import.findings'>['rows'][number]

/** Heads of the columns: line, kind, reason, code of the reason, column, value, row. */
export type Heads = readonly [string, string, string, string, string, string, string]

/** With a byte order mark, without which spreadsheets read Chinese in the machine's own code page. */
export function csvHead(heads: Heads): string {
  return `\uFEFF${csvLine(heads)}`
}

/** One finding as a line. */
export function csvFinding(finding: FindingRow, kindWords: string, reasonWords: string): string {
  const { line, reason, field, value, row } = finding
  return csvLine([String(line), kindWords, reasonWords, reason, field, value, row])
}

/** RFC 4180, and harmless in a spreadsheet: what would be treated as a formula begins with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const formula = /^[=+@\t\r]/.test(text) || /^-(?!\d*[.,]?\d+$)/.test(text)
  const safe = formula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** `bookings.csv.gz` → `bookings-findings.csv`. */
export function findingsName(file: string): string {
  const plain = file.replace(/(\.(csv|txt|tsv|xlsx|gz|zip))+$/i, '')
  return `${plain || 'import'}-findings.csv`
}
