import { type ClassKind, classesOf, classKinds } from './classes.ts'
import type { GuestValues, ValueResult } from './guest-values.ts'

export type ClassCount = { name: string; guests: number; revenueMinor: number }

/** Where the map of recency and frequency is divided: up to so many days, up to so many stays; the last is open. */
export const mapDays = [90, 180, 365, 730] as const
export const mapStays = [1, 2, 4, 9] as const

/** One field of the map, by its place in days and in stays. */
export type MapField = { days: number; stays: number; guests: number; revenueMinor: number }

export type ValueSummary = {
  /** Guests with a stay, and those without one yet. */
  guests: number
  prospects: number
  excluded: number
  revenueMinor: number
  contributionMinor: number
  cuts: ValueResult['cuts']
  means: { recencyDays: number; frequency: number; monetaryMinor: number } | null
  classes: Record<ClassKind, ClassCount[]>
  map: MapField[]
  spread: ValueResult['spread']
  matrix: ValueResult['matrixCuts'] & {
    potentialFrom: ValueResult['potentialFrom']
    /** Sums of the two axes by class, in the order of `matrixClasses`. */
    currentMinor: number[]
    potentialMinor: number[]
  }
}

/** Where the class of each way to divide guests is. */
export const classFields = {
  rfm: 'segment',
  value: 'value',
  matrix: 'matrix',
  need: 'need',
  lifecycle: 'lifecycle',
  behaviour: 'behaviour',
  relation: 'relation',
} as const satisfies Record<ClassKind, keyof GuestValues>

/** The class that counts of the guest at a place, where a person may have set another than was computed. */
export type ClassOf = (kind: ClassKind, at: number, computed: number) => number

/** The figures of the page. `classOf` null: no class was set by a person. */
export function summarise(result: ValueResult, classOf: ClassOf | null = null): ValueSummary {
  const { guests } = result
  const totals = totalsOf(guests)
  const classes = Object.fromEntries(
    classKinds.map((kind) => [kind, countClasses(guests, kind, classOf)]),
  ) as ValueSummary['classes']
  return {
    ...totals,
    prospects: guests.count - totals.guests,
    excluded: result.excluded,
    cuts: result.cuts,
    classes,
    map: mapOf(guests),
    spread: result.spread,
    matrix: {
      ...result.matrixCuts,
      potentialFrom: result.potentialFrom,
      currentMinor: sumsByMatrix(guests, guests.currentMinor),
      potentialMinor: sumsByMatrix(guests, guests.potentialMinor),
    },
  }
}

function totalsOf(guests: GuestValues) {
  let count = 0
  let days = 0
  let stays = 0
  let revenue = 0
  let contribution = 0
  for (let at = 0; at < guests.count; at++) {
    if ((guests.frequency[at] as number) === 0) continue
    count += 1
    days += guests.recencyDays[at] as number
    stays += guests.frequency[at] as number
    revenue += guests.monetaryMinor[at] as number
    contribution += guests.contributionMinor[at] as number
  }
  const means =
    count > 0 ? { recencyDays: days / count, frequency: stays / count, monetaryMinor: revenue / count } : null
  return { guests: count, revenueMinor: revenue, contributionMinor: contribution, means }
}

function countClasses(guests: GuestValues, kind: ClassKind, classOf: ClassOf | null): ClassCount[] {
  const names = classesOf[kind]
  const column = guests[classFields[kind]]
  const counts = new Float64Array(names.length + 1)
  const revenue = new Float64Array(names.length + 1)
  for (let at = 0; at < guests.count; at++) {
    const computed = column[at] as number
    const place = classOf ? classOf(kind, at, computed) : computed
    counts[place] = (counts[place] as number) + 1
    revenue[place] = (revenue[place] as number) + (guests.monetaryMinor[at] as number)
  }
  return names.map((name, i) => ({
    name,
    guests: counts[i + 1] as number,
    revenueMinor: revenue[i + 1] as number,
  }))
}

/** The place of a value among the divisions: how many of them it is above. */
export function mapPlace(bounds: readonly number[], value: number): number {
  let place = 0
  for (const bound of bounds) if (value > bound) place += 1
  return place
}

function mapOf(guests: GuestValues): MapField[] {
  const across = mapStays.length + 1
  const fields: MapField[] = Array.from({ length: (mapDays.length + 1) * across }, (_, at) => ({
    days: Math.floor(at / across),
    stays: at % across,
    guests: 0,
    revenueMinor: 0,
  }))
  for (let at = 0; at < guests.count; at++) {
    const frequency = guests.frequency[at] as number
    if (frequency === 0) continue
    const place = mapPlace(mapDays, guests.recencyDays[at] as number) * across + mapPlace(mapStays, frequency)
    const field = fields[place] as MapField
    field.guests += 1
    field.revenueMinor += guests.monetaryMinor[at] as number
  }
  return fields
}

function sumsByMatrix({ matrix, count }: GuestValues, values: Float64Array): number[] {
  const sums = classesOf.matrix.map(() => 0)
  for (let at = 0; at < count; at++) {
    const place = (matrix[at] as number) - 1
    if (place >= 0) sums[place] = (sums[place] as number) + (values[at] as number)
  }
  return sums
}
