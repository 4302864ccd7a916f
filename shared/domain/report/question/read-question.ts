import { addDays, type BusinessDate, ok, type Result, yearOf } from '../../../values/index.ts'
import type { Parameters, PeriodWord, ReportName } from '../catalogue.ts'
import type { FigureName } from '../figures.ts'
import { orderText } from '../order.ts'
import { readParameters } from '../parameters.ts'
import { type Period, periodOf } from '../period.ts'
import { type Chosen, choicesOf, chooseReport, specsOf, takesFilter } from './choose-report.ts'
import { type Calendar, periodBefore } from './dates.ts'
import { figureOf, isOfRows } from './figure-reports.ts'
import { readTokens } from './lexer.ts'
import { type Direction, type FilterName, mayBe, meaningOf, meaningsOfKind, type Token } from './meanings.ts'
import {
  byName,
  namesOfCuts,
  namesOfReports,
  nearestShown,
  qualifiedName,
  someComparisons,
  someFloors,
  someSubjects,
} from './nearest-words.ts'
import type { TypedPeriod } from './period-pieces.ts'
import { type Pieces, readPieces } from './pieces.ts'
import { inYear, type PeriodCode, resolvePeriod } from './resolve-period.ts'
import { type Folded, foldQuestion, foldWord, isHan, sourceOf } from './text.ts'
import type { Vocabulary, WordKind } from './vocabulary.ts'

/** What a piece of a question was understood as. Days are both included. */
export type Understanding =
  | { kind: 'report'; report: ReportName }
  | { kind: 'measure'; measure: FigureName }
  | { kind: 'period' | 'against'; word: PeriodWord | null; from: BusinessDate; to: BusinessDate }
  | { kind: 'choice'; name: string; value: string }
  | { kind: 'filter'; name: FilterName; value: string }
  | { kind: 'since'; value: string }
  | { kind: 'order'; measure: FigureName | null; direction: Direction; rows: number | null }

/** `at`: where the piece begins in what was typed. */
export type UnderstoodPiece = { text: string; at: number; as: Understanding }

/**
 * `unknown`: not in the vocabulary. `ambiguous`: of more than one thing. `twice`: asked before, and otherwise. `not-taken`: not of
 * this report. `not-shown`: a figure of other reports. `no-report`: nothing names one. `not-permitted`: for whom the report is not.
 * The rest is wrong with dates.
 */
export const problemCodes = [
  'unknown',
  'ambiguous',
  'twice',
  'not-taken',
  'not-shown',
  'no-report',
  'no-such-day',
  'no-month',
  'no-period',
  'backwards',
  'too-long',
  'not-permitted',
] as const
export type ProblemCode = (typeof problemCodes)[number]
export type Problem = { text: string; at: number; why: ProblemCode; nearest: readonly string[] }

export type Question =
  | {
      report: ReportName
      parameters: Parameters
      understood: readonly UnderstoodPiece[]
      problems: readonly []
    }
  | { report: null; understood: readonly UnderstoodPiece[]; problems: readonly Problem[] }

/** Reports that look ahead: a month without a year is the next one there. */
const ahead: ReadonlySet<ReportName> = new Set(['onBooks', 'pickup', 'pace', 'forecast', 'budget'])

/**
 * The report that a question in one line opens, by the grammar of docs/QUESTIONS.md, English and Chinese; or all that is not
 * understood, with the nearest words. Nothing is guessed: what is not asked is left to the report.
 */
