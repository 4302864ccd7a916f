import type { BackupCopy, Manifest } from '#shared/contract/backup.ts'
import type { StoreFacts } from '#shared/domain/backup/facts.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { isTimeZone } from '#shared/values/index.ts'

/** A moment as the hotel's clock showed it. */
export function momentText(moment: string, timeZone: string, language: Language): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: isTimeZone(timeZone) ? timeZone : 'UTC',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(Date.parse(moment))
}

/** What a copy holds, as params of a sentence. */
export function manifestParams({ made, bytes, facts }: Manifest, language: Language) {
  const megabytes = new Intl.NumberFormat(localeOf(language)).format(Math.ceil(bytes / 1_000_000))
  return { ...factsParams(facts, made, language), megabytes }
}

/** What a store held at a moment, as params of a sentence. */
export function factsParams(facts: StoreFacts, made: string, language: Language) {
  const figures = new Intl.NumberFormat(localeOf(language))
  return {
    hotel: facts.hotelName,
    made: momentText(made, facts.timeZone, language),
    date: facts.businessDate,
    guests: figures.format(facts.guests),
    bookings: figures.format(facts.bookings),
    changes: figures.format(facts.changes),
  }
}

/** A copy in a list: its name and state, and in a second line what it holds. */
export function copyLines({ file, state, manifest }: BackupCopy, language: Language): string[] {
  const heading = `${state === 'whole' ? '✓' : '✗'} ${file}: ${words(language, `backup.state.${state}`)}`
  if (!manifest) return [heading]
  return [heading, `  ${words(language, 'cli.backups.copy', manifestParams(manifest, language))}`]
}
