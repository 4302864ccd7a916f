import { readSoldNights, type SoldNight } from '#db/queries/report/sold-nights.ts'
import type { Source } from '#db/queries/report/source.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import { foldKey } from '#shared/domain/report/fold.ts'
import { momentIn } from '#shared/domain/report/moment-in.ts'
import { daysIn, type Period } from '#shared/domain/report/period.ts'
import type { Cell, Sentence } from '#shared/domain/report/result.ts'
import {
  addDays,
  type BookingId,
  isRefused,
  minDate,
  type Refused,
  refuse,
  toDayNumber,
} from '#shared/values/index.ts'
import type { ReportDesk } from './report.ts'

/** What moved between two moments: nights added and given up, revenue of them and of changed rates. Down is below zero. */
export type PickUpSums = {
  nightsThen: number
  nightsNow: number
  revenueThen: number
  revenueNow: number
  nightsUp: number
  nightsDown: number
  revenueUp: number
  revenueDown: number
}
export type PickUpRow = { key: Cell } & PickUpSums

/** So many days are held in memory at once. */
const daysAtOnce = 31

const noPickUp: PickUpSums = {
  nightsThen: 0,
  nightsNow: 0,
  revenueThen: 0,
  revenueNow: 0,
  nightsUp: 0,
  nightsDown: 0,
  revenueUp: 0,
  revenueDown: 0,
}

/**
 * The source that `since` names: a moment, the end of a date, of yesterday, or of the day a week ago. Refuses what the desk refuses, and
 * what lies after the moment that the desk looks from; but not a yesterday on which the store had no entry yet: nothing was on its books then.
 */
export function sourceSince(desk: ReportDesk, since: string): Source | Refused {
  const { today, seq } = desk.source
  if (since === 'yesterday') {
    const yesterday = addDays(today, -1)
    const source = desk.sourceAt(yesterday)
    const isEarly = isRefused(source) && source.refusal.code === 'REPORT_MOMENT_EARLY'
    return isEarly ? { seq: 0, today: yesterday, isKept: true } : source
  }
  const date = since === 'today' ? today : since === 'week-ago' ? addDays(today, -7) : since
  const source = desk.sourceAt(date)
  if (isRefused(source)) return source
  const isLater = (source.seq ?? Number.MAX_SAFE_INTEGER) > (seq ?? Number.MAX_SAFE_INTEGER)
  return isLater ? refuse('REPORT_SINCE_AFTER', { since, date: today }) : source
}

/** The sentence of a report that looks since then: since a moment where one was asked for, else since the end of a date. */
export function saysSince(
  code: 'pickup' | 'onBooks',
  since: string,
  then: Source,
  params: Sentence['params'],
): Sentence {
  const moment = momentIn(since)
  return moment === null
    ? { code, params: { ...params, date: then.today } }
    : {
        code: `${code}Moment`,
        params: { ...params, moment: { cell: moment, column: { key: '', kind: 'moment' } } },
      }
}

/** Pick-up of the nights of a period since an earlier source, by one dimension. A night that changed its part leaves one and comes to another. */
export function readPickUp(
  desk: ReportDesk,
  then: Source,
  ask: Period & { by: DimensionName },
): { rows: PickUpRow[]; moved: ReadonlyMap<Cell, ReadonlySet<BookingId>> } {
  const groups = new Map<Cell, PickUpSums>()
  const moved = new Map<Cell, Set<BookingId>>()
  const note = ([bookingId, , key]: SoldNight) => {
    const folded = foldKey(ask.by, key, desk.starts)
    moved.set(folded, (moved.get(folded) ?? new Set()).add(bookingId))
  }
  const sumsOf = (key: Cell): PickUpSums => {
    const folded = foldKey(ask.by, key, desk.starts)
    const known = groups.get(folded)
    if (known) return known
    const sums = { ...noPickUp }
    groups.set(folded, sums)
    return sums
  }
  const days = daysIn(ask)
  for (let at = 0; at < days; at += daysAtOnce) {
    desk.pulse(at, days)
    const from = addDays(ask.from, at)
    compareNights(desk, then, { ...ask, from, to: minDate(addDays(from, daysAtOnce), ask.to) }, sumsOf, note)
  }
  return { rows: [...groups].map(([key, sums]) => ({ key, ...sums })), moved }
}

/** Adds the nights of a few days to their groups, then and now, and notes those that moved. */
function compareNights(
  desk: ReportDesk,
  then: Source,
  ask: Period & { by: DimensionName },
  sumsOf: (key: Cell) => PickUpSums,
  note: (night: SoldNight) => void,
): void {
  const earlier = new Map<number, SoldNight>()
  for (const night of readSoldNights(desk.store, then, ask)) {
    earlier.set(idOf(night), night)
    const sums = sumsOf(night[2])
    sums.nightsThen += 1
    sums.revenueThen += night[3]
  }
  for (const night of readSoldNights(desk.store, desk.source, ask)) {
    const [, , key, rate] = night
    const sums = sumsOf(key)
    sums.nightsNow += 1
    sums.revenueNow += rate
    const id = idOf(night)
    const before = earlier.get(id)
    if (before && before[2] === key) {
      earlier.delete(id)
      if (rate === before[3]) continue
      addRevenue(sums, rate - before[3])
    } else {
      sums.nightsUp += 1
      addRevenue(sums, rate)
    }
    note(night)
  }
  for (const night of earlier.values()) {
    const sums = sumsOf(night[2])
    sums.nightsDown -= 1
    addRevenue(sums, -night[3])
    note(night)
  }
}

/** A night of a booking as one number: quicker to look up than a text. */
function idOf([bookingId, night]: SoldNight): number {
  return bookingId * 100_000 + toDayNumber(night)
}

function addRevenue(sums: PickUpSums, amount: number): void {
  if (amount > 0) sums.revenueUp += amount
  else sums.revenueDown += amount
}

/** Sums over rows. */
export function sumPickUp(rows: readonly PickUpSums[]): PickUpSums {
  const total = { ...noPickUp }
  for (const row of rows)
    for (const name of Object.keys(noPickUp) as (keyof PickUpSums)[]) total[name] += row[name]
  return total
}
