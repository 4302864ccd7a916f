import type { SharedFacts } from '../facts/catalogue.ts'
import type { History } from '../facts/history.ts'
import { inOnePiece } from '../facts/one-piece.ts'
import type { ValueSettings } from '../settings/value.ts'
import { type Concentration, concentrationOf, valueClassOf } from './concentration.ts'
import {
  behaviourCode,
  behaviourOf,
  type CourseFacts,
  lifecycleCode,
  lifecycleOf,
  relationCode,
  relationOf,
} from './lifecycle.ts'
import { type MatrixCuts, matrixClassOf, matrixCuts } from './matrix.ts'
import { type Measures, measureGuests } from './measures.ts'
import { type RfmCuts, rfmScores } from './rfm.ts'

/**
 * Every guest of the fact table who is not excluded, a row each. Classes are places in their lists plus 1; 0 is not known,
 * and RFM, value and matrix are 0 for a guest without a stay.
 */
export type GuestValues = {
  count: number
  id: Int32Array
  /** −1 without a stay. */
  recencyDays: Int32Array
  frequency: Int32Array
  /** Total revenue, and of it what is not of the room. */
  monetaryMinor: Float64Array
  otherMinor: Float64Array
  r: Uint8Array
  f: Uint8Array
  m: Uint8Array
  segment: Uint8Array
  value: Uint8Array
  contributionMinor: Float64Array
  currentMinor: Float64Array
  potentialMinor: Float64Array
  matrix: Uint8Array
  need: Uint8Array
  lifecycle: Uint8Array
  behaviour: Uint8Array
  relation: Uint8Array
}

export type ValueResult = {
  guests: GuestValues
  cuts: RfmCuts
  spread: Concentration | null
  matrixCuts: MatrixCuts
  /** Where the potential is from: expected by the model of future stays, or what was brought per year. */
  potentialFrom: 'future' | 'yearly'
  /** Left out because a person said so. */
  excluded: number
}

type Pulse = (done: number, total: number) => void

/**
 * RFM, value classes, value matrix, need, lifecycle, behaviour and relation of each guest on the date of the facts.
 * `expected`: what each guest of the fact table is expected to bring in the next twelve months, in minor units, where a
 * model says so (NaN: it says nothing of that guest).
 */
export function valueGuests(
  history: History,
  facts: SharedFacts,
  settings: ValueSettings,
  expected: Float64Array | null = null,
  pulse: Pulse = () => undefined,
): ValueResult {
  const measures = measureGuests(history, facts, settings, pulse)
  const rows = rowsJudged(history, facts)
  const guests: GuestValues = { count: rows.length, ...inOnePiece(rows.length, valueColumns) }
  fillMoney(guests, rows, facts, measures, expected)
  const withStay = stayRows(guests)
  const cuts = fillRfm(guests, withStay, settings)
  const spread = concentrationOf(pick(guests.monetaryMinor, withStay), {
    high: settings.shares.high / 100,
    middle: settings.shares.middle / 100,
  })
  const cutsOfMatrix = matrixCuts(
    pick(guests.currentMinor, withStay),
    pick(guests.potentialMinor, withStay),
    settings.matrix,
  )
  for (const at of withStay) {
    guests.value[at] = valueClassOf(guests.monetaryMinor[at] as number, spread)
    guests.matrix[at] = matrixClassOf(
      guests.currentMinor[at] as number,
      guests.potentialMinor[at] as number,
      cutsOfMatrix,
    )
  }
  fillCourse(guests, rows, facts, measures, settings)
  return {
    guests,
    cuts,
    spread,
    matrixCuts: cutsOfMatrix,
    potentialFrom: expected ? 'future' : 'yearly',
    excluded: facts.count - rows.length,
  }
}

/** Rows of the fact table whose guests may be judged. */
function rowsJudged({ guests }: History, facts: SharedFacts): Int32Array {
  const rows = new Int32Array(facts.count)
  let count = 0
  for (let row = 0; row < facts.count; row++)
    if (guests.excluded[facts.place[row] as number] === 0) rows[count++] = row
  return rows.slice(0, count)
}

