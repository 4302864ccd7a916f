import { describe, expect, it } from 'vitest'
import { dateTroubles, filtersOf } from '#renderer/features/change/filters.ts'
import { importLines } from '#renderer/parts/change/import-text.ts'
import { logText, type Reader, readable } from '#renderer/parts/change/log-text.ts'
import { programmeLines } from '#renderer/parts/change/programme-text.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { type Key, words } from '#shared/i18n/index.ts'

const reader = (language: 'en' | 'zh'): Reader => ({
  t: (key) => words(language, key as Key),
  language,
  locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  tierName: (code) => (code === 'gold' ? (language === 'zh' ? '金卡' : 'Gold') : code),
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
    ['tier', 'gold', 'Gold', '金卡'],
    ['printedAt', '2026-12-02T20:42:46.613Z', '3 Dec 2026, 04:42', '2026/12/03 04:42'],
    ['report', 'registration-card', 'Registration card', '住宿登记单'],
    ['format', 'html', 'Web page', '网页'],
    [
      'accepted',
      ['not-registered', 'owing'],
      'Go on without · Leave with a balance',
      '暂不补全 · 带余额离店',
    ],
    ['signature', 'M1 2L3 4', 'Yes', '是'],
    [
      'tiers',
      { 1: { tier: 'gold', since: '2026-03-02', reason: 'earned', by: 'lina' } },
      'Gold · Mon 2 Mar 2026 · earned',
      '金卡 · 2026/03/02 周一 · 达标晋级',
    ],
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

  it('do not say twice who signed in', () => {
    const row = { entity: 'access', before: null, after: { signedIn: 'lina' } }
    expect(readable(row as never).after).toEqual({})
  })

  it.each([
    [
      'rejected',
      { dateImpossible: 1, phone: 3 },
      'Invalid telephone number: 3 |',
      '电话号码无效：3 | 日期不存在：1',
    ],
    ['notes', {}, '', ''],
    ['byStatus', { confirmed: 2 }, 'Confirmed: 2', '已确认：2'],
    [
      'byStatusRead',
      { unknown: 3, cancelled: 1 },
      'Cancelled: 1 | Rejected, no status: 3',
      '已取消：1 | 未判定状态（被拒行）：3',
    ],
    ['created', { guests: 2, roomNights: 4, accounts: 0 }, 'Guests: 2 | Room-nights: 4', '客人：2 | 间夜：4'],
  ])('word what an import counted as its report does: %s', (field, counts, english, chinese) => {
    expect(importLines(field, counts, reader('en'))?.join(' | ')).toContain(english)
    expect(importLines(field, counts, reader('zh'))?.join(' | ')).toBe(chinese)
    expect(importLines('rows', 6, reader('en'))).toBeNull()
    expect(logText('profile', 'generic', reader('en'))).toBe('Any table, by its columns')
  })

  it('say a programme in the words of its settings, and of a change only what differs', () => {
    const [ladder] = exampleProgrammes
    const before = ladder!.parameters
    const after = { ...before, period: 'anniversary' as const, noShowCap: 2 }
    expect(programmeLines(after, before, reader('en'))).toEqual([
      'Counting period: Twelve months from joining',
      'Max no-shows in a period: 2',
    ])
    expect(programmeLines(after, before, reader('zh'))[0]).toBe('累计周期：自入会起十二个月')
    for (const { parameters } of exampleProgrammes)
      for (const line of programmeLines(parameters, undefined, reader('en')))
        expect(line).not.toMatch(/undefined|\bsettings\.|[a-z]-[a-z]+-[a-z]+:/)
    expect(programmeLines(before, undefined, reader('en'))).toContain('Gold: nights ≥ 25')
  })
})

describe('the bounds of the log', () => {
  it.each([
    [{ from: '2026-02-30' }, 'change.noDay', null],
    [{ from: '2026-03-02', to: '2026-03-01' }, null, 'change.endsBefore'],
    [{ from: '2026-03-02', to: '2026-03-02' }, null, null],
    [{ to: 'soon' }, null, 'change.noDay'],
    [{}, null, null],
  ])('%j', (query, from, to) => {
    expect(dateTroubles(filtersOf(query as never))).toEqual({ from, to })
  })
})
