/**
 * In which order a column writes its dates: settled by all its rows, as amounts are. 13/04/2026 can only begin with the
 * day; what no row of the column and no stay settles (03/04/2026) is not guessed at, because the wrong guess is a stay in
 * another month.
 */
import { type BusinessDate, nightsBetween } from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { readCountText } from './counts.ts'
import { type DateReading, type DateRules, readDate } from './dates.ts'
import type { DateOrder, ImportField } from './row.ts'

/** Fields that hold a date. */
export const dateFields = ['arrival', 'departure', 'createdOn', 'cancelledOn', 'birthDate'] as const
export type DateField = (typeof dateFields)[number]

/**
 * What a column shows. `clear`: each date has one reading. `open`: dates may begin with the day or the month, and nothing
 * settles it. `mixed`: some can only begin with the day, others only with the month.
 */
export const datesShown = ['clear', 'dmy', 'mdy', 'open', 'mixed'] as const
export type DatesShown = (typeof datesShown)[number]

/** How a column is read: in an order, or each date by its only reading, with those that have two left out. */
export type DateRule = { order: DateOrder | null; only: boolean }

/** The rule for a column of such dates under an order that a mapping states, or none. */
export function dateRuleOf(shown: DatesShown, stated: DateOrder | undefined): DateRule {
  if (stated) return { order: stated, only: fitsBetter(shown, stated) !== null }
  if (shown === 'dmy' || shown === 'mdy') return { order: shown, only: false }
  return { order: null, only: true }
}

/** The order that fits all dates of a column of which the stated one fails some; null where there is none. */
export function fitsBetter(shown: DatesShown, stated: DateOrder): DateOrder | null {
  return (shown === 'dmy' || shown === 'mdy') && shown !== stated ? shown : null
}

/** Reads a date by a column's rule; `ambiguous`: it has two readings, and neither is settled. */
export function readDateBy(
  text: string,
  rule: DateRule,
  rules: DateRules,
): DateReading | { wrong: 'ambiguous' } {
  const readings = rule.only ? readingsOf(text, rules) : null
  if (readings?.kind === 'either') return { wrong: 'ambiguous' }
  if (rule.order) return readDate(text, rule.order, rules)
  return readDate(text, readings?.kind === 'mdy' ? 'mdy' : 'dmy', rules)
}

type Readings = {
  kind: 'same' | 'dmy' | 'mdy' | 'either' | 'none'
  dmy: BusinessDate | null
  mdy: BusinessDate | null
}

function readingsOf(text: string, rules: DateRules): Readings {
  const [dmy, mdy] = (['dmy', 'mdy'] as const).map((order) => {
    const read = readDate(text, order, rules)
    return 'date' in read ? read.date : null
  }) as [BusinessDate | null, BusinessDate | null]
  const kind = dmy === mdy ? (dmy ? 'same' : 'none') : !mdy ? 'dmy' : !dmy ? 'mdy' : 'either'
  return { kind, dmy, mdy }
}

export type DatesWatch = {
  see: (cells: readonly string[]) => void
  shown: () => Partial<Record<DateField, DatesShown>>
}

const orders = ['dmy', 'mdy'] as const
type LastOrder = (typeof orders)[number]
/** Different cells whose readings are kept: dates come again and again. */
const mostKept = 20_000
/** Stays as they are usual, and such as only a wrong order makes of all the stays of a file. */
const usualStay = 31
const unlikelyStay = 100

