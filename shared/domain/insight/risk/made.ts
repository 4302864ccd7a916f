/**
 * Bookings as they were on the day they were made, as columns: what a judgement about a booking may rest on. There is no
 * room here for anything that came later (`neverUsed`), so that no model can take it by mistake.
 */

import { type BusinessDate, fromDayNumber, toDayNumber } from '../../../values/index.ts'

/** No day, as in the history's columns. */
export const NO_DAY = -1

export type RiskUnit =
  | 'days'
  | 'nights'
  | 'dayOfYear'
  | 'weekday'
  | 'persons'
  | 'money'
  | 'rooms'
  | 'times'
  | 'years'

type NumberEntry = { name: string; unit: RiskUnit; protected?: true }
type CategoryEntry = { name: string; protected?: true }

/** Each has its name and definition under `insightRisk.fact.<name>`. NaN: not known. */
export const riskNumbers = [
  { name: 'leadTime', unit: 'days' },
  { name: 'nights', unit: 'nights' },
  { name: 'weekendNights', unit: 'nights' },
  { name: 'arrivalDay', unit: 'dayOfYear' },
  { name: 'arrivalWeekday', unit: 'weekday' },
  { name: 'madeWeekday', unit: 'weekday' },
  { name: 'adults', unit: 'persons' },
  { name: 'children', unit: 'persons' },
  { name: 'rate', unit: 'money' },
  { name: 'roomsTogether', unit: 'rooms' },
  { name: 'earlierStays', unit: 'times' },
  { name: 'earlierCancellations', unit: 'times' },
  { name: 'earlierNoShows', unit: 'times' },
  { name: 'age', unit: 'years', protected: true },
] as const satisfies readonly NumberEntry[]

/** The word of a code is the hotel's own (a code of a room type, the id of an account); '' is none. */
export const riskCategories = [
  { name: 'meal' },
  { name: 'segment' },
  { name: 'channel' },
  { name: 'guarantee' },
  { name: 'roomType' },
  { name: 'ratePlan' },
  { name: 'agency' },
  { name: 'company' },
  { name: 'customerKind' },
  { name: 'nationality', protected: true },
  { name: 'gender', protected: true },
  { name: 'language', protected: true },
] as const satisfies readonly CategoryEntry[]

export type RiskNumber = (typeof riskNumbers)[number]['name']
export type RiskCategory = (typeof riskCategories)[number]['name']
export type RiskFact = RiskNumber | RiskCategory

/** Traits of the person: taken only where the settings say so, and then named in the report. */
export const protectedRiskFacts = ['nationality', 'gender', 'language', 'age'] as const
export type ProtectedRiskFact = (typeof protectedRiskFacts)[number]

/**
 * Known only after the booking was made, and so never used: status and room given tell the outcome, parking and special
 * requests at the end are those of guests who came, the country is corrected at check-in, changes and days on the waiting
 * list add up until the arrival.
 */
export const neverUsed = [
  'status',
  'assignedRoom',
  'country',
  'parking',
  'changes',
  'specialRequests',
  'waitingDays',
] as const

/** What became of a booking. */
export const outcomeOpen = 0
export const outcomeCame = 1
export const outcomeCancelled = 2
export const outcomeNoShow = 3

export type MadeBookings = {
  count: number
  id: Int32Array
  /** Day numbers; the arrival is the one that was first booked. */
  createdOn: Int32Array
  arrival: Int32Array
  /** What is known of the outcome by now; never a fact of a model but what it learns to foresee. */
  outcome: Uint8Array
  /** NO_DAY where it was not cancelled or the day is not known. */
  cancelledOn: Int32Array
  numbers: Record<RiskNumber, Float32Array>
  codes: Record<RiskCategory, Uint16Array>
  words: Record<RiskCategory, string[]>
}

/** Room for that many bookings, with nothing known of them. Word 0 of each category is ''. */
export function createMade(count: number): MadeBookings {
  return {
    count,
    id: new Int32Array(count),
    createdOn: new Int32Array(count),
    arrival: new Int32Array(count),
    outcome: new Uint8Array(count),
    cancelledOn: new Int32Array(count).fill(NO_DAY),
    numbers: Object.fromEntries(
      riskNumbers.map(({ name }) => [name, new Float32Array(count).fill(Number.NaN)]),
    ) as MadeBookings['numbers'],
    codes: Object.fromEntries(
      riskCategories.map(({ name }) => [name, new Uint16Array(count)]),
    ) as MadeBookings['codes'],
    words: Object.fromEntries(riskCategories.map(({ name }) => [name, ['']])) as MadeBookings['words'],
  }
}

/** Codes of words as they come, up to the 65,535 that a column holds; further ones are “none”. */
export function createCoder(words: string[]): (word: string) => number {
  const codes = new Map(words.map((word, code) => [word, code]))
  return (word) => {
    const known = codes.get(word)
    if (known !== undefined) return known
    if (words.length >= 0xffff) return 0
    codes.set(word, words.length)
    return words.push(word) - 1
  }
}

/** 0 = Sunday … 6 = Saturday of a day number. */
export function weekdayOfDay(day: number): number {
  return (((day + 4) % 7) + 7) % 7
}

/** Nights of Friday and Saturday in [arrival, arrival + nights). */
export function weekendNightsOf(arrival: number, nights: number): number {
  let count = Math.floor(nights / 7) * 2
  for (let night = Math.floor(nights / 7) * 7; night < nights; night++)
    if (weekdayOfDay(arrival + night) >= 5) count++
  return count
}

/** The facts that follow from the two days and the nights. */
export function setDays(made: MadeBookings, row: number, days: MadeDays): void {
  const { numbers } = made
  made.createdOn[row] = days.createdOn
  made.arrival[row] = days.arrival
  numbers.leadTime[row] = days.arrival - days.createdOn
  numbers.nights[row] = days.nights
  numbers.weekendNights[row] = weekendNightsOf(days.arrival, days.nights)
  numbers.arrivalDay[row] = dayOfYear(days.arrival)
  numbers.arrivalWeekday[row] = weekdayOfDay(days.arrival)
  numbers.madeWeekday[row] = weekdayOfDay(days.createdOn)
}
export type MadeDays = { createdOn: number; arrival: number; nights: number }

/** 1 to 366. */
function dayOfYear(day: number): number {
  return day - toDayNumber(`${fromDayNumber(day).slice(0, 4)}-01-01` as BusinessDate) + 1
}
