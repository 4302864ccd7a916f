import { fieldName } from '#shared/i18n/index.ts'
import { logText, type Reader } from './log-text.ts'

/** Settings of Insight, a line for each; beside another state of them, only where they differ. */
export function settingLines(parameters: unknown, other: unknown, reader: Reader): string[] {
  const others = new Map(leavesOf(other).map(([path, value]) => [path.join('.'), value]))
  const colon = reader.language === 'zh' ? '：' : ': '
  return leavesOf(parameters)
    .filter(([path, value]) => others.get(path.join('.')) !== value)
    .map(([path, value]) => {
      const text = logText(path.at(-1) ?? '', value, reader)
      const isSchedule = path[0] === 'automatic'
      const name = isSchedule ? reader.t('insightValue.settings.automatic') : fieldName(path, reader.language)
      return `${name}${colon}${text}`
    })
}

function leavesOf(value: unknown, path: string[] = []): [path: string[], value: unknown][] {
  if (typeof value !== 'object' || value === null) return path.length > 0 ? [[path, value]] : []
  return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]))
}

/** What was offered and the stays that its rule is about, by their names; null for every other field. */
export function offerText(
  field: string,
  value: unknown,
  itemText: (item: string) => string,
  { t }: Reader,
): string | null {
  if (typeof value !== 'string') return null
  if (field === 'item') return itemText(value)
  if (field !== 'rule') return null
  const [given] = JSON.parse(value) as [given: string[], adds: string]
  return t('offer.rules.staysWith', { given: given.map(itemText).join(' + ') || t('offer.everybody') })
}
