/** The day a guest arrives: a room, the requests seen to, and the check-in or the no-show. */

import { type Random, randomOf } from '#core/demo/data/random.ts'
import { planCompanion } from '../companions.ts'
import { cameAt } from '../day-use.ts'
import type { When } from '../diary.ts'
import { nameMinors } from '../minors.ts'
import { departureOf, roomOn, type Stay } from '../stay.ts'
import { endStay } from './end.ts'
import { planInHouse } from './in-house.ts'
import { recordArrival, recordWait } from './record.ts'
import { type Desk, HOUR, scheduleStep } from './schedule.ts'

const WAITS = 127
/** What is true of the queue: of who comes before that hour, how many wait, and for how many minutes. */
export const waitTruth = { before: 13.5, share: 0.6, minutes: [15, 140] } as const

/** Plans the preparation and the arrival of a confirmed booking. */
export function planArrival(desk: Desk, stay: Stay): void {
  const { random, arrival } = stay
  if (stay.logged && random.chance(0.3) && stay.nights.length > 0) {
    const day = arrival - random.between(0, 2)
    scheduleStep(desk, stay, { day, seconds: random.between(8 * HOUR, 11 * HOUR) }, assignEarly)
  }
  const drawn = random.chance(0.12) ? random.between(10 * HOUR, 13 * HOUR) : drawArrivalTime(random)
  const seconds = stay.dayUse ? cameAt(desk, stay.id, stay.dayUse) : drawn
  // Before the log begins nobody sees when a request was acknowledged: those are settled at departure only.
  if (stay.logged) {
    const morning = { day: arrival, seconds: random.between(7 * HOUR, 9 * HOUR) }
    scheduleStep(desk, stay, morning, acknowledgeRequests)
  }
  const comes = !random.chance(noShowChance(stay))
  if (comes) scheduleStep(desk, stay, { day: arrival, seconds }, arrive)
  else scheduleStep(desk, stay, { day: arrival, seconds: 23 * HOUR + 3000 + random.below(500) }, recordNoShow)
}

function assignEarly({ calendar, house, diary, changes }: Desk, stay: Stay, when: When): void {
  if (stay.status !== 'confirmed' || (stay.nights[0]?.room ?? 0) >= 0) return
  const start = stay.random.below(house.rooms.length)
  const room = calendar.findRoom(stay.type, stay.arrival, departureOf(stay), start)
  if (room >= 0) changes.assign(stay, when, diary.author(stay.random, when, true), room, stay.arrival)
}

function acknowledgeRequests({ wishes, diary }: Desk, stay: Stay, when: When): void {
  if (stay.status === 'confirmed') wishes.acknowledge(stay, when, diary.author(stay.random, when))
}

function recordNoShow(desk: Desk, stay: Stay, when: When): void {
  const { diary, words, wishes, changes } = desk
  if (stay.status !== 'confirmed' || stay.arrival !== when.day) return
  changes.release(stay)
  changes.status(stay, when, diary.night, {
    operation: 'stay.noShow',
    reason: words.audit,
    to: 'no-show',
    put: () => undefined,
  })
  wishes.close(stay, when, diary.night, words.audit)
  endStay(desk, stay, when)
}

/** Who comes before rooms are ready may have to wait for one. */
function arrive(desk: Desk, stay: Stay, when: When): void {
  const random = randomOf(desk.seed, WAITS, stay.id)
  const waits = !stay.dayUse && when.seconds < waitTruth.before * HOUR && random.chance(waitTruth.share)
  if (!stay.logged || !waits || stay.status !== 'confirmed' || stay.arrival !== when.day) {
    checkIn(desk, stay, when)
    return
  }
  recordWait(desk, stay, when, desk.diary.cashier(random, when))
  const minutes = random.between(...waitTruth.minutes)
  scheduleStep(desk, stay, { day: when.day, seconds: when.seconds + minutes * 60 }, checkIn)
}

function checkIn(desk: Desk, stay: Stay, when: When): void {
  const { diary, changes, offers, wishes } = desk
  if (stay.status !== 'confirmed' || stay.arrival !== when.day) return
  const { random } = stay
  const author = diary.author(random, when)
  if (stay.nights.length > 0 && (stay.nights[0]?.room ?? -1) < 0) giveRoom(desk, stay, when)
  desk.rounds.readies(roomOn(stay, stay.arrival), when, author)
  nameMinors(desk, stay, when, author)
  planCompanion(desk, stay, when, author)
  desk.registrar.expects(stay, when, author)
  const operation = 'stay.checkIn'
  const command = changes.status(stay, when, author, { operation, to: 'in-house', put: () => undefined })
  const act = { stay, when, author, operation, command }
  recordArrival(desk, act)
  desk.registrar.happened('arrival', act)
  desk.services.checkedIn(act)
  desk.money.arrived(stay, when, author)
  for (const wish of offers.atArrival(stay, when, author)) wishes.take(stay, wish, when, author)
  const later = { day: when.day, seconds: when.seconds + random.between(600, 2 * HOUR) }
  if (stay.requests.length > 0) scheduleStep(desk, stay, later, settleRequests)
  desk.services.arrived(stay, when)
  planInHouse(desk, stay)
}

function settleRequests({ wishes, diary }: Desk, stay: Stay, when: When): void {
  wishes.settle(stay, when, diary.author(stay.random, when))
}

/** A room of the booked type, else of another type without a higher rate, else one taken from a later guest. */
function giveRoom(desk: Desk, stay: Stay, when: When): void {
  const { calendar, diary, house, words, changes } = desk
  const { random, arrival } = stay
  const departure = departureOf(stay)
  const author = diary.author(random, when)
  const start = random.below(house.rooms.length)
  let room = calendar.findRoom(stay.type, arrival, departure, start)
  for (let type = 0; room < 0 && type < house.types.length; type++) {
    const other = type === stay.type ? -1 : calendar.findRoom(type, arrival, departure, start)
    if (other >= 0 && changes.changeType(stay, when, author, type, true, random.of(words.changed.upgrade)))
      room = other
  }
  if (room < 0) room = clearRoom(desk, stay, when)
  changes.assign(stay, when, author, room, arrival)
}

/** Every room is assigned on one of the nights: guests who have not arrived give theirs up and get another later. */
function clearRoom({ calendar, diary, open, changes }: Desk, stay: Stay, when: When): number {
  const room = calendar.findRoom(stay.type, stay.arrival, stay.arrival + 1, 0)
  if (room < 0) throw new Error(`no room for booking ${stay.id} on its first night`)
  for (let day = stay.arrival; day < departureOf(stay); day++) {
    const other = open.get(calendar.holder(room, day))
    if (other && other !== stay)
      changes.assign(other, when, diary.author(stay.random, when), -1, other.arrival)
  }
  if (!calendar.isFree(room, stay.arrival, departureOf(stay))) throw new Error(`room ${room} is not free`)
  return room
}

function noShowChance(stay: Stay): number {
  if (stay.createdOn === stay.arrival) return 0
  if (stay.guarantee === 'non-refundable' || stay.plan === 'COR') return 0.012
  return 0.024
}

function drawArrivalTime(random: Random): number {
  return Math.round(Math.min(23.4, Math.max(13, 16.5 + 2.4 * random.normal())) * HOUR)
}
