import { expect, test } from 'vitest'
import { categoryFacts, numberFacts } from '#shared/domain/insight/facts/catalogue.ts'
import { factAbout, factCategoryText, factName, factNumberText } from '#shared/i18n/fact-words.ts'
import { dayOf } from '#tests/support/history.ts'

test('every fact has a name of its own and a definition in both languages', () => {
  const names = [...numberFacts, ...categoryFacts].map(({ name }) => name)
  for (const language of ['en', 'zh'] as const) {
    expect(new Set(names.map((name) => factName(name, language))).size).toBe(names.length)
    for (const name of names) expect(factAbout(name, language)).toMatch(/[.。]$/)
  }
})

test.each([
  ['nights', 12, '12 nights', '12 晚'],
  ['gapMean', 41.26, '41.3 days', '41.3 天'],
  ['roomRevenue', 125_000, '1,250.00', '1,250.00'],
  ['weekendShare', 0.354, '35 %', '35 %'],
  ['lastDeparture', dayOf('2026-03-07'), 'Sat 7 Mar 2026', '2026/03/07 周六'],
  ['daysSince', Number.NaN, '—', '—'],
] as const)('%s of %d', (name, value, en, zh) => {
  expect(factNumberText(name, value, 'en', 'CNY')).toBe(en)
  expect(factNumberText(name, value, 'zh', 'CNY')).toBe(zh)
})

test('a currency without minor units has none in a fact either', () => {
  expect(factNumberText('roomRevenue', 12_500, 'en', 'JPY')).toBe('12,500')
})

test('a code of the program has its word, a code of the hotel stays, nothing says so', () => {
  expect(factCategoryText('segment', 'corporate', 'zh')).not.toBe('corporate')
  expect(factCategoryText('roomType', 'DLX', 'en')).toBe('DLX')
  expect(factCategoryText('tier', '', 'en')).toBe('none')
})