/** Watches the columns of dates, by field, and the stays that they make. */
export function watchDates(at: ReadonlyMap<ImportField, number>, rules: DateRules): DatesWatch {
  const read = rememberReadings(rules)
  const columns = dateFields.filter((field) => at.has(field)).map((field) => ({ field, counts: newCounts() }))
  const stays = watchStays()
  const cellOf = (cells: readonly string[], field: ImportField) => cells[at.get(field) ?? -1] ?? ''
  return {
    see: (cells) => {
      const readings: Partial<Record<DateField, Readings>> = {}
      for (const { field, counts } of columns) {
        const found = read(cellOf(cells, field))
        if (!found) continue
        counts[found.kind]++
        readings[field] = found
      }
      const { arrival, departure } = readings
      if (arrival && departure && arrival.kind !== 'none' && departure.kind !== 'none')
        stays.see(arrival, departure, cellOf(cells, 'nights'))
    },
    shown: () => {
      const shown = Object.fromEntries(
        columns.map(({ field, counts }) => [field, shownBy(counts)]),
      ) as Partial<Record<DateField, DatesShown>>
      return { ...shown, ...stays.settle(shown) }
    },
  }
}

type Counts = Record<Readings['kind'], number>

function newCounts(): Counts {
  return { same: 0, dmy: 0, mdy: 0, either: 0, none: 0 }
}

function shownBy({ dmy, mdy, either }: Counts): DatesShown {
  if (dmy > 0 && mdy > 0) return 'mixed'
  if (dmy > 0) return 'dmy'
  if (mdy > 0) return 'mdy'
  return either > 0 ? 'open' : 'clear'
}

/** Null for an empty cell. */
function rememberReadings(rules: DateRules): (cell: string) => Readings | null {
  const known = new Map<string, Readings>()
  return (cell) => {
    if (cell === '' || cell.trim() === '') return null
    const kept = known.get(cell)
    if (kept) return kept
    const found = readingsOf(cell, rules)
    if (known.size >= mostKept) known.clear()
    known.set(cell, found)
    return found
  }
}

type Fit = { wrong: number; longest: number }

/** The stays that each pair of orders makes: only orders under which every row is a stay can be right. */
function watchStays() {
  const fits = new Map<string, Fit>(
    orders.flatMap((one) => orders.map((other) => [`${one} ${other}`, { wrong: 0, longest: 0 }] as const)),
  )
  const fitOf = (arrival: LastOrder, departure: LastOrder) => fits.get(`${arrival} ${departure}`) as Fit
  return {
    see: (arrival: Readings, departure: Readings, nights: string) => {
      const stated = nights === '' ? null : readCountText(nights, 'nights')
      for (const one of orders)
        for (const other of orders) {
          const [from, to] = [arrival[one], departure[other]]
          const fit = fitOf(one, other)
          const length = from && to ? nightsBetween(from, to) : -1
          if (length < 0 || length > maxNights || (stated !== null && stated !== length)) fit.wrong++
          else fit.longest = Math.max(fit.longest, length)
        }
    },
    /** The columns left open by themselves that the stays settle; both are taken for one order where both are open. */
    settle: (shown: Partial<Record<DateField, DatesShown>>): Partial<Record<DateField, DatesShown>> => {
      if (shown.arrival !== 'open' && shown.departure !== 'open') return {}
      const choices = (of: DatesShown | undefined): readonly LastOrder[] => {
        if (of === 'dmy' || of === 'mdy') return [of]
        return of === 'clear' ? ['dmy'] : orders
      }
      const pairs = choices(shown.arrival).flatMap((one) =>
        choices(shown.departure).map((other) => [one, other] as const),
      )
      const both = shown.arrival === 'open' && shown.departure === 'open'
      const fitting = pairs
        .filter(([one, other]) => !both || one === other)
        .filter(([one, other]) => fitOf(one, other).wrong === 0)
      const usual = fitting.filter(([one, other]) => fitOf(one, other).longest <= usualStay)
      const others = fitting.filter(([one, other]) => fitOf(one, other).longest <= unlikelyStay)
      const [right] = fitting.length === 1 ? fitting : usual.length === 1 && others.length === 1 ? usual : []
      if (!right) return {}
      return {
        ...(shown.arrival === 'open' ? { arrival: right[0] } : {}),
        ...(shown.departure === 'open' ? { departure: right[1] } : {}),
      }
    },
  }
}
