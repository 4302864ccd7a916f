import type { FactTable } from './catalogue.ts'
import type { History } from './history.ts'
import { revenueOn, type StayRevenue } from './revenue.ts'

/** Days of “the last twelve months”: the same for every date, whatever February has. */
export const DAYS_OF_YEAR = 365

export type Visits = {
  begin: () => void
  /** A completed booking, the next of the guest by arrival. */
  add: (booking: number) => void
  write: (numbers: FactTable['numbers'], row: number) => void
}

/**
 * Puts a guest's completed bookings together to stays: one that begins on or before the last day of the one before is the
 * same visit. A gap is the time between the arrivals of two stays that follow each other. The last twelve months are
 * departures of (day − 365, day], the twelve before those of (day − 730, day − 365].
 */
export function createVisits(history: History, day: number): Visits {
  let sums = emptySums()
  return {
    begin: () => {
      sums = emptySums()
    },
    add: (b) => addTo(sums, history, b, day),
    write: (numbers, row) => writeTo(numbers, row, sums, day),
  }
}

type Sums = {
  stays: number
  first: number
  last: number
  end: number
  /** Days between the arrivals of stays that follow each other. */
  gaps: number[]
  longest: number
  visitNights: number
  visitIn12: boolean
  nights: number
  weekend: number
  roomRevenue: number
  revenue: number
  other: number
  given: number
  upgrades: number
  stays12: number
  nights12: number
  revenue12: number
  prior: number
}

function emptySums(): Sums {
  return {
    stays: 0,
    first: 0,
    last: 0,
    end: 0,
    gaps: [],
    longest: 0,
    visitNights: 0,
    visitIn12: false,
    nights: 0,
    weekend: 0,
    roomRevenue: 0,
    revenue: 0,
    other: 0,
    given: 0,
    upgrades: 0,
    stays12: 0,
    nights12: 0,
    revenue12: 0,
    prior: 0,
  }
}

const brought: StayRevenue = { total: 0, other: 0 }

function addTo(sums: Sums, history: History, b: number, day: number): void {
  const { bookings } = history
  const arrival = bookings.arrival[b] as number
  const departure = bookings.departure[b] as number
  const { total, other } = revenueOn(history, b, day, brought)
  const nights = departure - arrival
  place(sums, arrival, departure)
  sums.nights += nights
  sums.visitNights += nights
  sums.longest = Math.max(sums.longest, sums.visitNights)
  sums.weekend += weekendNights(arrival, departure)
  sums.roomRevenue += bookings.total[b] as number
  sums.revenue += total
  sums.other += other
  if (bookings.sold[b] === 0) sums.given += nights
  sums.upgrades += bookings.upgraded[b] as number
  if (departure > day - DAYS_OF_YEAR) {
    if (!sums.visitIn12) sums.stays12 += 1
    sums.visitIn12 = true
    sums.nights12 += nights
    sums.revenue12 += total
  } else if (departure > day - 2 * DAYS_OF_YEAR) sums.prior += total
}

/** To the stay that is running, or as the next one. */
function place(sums: Sums, arrival: number, departure: number): void {
  if (sums.stays > 0 && arrival <= sums.end) {
    sums.end = Math.max(sums.end, departure)
    return
  }
  if (sums.stays === 0) sums.first = arrival
  else sums.gaps.push(arrival - sums.last)
  sums.stays += 1
  sums.last = arrival
  sums.end = departure
  sums.visitNights = 0
  sums.visitIn12 = false
}

function writeTo(n: FactTable['numbers'], row: number, sums: Sums, day: number): void {
  const { stays, nights, roomRevenue, revenue } = sums
  const ofStay = (value: number) => (stays > 0 ? value : Number.NaN)
  const ofNight = (value: number) => (nights > 0 ? value / nights : Number.NaN)
  n.stays[row] = stays
  n.nights[row] = nights
  n.roomRevenue[row] = roomRevenue
  n.totalRevenue[row] = revenue
  n.otherRevenue[row] = sums.other
  n.firstArrival[row] = ofStay(sums.first)
  n.lastArrival[row] = ofStay(sums.last)
  n.lastDeparture[row] = ofStay(sums.end)
  n.daysSince[row] = ofStay(day - sums.end)
  n.tenure[row] = ofStay(day - sums.first)
  writeGaps(sums.gaps, n, row)
  n.nightsPerStay[row] = nights / stays
  n.longestStay[row] = sums.longest
  n.revenuePerStay[row] = revenue / stays
  n.revenuePerNight[row] = ofNight(roomRevenue)
  n.stays12[row] = sums.stays12
  n.nights12[row] = sums.nights12
  n.revenue12[row] = sums.revenue12
  n.revenuePrior12[row] = sums.prior
  n.givenNights[row] = sums.given
  n.upgrades[row] = sums.upgrades
  n.weekendShare[row] = ofNight(sums.weekend)
}

/** Mean, median and spread (standard deviation with n − 1) of the gaps; not known below one gap, the spread below two. */
function writeGaps(gaps: number[], n: FactTable['numbers'], row: number): void {
  const count = gaps.length
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / count
  n.gapMean[row] = mean
  n.gapMedian[row] = medianOf(gaps)
  const squares = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0)
  n.gapDeviation[row] = count > 1 ? Math.sqrt(squares / (count - 1)) : Number.NaN
}

/** The middle one, or the mean of the two in the middle; NaN of none. Sorts what it is given. */
function medianOf(values: number[]): number {
  if (values.length === 0) return Number.NaN
  values.sort((a, b) => a - b)
  const middle = values.length >> 1
  const upper = values[middle] as number
  return values.length % 2 === 1 ? upper : ((values[middle - 1] as number) + upper) / 2
}

const FRIDAY = 5

/** Nights of a Friday or a Saturday in [arrival, departure). Day 0 was a Thursday. */
function weekendNights(arrival: number, departure: number): number {
  let count = 0
  for (let night = arrival; night < departure; night++) {
    const weekday = (((night + 4) % 7) + 7) % 7
    if (weekday === FRIDAY || weekday === FRIDAY + 1) count += 1
  }
  return count
}