const valueColumns = {
  id: Int32Array,
  recencyDays: Int32Array,
  frequency: Int32Array,
  monetaryMinor: Float64Array,
  otherMinor: Float64Array,
  r: Uint8Array,
  f: Uint8Array,
  m: Uint8Array,
  segment: Uint8Array,
  value: Uint8Array,
  contributionMinor: Float64Array,
  currentMinor: Float64Array,
  potentialMinor: Float64Array,
  matrix: Uint8Array,
  need: Uint8Array,
  lifecycle: Uint8Array,
  behaviour: Uint8Array,
  relation: Uint8Array,
} as const

function fillMoney(
  guests: GuestValues,
  rows: Int32Array,
  facts: SharedFacts,
  measures: Measures,
  expected: Float64Array | null,
): void {
  const { numbers, id } = facts
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    guests.id[at] = id[row] as number
    const stays = numbers.stays[row] as number
    guests.frequency[at] = stays
    guests.recencyDays[at] = stays > 0 ? (numbers.daysSince[row] as number) : -1
    guests.monetaryMinor[at] = numbers.totalRevenue[row] as number
    guests.otherMinor[at] = numbers.otherRevenue[row] as number
    guests.contributionMinor[at] = (numbers.totalRevenue[row] as number) - (measures.costMinor[row] as number)
    guests.currentMinor[at] = (numbers.revenue12[row] as number) - (measures.cost12Minor[row] as number)
    const modelled = expected?.[row] ?? Number.NaN
    guests.potentialMinor[at] = Math.round(
      expected ? (Number.isNaN(modelled) ? 0 : modelled) : (measures.yearlyMinor[row] as number),
    )
    guests.need[at] = measures.need[row] as number
  }
}

function stayRows({ frequency, count }: GuestValues): Int32Array {
  const rows = new Int32Array(count)
  let found = 0
  for (let at = 0; at < count; at++) if ((frequency[at] as number) > 0) rows[found++] = at
  return rows.slice(0, found)
}

function pick(values: ArrayLike<number>, rows: Int32Array): Float64Array {
  const picked = new Float64Array(rows.length)
  for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i] as number] as number
  return picked
}

function fillRfm(guests: GuestValues, withStay: Int32Array, settings: ValueSettings): RfmCuts {
  const scores = rfmScores(
    {
      recencyDays: pick(guests.recencyDays, withStay),
      frequency: pick(guests.frequency, withStay),
      monetary: pick(guests.monetaryMinor, withStay),
    },
    settings.cut,
  )
  for (let i = 0; i < withStay.length; i++) {
    const at = withStay[i] as number
    guests.r[at] = scores.r[i] as number
    guests.f[at] = scores.f[i] as number
    guests.m[at] = scores.m[i] as number
    guests.segment[at] = (scores.segment[i] as number) + 1
  }
  return scores.cuts
}

const HIGH = 1

function fillCourse(
  guests: GuestValues,
  rows: Int32Array,
  { numbers }: SharedFacts,
  measures: Measures,
  { lifecycle: settings }: ValueSettings,
): void {
  const course: CourseFacts = {
    stays: 0,
    daysSince: 0,
    stays12: 0,
    staysPrior12: 0,
    awayBefore: 0,
    upcoming: 0,
    inHouse: false,
    continues: false,
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    course.stays = numbers.stays[row] as number
    course.daysSince = numbers.daysSince[row] as number
    course.stays12 = numbers.stays12[row] as number
    course.staysPrior12 = measures.staysPrior12[row] as number
    course.awayBefore = measures.awayBefore[row] as number
    course.upcoming = numbers.upcoming[row] as number
    course.inHouse = measures.inHouse[row] === 1
    course.continues = measures.continues[row] === 1
    const lifecycle = lifecycleOf(course, settings)
    const matrix = guests.matrix[at] as number
    guests.lifecycle[at] = lifecycleCode(lifecycle)
    guests.behaviour[at] = behaviourCode(behaviourOf(course, settings))
    guests.relation[at] = relationCode(
      relationOf({
        lifecycle,
        highValue: guests.value[at] === HIGH,
        highPotential: matrix === 2 || matrix === 4,
      }),
    )
  }
}
