/**
 * The facts of a guest: the one list that tables, models, segments and screens are made from. Each has words for its
 * name and definition under `insight.fact.<name>` in both catalogues.
 */

/** What a number counts in: `money` is minor units of the hotel's currency, `share` is 0 to 1, `date` a day number. */
export type FactUnit =
  | 'stays'
  | 'nights'
  | 'days'
  | 'date'
  | 'money'
  | 'share'
  | 'persons'
  | 'times'
  | 'years'
  | 'minutes'
  | 'mark'

export type NumberFactEntry = {
  name: string
  unit: FactUnit
  /** Of the person and not of what they did: models take it only when a manager says so. */
  protected?: true
  /** False: what is on file now, whatever the date that is asked for. */
  dated?: false
}

/**
 * A stay is a booking of the guest that was checked out by the date; stays that touch or overlap are one stay, so that an
 * extension booked anew, or two rooms at once, is not a second visit. Bookings as a companion or as booker do not count.
 */
export const numberFacts = [
  { name: 'stays', unit: 'stays' },
  { name: 'nights', unit: 'nights' },
  { name: 'roomRevenue', unit: 'money' },
  { name: 'totalRevenue', unit: 'money' },
  { name: 'otherRevenue', unit: 'money' },
  { name: 'firstArrival', unit: 'date' },
  { name: 'lastArrival', unit: 'date' },
  { name: 'lastDeparture', unit: 'date' },
  { name: 'daysSince', unit: 'days' },
  { name: 'tenure', unit: 'days' },
  { name: 'gapMean', unit: 'days' },
  { name: 'gapMedian', unit: 'days' },
  { name: 'gapDeviation', unit: 'days' },
  { name: 'nightsPerStay', unit: 'nights' },
  { name: 'longestStay', unit: 'nights' },
  { name: 'revenuePerStay', unit: 'money' },
  { name: 'revenuePerNight', unit: 'money' },
  { name: 'stays12', unit: 'stays' },
  { name: 'nights12', unit: 'nights' },
  { name: 'revenue12', unit: 'money' },
  { name: 'revenuePrior12', unit: 'money' },
  { name: 'givenNights', unit: 'nights' },
  { name: 'upgrades', unit: 'times' },
  { name: 'bookings', unit: 'times' },
  { name: 'upcoming', unit: 'times' },
  { name: 'cancellations', unit: 'times' },
  { name: 'noShows', unit: 'times' },
  { name: 'cancelledShare', unit: 'share' },
  { name: 'leadMean', unit: 'days' },
  { name: 'partyMean', unit: 'persons' },
  { name: 'childrenShare', unit: 'share' },
  { name: 'weekendShare', unit: 'share' },
  { name: 'breakfastShare', unit: 'share' },
  { name: 'companyShare', unit: 'share' },
  { name: 'requests', unit: 'times' },
  { name: 'requestsPerStay', unit: 'times' },
  { name: 'declinedRequests', unit: 'times' },
  { name: 'longestWait', unit: 'minutes' },
  { name: 'markMean', unit: 'mark' },
  { name: 'lowMarks', unit: 'times' },
  { name: 'preferences', unit: 'times' },
  { name: 'age', unit: 'years', protected: true },
] as const satisfies readonly NumberFactEntry[]

/** The most frequent one over the stays, the later one of two that are level; empty without a stay. */
export const categoryFacts = [
  { name: 'segment' },
  { name: 'channel' },
  { name: 'roomType' },
  { name: 'ratePlan' },
  { name: 'meal' },
  { name: 'quarter' },
  { name: 'tier' },
  { name: 'nationality', protected: true, dated: false },
  { name: 'gender', protected: true, dated: false },
  { name: 'language', protected: true, dated: false },
] as const satisfies readonly { name: string; protected?: true; dated?: false }[]

export type NumberFact = (typeof numberFacts)[number]['name']
export type CategoryFact = (typeof categoryFacts)[number]['name']
export type FactName = NumberFact | CategoryFact

/** The facts of all guests on one day, a row each. NaN: not known, or nothing to divide by. */
export type FactTable = {
  /** The day that they are of; what was known at its end. */
  day: number
  count: number
  /** Ids of guests, ascending. */
  id: Int32Array
  /** Places of the guests in the history. */
  place: Int32Array
  numbers: Record<NumberFact, Float64Array | Float32Array>
  codes: Record<CategoryFact, Uint16Array>
  words: Record<CategoryFact, readonly string[]>
}

/** Facts that several runs read of all guests at once; all of them take twice the memory. */
export const sharedFacts = [
  'stays',
  'daysSince',
  'tenure',
  'totalRevenue',
  'otherRevenue',
  'revenue12',
  'stays12',
  'givenNights',
  'upgrades',
  'bookings',
  'upcoming',
  'nightsPerStay',
  'revenuePerNight',
  'leadMean',
  'partyMean',
  'childrenShare',
  'weekendShare',
  'breakfastShare',
  'companyShare',
  'requestsPerStay',
  'cancelledShare',
] as const satisfies readonly NumberFact[]

/** Those facts of all guests on one day; every table of facts is one. */
export type SharedFacts = Pick<FactTable, 'day' | 'count' | 'id' | 'place'> & {
  numbers: Pick<FactTable['numbers'], (typeof sharedFacts)[number]>
}
