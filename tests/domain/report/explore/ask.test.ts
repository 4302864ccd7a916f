import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExplore, exploreProblems, usualExplore } from '#shared/domain/report/explore/ask.ts'
import { exploreJson } from '#shared/domain/report/explore/explore.ts'
import { describeReply } from '#shared/i18n/index.ts'

test('the usual pivot can be asked, and is saved as it was', () => {
  expect(checkExplore(usualExplore)).toEqual({ ok: true, value: usualExplore })
  expect(checkExplore(JSON.parse(exploreJson(usualExplore)))).toEqual({ ok: true, value: usualExplore })
})

const filter = { dimension: 'channel', values: ['direct', 'none'] }
const order = { column: 'adr', direction: 'least', rows: 10 }
test.each([
  ['three dimensions', { rows: ['month', 'channel'], columns: ['roomType'] }],
  ['none', { rows: [], columns: [] }],
  ['a filter', { filters: [filter] }],
  ['an order of so many', { order }],
  ['two dates', { period: { from: '2026-01-01', to: '2026-01-31' } }],
])('%s can be asked', (_, more) => {
  expect(checkExplore({ ...usualExplore, ...more }).ok).toBe(true)
})

test.each([
  ['shape', '', { more: 1 }],
  ['shape', '', { totals: 'yes' }],
  ['shape', '', { basis: 'mine' }],
  ['shape', '', { rows: 'month' }],
  ['period', '', { period: { since: '2026-01-01' } }],
  ['period', '', { period: null }],
  ['dimension', 'colour', { rows: ['colour'] }],
  ['dimension-twice', 'month', { rows: ['month'], columns: ['month'] }],
  ['dimensions', '4', { rows: ['month', 'channel'], columns: ['roomType', 'country'] }],
  ['measure', 'trevpar', { measures: ['trevpar'] }],
  ['measure-twice', 'adr', { measures: ['adr', 'adr'] }],
  ['no-measure', '', { measures: [] }],
  [
    'measures',
    '7',
    { measures: ['adr', 'revpar', 'occupancy', 'roomsSold', 'roomRevenue', 'guestNights', 'houseUse'] },
  ],
  ['filter', 'day', { filters: [{ dimension: 'day', values: ['2026-01-01'] }] }],
  ['filter-twice', 'channel', { filters: [filter, filter] }],
  ['filter-values', 'channel', { filters: [{ dimension: 'channel', values: [] }] }],
  ['filter-values', 'channel', { filters: [{ dimension: 'channel', values: ['gds', 'gds'] }] }],
  ['order', '', { order: { ...order, column: 'guestNights' } }],
  ['order', '', { order: { ...order, rows: 0 } }],
  ['order', '', { order: { ...order, direction: 'up' } }],
])('%s is wrong with “%s” in %j', (why, what, more) => {
  expect(checkExplore({ ...usualExplore, ...more })).toEqual({
    ok: false,
    refusal: { code: 'EXPLORE_ASK', params: { why, what } },
  })
})

test('anything else is refused, and nothing falls over', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(checkExplore(value).ok).toBe(false)
    }),
  )
})

test.each(exploreProblems)('%s is told in words, with what is wrong', (why) => {
  const refusal = { code: 'EXPLORE_ASK', params: { why, what: 'roomType' } }
  for (const [language, name] of [
    ['en', 'Room type'],
    ['zh', '房型'],
  ] as const) {
    const told = describeReply({ ok: false, refusal }, language, 'explore.run')
    expect(told).not.toMatch(/EXPLORE_ASK|\{\{|roomType/)
    expect(told).not.toContain(`${why}.`)
    if (/twice|^filter|^dimensions?$|^measures?$/.test(why)) expect(told).toContain(name)
  }
})
