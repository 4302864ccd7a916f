/**
 * A target of guests, asked of the hotel's own past: learned from what was known two years before the date and what came in the
 * year after; judged on what was known one year before and what came until the date; then asked of the guests of today.
 */
import type { FactTable } from '../facts/catalogue.ts'
import type { History } from '../facts/history.ts'
import type { Column } from '../learn/columns.ts'
import type { TreeModel } from '../learn/model.ts'
import { predictLeaves } from '../learn/predict.ts'
import { drawSorted, seededRandom } from '../learn/random.ts'
import { type FeatureName, featureColumns } from './features.ts'
import { type Sample, type Study, studyDefaults, studyTarget } from './study.ts'
import { highValueCut, outcomeOf, placesAsked, TARGET_DAYS, type TreeTarget } from './targets.ts'

/** Below these nothing is said of a target: of so few guests a share is chance. */
export const neededForTree = { guests: 100, each: 20 } as const
/** A model learns from and is judged on at most so many guests, drawn by the seed; more change nothing but the time. */
export const MOST_STUDIED = 200_000

/** One of the two years of a study. */
export interface StudiedYear {
  /** Facts are of this day; the outcome is of the twelve months after it. */
  day: number
  /** Guests whom the target is about, and those of them who met it. */
  guests: number
  positives: number
}

export interface GuestStudy {
  target: TreeTarget
  study: Study
  trained: StudiedYear
  judged: StudiedYear
  /** For high value: the least revenue of twelve months that counts, in minor units. */
  highCut: number | null
}

export interface TooLittle {
  year: 'trained' | 'judged'
  found: StudiedYear
}

export interface GuestStudyOptions {
  allowProtected: boolean
  pulse?: (done: number, total: number) => void
  /** For tests of the sampling. */
  mostRows?: number
}

/** The facts of a day of the guests at some places of the history, ascending. */
export type FactsOf = (day: number, places: Uint32Array) => FactTable

/** Studies a target as of a day. */
export function studyGuests(
  target: TreeTarget,
  history: History,
  day: number,
  factsOf: FactsOf,
  { allowProtected, pulse, mostRows = MOST_STUDIED }: GuestStudyOptions,
): GuestStudy | TooLittle {
  const first = day - 2 * TARGET_DAYS
  const highCut = target === 'highValue' ? highValueCut(history, first) : null
  const sampleOf = (on: number) =>
    sampleYear(on, outcomeOf(target, history, on, highCut ?? Number.NaN), mostRows, (places) =>
      featureColumns(factsOf(on, places), allowProtected),
    )
  const trained = sampleOf(first)
  if (isTooLittle(trained.year)) return { year: 'trained', found: trained.year }
  const judged = sampleOf(day - TARGET_DAYS)
  if (isTooLittle(judged.year)) return { year: 'judged', found: judged.year }
  return {
    target,
    study: studyTarget(trained.sample, judged.sample, pulse ? { pulse } : {}),
    trained: trained.year,
    judged: judged.year,
    highCut,
  }
}

function isTooLittle({ guests, positives }: StudiedYear): boolean {
  return guests < neededForTree.guests || Math.min(positives, guests - positives) < neededForTree.each
}

type Outcome = ReturnType<typeof outcomeOf>

function sampleYear(
  day: number,
  { places, target }: Outcome,
  mostRows: number,
  columnsOf: (places: Uint32Array) => Column[],
): { year: StudiedYear; sample: Sample } {
  const all = Uint32Array.from(places.keys())
  const drawn = places.length > mostRows ? drawSorted(all, mostRows, seededRandom(studyDefaults.seed)) : all
  return {
    year: { day, guests: places.length, positives: target.reduce((sum, met) => sum + met, 0) },
    sample: {
      columns: columnsOf(Uint32Array.from(drawn, (at) => places[at]!)),
      target: Uint8Array.from(drawn, (at) => target[at]!),
    },
  }
}

/** Where each guest of today falls: the rule (leaf) that they meet. */
export interface Placed {
  guest: Int32Array
  leaf: Int32Array
}

/** So many guests at a time are asked: the facts of a million at once take 200 MB. */
const ASKED_AT_ONCE = 100_000

/** Asks the tree of all guests whose outcome is still open on a day. */
export function placeGuests(
  target: TreeTarget,
  model: TreeModel,
  history: History,
  day: number,
  factsOf: FactsOf,
): Placed {
  const places = placesAsked(target, history, day)
  const used = new Set(model.tree.nodes.flatMap(({ split }) => (split ? [split.column] : [])))
  const names = model.columns.filter((_, place) => used.has(place)).map(({ name }) => name as FeatureName)
  const leaf = new Int32Array(places.length)
  for (let from = 0; names.length > 0 && from < places.length; from += ASKED_AT_ONCE) {
    const facts = factsOf(day, places.subarray(from, from + ASKED_AT_ONCE))
    leaf.set(predictLeaves(...withColumnsUsed(model, used), featureColumns(facts, true, names)), from)
  }
  return { guest: Int32Array.from(places, (place) => history.guests.id[place]!), leaf }
}

/** The tree and the columns that it uses, renumbered: a million guests need no column that no split asks for. */
function withColumnsUsed(
  { tree, columns }: TreeModel,
  used: ReadonlySet<number>,
): [TreeModel['tree'], TreeModel['columns']] {
  const kept = columns.filter((_, place) => used.has(place))
  const places = new Map(kept.map((column, place) => [columns.indexOf(column), place]))
  const nodes = tree.nodes.map((node) =>
    node.split ? { ...node, split: { ...node.split, column: places.get(node.split.column)! } } : node,
  )
  return [{ nodes }, kept]
}
