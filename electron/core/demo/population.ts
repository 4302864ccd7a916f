/**
 * Who comes next to a demo hotel. Every guest has a rhythm of their own (an interval and how steady it is) and,
 * after each stay, a chance never to come back; how often people come is spread as in life, a few very often.
 * Held in flat arrays: a million guests take some 45 MB. Days are day numbers.
 */
import type { Habit } from '#core/demo/data/person.ts'
import type { Random } from '#core/demo/data/random.ts'
import { weekdayOf } from '#shared/values/index.ts'
import type { DateOf } from './stay.ts'

/** What is kept of a guest. `account`: place of the company they travel for, −1 none. */
export type Regular = {
  habit: Habit
  business: boolean
  member: boolean
  /** Somebody's secretary: books, but does not stay. */
  booksOnly: boolean
  nationality: string
  madeOn: number
  account: number
  type: number
}

export type Population = {
  readonly count: number
  add: (id: number, facts: Regular) => void
  get: (id: number) => Regular
  companionOf: (id: number) => number
  pair: (id: number, companion: number) => void
  /** A guest whose time has come around that day; 0 when nobody's has. */
  due: (day: number) => number
  /** Any known guest who is not staying then; 0 when none was met. */
  anybody: (random: Random, day: number) => number
  /** They have a booking until then: nobody is asked twice for the same days. */
  taken: (id: number, until: number) => void
  /**
   * After a stay, or a booking that came to nothing: when they come next, if ever. `worse`: how many times likelier it is
   * that they never do.
   */
  comesAgain: (random: Random, id: number, departure: number, worse?: number) => void
  /** A stay has ended. */
  stayed: (id: number, departure: number) => void
  /** The next guest behind `after` who was here at least four times and is away for twice their own interval; 0: none. */
  overdue: (day: number, after: number) => number
  /** Somebody asked them to come again: they will on that day, whatever the law said. */
  invite: (id: number, day: number) => void
  /** The day on which it was decided that a guest never comes again, and has not come since; null: not decided. */
  lostOn: (id: number) => number | null
  /** The guest's own mean days between stays; null: not drawn yet. */
  intervalOf: (id: number) => number | null
  /** The day is over: who was due and not called comes another time or not at all. */
  pass: (random: Random, day: number) => void
}

const HABITS: readonly Habit[] = ['once', 'occasional', 'regular', 'frequent', 'weekly']
/** Chance to be lost after a stay, mean days between stays, and steadiness (shape of the gamma law). */
const RHYTHM = {
  once: { lost: 0.93, interval: 300, shape: 1 },
  occasional: { lost: 0.35, interval: 190, shape: 1 },
  regular: { lost: 0.09, interval: 75, shape: 2 },
  frequent: { lost: 0.025, interval: 21, shape: 4 },
  weekly: { lost: 0.006, interval: 5, shape: 6 },
}
/** Days around which somebody's time counts as come. */
const AROUND = 6

