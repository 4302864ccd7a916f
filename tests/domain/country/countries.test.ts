import { expect, test } from 'vitest'
import { alpha2Of, alpha3Of, countries, isCountry } from '#shared/domain/country/countries.ts'

test('249 of ISO 3166, both ways', () => {
  expect(countries.length).toBe(249)
  expect([...countries].sort()).toEqual([...countries])
  for (const code of countries) {
    expect(isCountry(code)).toBe(true)
    expect(alpha3Of(alpha2Of(code) ?? '')).toBe(code)
  }
})

test.each([
  ['CN', 'CHN'],
  ['CHN', 'CHN'],
  ['chn ', 'CHN'],
  [' de', 'DEU'],
  ['XX', null],
  ['', null],
])('a source that writes %j means %s', (code, alpha3) => {
  expect(alpha3Of(code)).toBe(alpha3)
})

test('only three letters in capitals are a country on file', () => {
  for (const code of ['CN', 'chn', 'XXX', '']) {
    expect(isCountry(code)).toBe(false)
    expect(alpha2Of(code)).toBeNull()
  }
  expect(alpha2Of('CHN')).toBe('CN')
})

test.each(['en', 'zh-CN'])('every one has a name of its own in %s', (language) => {
  const words = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
  const names = countries.map((code) => words.of(alpha2Of(code) ?? ''))
  expect(names.every(Boolean)).toBe(true)
  expect(new Set(names).size).toBe(249)
})
