import { expect, test } from 'vitest'
import { differenceText } from '#shared/i18n/dashboard-text.ts'
import { sentenceText, wordReport } from '#shared/i18n/report-text.ts'
import { occupancyResult } from '../../support/report-results.ts'

test('a table is drawn once it has a row: an empty drawing would be a frame around nothing', () => {
  const formats = { locale: 'en-GB', timeZone: 'Asia/Shanghai' }
  const [table] = occupancyResult.tables
  const without = { ...occupancyResult, tables: [{ ...table, rows: [] }] } as const
  expect(wordReport(occupancyResult, 'en', formats).charts).toHaveLength(1)
  expect(wordReport(without, 'en', formats).charts).toEqual([])
})

test('a sentence counts its days', () => {
  const context = {
    language: 'en',
    locale: 'en-GB',
    timeZone: 'Asia/Shanghai',
    currency: 'CNY',
    names: {},
  } as const
  const left = (days: number) =>
    sentenceText({ code: 'forecastFar', params: { days } }, 'reportNote', context)
  expect(left(1)).toBe('One day is too far ahead for the history on file.')
  expect(left(30)).toBe('30 days are too far ahead for the history on file.')
  const says = { code: 'forecast', params: { days: 30, rooms: 9, booked: 5, arrivals: 4, lost: 1 } }
  expect(sentenceText(says, 'reportSays', context)).toMatch(/^In 30 days, 9 room-nights/)
})

test('a difference that rounds to nothing has no sign', () => {
  const written = (part: number) => differenceText({ part }, 'en-GB', 'en')
  expect([-0.0004, 0.0004, 0].map(written)).toEqual(['0.0 %', '0.0 %', '0.0 %'])
  expect([-0.021, 0.034].map(written)).toEqual(['−2.1 %', '+3.4 %'])
  expect(differenceText({ points: -0.1 }, 'zh-CN', 'zh')).toBe('−10.0个百分点')
})
