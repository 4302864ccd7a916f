import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isReportName, periodWords, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { reportFigures } from '#shared/domain/report/figures.ts'
import { readParameters } from '#shared/domain/report/parameters.ts'
import { choicesOf, specsOf } from '#shared/domain/report/question/choose-report.ts'
import { type Question, readQuestion } from '#shared/domain/report/question/read-question.ts'
import { vocabularyOf } from '#shared/domain/report/question/vocabulary.ts'
import { cutWords } from '#shared/domain/report/question/words.ts'
import { headingsOfFigures } from '#shared/i18n/figure-headings.ts'
import { catalogues } from '#shared/i18n/index.ts'
import { businessDateOf } from '#shared/values/index.ts'
import { questionOf } from '#tests/support/word-question.ts'
import { hotelValues } from './question-hotel.ts'
import {
  refusedInChinese,
  refusedInEnglish,
  understoodInChinese,
  understoodInEnglish,
} from './question-table.ts'

const vocabulary = vocabularyOf(hotelValues, headingsOfFigures())
const calendar = { today: businessDateOf('2026-11-29'), starts: 'monday' } as const
const read = (text: string) => readQuestion(text, vocabulary, calendar)

const lines = (table: string, mark: string) =>
  table
    .trim()
    .split('\n')
    .map((line) => line.split(` ${mark} `) as [string, string])

function written({ report, ...question }: Question): string {
  if (report === null || !('parameters' in question)) return 'refused'
  const { from, to, period, ...rest } = question.parameters
  const days = from === undefined ? (period === undefined ? [] : [period]) : [`${from}..${to}`]
  return [report, ...days, ...Object.entries(rest).map(([name, value]) => `${name}=${value}`)]
    .toSorted()
    .join(' ')
}

function complaint({ problems }: Question): string {
  return problems
    .map(({ why, text, nearest }) => `${why} “${text}”${nearest.length > 0 ? `: ${nearest.join(', ')}` : ''}`)
    .join('; ')
}

const inOrder = (text: string) => text.split(' ').toSorted().join(' ')

describe('a question in one line', () => {
  it.each([...lines(understoodInEnglish, '→'), ...lines(understoodInChinese, '→')])(
    '“%s” opens %s',
    (text, opened) => {
      const question = read(text)
      expect(complaint(question)).toBe('')
      expect(written(question)).toBe(inOrder(opened))
    },
  )

  it.each([...lines(refusedInEnglish, '✗'), ...lines(refusedInChinese, '✗')])(
    '“%s” opens nothing: %s',
    (text, why) => {
      const question = read(text)
      expect(question.report).toBeNull()
      expect(complaint(question)).toBe(why)
    },
  )

  it('is understood in any order of its pieces', () => {
    const pieces = ['adr', 'oct 2025', 'vs 2024 by type', 'channel website', 'operational basis']
    const opened = written(read(pieces.join(' ')))
    expect(opened).toContain('compare=2024-10-01..2024-10-31')
    fc.assert(
      fc.property(fc.shuffledSubarray(pieces, { minLength: pieces.length }), (shuffled) => {
        expect(written(read(shuffled.join(', ')))).toBe(opened)
      }),
      { numRuns: 40 },
    )
  })

  it('shows each piece where it was typed', () => {
    const text = '上週取消最多的渠道'
    const { understood } = read(text)
    expect(understood.map(({ text }) => text)).toEqual(['上週', '取消', '最多', '渠道'])
    for (const piece of understood) expect(text.slice(piece.at)).toMatch(new RegExp(`^${piece.text}`))
  })

  it('reads anything without falling over', () => {
    const words = [
      'adr',
      'vs',
      'by',
      'oct',
      '2025',
      '-',
      '最多',
      '按',
      '的',
      '国庆',
      '"',
      '31',
      'type',
      '前',
      '😀',
      'ß',
      '…',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 40 }),
          fc.array(fc.constantFrom(...words), { maxLength: 9 }),
        ),
        (typed) => {
          const question = read(typeof typed === 'string' ? typed : typed.join(' '))
          if (question.report === null) expect(question.problems.length).toBeGreaterThan(0)
          else expect(readParameters(question.report, question.parameters, calendar).ok).toBe(true)
        },
      ),
      { numRuns: 120 },
    )
  })

  it('that is long is read as fast as one types', () => {
    const question = read('x'.repeat(60) + ' adr 积分房价 '.repeat(20))
    expect(question.problems.length).toBeGreaterThan(20)
  })
})