export function readQuestion(source: string, vocabulary: Vocabulary, calendar: Calendar): Question {
  const folded = foldQuestion(source)
  const tokens = readTokens(folded, vocabulary, calendar)
  const pieces = readPieces(tokens, vocabulary.values)
  const answer: Answer = { folded, vocabulary, calendar, parameters: {}, understood: [], problems: [] }
  for (const { token, why } of pieces.wrong)
    problem(answer, [token], why, why === 'unknown' ? nearestTo(answer, token, tokens, pieces) : [])
  const chosen = chooseReport(pieces)
  if (!('report' in chosen)) {
    for (const token of pieces.subjects) understandSubject(answer, token)
    const nearest = chosen.why === 'no-report' ? someSubjects(source) : namesOfReports(chosen.reports, source)
    // While words are not understood, one of them may be what names the report
    if (chosen.token || answer.problems.length === 0)
      problem(answer, chosen.token ? [chosen.token] : [], chosen.why, nearest)
    return settled(answer, null)
  }
  readSubjects(answer, pieces, chosen)
  readCuts(answer, pieces, chosen)
  readValues(answer, pieces, chosen)
  readEither(answer, pieces, chosen.report)
  for (const token of [...pieces.choices, ...chosen.choices]) readChoice(answer, token, chosen.report)
  readPeriod(answer, pieces, chosen.report)
  readSince(answer, pieces, chosen.report)
  readOrdering(answer, pieces, chosen)
  return settled(answer, chosen.report)
}

type Answer = {
  folded: Folded
  vocabulary: Vocabulary
  calendar: Calendar
  parameters: Record<string, string>
  understood: UnderstoodPiece[]
  problems: Problem[]
}

function settled(answer: Answer, report: ReportName | null): Question {
  const { parameters, problems, calendar } = answer
  if (report && problems.length === 0) {
    const read = readParameters(report, parameters, calendar)
    if (!read.ok)
      problem(answer, [], read.refusal.code === 'REPORT_PERIOD_LONG' ? 'too-long' : 'not-taken', [])
  }
  const understood = answer.understood.toSorted((a, b) => a.at - b.at)
  if (report && problems.length === 0) return { report, parameters, understood, problems: [] }
  return { report: null, understood, problems: problems.toSorted((a, b) => a.at - b.at) }
}

/** The nearest words to a token that is not understood, or what would have to follow it. */
function nearestTo(answer: Answer, token: Token, tokens: readonly Token[], pieces: Pieces): string[] {
  const { vocabulary, folded } = answer
  if (mayBe(token, 'versus')) return someComparisons(folded.source)
  if (mayBe(token, 'by')) return ['day', 'month', 'channel'].map((cut) => byName(cut, folded.source))
  if (mayBe(token, 'floor')) return someFloors(vocabulary, folded.source)
  const at = tokens.indexOf(token)
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  const isChinese = isHan(textOf(answer, [token]))
  const around = [
    ...(isChinese && before?.to === token.from ? [textOf(answer, [before, token])] : []),
    ...(isChinese && after?.from === token.to ? [textOf(answer, [token, after])] : []),
  ]
  const text = meaningOf(token, 'quoted')?.text ?? textOf(answer, [token])
  const near = nearestShown(text, around, vocabulary, (kind) => fitsAt(kind, [before, after], pieces))
  // A word that is there already is named only where no other is near
  const beside = [before, after].map((one) => (one ? foldWord(textOf(answer, [one])) : ''))
  const others = near.filter((word) => !beside.includes(foldWord(word)))
  return others.length > 0 ? others : near
}

/** Whether a kind of word fits between two tokens: a cut after “by”, a channel beside “channel”, a report or figure where none is named. */
function fitsAt(kind: WordKind, beside: readonly (Token | undefined)[], { subjects }: Pieces): boolean {
  if (mayBe(beside[0], 'by')) return kind === 'cut'
  const cuts = beside.flatMap((token) => meaningOf(token, 'cut')?.cuts ?? [])
  if (cuts.length > 0) return cuts.includes(kind)
  return subjects.length === 0 && kind === 'subject'
}

function textOf({ folded }: Answer, tokens: readonly Token[]): string {
  let text = ''
  let end: number | null = null
  for (const { from, to } of tokens.toSorted((a, b) => a.from - b.from)) {
    // Pieces that touch, or have only spaces and marks between, are shown as they were typed
    const isNext = end !== null && !/[\p{L}\p{N}]/u.test(folded.text.slice(end, from))
    const gap = end === null ? '' : isNext ? folded.source.slice(folded.at[end], folded.at[from]) : ' … '
    text += gap + sourceOf(folded, from, to)
    end = to
  }
  return text
}

