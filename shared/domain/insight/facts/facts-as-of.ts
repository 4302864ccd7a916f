import {
  type CategoryFact,
  categoryFacts,
  type FactTable,
  type NumberFact,
  numberFacts,
} from './catalogue.ts'
import { writeFelt } from './felt.ts'
import { type History, NONE } from './history.ts'
import {
  statusOn,
  thenCancelled,
  thenCompleted,
  thenNoShow,
  thenOpen,
  thenUnknown,
  thenUpcoming,
} from './known-then.ts'
import { createMode } from './mode.ts'
import { inOnePiece } from './one-piece.ts'
import { createVisits } from './visits.ts'

/** Sums need more digits than a Float32 has; everything else is small or a mean. */
const wide: ReadonlySet<string> = new Set([
  'roomRevenue',
  'totalRevenue',
  'otherRevenue',
  'revenue12',
  'revenuePrior12',
  'revenuePerStay',
  'revenuePerNight',
])
/** How wide each number is kept. */
export const numberColumns = Object.fromEntries(
  numberFacts.map(({ name }) => [name, wide.has(name) ? Float64Array : Float32Array]),
) as Record<NumberFact, Float64ArrayConstructor | Float32ArrayConstructor>
const codeColumns = Object.fromEntries(categoryFacts.map(({ name }) => [name, Uint16Array])) as Record<
  CategoryFact,
  Uint16ArrayConstructor
>
const quarters = ['', 'q1', 'q2', 'q3', 'q4'] as const

/**
 * The facts of every guest who was known on a day (a profile or a booking made by then), at the end of that day. Guests
 * without a stay have rows too: prospects. `pulse` is called now and then with the guests done; it may throw to stop.
 * `places`: of these guests alone, ascending.
 */
export function factsAsOf(
  history: History,
  day: number,
  pulse: (done: number, total: number) => void = () => undefined,
  places: ArrayLike<number> = history.guests.id.map((_, place) => place),
): FactTable {
  const known = placesKnown(history, day, places)
  const table = emptyTable(history, day, known)
  const fill = createFiller(history, day, table)
  for (let row = 0; row < known.length; row++) {
    fill(row, known[row] as number)
    if (row % 20_000 === 0) pulse(row, known.length)
  }
  return table
}

function placesKnown(
  { guests, bookings, from }: History,
  day: number,
  places: ArrayLike<number>,
): Int32Array {
  const known = new Int32Array(places.length)
  let count = 0
  for (let at = 0; at < places.length; at++) {
    const g = places[at] as number
    let isKnown = (guests.createdOn[g] as number) <= day
    const end = from[g + 1] as number
    for (let b = from[g] as number; !isKnown && b < end; b++)
      isKnown = (bookings.createdOn[b] as number) <= day
    if (isKnown) known[count++] = g
  }
  return known.slice(0, count)
}

function emptyTable({ guests, words }: History, day: number, place: Int32Array): FactTable {
  const count = place.length
  const id = new Int32Array(count)
  for (let row = 0; row < count; row++) id[row] = guests.id[place[row] as number] as number
  return {
    day,
    count,
    id,
    place,
    numbers: inOnePiece(count, numberColumns),
    codes: inOnePiece(count, codeColumns),
    words: { ...words, quarter: quarters },
  }
}

type Sums = {
  bookings: number
  upcoming: number
  cancellations: number
  noShows: number
  completed: number
  lead: number
  persons: number
  withChildren: number
  breakfasts: number
  byCompany: number
  requests: number
  declined: number
  requestsOfStays: number
}

/** Fills a row from the bookings of one guest. */
function createFiller(history: History, day: number, table: FactTable): (row: number, g: number) => void {
  const { bookings, from } = history
  const { numbers: n } = table
  const visits = createVisits(history, day)
  const modes = createModes(history, table)
  const breakfast = mealsWithBreakfast(history)
  return (row, g) => {
    const sums = emptySums()
    visits.begin()
    modes.begin()
    const end = from[g + 1] as number
    for (let b = from[g] as number; b < end; b++) {
      const then = statusOn(bookings, b, day)
      if (then === thenUnknown) continue
      const asked = requestsBy(history, b, day)
      sums.requests += asked
      sums.declined += declinedBy(history, b, day)
      if (then === thenOpen) continue
      sums.bookings += 1
      sums.lead += Math.max(0, (bookings.arrival[b] as number) - (bookings.createdOn[b] as number))
      if (then === thenCancelled) sums.cancellations += 1
      if (then === thenNoShow) sums.noShows += 1
      if (then === thenUpcoming && (bookings.arrival[b] as number) >= day) sums.upcoming += 1
      if (then !== thenCompleted) continue
      sums.completed += 1
      sums.persons += (bookings.adults[b] as number) + (bookings.children[b] as number)
      if ((bookings.children[b] as number) > 0) sums.withChildren += 1
      if (breakfast[bookings.meal[b] as number]) sums.breakfasts += 1
      if ((bookings.company[b] as number) > 0) sums.byCompany += 1
      sums.requestsOfStays += asked
      visits.add(b)
      modes.add(b)
    }
    visits.write(n, row)
    writeSums(sums, n, row)
    modes.write(row)
    writeFelt(history, table, row, g)
    writePerson(history, table, row, g)
  }
}

