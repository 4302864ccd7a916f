/**
 * The probability of one thing that may become of a booking: boosted trees where the past is rich enough, plain rates by
 * segment and channel where it is not, nothing where even these would be a guess.
 */
import { binColumns } from '../learn/bins.ts'
import { fitBoosted } from '../learn/boost.ts'
import { type Column, isConstant, takeRows } from '../learn/columns.ts'
import { contributionsOf } from '../learn/contributions.ts'
import type { BoostedModel } from '../learn/model.ts'
import { predict } from '../learn/predict.ts'
import { heldOutRows } from '../learn/random.ts'
import { minForModel, minForRates } from './enough.ts'
import { type MadeBookings, type RiskFact, riskCategories, riskNumbers } from './made.ts'
import { applyRates, fitRates, type GroupRates } from './rates.ts'

export type Chance =
  | { kind: 'boosted'; model: BoostedModel; bookings: number; positives: number; overall: number }
  | { kind: 'rates'; rates: GroupRates; bookings: number; positives: number; overall: number }

export type FitOptions = {
  /** Facts that may be used; others are not looked at. */
  facts: readonly RiskFact[]
  rounds?: number
  seed?: number
  /** Between two trees; may throw to stop. */
  pulse?: (done: number, total: number) => void
}

/** From the rows whose outcome is known and whether it happened; null with fewer than `minForRates`. */
export function fitChance(
  made: MadeBookings,
  rows: Uint32Array,
  happened: Uint8Array,
  options: FitOptions,
): Chance | null {
  if (rows.length < minForRates) return null
  const positives = happened.reduce((sum, one) => sum + one, 0)
  const counts = { bookings: rows.length, positives, overall: positives / rows.length }
  const rare = Math.min(positives, rows.length - positives)
  const columns = takeRows(columnsOf(made, options.facts), rows)
    .filter((column) => !isConstant(column))
    .map(withOwnWords)
  if (rows.length < minForModel.bookings || rare < minForModel.ofEach || columns.length === 0)
    return { kind: 'rates', rates: fitRates(made, rows, happened), ...counts }
  return { kind: 'boosted', model: fitModel(columns, happened, options), ...counts }
}

/** With the words of these rows alone, in their order: which others the hotel has, and when they came up, has no effect. */
function withOwnWords(column: Column): Column {
  if (column.kind === 'number') return column
  const words = [...new Set(column.codes)].map((code) => column.words[code] as string).sort()
  const places = new Map(words.map((word, place) => [word, place]))
  const codes = column.codes.map((code) => places.get(column.words[code] as string) as number)
  return { ...column, codes, words }
}

/** A tenth of the rows says when further trees only learn by heart. */
function fitModel(columns: Column[], happened: Uint8Array, options: FitOptions): BoostedModel {
  const { rounds = 120, seed = 1, pulse } = options
  const minLeaf = Math.max(15, Math.min(50, Math.round(happened.length / 300)))
  return fitBoosted(binColumns(columns), happened, {
    rounds,
    learningRate: 0.08,
    maxLeaves: 24,
    minLeaf,
    l2: 5,
    subsample: 0.7,
    featureShare: 0.6,
    seed,
    heldOut: heldOutRows(happened.length, 0.1, seed),
    patience: 15,
    ...(pulse ? { onRound: pulse } : {}),
  }).model
}

/** The probability for each of the rows. */
export function applyChance(chance: Chance, made: MadeBookings, rows: Uint32Array): Float64Array {
  if (chance.kind === 'rates') return applyRates(chance.rates, made, rows)
  return predict(chance.model, takeRows(columnsOf(made, factsOf(chance.model)), rows))
}

/** What moves one booking's probability away from that of all, in points of probability (0.12 = 12 points). */
export type Driver = { fact: RiskFact; points: number }

/** The facts that move each of the rows most, the strongest first; none for rates, which only know segment and channel. */
export function driversOf(chance: Chance, made: MadeBookings, rows: Uint32Array, most: number): Driver[][] {
  if (chance.kind === 'rates') return Array.from(rows, () => [])
  const {
    average,
    columns,
    rows: parts,
  } = contributionsOf(chance.model, takeRows(columnsOf(made, factsOf(chance.model)), rows))
  return parts.map((own) => strongest(average, columns as RiskFact[], own, most))
}

/** A part's points are what the probability would lose without it. */
function strongest(average: number, facts: readonly RiskFact[], own: Float64Array, most: number): Driver[] {
  const whole = own.reduce((sum, part) => sum + part, average)
  return facts
    .map((fact, at) => ({ fact, points: sigmoid(whole) - sigmoid(whole - (own[at] as number)) }))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, most)
    .filter(({ points }) => Math.abs(points) >= 0.005)
}

/** How much each fact moves the probability of the rows in the mean, up or down, the strongest first. */
export function overallDrivers(chance: Chance, made: MadeBookings, rows: Uint32Array): Driver[] {
  if (chance.kind === 'rates') return []
  const sums = new Map<RiskFact, number>()
  for (const drivers of driversOf(chance, made, rows, Number.POSITIVE_INFINITY))
    for (const { fact, points } of drivers) sums.set(fact, (sums.get(fact) ?? 0) + Math.abs(points))
  return [...sums]
    .map(([fact, sum]) => ({ fact, points: sum / rows.length }))
    .sort((a, b) => b.points - a.points)
}

function sigmoid(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}

function factsOf({ columns }: BoostedModel): RiskFact[] {
  return columns.map(({ name }) => name as RiskFact)
}

/** The facts as the learner takes them. */
function columnsOf(made: MadeBookings, facts: readonly RiskFact[]): Column[] {
  const wanted = new Set<string>(facts)
  return [
    ...riskNumbers
      .filter(({ name }) => wanted.has(name))
      .map(({ name }) => ({ name, kind: 'number' as const, values: made.numbers[name] })),
    ...riskCategories
      .filter(({ name }) => wanted.has(name))
      .map(({ name }) => ({
        name,
        kind: 'category' as const,
        codes: made.codes[name],
        words: made.words[name],
      })),
  ]
}