describe('the vocabulary', () => {
  it('has the words of every report, as the catalogue names it in both languages', () => {
    for (const name of reportNames)
      for (const { report } of Object.values(catalogues)) {
        const question = read(report.name[name])
        expect([report.name[name], question.report, complaint(question)]).toEqual([
          report.name[name],
          name,
          '',
        ])
      }
  })

  it('has the words of everything that reports are cut by, as tables head them', () => {
    for (const name of reportNames)
      for (const spec of specsOf(name)) {
        if (spec.kind !== 'choice' || spec.name !== 'by') continue
        for (const cut of spec.choices)
          for (const { report, reportColumn } of Object.values(catalogues)) {
            const heading = (reportColumn as Record<string, string>)[cut]
            // A figure in a question, as nearly everywhere else
            if (heading === 'Nights') continue
            const isChinese = /\p{Script=Han}/u.test(report.name[name])
            const text = `${report.name[name]} ${isChinese ? '按' : 'by '}${heading}`
            expect([text, written(read(text))]).toEqual([text, inOrder(`${name} by=${cut}`)])
          }
      }
  })

  it('has the words of everything that some report is cut by', () => {
    const cuts = reportNames.flatMap((name) => choicesOf(name, 'by'))
    expect(Object.keys(cutWords).toSorted()).toEqual([...new Set(cuts)].toSorted())
  })
})

describe('a report worded as a question', () => {
  const values = (name: string) => hotelValues.filter((one) => one.name === name).map(({ value }) => value)
  const day = fc
    .integer({ min: 0, max: 700 })
    .map((days) => new Date(Date.UTC(2025, 0, 1 + days)).toISOString().slice(0, 10))
  const span = fc.tuple(day, day).map(([a, b]) => (a < b ? ([a, b] as const) : ([b, a] as const)))
  const month = fc.constantFrom(['2025-10-01', '2025-10-31'] as const, ['2026-02-01', '2026-02-28'] as const)
  const year = fc.constantFrom(['2025-01-01', '2025-12-31'] as const)
  const dates = fc.oneof(span, month, year)

  /** A report with any of its parameters, each in half of the cases. */
  const reports = fc.constantFrom(...reportNames).chain((name) => {
    const parameters = specOf(name).parameters.map((spec): fc.Arbitrary<Record<string, string>> => {
      if (spec.kind === 'period')
        return fc.oneof(
          fc.constantFrom(...periodWords).map((period) => ({ period })),
          dates.map(([from, to]) => ({ from, to })),
        )
      if (spec.kind === 'date')
        return fc.oneof(fc.constantFrom('today', 'yesterday'), day).map((on) => ({ [spec.name]: on }))
      if (spec.kind === 'moment')
        return fc
          .oneof(fc.constant('yesterday'), day, fc.constant('2026-11-03T08:15:00.000Z'))
          .map((since) => ({ [spec.name]: since }))
      if (spec.kind === 'year')
        return fc.integer({ min: 2000, max: 2050 }).map((one) => ({ [spec.name]: String(one) }))
      if (spec.kind === 'filter')
        return fc.constantFrom(...values(spec.name)).map((value) => ({ [spec.name]: value }))
      if (spec.kind === 'order') return orders(name).map((order) => ({ order }))
      const choice = fc.constantFrom(...spec.choices).map((value) => ({ [spec.name]: value }))
      return spec.orPeriod
        ? fc.oneof(
            choice,
            dates.map(([from, to]) => ({ [spec.name]: `${from}..${to}` })),
          )
        : choice
    })
    return fc
      .tuple(...parameters.map((one) => fc.option(one, { nil: {} })))
      .map((given) => ({ name, parameters: Object.assign({}, ...given) as Record<string, string> }))
  })

  function orders(name: string): fc.Arbitrary<string> {
    const figures: readonly string[] = isReportName(name) ? reportFigures[name].main : []
    const measures = figures.map((figure) => `${figure}:`)
    const rows = fc.constantFrom('', ':1', ':5', ':120')
    return fc
      .tuple(fc.constantFrom('', ...measures), fc.constantFrom('most', 'least'), rows)
      .map((parts) => parts.join(''))
  }

  it('is read back to the same report and parameters, in both languages', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom('en', 'zh'), ({ name, parameters }, language) => {
        if (!isReportName(name)) return
        const text = questionOf(name, parameters, language, vocabulary) ?? 'not worded'
        const question = read(text)
        const wanted = readParameters(name, parameters, calendar)
        const opened = question.report && readParameters(question.report, question.parameters, calendar)
        expect([text, question.report, complaint(question)]).toEqual([text, name, ''])
        expect(opened?.ok && opened.value.parameters).toEqual(wanted.ok && wanted.value.parameters)
      }),
      { numRuns: 250 },
    )
  })

  it('has no words for what is not on file', () => {
    expect(questionOf('occupancy', { roomType: 'GONE' }, 'en', vocabulary)).toBeNull()
    expect(questionOf('occupancy', { order: 'dayUse:most' }, 'en', vocabulary)).toBeNull()
  })
})
