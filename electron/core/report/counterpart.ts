import type { Where } from '#db/queries/report/cube.ts'
import { readFirstNight } from '#db/queries/report/dashboard.ts'
import { counterpartsOf, type Pair, runsOf } from '#shared/domain/report/compare.ts'
import { type DimensionName, isTime } from '#shared/domain/report/dimensions.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Cell, Sentence } from '#shared/domain/report/result.ts'
import { addDays, type BusinessDate, nightsOf, yearOf } from '#shared/values/index.ts'
import type { AgainstWord } from './compared.ts'
import { emptyHouse, type HouseSums, readHouse, sumOf } from './house.ts'
import type { ReportDesk } from './report.ts'

/** Days that a period is held against, and what they are called in headings: `roomsSoldLastYear`. */
export type Counterpart = {
  word: Exclude<AgainstWord, 'Budget'>
  pairs: readonly Pair[]
  notes: readonly Sentence[]
  /** All of its days, where not each of them is in a pair. */
  whole: Period | null
}

/** Null where the report is held against nothing, or a budget. */
export function counterpartOf(desk: ReportDesk, read: Read): Counterpart | null {
  const period = read.period as Period
  if (read.against) return otherPeriod(period, read.against)
  if (read.compare === 'none' || read.compare === 'budget') return null
  return { word: 'LastYear', whole: null, ...counterpartsOf(period, read.compare, desk.country) }
}

/**
 * Another period: its days by their date where both begin on one day of the year, else by their place. Its total is of all its
 * days, with those that no day is held against.
 */
function otherPeriod(period: Period, whole: Period): Counterpart {
  const isSameDate = period.from.slice(5) === whole.from.slice(5)
  const days = nightsOf(period.from, period.to)
  const others = nightsOf(whole.from, whole.to)
  const years = yearOf(period.from) - yearOf(whole.from)
  const dayOf = new Map(days.map((day, at) => [isSameDate ? day : String(at), day]))
  const pairs = others.flatMap((against, at): Pair[] => {
    const day = dayOf.get(isSameDate ? `${yearOf(against) + years}${against.slice(4)}` : String(at))
    return day === undefined ? [] : [{ day, against }]
  })
  const alone = days.length + others.length - 2 * pairs.length
  return {
    word: 'Other',
    pairs,
    whole,
    notes: alone > 0 ? [{ code: 'daysAlone', params: { count: alone } }] : [],
  }
}

/** Sums that rows are held against; null for a row of which a day lies before the first night on file. */
export type AgainstSums = {
  of: (key: Cell) => HouseSums | null
  total: HouseSums | null
  /** Keys that only the other days have. */
  keys: readonly Cell[]
  notes: readonly Sentence[]
}

/** Occupancy and revenue of the days that a period is held against, by the dimension that its rows are cut by. */
export function readAgainst(
  desk: ReportDesk,
  { pairs, whole, notes: ofPairs }: Counterpart,
  by: DimensionName,
  where: readonly Where[],
  read: Read,
): AgainstSums {
  const first = readFirstNight(desk.store, desk.source)
  const early = first === null ? pairs : pairs.filter(({ against }) => against < first)
  const notes = [...ofPairs]
  if (early.length > 0 && first !== null)
    notes.push({ code: 'againstBeforeFirst', params: { date: first, count: early.length } })
  if (first === null || early.length === pairs.length) return { of: () => null, total: null, keys: [], notes }
  return isTime(by)
    ? { ...againstDays(desk, { pairs, whole }, first, by, where, read), notes }
    : { ...againstGroups(desk, whole ? [whole] : runsOf(pairs), early.length > 0, by, where, read), notes }
}

/** Rows of time: every day by itself, put together as the days that they are held against are. */
function againstDays(
  desk: ReportDesk,
  { pairs, whole }: Pick<Counterpart, 'pairs' | 'whole'>,
  first: BusinessDate,
  by: DimensionName,
  where: readonly Where[],
  { basis }: Read,
) {
  const days = new Map<Cell, HouseSums>()
  for (const run of whole ? [whole] : spansOf(pairs))
    for (const { keys, ...sums } of readHouse(desk, run, ['day'], where, basis).rows)
      days.set(keys[0] ?? null, sums)
  const groups = new Map<Cell, (HouseSums | null)[]>()
  for (const { day, against } of pairs) {
    const key = timeKey(by, day, desk.starts)
    const group = groups.get(key) ?? []
    group.push(against < first ? null : (days.get(against) ?? emptyHouse))
    groups.set(key, group)
  }
  const isKnown = [...groups.values()].flat().every((sums) => sums !== null)
  const all = whole ? nightsOf(whole.from, whole.to) : pairs.map(({ against }) => against)
  return {
    of: (key: Cell) => sumKnown(groups.get(key) ?? []),
    total: isKnown ? sumOf(all.map((day) => days.get(day) ?? emptyHouse)) : null,
    keys: [],
  }
}

function sumKnown(sums: readonly (HouseSums | null)[]): HouseSums | null {
  const known = sums.filter((one) => one !== null)
  return known.length === 0 || known.length < sums.length ? null : sumOf(known)
}

function againstGroups(
  desk: ReportDesk,
  runs: readonly Period[],
  isPart: boolean,
  by: DimensionName,
  where: readonly Where[],
  { basis }: Read,
) {
  const groups = new Map<Cell, HouseSums>()
  const totals: HouseSums[] = []
  for (const run of runs) {
    const { rows, total } = readHouse(desk, run, [by], where, basis)
    totals.push(total)
    for (const { keys, ...sums } of rows) {
      const key = keys[0] ?? null
      const before = groups.get(key)
      groups.set(key, before ? sumOf([before, sums]) : sums)
    }
  }
  return {
    of: (key: Cell) => (isPart ? null : (groups.get(key) ?? emptyHouse)),
    total: isPart ? null : sumOf(totals),
    keys: isPart ? [] : [...groups.keys()],
  }
}

/** Runs of days as they are read: in whole stretches, whatever they are held against. */
function spansOf(pairs: readonly Pair[]): Period[] {
  const days = [...new Set(pairs.map(({ against }) => against))].sort()
  const spans: Period[] = []
  for (const day of days) {
    const last = spans.at(-1)
    if (last && last.to >= addDays(day, -7)) last.to = addDays(day, 1)
    else spans.push({ from: day, to: addDays(day, 1) })
  }
  return spans
}
