import { addDays, type BusinessDate, nightsOf } from '../../values/index.ts'
import type { Counterparts } from './compare.ts'
import { moneyPer, ratioOf } from './measures.ts'
import { monthStart, type Period, type WeekStart, weekOf, yearStart } from './period.ts'
import type { AsOf, Cell, Sentence } from './result.ts'

/** What the dashboard shows side by side; the first three include the business date. */
export const spanNames = ['today', 'month', 'year', 'ahead'] as const
export type SpanName = (typeof spanNames)[number]

/** What each of them is held against. `same-moment`: last year's dates as their books were at this moment of last year. */
export const againstNames = ['budget', 'last-year', 'same-weekday', 'festival', 'same-moment'] as const
export type AgainstName = (typeof againstNames)[number]

/** Days that the coming span has. */
export const daysAhead = 90

/** A day's sums; null where no room is on file. */
export type DaySums = {
  day: BusinessDate
  roomsSold: number
  roomRevenue: number
  roomsAvailable: number | null
  /** As it was posted; null or absent where the ledger does not know the day. */
  totalRevenue?: number | null
}

/** Sums of days and their ratios: money in minor units, occupancy as a share. */
export type HouseFigures = {
  roomsSold: number
  roomRevenue: number
  roomsAvailable: number | null
  occupancy: number | null
  adr: number | null
  revpar: number | null
  /** Null where the ledger does not know one of the days. */
  totalRevenue: number | null
  trevpar: number | null
}

export type DashboardSpan = {
  name: SpanName
  period: Period
  figures: HouseFigures
  /** Null where there is nothing to hold it against: no budget, no day of last year on file, a moment before the first entry. */
  against: { readonly [name in AgainstName]: HouseFigures | null }
}

/** The net change of the coming span's books since a moment; null where `missing` says why it is not known. */
export type PickUp = {
  since: 'day' | 'week' | 'moment'
  moment: string
  net: { roomNights: number; roomRevenue: number } | null
  /** The moment is before the first entry, or the file of reports is not made yet. */
  missing: 'early' | 'no-file' | null
}

/** A coming day beside last year's of the same weekday, 364 days earlier. */
export type AheadDay = {
  day: BusinessDate
  /** On the books now. */
  roomsSold: number
  /** As it was sold in the end; null where no night of then is on file. */
  lastYear: number | null
  /** As its books were at this moment of last year; null where they are not known. */
  sameMoment: number | null
}

/** Coming days of one week, and their sums. */
export type AheadWeek = Omit<AheadDay, 'day'> & Period

export type ArrivalRow = { key: Cell; arrivals: number; guestNights: number }

export type Dashboard = {
  asOf: AsOf
  spans: readonly DashboardSpan[]
  pickUps: readonly PickUp[]
  /** Every day of the coming span. */
  ahead: readonly AheadDay[]
  /** Of the month to date, most arrivals first. */
  arrivals: { country: readonly ArrivalRow[]; segment: readonly ArrivalRow[] }
  /** Requests of stays that arrived in the month to date. `late`: of any stay, open though due before the business date. */
  requests: {
    asked: number
    done: number
    declined: number
    open: number
    late: number
    fromPreference: number
  }
  /** Of the month to date's rooms sold. */
  loyalty: { memberNights: number; nights: number; memberRevenue: number; revenue: number }
  /** Every day of the business date's year. */
  days: readonly DaySums[]
  /** The day that weeks begin with. */
  weekStarts: WeekStart
  notes: readonly Sentence[]
  withoutRevenue: boolean
}

/** The periods of the dashboard on a business date. */
export function spansOn(today: BusinessDate): { readonly [name in SpanName]: Period } {
  const tomorrow = addDays(today, 1)
  return {
    today: { from: today, to: tomorrow },
    month: { from: monthStart(today), to: tomorrow },
    year: { from: yearStart(today), to: tomorrow },
    ahead: { from: today, to: addDays(today, daysAhead) },
  }
}

