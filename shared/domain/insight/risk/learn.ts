/** A hotel's own model: learnt from its past, checked on its later arrivals, then learnt anew from all of it. */
import type { Driver, FitOptions } from './chance.ts'
import { overallDrivers } from './chance.ts'
import type { MadeBookings } from './made.ts'
import { fitRisk, type RiskModel, rowsKnownBy } from './model.ts'
import { type HorizonFit, type Validation, validateArrivals, validateRisk } from './validation.ts'

/** The latest fifth of the arrivals is kept back to check on. */
const keptBack = 0.2
/** With fewer of them the figures of the check would be chance. */
const minToCheck = 100
/** Bookings whose reasons are worked out to say what drives the model overall. */
const sample = 300

export type LearntRisk = {
  model: RiskModel
  /** Known outcomes that it was learnt from. */
  bookings: number
  /** Null where too few are kept back to say anything. */
  check: (Validation & { learnt: number; arrivalsAhead: HorizonFit[] }) | null
  drivers: Driver[]
}

/** Learns as of a day; null where too little is known to say anything. `pulse` is told steps of 100. */
export function learnRisk(made: MadeBookings, day: number, options: FitOptions): LearntRisk | null {
  const known = rowsKnownBy(made, day)
  const step = (from: number) => (done: number, total: number) =>
    options.pulse?.(from + (50 * done) / total, 100)
  const check = checkOn(made, known, { ...options, pulse: step(0) })
  const model = fitRisk(made, known, { ...options, pulse: step(50) })
  if (!model) return null
  const every = Math.max(1, Math.floor(known.length / sample))
  return {
    model,
    bookings: known.length,
    check,
    drivers: overallDrivers(
      model.cancel,
      made,
      known.filter((_, at) => at % every === 0),
    ),
  }
}

function checkOn(made: MadeBookings, known: Uint32Array, options: FitOptions): LearntRisk['check'] {
  const arrivals = Int32Array.from(known, (row) => made.arrival[row] as number).sort()
  const split = arrivals[Math.floor(arrivals.length * (1 - keptBack))]
  if (split === undefined) return null
  const earlier = rowsKnownBy(made, split)
  const later = known.filter((row) => (made.arrival[row] as number) >= split)
  if (later.length < minToCheck) return null
  const model = fitRisk(made, earlier, options)
  if (!model) return null
  return {
    learnt: earlier.length,
    ...validateRisk(model, made, later),
    arrivalsAhead: validateArrivals(model, made, later),
  }
}