function placeOf({ folded }: Answer, tokens: readonly Token[]): number {
  return folded.at[Math.min(...tokens.map(({ from }) => from))] ?? 0
}

function problem(
  answer: Answer,
  tokens: readonly Token[],
  why: ProblemCode,
  nearest: readonly string[],
): void {
  answer.problems.push({
    text: textOf(answer, tokens),
    at: tokens.length > 0 ? placeOf(answer, tokens) : 0,
    why,
    nearest,
  })
}

function understand(answer: Answer, tokens: readonly Token[], as: Understanding): void {
  answer.understood.push({ text: textOf(answer, tokens), at: placeOf(answer, tokens), as })
}

/** Sets a parameter that is asked; another value for it is one too many. */
function ask(answer: Answer, tokens: readonly Token[], name: string, value: string, as: Understanding): void {
  const before = answer.parameters[name]
  if (before !== undefined && before !== value) {
    problem(answer, tokens, 'twice', [])
    return
  }
  answer.parameters[name] = value
  understand(answer, tokens, as)
}

function understandSubject(answer: Answer, token: Token): void {
  const report = meaningOf(token, 'report')?.report
  const measure = meaningOf(token, 'measure')?.measure
  if (measure) understand(answer, [token], { kind: 'measure', measure })
  else if (report) understand(answer, [token], { kind: 'report', report })
}

/** The first figure of a question is the one that its report draws and says first. */
function readSubjects(answer: Answer, { choices }: Pieces, { named, measures, report }: Chosen): void {
  if (named) understand(answer, [named], { kind: 'report', report })
  for (const { token, measure } of measures) understand(answer, [token], { kind: 'measure', measure })
  const drawn = measures.find(({ measure }) => choicesOf(report, 'figure').includes(measure))
  const isTold = choices.some((token) => meaningOf(token, 'choice')?.name === 'figure')
  if (drawn && !isTold) answer.parameters.figure = drawn.measure
}

function readCuts(answer: Answer, pieces: Pieces, { report, cuts }: Chosen): void {
  const taken = choicesOf(report, 'by')
  const asked = [
    ...pieces.cuts,
    ...cuts.map((token) => ({ tokens: [token], cuts: meaningOf(token, 'cut')?.cuts ?? [] })),
  ]
  for (const { tokens, cuts: some } of asked) {
    const [cut, second] = some.filter((one) => taken.includes(one))
    if (cut === undefined) problem(answer, tokens, 'not-taken', namesOfCuts(taken, answer.folded.source))
    else if (second !== undefined)
      problem(answer, tokens, 'ambiguous', namesOfCuts([cut, second], answer.folded.source))
    else ask(answer, tokens, 'by', cut, { kind: 'choice', name: 'by', value: cut })
  }
}

function readValues(answer: Answer, pieces: Pieces, { report, values }: Chosen): void {
  const own = values.map((token) => ({ tokens: [token], choices: meaningsOfKind(token, 'value') }))
  for (const { tokens, choices } of [...pieces.values, ...own]) {
    const taken = choices.filter(({ name }) => takesFilter(report, name))
    const [value, second] = taken
    if (!value) {
      const filters = specsOf(report).flatMap((spec) => (spec.kind === 'filter' ? [spec.name] : []))
      problem(answer, tokens, 'not-taken', namesOfCuts(filters, answer.folded.source))
    } else if (second) {
      const names = taken.map((one) => qualifiedName(one, answer.vocabulary, answer.folded.source))
      problem(answer, tokens, 'ambiguous', names)
    } else
      ask(answer, tokens, value.name, value.value, {
        kind: 'filter',
        name: value.name,
        value: value.value,
      })
  }
}

