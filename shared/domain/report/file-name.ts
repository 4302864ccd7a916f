import { addDays, type BusinessDate } from '../../values/index.ts'
import type { ReportFormat } from './formats.ts'

/** What no system takes in a file's name. */
const forbidden = /[\\/:*?"<>|\p{Cc}]/gu

/** `Occupancy and revenue 2026-03-01 – 2026-03-31.pdf`; a report of a moment has its business date. */
export function reportFileName(
  title: string,
  {
    period,
    asOf,
  }: { period: { from: BusinessDate; to: BusinessDate } | null; asOf: { businessDate: BusinessDate } },
  format: ReportFormat,
): string {
  const last = period && addDays(period.to, -1)
  const when =
    !period || !last ? asOf.businessDate : last > period.from ? `${period.from} – ${last}` : period.from
  return `${fileNamePart(title)} ${when}.${format}`
}

/** A text as a part of a file's name: without what systems forbid, not ending in a dot, and short enough for all of them. */
export function fileNamePart(text: string): string {
  const plain = text
    .replaceAll(forbidden, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[. ]+$/, '')
  return [...plain].slice(0, 80).join('').trim() || 'report'
}
