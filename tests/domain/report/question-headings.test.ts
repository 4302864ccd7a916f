import { expect, it } from 'vitest'
import { type ReportName, reportNames } from '#shared/domain/report/catalogue.ts'
import { type FigureName, figureHeadings, figuresOfReport } from '#shared/domain/report/figures.ts'
import { specsOf } from '#shared/domain/report/question/choose-report.ts'
import { readQuestion } from '#shared/domain/report/question/read-question.ts'
import { vocabularyOf } from '#shared/domain/report/question/vocabulary.ts'
import { unspokenHeadings } from '#shared/domain/report/question/words.ts'
import { headingsOfFigures } from '#shared/i18n/figure-headings.ts'
import type { Language } from '#shared/i18n/types.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { questionOf } from '#tests/support/word-question.ts'
import { hotelValues } from './question-hotel.ts'

const headings = headingsOfFigures()
const vocabulary = vocabularyOf(hotelValues, headings)
const calendar = { today: businessDateOf('2026-11-29'), starts: 'monday' } as const
const read = (text: string) => readQuestion(text, vocabulary, calendar)

/** Headings that a question does not open their report by, and why. */
const unspoken: Readonly<Record<string, string>> = {
  Rooms: 'how many rooms, and which?',
  客房数: 'how many rooms, and which?',
  Users: 'what reports are cut by',
  人数: 'how many of whom?',
  'Pick-up': 'the report of that name; in the forecast the weight of a method',
  'Last year': 'the period; in the forecast the weight of a method',
  升级: 'the report of upgrades; with 会员 before it the tiers that rose',
  取消预订: 'the report of cancellations; in the daily those made on a day',
  特殊要求: 'the report of requests; in the daily those of a day',
  提前天数: 'the report of lead time; with 预订进度 before it the days of its curve',
}

const headingIn = (report: ReportName, figure: FigureName, language: Language) =>
  headings[figureHeadings[report]?.[figure] ?? figure]?.[language] ?? ''

const shown = reportNames.flatMap((report) =>
  (['en', 'zh'] as const).flatMap((language) =>
    figuresOfReport(report).map((figure) => [headingIn(report, figure, language), language, report] as const),
  ),
)

/** Whether a report shows a figure under this heading. */
function heads(report: ReportName, heading: string, language: Language): boolean {
  return figuresOfReport(report).some((figure) => headingIn(report, figure, language) === heading)
}

const spoken = shown.filter(([heading]) => !(heading in unspoken))

it.each(spoken)(
  '“%s” (%s) of %s opens a report that shows it, and is understood as it',
  (heading, language) => {
    const { report, problems, understood } = read(heading)
    expect(problems).toEqual([])
    expect(understood).toHaveLength(1)
    expect(report && heads(report, heading, language)).toBe(true)
    const as = understood[0]?.as
    const figure = as?.kind === 'measure' && report ? headingIn(report, as.measure, language) : null
    expect(figure === heading || as?.kind === 'report').toBe(true)
  },
)

it.each(spoken)('“%s” (%s) of %s opens such a report with a period', (heading, language) => {
  const alone = read(heading).report
  const question = read(`${heading} ${periodOf(alone)[language]}`)
  expect(question.problems).toEqual([])
  expect(question.report && heads(question.report, heading, language)).toBe(true)
})

/** A daily report has a day, and preferences are those of now. */
function periodOf(report: ReportName | null): { en: string; zh: string } {
  const kinds = report ? specsOf(report).map(({ kind }) => kind) : []
  if (kinds.includes('date')) return { en: 'yesterday', zh: '昨天' }
  const hasPeriod = kinds.some((kind) => kind === 'period' || kind === 'year')
  return hasPeriod ? { en: 'this year', zh: '今年' } : { en: '', zh: '' }
}

it.each(shown.filter(([heading]) => !unspokenHeadings.includes(heading)))(
  '“%s” (%s) is the figure of %s, where that is named',
  (heading, language, report) => {
    const question = read(`${questionOf(report, {}, language, vocabulary)}, ${heading}`)
    expect(question.problems).toEqual([])
    expect(question.report).toBe(report)
    const figures = question.understood.map(({ as }) => (as.kind === 'measure' ? as.measure : null))
    expect(figures.some((figure) => figure && headingIn(report, figure, language) === heading)).toBe(true)
  },
)

it('every heading that is not asked by is one that a report has', () => {
  const all = shown.map(([heading]) => heading)
  for (const heading of [...Object.keys(unspoken), ...unspokenHeadings]) expect(all).toContain(heading)
})