/** A word that a report can be cut by and restricted to is said more closely. */
function readEither(answer: Answer, pieces: Pieces, report: ReportName): void {
  const { source } = answer.folded
  for (const { token, cuts, choices } of pieces.either) {
    const cut = cuts.find((one) => choicesOf(report, 'by').includes(one))
    const values = choices.filter(({ name }) => takesFilter(report, name))
    const [value] = values
    if (cut !== undefined && values.length === 0)
      ask(answer, [token], 'by', cut, { kind: 'choice', name: 'by', value: cut })
    else if (cut === undefined && value && values.length === 1)
      ask(answer, [token], value.name, value.value, { kind: 'filter', ...value })
    else {
      const words = cut === undefined ? [] : [byName(cut, source)]
      const names = values.map((one) => qualifiedName(one, answer.vocabulary, source))
      problem(answer, [token], words.length + names.length > 0 ? 'ambiguous' : 'not-taken', [
        ...words,
        ...names,
      ])
    }
  }
}

function readChoice(answer: Answer, token: Token, report: ReportName): void {
  const choice = meaningOf(token, 'choice')
  if (!choice) return
  const { name, value } = choice
  if (choicesOf(report, name).includes(value))
    ask(answer, [token], name, value, { kind: 'choice', name, value })
  else problem(answer, [token], 'not-taken', [])
}

function readPeriod(answer: Answer, pieces: Pieces, report: ReportName): void {
  const [typed] = pieces.periods
  const spec = specsOf(report).find(({ kind }) => kind === 'period' || kind === 'date' || kind === 'year')
  if (!typed) {
    readComparison(answer, pieces, report, null)
    return
  }
  if (!spec) {
    problem(answer, typed.tokens, 'not-taken', [])
    return
  }
  const resolved = resolve(answer, typed, report)
  if (!resolved.ok) {
    problem(answer, typed.tokens, resolved.refusal.code, [])
    return
  }
  const period = resolved.value
  const word = typed.sides.length === 1 ? (typed.sides[0]?.word ?? null) : null
  const to = addDays(period.to, -1)
  const set = (name: string, value: string) => {
    answer.parameters[name] = value
  }
  if (spec.kind === 'date' && to === period.from) set(spec.name, word ?? period.from)
  else if (spec.kind === 'year' && isWholeYear(period)) set(spec.name, period.from.slice(0, 4))
  else if (spec.kind === 'period' && word) set('period', word)
  else if (spec.kind === 'period') {
    set('from', period.from)
    set('to', to)
  } else {
    problem(answer, typed.tokens, 'not-taken', [])
    return
  }
  understand(answer, typed.tokens, { kind: 'period', word, from: period.from, to })
  readComparison(answer, pieces, report, { typed, period })
}

function resolve(answer: Answer, typed: TypedPeriod, report: ReportName): Result<Period, PeriodCode> {
  return resolvePeriod(typed, { today: answer.calendar.today, isAhead: ahead.has(report) })
}

function isWholeYear({ from, to }: Period): boolean {
  return from.endsWith('-01-01') && to.endsWith('-01-01') && yearOf(to) === yearOf(from) + 1
}

/** What the period is held against: last year by date, weekday or festival, the budget, or a second period. */
function readComparison(
  answer: Answer,
  pieces: Pieces,
  report: ReportName,
  first: { typed: TypedPeriod; period: Period } | null,
): void {
  const { against, versus, second } = pieces
  const [compared] = second
  const tokens = against?.tokens ?? (versus && compared ? [versus, ...compared.tokens] : [])
  if (tokens.length === 0) return
  if (against && compared && versus) problem(answer, [versus, ...compared.tokens], 'twice', [])
  if (choicesOf(report, 'compare').length === 0) {
    problem(answer, tokens, 'not-taken', [])
    return
  }
  const isFestival = first?.typed.sides.some(({ part }) => part.festival !== undefined) ?? false
  const what = against?.what === 'last-year' && isFestival ? 'festival' : against?.what
  if (what && what !== 'previous') {
    if (choicesOf(report, 'compare').includes(what))
      ask(answer, tokens, 'compare', what, { kind: 'choice', name: 'compare', value: what })
    else problem(answer, tokens, 'not-taken', [])
    return
  }
  const held =
    what === 'previous'
      ? before(answer, first, report)
      : compared && secondOf(answer, compared, first, report)
  if (!held) problem(answer, tokens, 'no-period', [])
  else if (!held.ok) problem(answer, tokens, held.refusal.code, [])
  else {
    const { from, to: end } = held.value
    const to = addDays(end, -1)
    ask(answer, tokens, 'compare', `${from}..${to}`, { kind: 'against', word: null, from, to })
  }
}

