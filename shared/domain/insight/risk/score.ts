/** Every booking that is to come, and the days that they make. */
import { type Driver, driversOf } from './chance.ts'
import { type MadeBookings, outcomeCame, type RiskFact, type RiskNumber, riskNumbers } from './made.ts'
import { chancesOf, type RiskModel, type Risks, risksOn, risksWhenMade } from './model.ts'
import { type Block, type DayOutlook, outlookOf } from './outlook.ts'
import type { OverbookingCosts } from './overbooking.ts'
import { blocksOf } from './together.ts'

/** Days ahead for which reasons are worked out, and for which an outlook is given. */
export const daysAhead = 30
/** How many reasons a booking shows. */
const reasons = 3

/** A reason with what the booking has of the fact: a word of a category, or a number in the fact's unit. */
export type Reason = Driver & { word: string | null; value: number | null }

export type ScoredBookings = {
  /** Rows of `made` that are to come. */
  rows: Uint32Array
  onDay: Risks
  whenMade: Risks
  /** By place in `rows`; empty beyond `daysAhead`. */
  reasons: Reason[][]
}

/** The risks of the rows on a day; `arrivals` are those on file, which may have moved since the booking was made. */
export function scoreBookings(
  model: RiskModel,
  made: MadeBookings,
  rows: Uint32Array,
  { day, arrivals }: { day: number; arrivals: Int32Array },
): ScoredBookings {
  const chances = chancesOf(model, made, rows)
  const leads = Float64Array.from(
    rows,
    (row, at) => (arrivals[at] as number) - (made.createdOn[row] as number),
  )
  const onDay = risksOn(model, chances, { leads, arrivals, day })
  const near = rows.filter((_, at) => (arrivals[at] as number) < day + daysAhead)
  const found = driversOf(model.cancel, made, near, reasons)
  const byRow = new Map([...near].map((row, at) => [row, found[at] as Driver[]]))
  return {
    rows,
    onDay,
    whenMade: risksWhenMade(chances),
    reasons: Array.from(rows, (row) => (byRow.get(row) ?? []).map((driver) => reasonOf(made, row, driver))),
  }
}

function reasonOf(made: MadeBookings, row: number, driver: Driver): Reason {
  if (isNumber(driver.fact)) {
    const value = made.numbers[driver.fact][row] as number
    return { ...driver, word: null, value: Number.isNaN(value) ? null : value }
  }
  return {
    ...driver,
    word: made.words[driver.fact][made.codes[driver.fact][row] as number] as string,
    value: null,
  }
}

function isNumber(fact: RiskFact): fact is RiskNumber {
  return riskNumbers.some(({ name }) => name === fact)
}

export type HouseFacts = {
  /** Rooms that can be slept in on a night. */
  roomsOn: (day: number) => number
  /** Departures of those who are in house, as day numbers. */
  staying: readonly number[]
}

/** The outlook of each of the days from `day` on. `departures` are of the scored rows, as on file. */
export function outlookDays(
  made: MadeBookings,
  { rows, onDay }: Pick<ScoredBookings, 'rows' | 'onDay'>,
  { day, arrivals, departures }: { day: number; arrivals: Int32Array; departures: Int32Array },
  house: HouseFacts,
  costs: OverbookingCosts | null,
): (DayOutlook & { day: number })[] {
  const blocksAt = (places: number[]): Block[] =>
    blocksOf(
      made,
      places.map((at) => rows[at] as number),
      places.map((at) => 1 - (onDay.away[at] as number)),
    )
  const places = Array.from(rows.keys())
  return Array.from({ length: daysAhead }, (_, ahead) => {
    const date = day + ahead
    const sure = house.staying.filter((departure) => departure > date).length
    return {
      day: date,
      ...outlookOf(
        {
          rooms: house.roomsOn(date),
          arrivals: blocksAt(places.filter((at) => arrivals[at] === date && departures[at] !== date)),
          staying: [
            ...blocksAt(
              places.filter((at) => (arrivals[at] as number) < date && (departures[at] as number) > date),
            ),
            ...(sure > 0 ? [{ rooms: sure, probability: 1 }] : []),
          ],
        },
        costs,
      ),
    }
  })
}

/** The mean rate of a night and the mean total of those who came, of the last year before `day`; null where nobody did. */
export function meanAmounts(made: MadeBookings, day: number): { rate: number; total: number } | null {
  let [stays, nights, revenue] = [0, 0, 0]
  for (let row = 0; row < made.count; row++) {
    const arrival = made.arrival[row] as number
    if (made.outcome[row] !== outcomeCame || arrival < day - 365 || arrival >= day) continue
    const own = Math.max(1, made.numbers.nights[row] as number)
    stays += 1
    nights += own
    revenue += own * (made.numbers.rate[row] as number)
  }
  return stays === 0 ? null : { rate: revenue / nights, total: revenue / stays }
}

/** A walked guest is taken to cost so many times what an empty room does, where the hotel has not said: it is an assumption. */
export const walkedTimes = 2

/** The hotel's own costs; what it has not said is worked out from the mean rate. Null where there is none either. */
export function costsOf(
  said: { walkedMinor: number | null; emptyMinor: number | null },
  meanRate: number | null,
): OverbookingCosts | null {
  const empty = said.emptyMinor ?? (meanRate === null ? null : Math.round(meanRate))
  const walked = said.walkedMinor ?? (empty === null ? null : walkedTimes * empty)
  return empty === null || walked === null ? null : { walked, empty }
}
