import type { OutputOf } from '#shared/contract/index.ts'
import { csvFileHead, csvLine } from '#shared/domain/text/csv.ts'

export type FindingRow = OutputOf<'import.findings'>['rows'][number]

/** Heads of the columns: line, kind, reason, code of the reason, column, value, row. */
export type Heads = readonly [string, string, string, string, string, string, string]

export function csvHead(heads: Heads): string {
  return csvFileHead(heads)
}

/** One finding as a line. */
export function csvFinding(finding: FindingRow, kindWords: string, reasonWords: string): string {
  const { line, reason, field, value, row } = finding
  return csvLine([String(line), kindWords, reasonWords, reason, field, value, row])
}

/** `bookings.csv.gz` → `bookings-findings.csv`. */
export function findingsName(file: string): string {
  const plain = file.replace(/(\.(csv|txt|tsv|xlsx|gz|zip))+$/i, '')
  return `${plain || 'import'}-findings.csv`
}