/** The period before the one that is asked, or before the report's usual one. */
function before(
  answer: Answer,
  first: { period: Period } | null,
  report: ReportName,
): Result<Period, PeriodCode> | null {
  if (first) return ok(periodBefore(first.period))
  const spec = specsOf(report).find(({ kind }) => kind === 'period')
  return spec?.kind === 'period'
    ? ok(periodBefore(periodOf(spec.usual, answer.calendar.today, answer.calendar.starts)))
    : null
}

/** A second period takes from the first what it leaves out: `oct 2025 vs 2024`, `vs sep`, `国庆 vs 春节`. */
function secondOf(
  answer: Answer,
  second: TypedPeriod,
  first: { typed: TypedPeriod; period: Period } | null,
  report: ReportName,
): Result<Period, PeriodCode> | null {
  const [side] = second.sides
  const isOne = second.sides.length === 1 && side !== undefined && !side.span
  const names = Object.keys(side?.part ?? {})
  if (isOne && names.length === 1 && names[0] === 'year' && side.part.year !== undefined)
    return first && inYear(first.typed, first.period, side.part.year)
  const isWithoutYear = second.sides.every(({ part, span }) => part.year === undefined && !span)
  if (!first || !isWithoutYear) return resolve(answer, second, report)
  const year = yearOf(first.period.from)
  const sides = second.sides.map((one) => ({ ...one, part: { ...one.part, year } }))
  return resolvePeriod({ ...second, sides }, { today: answer.calendar.today, isAhead: ahead.has(report) })
}

/** `since`: the moment that pick-up counts from, where a report has one; elsewhere the first day of a period to this one. */
function readSince(answer: Answer, pieces: Pieces, report: ReportName): void {
  const { since } = pieces
  if (!since) return
  const { tokens, moment } = since
  const [typed] = since.periods
  const spec = specsOf(report).find(({ kind }) => kind === 'moment')
  if (moment !== null && spec?.kind === 'moment') {
    ask(answer, tokens, spec.name, moment, { kind: 'since', value: moment })
    return
  }
  if (!typed) {
    problem(answer, tokens, 'not-taken', [])
    return
  }
  const resolved = resolvePeriod(typed, { today: answer.calendar.today, isAhead: false })
  if (!resolved.ok) problem(answer, tokens, resolved.refusal.code, [])
  else if (spec?.kind === 'moment') {
    const value = typed.sides[0]?.word === 'yesterday' ? 'yesterday' : resolved.value.from
    ask(answer, tokens, spec.name, value, { kind: 'since', value })
  } else if (!specsOf(report).some(({ kind }) => kind === 'period')) problem(answer, tokens, 'not-taken', [])
  else if (pieces.periods.length > 0) problem(answer, tokens, 'twice', [])
  else if (resolved.value.from > answer.calendar.today) problem(answer, tokens, 'backwards', [])
  else {
    const { from } = resolved.value
    const to = answer.calendar.today
    answer.parameters.from = from
    answer.parameters.to = to
    understand(answer, tokens, { kind: 'period', word: null, from, to })
  }
}

function readOrdering(answer: Answer, pieces: Pieces, { report }: Chosen): void {
  const { order } = pieces
  if (!order) return
  const measure = order.measure && figureOf(order.measure.meanings, report)
  if (choicesOf(report, 'by').length === 0 || (measure && !isOfRows(report, measure))) {
    problem(answer, order.tokens, 'not-taken', [])
    return
  }
  const { direction, rows } = order
  const value = orderText({ column: measure, direction, rows })
  ask(answer, order.tokens, 'order', value, { kind: 'order', measure, direction, rows })
}
