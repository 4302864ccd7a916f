import { type ParameterSpec, type ReportName, specOf } from '../catalogue.ts'
import type { FigureName } from '../figures.ts'
import { figureOf, reportsOf } from './figure-reports.ts'
import { type FilterName, mayBe, meaningOf, meaningsOfKind, type Token } from './meanings.ts'
import type { Pieces } from './pieces.ts'

/** The report that a question opens, with the tokens that named it and those that are something else there. */
export type Chosen = {
  report: ReportName
  named: Token | null
  measures: readonly { token: Token; measure: FigureName }[]
  /** Named as a report or figure elsewhere, here what it is cut by (lead time) or restricted to (members, walk-ins). */
  cuts: readonly Token[]
  choices: readonly Token[]
  values: readonly Token[]
}

/** Why no report is meant: nothing names one, or two are named that do not go together. */
export type NotChosen = {
  token: Token | null
  why: 'no-report' | 'twice' | 'not-shown'
  reports: readonly ReportName[]
}

type Candidate = Pick<Chosen, 'report' | 'named'>

/**
 * The report of a question: the one that is named by a word that is nothing else; or else, of those that are named, or of those that
 * show the figures, the first that takes all the rest.
 */
export function chooseReport(pieces: Pieces): Chosen | NotChosen {
  const readings = candidatesOf(pieces.subjects).map((candidate) => readIn(candidate, pieces.subjects))
  const possible = readings.filter((reading) => 'report' in reading)
  const named = possible.filter((chosen) => chosen.named !== null)
  const likely = named.length > 0 ? named : possible
  return (
    likely.find((chosen) => takesAll(chosen, pieces)) ??
    likely[0] ??
    readings[0] ?? { token: null, why: 'no-report', reports: [] }
  )
}

const elsewhere = ['cut', 'choice', 'value', 'measure'] as const

function candidatesOf(subjects: readonly Token[]): Candidate[] {
  const naming = subjects.filter((token) => mayBe(token, 'report'))
  const certain = naming.find((token) => !mayBe(token, ...elsewhere))
  const named = (certain ? [certain] : naming).flatMap((token): Candidate[] =>
    meaningsOfKind(token, 'report').map(({ report }) => ({ report, named: token })),
  )
  if (certain) return named
  // Walk-ins are a figure where nothing else is asked
  const figures = subjects.filter((token) => subjects.length === 1 || !mayBe(token, 'value'))
  const showing = figures.flatMap(({ meanings }) => reportsOf(meanings))
  return [...named, ...[...new Set(showing)].map((report) => ({ report, named: null }))]
}

/** What the subjects of a question are in a report, or the first that is nothing there. */
function readIn({ report, named }: Candidate, subjects: readonly Token[]): Chosen | NotChosen {
  const measures: { token: Token; measure: FigureName }[] = []
  const cuts: Token[] = []
  const choices: Token[] = []
  const values: Token[] = []
  for (const token of subjects) {
    const measure = figureOf(token.meanings, report)
    if (token === named) continue
    if (meaningsOfKind(token, 'value').some(({ name }) => takesFilter(report, name))) values.push(token)
    else if (measure) measures.push({ token, measure })
    else if (mayBe(token, 'cut')) cuts.push(token)
    else if (mayBe(token, 'choice')) choices.push(token)
    else if (meaningsOfKind(token, 'report').some((one) => one.report === report)) continue
    else if (mayBe(token, 'report')) return { token, why: 'twice', reports: [] }
    else return { token, why: 'not-shown', reports: reportsOf(token.meanings) }
  }
  return { report, named, measures, cuts, choices, values }
}

/** Whether a report takes what a question asks of it. */
function takesAll(chosen: Chosen, pieces: Pieces): boolean {
  const { report } = chosen
  const cuts = [
    ...pieces.cuts.map(({ cuts }) => cuts),
    ...chosen.cuts.map((token) => meaningOf(token, 'cut')?.cuts ?? []),
  ]
  return (
    cuts.every((some) => some.some((cut) => choicesOf(report, 'by').includes(cut))) &&
    pieces.values.every(({ choices }) => choices.some(({ name }) => takesFilter(report, name))) &&
    [...pieces.choices, ...chosen.choices].every((token) => {
      const choice = meaningOf(token, 'choice')
      return choice !== undefined && choicesOf(report, choice.name).includes(choice.value)
    }) &&
    (pieces.periods.length === 0 ||
      specsOf(report).some(({ kind }) => kind === 'period' || kind === 'date' || kind === 'year')) &&
    (!(pieces.against || pieces.second.length > 0) || choicesOf(report, 'compare').length > 0)
  )
}

/** The choices of a parameter of a report; none where it has no such parameter. */
export function choicesOf(report: ReportName, name: string): readonly string[] {
  const spec = specsOf(report).find((one) => one.kind === 'choice' && one.name === name)
  return spec?.kind === 'choice' ? spec.choices : []
}

/** Whether a report can be restricted to a value of this dimension. */
export function takesFilter(report: ReportName, name: FilterName): boolean {
  return specsOf(report).some((one) => one.kind === 'filter' && one.name === name)
}

/** The parameters of a report. */
export function specsOf(report: ReportName): readonly ParameterSpec[] {
  return specOf(report).parameters
}