export function createPopulation(
  capacity: number,
  firstDay: number,
  lastDay: number,
  date: DateOf,
): Population {
  const size = capacity + 1
  const habit = new Uint8Array(size)
  const flags = new Uint8Array(size)
  const country = new Uint8Array(size)
  const type = new Uint8Array(size)
  const account = new Int16Array(size)
  const madeOn = new Uint16Array(size)
  const interval = new Uint16Array(size)
  const takenUntil = new Uint16Array(size)
  const waits = new Uint8Array(size)
  const stays = new Uint8Array(size)
  const lastStay = new Uint16Array(size)
  const lost = new Uint16Array(size)
  const companion = new Int32Array(size)
  const nextDue = new Int32Array(size)
  const head = new Int32Array(lastDay - firstDay + 1)
  const countries: string[] = []
  let count = 0
  /** More or less eager to come again, so that those who are wanted are about those who want. */
  let eagerness = 1
  let missed = 0
  let met = 0
  let idle = 0

  /** Who waits already keeps their place: nobody is in two rows. */
  function put(id: number, day: number): void {
    if (day < firstDay || day >= lastDay || waits[id] === 1) return
    waits[id] = 1
    nextDue[id] = head[day - firstDay] as number
    head[day - firstDay] = id
  }

  function take(day: number): number {
    if (day < firstDay || day >= lastDay) return 0
    const id = head[day - firstDay] as number
    if (id === 0) return 0
    head[day - firstDay] = nextDue[id] as number
    waits[id] = 0
    return id
  }

  /** Mean `mean`; the higher the shape, the more regular. */
  function gamma(random: Random, shape: number, mean: number): number {
    let sum = 0
    for (let i = 0; i < shape; i++) sum += random.exponential(mean / shape)
    return sum
  }

  /** Work takes place on weekdays, pleasure at their end. */
  function fitting(day: number, business: boolean): number {
    const weekday = weekdayOf(date(day))
    if (business) return weekday >= 4 ? day + (8 - weekday) : day
    return weekday >= 1 && weekday <= 3 ? day + (5 - weekday) : day
  }

  return {
    get count() {
      return count
    },
    add: (id, facts) => {
      count += 1
      habit[id] = HABITS.indexOf(facts.habit)
      flags[id] = (facts.business ? 1 : 0) | (facts.member ? 2 : 0) | (facts.booksOnly ? 4 : 0)
      let at = countries.indexOf(facts.nationality)
      if (at < 0) at = countries.push(facts.nationality) - 1
      country[id] = at
      type[id] = facts.type
      account[id] = facts.account
      madeOn[id] = facts.madeOn - firstDay
    },
    get: (id) => ({
      habit: HABITS[habit[id] as number] as Habit,
      business: ((flags[id] as number) & 1) > 0,
      member: ((flags[id] as number) & 2) > 0,
      booksOnly: ((flags[id] as number) & 4) > 0,
      nationality: countries[country[id] as number] as string,
      madeOn: (madeOn[id] as number) + firstDay,
      account: account[id] as number,
      type: type[id] as number,
    }),
    companionOf: (id) => companion[id] as number,
    pair: (id, other) => {
      companion[id] = other
      if (companion[other] === 0) companion[other] = id
    },
    due: (day) => {
      for (let i = 0; i <= AROUND; i++) {
        const id = take(day + i) || (i > 0 ? take(day - i) : 0)
        if (id === 0) continue
        if ((takenUntil[id] as number) + firstDay > day) {
          put(id, day + AROUND + 1 + i)
          continue
        }
        met += 1
        return id
      }
      missed += 1
      return 0
    },
    anybody: (random, day) => {
      for (let i = 0; i < 8; i++) {
        const id = 1 + random.below(count)
        const free = (takenUntil[id] as number) + firstDay <= day
        if (free && ((flags[id] as number) & 4) === 0) return id
      }
      return 0
    },
    taken: (id, until) => {
      lost[id] = 0
      takenUntil[id] = Math.max(takenUntil[id] as number, until - firstDay)
    },
    comesAgain: (random, id, departure, worse = 1) => {
      takenUntil[id] = Math.max(0, departure - firstDay)
      const rhythm = RHYTHM[HABITS[habit[id] as number] as Habit]
      if (random.chance(Math.min(0.98, (rhythm.lost * worse) / eagerness))) {
        lost[id] = Math.max(1, departure - firstDay)
        return
      }
      if (interval[id] === 0) {
        // Drawn once: somebody's own interval, wide apart between people of one habit.
        interval[id] = Math.max(4, Math.round(rhythm.interval * Math.exp(0.45 * random.normal())))
      }
      const wait = Math.max(2, Math.round(gamma(random, rhythm.shape, interval[id] as number)))
      put(id, fitting(departure + wait, ((flags[id] as number) & 1) > 0))
    },
    stayed: (id, departure) => {
      stays[id] = Math.min(255, (stays[id] as number) + 1)
      lastStay[id] = Math.max(lastStay[id] as number, departure - firstDay)
    },
    overdue: (day, after) => {
      for (let id = after + 1; id <= count; id++) {
        const away = day - firstDay - (lastStay[id] as number)
        const own = interval[id] as number
        const free = (takenUntil[id] as number) + firstDay <= day
        if ((stays[id] as number) >= 4 && own > 0 && away > 2 * own && free) return id
      }
      return 0
    },
    invite: (id, day) => {
      lost[id] = 0
      put(id, fitting(day, ((flags[id] as number) & 1) > 0))
    },
    lostOn: (id) => (lost[id] === 0 ? null : (lost[id] as number) + firstDay),
    intervalOf: (id) => (interval[id] === 0 ? null : (interval[id] as number)),
    pass: (random, day) => {
      const over = day - AROUND - 1
      for (let id = take(over); id !== 0; id = take(over)) {
        idle += 1
        const rhythm = RHYTHM[HABITS[habit[id] as number] as Habit]
        if (random.chance(Math.min(0.9, rhythm.lost * 2))) lost[id] = Math.max(1, day - firstDay)
        else put(id, day + (interval[id] as number))
      }
      if (met + missed + idle < 400) return
      if (missed > idle * 1.2) eagerness = Math.min(6, eagerness * 1.06)
      else if (idle > missed * 1.2) eagerness = Math.max(0.3, eagerness / 1.06)
      met = 0
      missed = 0
      idle = 0
    },
  }
}
