/** Arrival and departure: of all days that the dates of a message can mean, those that everything it says agrees with. */
import { type BusinessDate, dayFrom, nightsBetween, weekdayOf } from '../../values/index.ts'
import { maxNights } from '../booking/booking.ts'
import { type DateSense, type FoundDate, findDates, sensesOnWeekday } from './dates.ts'
import { type Doubt, type Fact, firstDoubt } from './fact.ts'
import type { Entry } from './lines.ts'
import { pickFact } from './pick.ts'

/** Farther ahead than hotels sell. */
const farthest = 550

type Dated = { date: FoundDate; line: number; doubt: Doubt | null }
export type Stay = { arrival: Fact<BusinessDate> | null; departure: Fact<BusinessDate> | null }

export function readStay(lines: readonly string[], entries: readonly Entry[], today: BusinessDate): Stay {
  const written = readNights(lines, entries)
  // Two numbers of nights settle nothing
  const nights = written?.doubt === null ? written : null
  const { arrival, departure } = datesOf(lines, entries, today)
  if (!arrival)
    return { arrival: null, departure: departure ? said(departure, departure.date.senses[0]!, today) : null }
  if (!departure) return alone(arrival, nights, today)
  const pairs = pairsOf(arrival.date, departure.date)
  const fitting = pairs.filter(
    ([from, to]) => nights === null || nightsBetween(from.date, to.date) === nights.value,
  )
  const [best] = sorted(fitting.length > 0 ? fitting : pairs)
  const [from, to] = best ?? [arrival.date.senses[0]!, departure.date.senses[0]!]
  const open = new Set(fitting.map(([a, b]) => `${a.date} ${b.date}`)).size > 1
  const doubt = firstDoubt(
    pairs.length === 0 && contradiction(arrival.date, departure.date),
    fitting.length === 0 && 'nightsDiffer',
    open && 'dateOrder',
    from && isContradicted(lines, entries, [from.date, to.date], today) && 'several',
  )
  return {
    arrival: said({ ...arrival, doubt: firstDoubt(arrival.doubt, doubt) }, from, today),
    departure: said({ ...departure, doubt: firstDoubt(departure.doubt, doubt) }, to, today),
  }
}

const ABOUT_STAY = /arriv|depart|check[- ]?in|check[- ]?out|入住|离店|退房|到店|抵店/iu
const NOT_STAY = /until|before|from|by \d|booked|cancel|取消|下单|预订时间|预订日期|截止|前/iu

/** Whether a line that speaks of coming or going has a day that is neither of the two: a reply below an older mail. */
function isContradicted(
  lines: readonly string[],
  entries: readonly Entry[],
  stay: readonly BusinessDate[],
  today: BusinessDate,
): boolean {
  const known = new Set(
    entries.filter(({ label }) => label === 'other' || label === 'conditions').map(({ line }) => line),
  )
  const [arrival = today, departure = today] = stay
  return lines.some((line, index) => {
    if (!ABOUT_STAY.test(line) || NOT_STAY.test(line) || known.has(index + 1)) return false
    return findDates(line, today).some(({ senses }) =>
      // A night of the stay beside its price is no other stay
      senses.every(({ date }) => date < arrival || date > departure),
    )
  })
}

/** A departure that is not written lies as many nights later as are. */
function alone(arrival: Dated, nights: Fact<number> | null, today: BusinessDate): Stay {
  const open = new Set(sensesOnWeekday(arrival.date).map(({ date }) => date)).size
  const sense = sensesOnWeekday(arrival.date)[0] ?? arrival.date.senses[0]!
  const doubt = firstDoubt(arrival.doubt, open === 0 && 'weekdayDiffers', open > 1 && 'dateOrder')
  const first = said({ ...arrival, doubt }, sense, today)
  const last = nights && nights.value > 0 ? dayFrom(first.value, nights.value) : null
  return {
    arrival: first,
    departure:
      last && nights
        ? { value: last, line: nights.line, doubt: firstDoubt(first.doubt, nights.doubt) }
        : null,
  }
}

function said(dated: Dated, sense: DateSense, today: BusinessDate): Fact<BusinessDate> {
  const ahead = nightsBetween(today, sense.date)
  // A year that is not written is sure where the weekday is
  const guessed = sense.guessed && dated.date.weekday !== weekdayOf(sense.date)
  const doubt = firstDoubt(
    dated.doubt,
    guessed && 'dateYear',
    ahead < 0 && 'datePast',
    ahead > farthest && 'dateFar',
  )
  return { value: sense.date, line: dated.line, doubt }
}

/** Both in one order of day and month: a mail that writes one date day first writes the other so, too. */
function pairsOf(arrival: FoundDate, departure: FoundDate): [DateSense, DateSense][] {
  return sensesOnWeekday(arrival).flatMap((from) =>
    sensesOnWeekday(departure)
      .map((to) => overNewYear(from, to))
      .filter(
        (to) =>
          from.order === 'fixed' || to.order === 'fixed' || from.order === to.order || sameDay(from, to),
      )
      .filter((to) => to.date > from.date && nightsBetween(from.date, to.date) <= maxNights)
      .map((to): [DateSense, DateSense] => [from, to]),
  )
}

/** 03/03/2026 reads the same in both orders and settles none. */
function sameDay(from: DateSense, to: DateSense): boolean {
  const twice = ({ date }: DateSense) => date.slice(5, 7) === date.slice(8)
  return twice(from) || twice(to)
}

