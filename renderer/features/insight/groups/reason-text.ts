import type { T } from '#renderer/base/language.ts'
import type { FirstFact } from '#shared/domain/insight/groups/first-stay.ts'
import { isKey } from '#shared/i18n/index.ts'

const inArea: Readonly<Partial<Record<FirstFact, string>>> = {
  channel: 'booking.channel',
  segment: 'booking.segment',
  meal: 'booking.meal',
}

/** What a first booking was: “Booked 4–14 days ahead”, “Channel: Website”. */
export function reasonText({ fact, word }: { fact: FirstFact; word: string }, t: T): string {
  const step = `kinds.first.${fact}.${word}`
  if (isKey(step)) return t(step)
  const area = inArea[fact]
  const key = `${area}.${word}`
  const shown = area !== undefined && isKey(key) ? t(key) : word
  return t('kinds.first.of', { fact: t(`kinds.firstName.${fact as 'channel'}`), word: shown })
}
