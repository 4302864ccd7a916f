import { languageOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'

/** What the wizard asks, but for the passwords, which are in no draft. */
export type SetupAnswers = {
  hotelName: string
  language: Language
  currency: string
  timeZone: string
  country: string
  name: string
  login: string
  start: 'empty' | 'demo' | 'import'
}

/** Begins with what the machine gives away: its time zone; the rest as a hotel in that language most often has it. */
export function firstAnswers(language: Language): SetupAnswers {
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    hotelName: '',
    language: languageOf(language),
    currency: 'CNY',
    timeZone: timeZone === 'UTC' ? 'Asia/Shanghai' : timeZone,
    country: 'CHN',
    name: '',
    login: '',
    start: 'empty',
  }
}
