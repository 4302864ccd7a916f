/** What happens while a guest stays, and the check-out. */

import type { Random } from '#core/demo/data/random.ts'
import { awaitsCompanion } from '../companions.ts'
import { freeDayUse, leftAt } from '../day-use.ts'
import type { When } from '../diary.ts'
import { departureOf, roomOn, type Stay } from '../stay.ts'
import { endStay } from './end.ts'
import { giveFeedback } from './feedback.ts'
import { recordDeparture, recordMove } from './record.ts'
import { type Desk, drawDayTime, HOUR, scheduleStep } from './schedule.ts'

/** Plans another room, an early departure or an extension, and the check-out. */
export function planInHouse(desk: Desk, stay: Stay): void {
  const { random } = stay
  const departure = departureOf(stay)
  if (stay.nights.length > 1 && random.chance(0.05)) {
    const day = stay.arrival + 1 + random.below(stay.nights.length - 1)
    scheduleStep(desk, stay, { day, seconds: drawDayTime(random) }, moveRoom)
  }
  if (stay.nights.length > 1 && random.chance(0.035)) {
    const day = stay.arrival + 1 + random.below(stay.nights.length - 1)
    scheduleStep(desk, stay, { day, seconds: random.between(7 * HOUR, 9 * HOUR) }, leaveEarly)
  } else if (stay.nights.length > 0 && random.chance(0.05)) {
    const seconds = random.between(15 * HOUR, 21 * HOUR)
    scheduleStep(desk, stay, { day: departure - 1, seconds }, extendStay)
  }
  planCheckOut(desk, stay)
}

function planCheckOut(desk: Desk, stay: Stay): void {
  const { random } = stay
  const drawn = drawLeavingTime(random)
  const seconds = stay.dayUse ? leftAt(desk, stay, stay.dayUse) : drawn
  scheduleStep(desk, stay, { day: departureOf(stay), seconds }, checkOut)
}

function moveRoom(desk: Desk, stay: Stay, when: When): void {
  const { calendar, house, diary, words, changes } = desk
  if (stay.status !== 'in-house' || when.day >= departureOf(stay)) return
  const start = stay.random.below(house.rooms.length)
  const room = calendar.findRoom(stay.type, when.day, departureOf(stay), start)
  if (room < 0) return
  const author = diary.author(stay.random, when)
  const operation = 'stay.moveRoom'
  const why = stay.random.of(words.changed.room)
  const left = roomOn(stay, when.day)
  desk.rounds.readies(room, when, author)
  const command = changes.assign(stay, when, author, room, when.day, { operation, reason: why })
  const act = { stay, when, author, operation, command }
  recordMove(desk, act, room)
  desk.states.happens([left], { kind: 'move', leaves: 'dirty' }, act)
  desk.registrar.happened('move', act)
}

function leaveEarly(desk: Desk, stay: Stay, when: When): void {
  const { diary, words, changes } = desk
  if (stay.status !== 'in-house' || when.day >= departureOf(stay)) return
  if (awaitsCompanion(stay, diary.date(when.day))) return
  const author = diary.author(stay.random, when)
  const to = { arrival: when.day, nights: when.day - stay.arrival }
  if (changes.moveDates(stay, when, author, to, stay.random.of(words.changed.early))) planCheckOut(desk, stay)
}

function extendStay(desk: Desk, stay: Stay, when: When): void {
  const { diary, words, changes } = desk
  if (stay.status !== 'in-house' || departureOf(stay) !== when.day + 1) return
  const author = diary.author(stay.random, when)
  const nights = stay.nights.length + (stay.random.chance(0.75) ? 1 : 2)
  const to = { arrival: when.day, nights }
  if (changes.moveDates(stay, when, author, to, stay.random.of(words.changed.extend)))
    planCheckOut(desk, stay)
}

function checkOut(desk: Desk, stay: Stay, when: When): void {
  const { diary, wishes, changes } = desk
  if (stay.status !== 'in-house' || departureOf(stay) !== when.day) return
  const author = diary.author(stay.random, when)
  wishes.settle(stay, when, author)
  desk.money.leaves(stay, when, author)
  const operation = 'stay.checkOut'
  const command = changes.status(stay, when, author, { operation, to: 'checked-out', put: () => undefined })
  const act = { stay, when, author, operation, command }
  recordDeparture(desk, act)
  // Whom the log has in no room leaves none behind
  if (stay.record && stay.record.image.roomId !== null)
    desk.states.happens([roomOn(stay, when.day)], { kind: 'departure' }, act)
  desk.registrar.happened('departure', act)
  giveFeedback(desk, stay, when, author)
  desk.services.left(stay, when)
  freeDayUse(desk, stay)
  endStay(desk, stay, when)
}

function drawLeavingTime(random: Random): number {
  return Math.round(Math.min(12.8, Math.max(6, 10.2 + 1.6 * random.normal())) * HOUR)
}