function emptySums(): Sums {
  return {
    bookings: 0,
    upcoming: 0,
    cancellations: 0,
    noShows: 0,
    completed: 0,
    lead: 0,
    persons: 0,
    withChildren: 0,
    breakfasts: 0,
    byCompany: 0,
    requests: 0,
    declined: 0,
    requestsOfStays: 0,
  }
}

function writeSums(sums: Sums, n: FactTable['numbers'], row: number): void {
  n.bookings[row] = sums.bookings
  n.upcoming[row] = sums.upcoming
  n.cancellations[row] = sums.cancellations
  n.noShows[row] = sums.noShows
  n.requests[row] = sums.requests
  n.declinedRequests[row] = sums.declined
  // 0 / 0 is NaN: nothing to divide by
  n.cancelledShare[row] = sums.cancellations / sums.bookings
  n.leadMean[row] = sums.lead / sums.bookings
  n.partyMean[row] = sums.persons / sums.completed
  n.childrenShare[row] = sums.withChildren / sums.completed
  n.breakfastShare[row] = sums.breakfasts / sums.completed
  n.companyShare[row] = sums.byCompany / sums.completed
  n.requestsPerStay[row] = sums.requestsOfStays / (n.stays[row] as number)
}

/** What is of the person and not of a booking. */
function writePerson(history: History, { day, numbers, codes }: FactTable, row: number, g: number): void {
  const { guests, preferences, tiers } = history
  let noted = 0
  for (let p = preferences.from[g] as number; p < (preferences.from[g + 1] as number); p++)
    if ((preferences.notedOn[p] as number) <= day) noted += 1
  numbers.preferences[row] = noted
  const born = guests.birthDate[g] as number
  // Whole years to within a day: a model's fact, not a document's
  numbers.age[row] = born === noBirthDate ? Number.NaN : Math.floor((day - born) / 365.25)
  let since = -Infinity
  for (let t = tiers.from[g] as number; t < (tiers.from[g + 1] as number); t++) {
    const from = tiers.since[t] as number
    if (from > day || from < since) continue
    since = from
    codes.tier[row] = tiers.tier[t] as number
  }
  codes.nationality[row] = guests.nationality[g] as number
  codes.gender[row] = guests.gender[g] as number
  codes.language[row] = guests.language[g] as number
}

/** Where no birth date is on file: −1 is a day of 1969. */
export const noBirthDate = -(2 ** 31)

function requestsBy({ requests }: History, booking: number, day: number): number {
  let asked = 0
  for (let r = requests.from[booking] as number; r < (requests.from[booking + 1] as number); r++)
    if ((requests.createdOn[r] as number) <= day) asked += 1
  return asked
}

function declinedBy({ requests }: History, booking: number, day: number): number {
  let declined = 0
  for (let r = requests.from[booking] as number; r < (requests.from[booking + 1] as number); r++) {
    const on = requests.declinedOn[r] as number
    if (on !== NONE && on <= day) declined += 1
  }
  return declined
}

/** By place of a meal in the history's words: whether breakfast is in it. */
export function mealsWithBreakfast({ words }: History): boolean[] {
  return words.meal.map((meal) => meal === 'breakfast' || meal === 'half-board' || meal === 'full-board')
}

/** The most frequent value of each category over the completed stays. */
function createModes({ bookings, words }: History, { codes }: FactTable) {
  const columns = [
    'segment',
    'channel',
    'roomType',
    'ratePlan',
    'meal',
  ] as const satisfies readonly CategoryFact[]
  const modes = columns.map((name) => ({ name, mode: createMode(words[name].length) }))
  const quarter = createMode(quarters.length)
  return {
    begin: () => {
      for (const { mode } of modes) mode.begin()
      quarter.begin()
    },
    add: (b: number) => {
      for (const { name, mode } of modes) mode.add(bookings[name][b] as number)
      quarter.add(quarterOf(bookings.arrival[b] as number))
    },
    write: (row: number) => {
      for (const { name, mode } of modes) codes[name][row] = mode.value()
      codes.quarter[row] = quarter.value()
    },
  }
}

const MONTHS_PER_QUARTER = 3

/** 1 to 4. */
function quarterOf(day: number): number {
  return Math.floor(new Date(day * 86_400_000).getUTCMonth() / MONTHS_PER_QUARTER) + 1
}
