import { expect, test } from 'vitest'
import { type DayStyle, dayText } from '#shared/i18n/day-text.ts'
import { languages, localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { businessDateOf, fromDayNumber, toDayNumber } from '#shared/values/index.ts'

/** Every day of some years, with a leap day and days before the epoch. */
const days = ['1900-01-01', '1969-12-30', '2024-01-01', '2026-01-01', '2199-01-01'].flatMap((first) =>
  Array.from({ length: 365 }, (_, day) => fromDayNumber(toDayNumber(businessDateOf(first)) + day)),
)

function byIntl(language: Language, style: DayStyle): (time: number) => string {
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options })
  const day = formatter({
    ...(style === 'day' ? {} : { year: 'numeric' }),
    ...(language === 'zh' ? { month: '2-digit', day: '2-digit' } : { month: 'short', day: 'numeric' }),
  })
  const weekday = formatter({ weekday: 'short' })
  return (time) => {
    if (style === 'plain') return day.format(time)
    return language === 'zh'
      ? `${day.format(time)} ${weekday.format(time)}`
      : `${weekday.format(time)} ${day.format(time)}`
  }
}

for (const language of languages) {
  for (const style of ['short', 'day', 'plain'] as const) {
    test(`a day reads as Intl writes it: ${language}, ${style}`, () => {
      const expected = byIntl(language, style)
      for (const date of days)
        expect(dayText(date, language, style)).toBe(expected(toDayNumber(date) * 86_400_000))
    })
  }
}