/** “28 Dec – 3 Jan”: a departure without a year is the first such day after the arrival. */
function overNewYear(from: DateSense, to: DateSense): DateSense {
  if (!to.guessed || to.date > from.date) return to
  const next = `${Number(to.date.slice(0, 4)) + 1}${to.date.slice(4)}` as BusinessDate
  return next > from.date ? { ...to, date: next } : to
}

function sorted(pairs: readonly [DateSense, DateSense][]): [DateSense, DateSense][] {
  return pairs.toSorted(
    ([a1, d1], [a2, d2]) => nightsBetween(a1.date, d1.date) - nightsBetween(a2.date, d2.date),
  )
}

function contradiction(arrival: FoundDate, departure: FoundDate): Doubt {
  const wrong = [arrival, departure].some((date) => sensesOnWeekday(date).length === 0)
  return wrong ? 'weekdayDiffers' : 'nightsDiffer'
}

/** The dates that labels lead; those behind which 入住 and 离店 are written; else the only two of the message, with a doubt. */
function datesOf(
  lines: readonly string[],
  entries: readonly Entry[],
  today: BusinessDate,
): { arrival: Dated | null; departure: Dated | null } {
  const found = { arrival: led(entries, 'arrival', today), departure: led(entries, 'departure', today) }
  if (found.arrival && found.departure) return found
  const range = rangeIn(entries, today)
  if (range && !found.arrival && !found.departure) return range
  const before = datesBefore(lines, today)
  const arrival = found.arrival ?? range?.arrival ?? before.arrival
  const departure = found.departure ?? range?.departure ?? before.departure
  return arrival || departure ? { arrival, departure } : onlyTwo(lines, today)
}

function led(entries: readonly Entry[], label: 'arrival' | 'departure', today: BusinessDate): Dated | null {
  const fact = pickFact(
    entries,
    [label],
    ({ value }) => {
      const [date, ...more] = findDates(value, today)
      // Two of them are a stay
      return date && more.length === 0 ? { value: bare(date) } : null
    },
    { same: (a, b) => a.senses[0]?.date === b.senses[0]?.date },
  )
  return fact && { date: fact.value, line: fact.line, doubt: fact.doubt }
}

/** “2026-03-05 至 2026-03-07” behind one label, or behind the arrival's. */
function rangeIn(
  entries: readonly Entry[],
  today: BusinessDate,
): { arrival: Dated; departure: Dated } | null {
  const fact = pickFact(entries, ['stay', 'arrival', 'roomTypeAndRooms'], ({ value }) => {
    const dates = findDates(value, today)
    const [first, second] = dates
    if (!first || !second) return null
    return { value: [bare(first), bare(second)] as const, doubt: dates.length > 2 ? 'several' : null }
  })
  if (!fact) return null
  const [arrival, departure] = fact.value
  return {
    arrival: { date: arrival, line: fact.line, doubt: fact.doubt },
    departure: { date: departure, line: fact.line, doubt: fact.doubt },
  }
}

function bare(date: FoundDate): FoundDate {
  return { ...date, at: 0, end: 0 }
}

const AFTER_ARRIVAL = /^[^,;。\d]{0,12}?(?:入住|到店|抵店)/u
const AFTER_DEPARTURE = /^[^,;。\d]{0,12}?(?:离店|退房|離店)/u

/** “3月5日入住，3月7日离店”. */
function datesBefore(lines: readonly string[], today: BusinessDate) {
  const behind = (pattern: RegExp): Dated | null => {
    for (const [index, line] of lines.entries()) {
      if (!/入住|到店|抵店|离店|退房|離店/u.test(line)) continue
      for (const date of findDates(line, today)) {
        if (pattern.test(line.slice(date.end))) return { date: bare(date), line: index + 1, doubt: null }
      }
    }
    return null
  }
  return { arrival: behind(AFTER_ARRIVAL), departure: behind(AFTER_DEPARTURE) }
}

function onlyTwo(
  lines: readonly string[],
  today: BusinessDate,
): { arrival: Dated | null; departure: Dated | null } {
  const all = lines.flatMap((line, index) =>
    findDates(line, today)
      .filter(({ senses }) => senses.some(({ date }) => date >= today))
      .map((date) => ({ date: bare(date), line: index + 1, doubt: 'unlabelled' as const })),
  )
  const [arrival, departure] = all
  const days = new Set(all.map(({ date }) => date.senses[0]?.date))
  return days.size === 2 && arrival && departure ? { arrival, departure } : { arrival: null, departure: null }
}

const NIGHTS =
  /(?<![\d.])(\d{1,3})\s?(?:nights?|nächte?|nuits?|noches?|notti|晚|泊|박)(?![\p{L}])|共\s?(\d{1,3})\s?[晚夜]/iu

/** The number of nights that is written behind a label, or anywhere as such. */
export function readNights(lines: readonly string[], entries: readonly Entry[]): Fact<number> | null {
  const labelled = pickFact(entries, ['nights'], ({ value }) => {
    const match = /^(\d{1,3})(?![\d.,:/-])/.exec(value)
    return match ? { value: Number(match[1]) } : null
  })
  const said = lines.flatMap((line, index) => {
    const match = NIGHTS.exec(line)
    return match &&
      !/间夜|per night|每晚|minimum|最少|first night|首晚|free|charge|fee|penalt|cancel|取消/iu.test(line)
      ? [{ value: Number(match[1] ?? match[2]), line: index + 1 }]
      : []
  })
  const first = labelled ?? said[0]
  if (!first) return null
  const doubt = firstDoubt(labelled?.doubt, said.some(({ value }) => value !== first.value) && 'several')
  return { value: first.value, line: first.line, doubt }
}