/** Sums of days, a day as often as it is named. Availability is null where any of them has none. */
export function sumDays(
  days: ReadonlyMap<BusinessDate, DaySums>,
  named: Iterable<BusinessDate>,
): HouseFigures {
  let roomsSold = 0
  let roomRevenue = 0
  let roomsAvailable: number | null = 0
  let totalRevenue: number | null = 0
  for (const name of named) {
    const day = days.get(name)
    roomsSold += day?.roomsSold ?? 0
    roomRevenue += day?.roomRevenue ?? 0
    const available: number | null = day?.roomsAvailable ?? null
    roomsAvailable = roomsAvailable === null || available === null ? null : roomsAvailable + available
    const total: number | null = day?.totalRevenue ?? null
    totalRevenue = totalRevenue === null || total === null ? null : totalRevenue + total
  }
  return figuresOf({ roomsSold, roomRevenue, roomsAvailable, totalRevenue })
}

/** The ratios of sums. */
export function figuresOf(
  sums: Pick<HouseFigures, 'roomsSold' | 'roomRevenue' | 'roomsAvailable' | 'totalRevenue'>,
): HouseFigures {
  const { roomsSold, roomRevenue, roomsAvailable, totalRevenue } = sums
  return {
    ...sums,
    occupancy: ratioOf(roomsSold, roomsAvailable),
    adr: moneyPer(roomRevenue, roomsSold),
    revpar: moneyPer(roomRevenue, roomsAvailable),
    trevpar: moneyPer(totalRevenue, roomsAvailable),
  }
}

/**
 * The figures of the days that a period is held against; null where the hotel had no night by then (`first`: the first night on
 * file), so that a young hotel is not shown as having sold nothing.
 */
export function figuresAgainst(
  days: ReadonlyMap<BusinessDate, DaySums>,
  { pairs }: Counterparts,
  first: BusinessDate | null,
): HouseFigures | null {
  const named = pairs.map(({ against }) => against)
  if (first === null || named.length === 0 || named.some((day) => day < first)) return null
  return sumDays(days, named)
}

/** Days of a period, for sums. */
export function daysOf({ from, to }: Period): BusinessDate[] {
  return nightsOf(from, to)
}

type Days = ReadonlyMap<BusinessDate, DaySums>

/**
 * Each coming day beside the day that it is held against. Days before the first night on file are not known; `sameMoment` is
 * null where the books of that moment are not.
 */
export function aheadOf(
  ahead: Period,
  { pairs }: Counterparts,
  { days, first, sameMoment }: { days: Days; first: BusinessDate | null; sameMoment: Days | null },
): AheadDay[] {
  const againstOf = new Map(pairs.map(({ day, against }) => [day, against]))
  return daysOf(ahead).map((day) => {
    const against = againstOf.get(day)
    const isOnFile = against !== undefined && first !== null && against >= first
    const soldOn = (of: Days | null) => (isOnFile && of ? (of.get(against)?.roomsSold ?? 0) : null)
    return {
      day,
      roomsSold: days.get(day)?.roomsSold ?? 0,
      lastYear: soldOn(days),
      sameMoment: soldOn(sameMoment),
    }
  })
}

/** Coming days by week: the first and the last may be parts of one. A sum is null where one of its days is not known. */
export function weeksAhead(days: readonly AheadDay[], starts: WeekStart): AheadWeek[] {
  const weeks = Map.groupBy(days, ({ day }) => weekOf(day, starts))
  return [...weeks.values()].map((of) => ({
    from: (of[0] as AheadDay).day,
    to: addDays((of.at(-1) as AheadDay).day, 1),
    ...sumAhead(of),
  }))
}

/** The sums of coming days; null where one of them is not known. */
export function sumAhead(days: readonly AheadDay[]): Omit<AheadDay, 'day'> {
  const sum = (name: 'lastYear' | 'sameMoment') =>
    days.reduce<number | null>((all, { [name]: one }) => (all === null || one === null ? null : all + one), 0)
  return {
    roomsSold: days.reduce((all, { roomsSold }) => all + roomsSold, 0),
    lastYear: sum('lastYear'),
    sameMoment: sum('sameMoment'),
  }
}
