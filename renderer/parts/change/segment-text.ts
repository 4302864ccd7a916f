import { formatNumber } from '#renderer/ui/format.ts'
import { readRule } from '#shared/domain/insight/segments/check.ts'
import { ruleText } from '#shared/i18n/segment-text.ts'
import type { Reader } from './log-text.ts'

/** What a segment's rule says, and how many guests got or lost its tag; null for every other field. */
export function segmentText(entity: string, field: string, value: unknown, reader: Reader): string | null {
  if (entity === 'segment' && field === 'rule' && typeof value === 'string') return ruleWords(value, reader)
  if (entity !== 'segment-tags' || field !== 'guests') return null
  const counts = value as { added?: number; removed?: number } | null
  const { added = 0, removed = 0 } = counts ?? {}
  const shown = formatNumber(added || removed, reader.locale)
  if (added > 0) return reader.t('segment.log.added', { shown })
  return removed > 0 ? reader.t('segment.log.removed', { shown }) : '—'
}

function ruleWords(text: string, { language, currency, tierName }: Reader): string {
  try {
    const rule = readRule(JSON.parse(text))
    const nameOf = (of: string, value: string) => (of === 'tier' ? tierName(value) : undefined)
    return rule.ok ? ruleText(rule.value, { language, currency, nameOf }) : text
  } catch {
    return text
  }
}
