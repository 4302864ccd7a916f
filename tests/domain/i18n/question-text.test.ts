import { expect, test } from 'vitest'
import { problemCodes, readQuestion } from '#shared/domain/report/question/read-question.ts'
import { vocabularyOf } from '#shared/domain/report/question/vocabulary.ts'
import { headingsOfFigures } from '#shared/i18n/figure-headings.ts'
import { problemText, understandingText } from '#shared/i18n/question-text.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { hotelValues } from '../report/question-hotel.ts'

const calendar = { today: businessDateOf('2026-11-29'), starts: 'monday' } as const
const vocabulary = vocabularyOf(hotelValues, headingsOfFigures())
const names = Object.fromEntries(
  hotelValues.map(({ name, value, en, zh }) => [`${name}:${value}`, { en, zh }]),
)

const shown = (text: string, language: 'en' | 'zh') =>
  readQuestion(text, vocabulary, calendar).understood.map(({ as }) =>
    understandingText(as, {
      language,
      locale: language === 'zh' ? 'zh-CN' : 'en-GB',
      timeZone: 'Asia/Shanghai',
      names,
    }),
  )

test('what is understood is shown as reports word it, in both languages', () => {
  const text = 'top 5 room types by adr oct 2025 vs 2024 channel website operational basis'
  expect(shown(text, 'en')).toEqual([
    'ADR, highest first, first 5',
    'by room type',
    'ADR',
    'Wed 1 Oct 2025 – Fri 31 Oct 2025',
    'against Tue 1 Oct 2024 – Thu 31 Oct 2024',
    'Channel: Own website',
    'Rooms available: Operational',
  ])
  expect(shown('上周取消最多的渠道 房型A', 'zh')).toEqual([
    '上周',
    '取消数',
    '取消数从高到低',
    '按渠道',
    '房型：套房',
  ])
  expect(shown('pick-up since yesterday', 'en')).toEqual(['Pick-up', 'since Yesterday'])
  expect(shown('在手预订 同比', 'zh')).toEqual(['在手预订', '对比 去年同日'])
})

test('every problem has its words', () => {
  for (const why of problemCodes)
    for (const language of ['en', 'zh'] as const)
      expect(problemText({ why, text: 'x', at: 0, nearest: [] }, language)).not.toContain('reportAsk')
})
