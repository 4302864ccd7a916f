import { describe, expect, it } from 'vitest'
import { logText, type Reader, readable } from '#renderer/features/change/log-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'

const reader = (language: 'en' | 'zh'): Reader => ({
  t: (key) => words(language, key as Key),
  language,
  locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
})

describe('values of the change log', () => {
  it.each([
    ['salutation', 'ms', 'Ms', '女士'],
    ['nationality', 'CHN', 'China', '中国'],
    ['birthDate', '1972-07-09', 'Sun 9 Jul 1972', '1972/07/09 周日'],
    ['active', false, 'No', '否'],
    [
      'contacts',
      { 4: { kind: 'mobile', value: '+86138', primary: true, agencyMasked: false } },
      'Mobile · +86138 · Preferred',
      '手机 · +86138 · 首选',
    ],
    ['contacts', { 4: null }, '—', '—'],
    ['unknown', '', '—', '—'],
  ])('%s', (field, value, english, chinese) => {
    expect(logText(field, value, reader('en'))).toBe(english)
    expect(logText(field, value, reader('zh'))).toBe(chinese)
  })

  it('of what came to be leave out the empty ones', () => {
    const row = {
      entity: 'guest',
      before: null,
      after: { familyName: 'Wang', unnamed: false, tags: {}, version: 1 },
    }
    expect(readable(row as never).after).toEqual({ familyName: 'Wang' })
    const edited = { entity: 'guest', before: { familyName: '' }, after: { familyName: 'Wang' } }
    expect(readable(edited as never).before).toEqual({ familyName: '' })
  })
})
