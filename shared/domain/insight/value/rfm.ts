import { type RfmSegment, rfmSegments } from './classes.ts'
import { meanOf, quantilesOf } from './quantiles.ts'

/** A guest each: days since the last stay, how many stays, what they brought (any one unit). */
export type RfmColumns = {
  recencyDays: ArrayLike<number>
  frequency: ArrayLike<number>
  monetary: ArrayLike<number>
}
export const rfmMeasures = ['recencyDays', 'frequency', 'monetary'] as const
export type RfmMeasure = (typeof rfmMeasures)[number]
export type RfmValues = Record<RfmMeasure, number>

export type CutRule = { kind: 'mean' } | { kind: 'quintile' } | ({ kind: 'hand' } & RfmValues)
export const cutKinds = ['mean', 'quintile', 'hand'] as const

/** Where high begins, or for quintiles the four values between the five fifths. */
export type RfmCuts =
  | { kind: 'mean' | 'hand'; cuts: RfmValues }
  | { kind: 'quintile'; cuts: Record<RfmMeasure, number[]> }

export type RfmScores = {
  cuts: RfmCuts
  /** 0 low and 1 high; with quintiles 1 to 5. */
  r: Uint8Array
  f: Uint8Array
  m: Uint8Array
  /** Places in `rfmSegments`. */
  segment: Uint8Array
}

const fifths = [0.2, 0.4, 0.6, 0.8] as const
/** With quintiles the best two fifths are high. */
export const highFromScore = 4

/** The cut values of a rule; of no guests they are NaN. */
export function rfmCuts(columns: RfmColumns, rule: CutRule): RfmCuts {
  if (rule.kind === 'hand') {
    const { recencyDays, frequency, monetary } = rule
    return { kind: 'hand', cuts: { recencyDays, frequency, monetary } }
  }
  if (rule.kind === 'mean') {
    return {
      kind: 'mean',
      cuts: {
        recencyDays: meanOf(columns.recencyDays),
        frequency: meanOf(columns.frequency),
        monetary: meanOf(columns.monetary),
      },
    }
  }
  return {
    kind: 'quintile',
    cuts: {
      recencyDays: quantilesOf(columns.recencyDays, fifths),
      frequency: quantilesOf(columns.frequency, fifths),
      monetary: quantilesOf(columns.monetary, fifths),
    },
  }
}

/**
 * The eight segments. By one cut a value that equals it is high: days ≤ cut, stays ≥ cut, revenue ≥ cut. With quintiles a
 * value that equals a bound belongs to the fifth below it (intervals closed at the right, as pandas.qcut has them), so
 * that equal values have equal scores; 4 and 5 are high, and for days the fewest score 5.
 */
export function rfmScores(columns: RfmColumns, rule: CutRule): RfmScores {
  const cuts = rfmCuts(columns, rule)
  const count = columns.recencyDays.length
  const r = new Uint8Array(count)
  const f = new Uint8Array(count)
  const m = new Uint8Array(count)
  const segment = new Uint8Array(count)
  const scores = scorersOf(cuts)
  const high = cuts.kind === 'quintile' ? highFromScore : 1
  for (let i = 0; i < count; i++) {
    r[i] = scores.recencyDays(columns.recencyDays[i] as number)
    f[i] = scores.frequency(columns.frequency[i] as number)
    m[i] = scores.monetary(columns.monetary[i] as number)
    segment[i] = segmentPlace((r[i] as number) >= high, (f[i] as number) >= high, (m[i] as number) >= high)
  }
  return { cuts, r, f, m, segment }
}

type Scorers = Record<RfmMeasure, (value: number) => number>

function scorersOf(cuts: RfmCuts): Scorers {
  if (cuts.kind === 'quintile') {
    const { recencyDays, frequency, monetary } = cuts.cuts
    return {
      recencyDays: (value) => 5 - boundsBelow(recencyDays, value),
      frequency: (value) => 1 + boundsBelow(frequency, value),
      monetary: (value) => 1 + boundsBelow(monetary, value),
    }
  }
  const { recencyDays, frequency, monetary } = cuts.cuts
  return {
    recencyDays: (value) => (value <= recencyDays ? 1 : 0),
    frequency: (value) => (value >= frequency ? 1 : 0),
    monetary: (value) => (value >= monetary ? 1 : 0),
  }
}

function boundsBelow(bounds: readonly number[], value: number): number {
  let count = 0
  for (const bound of bounds) if (value > bound) count += 1
  return count
}

/** (R, F, M): HHH value, HLH development, LHH keep, LLH rescue; the same four again where M is low. */
function segmentPlace(r: boolean, f: boolean, m: boolean): number {
  const kind = r ? (f ? 0 : 1) : f ? 2 : 3
  return m ? kind : kind + 4
}

/** The segment of one guest by what is high. */
export function segmentOf(r: boolean, f: boolean, m: boolean): RfmSegment {
  return rfmSegments[segmentPlace(r, f, m)] as RfmSegment
}

/** What is high in a segment: the inverse of `segmentOf`. */
export function lettersOf(segment: RfmSegment): { r: boolean; f: boolean; m: boolean } {
  const place = rfmSegments.indexOf(segment)
  const kind = place % 4
  return { r: kind < 2, f: kind % 2 === 0, m: place < 4 }
}
