/** The course of a stay in a demo hotel: what happens to it between its booking and its end, when, and by whom. */

import { cancelByHabit, traitsOf } from '#core/demo/data/effects.ts'
import { isAwaited } from '#shared/domain/booking/booking.ts'
import { createChanges } from '../changes.ts'
import { cancelChance } from '../desk.ts'
import type { When } from '../diary.ts'
import { departureOf, type Stay } from '../stay.ts'
import type { World } from '../world.ts'
import { planArrival } from './arrival.ts'
import { callOff, cancelStay } from './cancellation.ts'
import { changeDetails, changeParty, changeRate, changeType, moveStay } from './edits.ts'
import { writeTakeOver } from './end.ts'
import { type Desk, drawDayTime, drawSoonAfter, HOUR, type Step, scheduleStep } from './schedule.ts'

export type Course = {
  /** Plans what happens to a new booking. */
  plan: (stay: Stay, made: When) => void
  /** Writes the open bookings to the log at the moment it begins. */
  takeOver: () => void
}

/** Starts the course of all stays of a demo hotel. */
export function createCourse(world: World): Course {
  const desk: Desk = { ...world, changes: createChanges(world) }
  return {
    plan: (stay, made) => planCourse(desk, stay, made),
    takeOver: () => {
      for (const stay of world.open.values()) {
        writeTakeOver(desk, stay)
        stay.logged = true
      }
      world.money.takeOver()
    },
  }
}

function planCourse(desk: Desk, stay: Stay, made: When): void {
  const { random } = stay
  const lead = stay.arrival - made.day
  // Of the years before the log, a quarter of the wishes came over.
  if (random.chance(desk.wishes.askChance(stay) * (stay.logged ? 1 : 0.25)))
    scheduleStep(desk, stay, drawSoonAfter(random, made), askRequest)
  if (stay.status !== 'confirmed') {
    planAnswer(desk, stay, made, lead)
    return
  }
  planArrival(desk, stay)
  if (lead > 0) planBefore(desk, stay, made, lead)
}

function askRequest({ wishes, diary }: Desk, stay: Stay, when: When): void {
  if (isAwaited(stay.status)) wishes.ask(stay, when, diary.author(stay.random, when, true))
}

function planAnswer(desk: Desk, stay: Stay, made: When, lead: number): void {
  const { random } = stay
  const day = made.day + Math.floor(random.next() * lead)
  scheduleStep(desk, stay, { day, seconds: drawDayTime(random) }, answerEnquiry)
  scheduleStep(desk, stay, { day: stay.arrival, seconds: 20 * HOUR }, dropUnanswered)
}

/** An enquiry is confirmed or dropped; a booking on the waiting list is confirmed when there is room. */
function answerEnquiry(desk: Desk, stay: Stay, when: When): void {
  const { calendar, diary, changes } = desk
  const { random } = stay
  if (stay.status !== 'enquiry' && stay.status !== 'waitlisted') return
  const possible = calendar.isLeft(stay.type, stay.arrival, departureOf(stay))
  if (possible && random.chance(stay.status === 'enquiry' ? 0.6 : 0.9)) {
    const author = diary.author(random, when, true)
    const put = () => calendar.sell(stay.type, stay.arrival, departureOf(stay))
    changes.status(stay, when, author, { operation: 'booking.confirm', to: 'confirmed', put })
    planArrival(desk, stay)
    if (stay.arrival > when.day) planBefore(desk, stay, when, stay.arrival - when.day)
  } else if (stay.status === 'enquiry') dropEnquiry(desk, stay, when)
}

function dropUnanswered(desk: Desk, stay: Stay, when: When): void {
  if (stay.status === 'enquiry' || stay.status === 'waitlisted') dropEnquiry(desk, stay, when)
}

function dropEnquiry(desk: Desk, stay: Stay, when: When): void {
  const { cancelled } = desk.words
  cancelStay(desk, stay, when, stay.status === 'waitlisted' ? cancelled.full : cancelled.enquiry)
}

/** The chance of the booking's facts, as its guest is. */
function ownCancelChance({ seed, population }: Desk, stay: Stay, lead: number): number {
  const { habit } = population.get(stay.guest)
  const own = cancelByHabit[habit] * traitsOf(seed, stay.guest).proneness
  return Math.min(0.9, cancelChance(stay, lead) * own)
}

/** What may happen between booking and arrival. */
function planBefore(desk: Desk, stay: Stay, made: When, lead: number): void {
  const { takeover } = desk
  const { random } = stay
  const planSometimes = (chance: number, step: Step) => {
    if (random.chance(chance))
      scheduleStep(desk, stay, { day: made.day + random.below(lead), seconds: drawDayTime(random) }, step)
  }
  if (random.chance(ownCancelChance(desk, stay, lead))) {
    // Half of the cancellations come in the last third of the time.
    const day = made.day + Math.floor(lead * random.next() ** 0.6)
    scheduleStep(desk, stay, { day, seconds: drawDayTime(random) }, callOff)
  }
  // The log does not show what was changed before it began.
  if (made.day < takeover.day && stay.arrival < takeover.day) return
  planSometimes(0.09, moveStay)
  planSometimes(0.05, changeType)
  planSometimes(0.06, changeRate)
  planSometimes(0.05, changeParty)
  planSometimes(0.05, changeDetails)
}
