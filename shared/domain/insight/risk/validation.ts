/** How well a model foretold what became of bookings that it did not learn from and that came later. */
import { auc, calibrationError, calibrationTable } from '../learn/measures.ts'
import { blockDistribution, intervalOf, intervalShare } from './count-distribution.ts'
import { type MadeBookings, outcomeCame, outcomeCancelled, outcomeNoShow } from './made.ts'
import { type Chances, chancesOf, type RiskModel, risksOn, risksWhenMade, wasOpenOn } from './model.ts'
import { blocksOf } from './together.ts'

/** The calibration table and error are over ten bins of equally many bookings. */
export const calibrationBins = 10

export type Fit = {
  /** Null where one of the two outcomes is missing. */
  auc: number | null
  calibrationError: number
  baseRate: number
  bins: { bookings: number; given: number; came: number }[]
}

export type Validation = {
  bookings: number
  arrivals: { from: number; to: number }
  /** Cancelled or no-show; cancelled; no-show of those that were not cancelled counts for all bookings. */
  away: Fit
  cancel: Fit
  noShow: Fit
}

/** The probabilities of the day each booking was made against what became of it. */
export function validateRisk(model: RiskModel, made: MadeBookings, rows: Uint32Array): Validation {
  const risks = risksWhenMade(chancesOf(model, made, rows))
  const happened = (is: (outcome: number) => boolean) =>
    Uint8Array.from(rows, (row) => (is(made.outcome[row] as number) ? 1 : 0))
  const arrivals = Array.from(rows, (row) => made.arrival[row] as number)
  return {
    bookings: rows.length,
    arrivals: {
      from: arrivals.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      to: arrivals.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
    },
    away: fitOf(
      risks.away,
      happened((outcome) => outcome !== outcomeCame),
    ),
    cancel: fitOf(
      risks.cancel,
      happened((outcome) => outcome === outcomeCancelled),
    ),
    noShow: fitOf(
      risks.noShow,
      happened((outcome) => outcome === outcomeNoShow),
    ),
  }
}

function fitOf(probabilities: Float64Array, labels: Uint8Array): Fit {
  const area = auc(probabilities, labels)
  return {
    auc: Number.isNaN(area) ? null : area,
    calibrationError: calibrationError(probabilities, labels, calibrationBins, 'count'),
    baseRate: labels.reduce((sum, label) => sum + label, 0) / labels.length,
    bins: calibrationTable(probabilities, labels, calibrationBins, 'count').map(({ rows, given, came }) => ({
      bookings: rows,
      given,
      came,
    })),
  }
}

/** How many days ahead the arrivals of a day are foretold for the check. */
export const horizons = [1, 7, 14, 30] as const
export type HorizonFit = {
  days: number
  /** Days checked, and by how much they were off: the root of the mean square, the model's and that of “everybody comes”. */
  checked: number
  off: number
  offIfAllCome: number
  /** Share of days whose arrivals were within the interval. */
  within: number
}

/** The arrivals of each day foretold from the bookings of `days` before, against how many of these came. */
export function validateArrivals(model: RiskModel, made: MadeBookings, rows: Uint32Array): HorizonFit[] {
  const chances = chancesOf(model, made, rows)
  const byDay = new Map<number, number[]>()
  rows.forEach((row, at) => {
    const day = made.arrival[row] as number
    const ofDay = byDay.get(day)
    if (ofDay) ofDay.push(at)
    else byDay.set(day, [at])
  })
  return horizons
    .map((days) => fitHorizon(model, made, { rows, chances }, byDay, days))
    .filter(({ checked }) => checked > 0)
}

function fitHorizon(
  model: RiskModel,
  made: MadeBookings,
  { rows, chances }: { rows: Uint32Array; chances: Chances },
  byDay: Map<number, number[]>,
  days: number,
): HorizonFit {
  let [checked, off, offIfAll, within] = [0, 0, 0, 0]
  for (const [day, ofDay] of byDay) {
    const places = ofDay.filter((at) => wasOpenOn(made, rows[at] as number, day - days))
    if (places.length === 0) continue
    const open = places.map((at) => rows[at] as number)
    const { away } = risksOn(model, chancesAt(chances, places), {
      leads: open.map((row) => made.numbers.leadTime[row] as number),
      arrivals: open.map(() => day),
      day: day - days,
    })
    const comes = away.map((chance) => 1 - chance)
    const came = open.filter((row) => made.outcome[row] === outcomeCame).length
    const blocks = blocksOf(made, open, comes)
    const { from, to } = intervalOf(blockDistribution(blocks), intervalShare)
    checked += 1
    off += (comes.reduce((sum, chance) => sum + chance, 0) - came) ** 2
    offIfAll += (open.length - came) ** 2
    within += came >= from && came <= to ? 1 : 0
  }
  return {
    days,
    checked,
    off: Math.sqrt(off / checked),
    offIfAllCome: Math.sqrt(offIfAll / checked),
    within: within / checked,
  }
}

function chancesAt({ cancel, missed }: Chances, places: readonly number[]): Chances {
  return {
    cancel: Float64Array.from(places, (at) => cancel[at] as number),
    missed: Float64Array.from(places, (at) => missed[at] as number),
  }
}
