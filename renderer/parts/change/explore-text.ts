import { checkExplore } from '#shared/domain/report/explore/ask.ts'
import { exploreText } from '#shared/i18n/explore-text.ts'
import type { Reader } from './log-text.ts'

/** What a saved pivot asks; null for every other field. */
export function exploreFieldText(
  entity: string,
  field: string,
  value: unknown,
  { language }: Reader,
): string | null {
  if (entity !== 'explore' || field !== 'ask' || typeof value !== 'string') return null
  try {
    const read = checkExplore(JSON.parse(value))
    return read.ok ? exploreText(read.value, language) : value
  } catch {
    return value
  }
}
