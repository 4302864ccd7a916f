import { reasonsOf, reasonWords, statusesOf, statusWords } from '#renderer/parts/import/summary.ts'
import { formatNumber } from '#renderer/ui/format.ts'
import { isKey } from '#shared/i18n/index.ts'
import type { Reader } from './log-text.ts'

type Counts = Record<string, number>

/** What an import counted, in the words of its report, a line each; null for a field that counts nothing. */
export function importLines(field: string, value: unknown, { t, language, locale }: Reader): string[] | null {
  if (typeof value !== 'object' || value === null) return null
  const counts = value as Counts
  const colon = language === 'zh' ? '：' : ': '
  return linesOf(field, counts, t)
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${words}${colon}${formatNumber(count, locale)}`)
}

function linesOf(field: string, counts: Counts, t: Reader['t']): [string, number][] {
  if (field === 'byStatus' || field === 'byStatusRead')
    return statusesOf({ byStatus: counts, byStatusRead: {} }).map(({ status, kept }) => [
      statusWords(status, t),
      kept,
    ])
  if (field === 'rejected' || field === 'notes')
    return reasonsOf({ rejected: counts, notes: {} }).map(({ reason, rows }) => [
      reasonWords(reason, t),
      rows,
    ])
  return Object.entries(counts).map(([name, count]) => {
    const key = `import.report.${name}`
    return [isKey(key) ? t(key) : name, count]
  })
}
