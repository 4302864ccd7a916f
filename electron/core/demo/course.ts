/** The course of a stay in a demo hotel, from its booking to its end: what happens to it, when, and by whom. */

import type { Random } from '#core/demo/data/random.ts'
import { isAwaited } from '#shared/domain/booking/booking.ts'
import type { GuestId } from '#shared/values/index.ts'
import { type Changes, createChanges } from './changes.ts'
import { cancelChance } from './desk.ts'
import type { When } from './diary.ts'
import { departureOf, imageOf, type Stay, writeStay } from './stay.ts'
import type { World } from './world.ts'

const HOUR = 3600

export type Course = {
  /** Plans what will happen to a new booking. */
  plan: (stay: Stay, made: When) => void
  /** Tells the log of what is open when it begins. */
  takeOver: () => void
}

export function createCourse(world: World): Course {
  const { agenda, diary, words, wishes, open, house, calendar, bulk } = world
  const changes = createChanges(world)

  function plan(stay: Stay, made: When): void {
    const { random } = stay
    const lead = stay.arrival - made.day
    if (random.chance(stay.logged ? 0.24 : 0.06)) at(stay, soonAfter(random, made), wished)
    if (stay.status !== 'confirmed') {
      planAnswer(stay, made, lead)
      return
    }
    planArrival(stay)
    if (lead > 0) planBefore(stay, made, lead)
  }

  /** Does something to a stay at its time, unless it has ended by then. */
  function at(stay: Stay, when: When, act: (stay: Stay, when: When) => void): void {
    agenda.add(when.day, when.seconds, (seconds) => {
      if (!stay.written) act(stay, { day: when.day, seconds })
    })
  }

  function planAnswer(stay: Stay, made: When, lead: number): void {
    const { random } = stay
    const day = made.day + Math.floor(random.next() * lead)
    at(stay, { day, seconds: dayTime(random) }, (_, when) => answer(stay, when))
    at(stay, { day: stay.arrival, seconds: 20 * HOUR }, (_, when) => {
      if (stay.status === 'enquiry' || stay.status === 'waitlisted') notTaken(stay, when)
    })
  }

  /** An enquiry is confirmed or dropped; the waiting list moves up when there is room. */
  function answer(stay: Stay, when: When): void {
    const { random } = stay
    if (stay.status !== 'enquiry' && stay.status !== 'waitlisted') return
    const possible = calendar.isLeft(stay.type, stay.arrival, departureOf(stay))
    if (possible && random.chance(stay.status === 'enquiry' ? 0.6 : 0.9)) {
      const author = diary.author(random, when, true)
      const put = () => calendar.sell(stay.type, stay.arrival, departureOf(stay))
      changes.status(stay, when, author, { operation: 'booking.confirm', to: 'confirmed', put })
      planArrival(stay)
      if (stay.arrival > when.day) planBefore(stay, when, stay.arrival - when.day)
    } else if (stay.status === 'enquiry') notTaken(stay, when)
  }

  function notTaken(stay: Stay, when: When): void {
    const reason = stay.status === 'waitlisted' ? words.cancelled.full : words.cancelled.enquiry
    cancel(stay, when, reason)
  }

  function planArrival(stay: Stay): void {
    const { random, arrival } = stay
    if (stay.logged && random.chance(0.3) && stay.nights.length > 0) {
      const day = arrival - random.between(0, 2)
      at(stay, { day, seconds: random.between(8 * HOUR, 11 * HOUR) }, assignEarly)
    }
    const seconds = random.chance(0.12) ? random.between(10 * HOUR, 13 * HOUR) : arrivalTime(random)
    // Before the log's time nobody asks who saw to a wish and when: they are done at departure.
    if (stay.logged) at(stay, { day: arrival, seconds: random.between(7 * HOUR, 9 * HOUR) }, noteWishes)
    const comes = !random.chance(noShowChance(stay))
    if (comes) at(stay, { day: arrival, seconds }, arrive)
    else at(stay, { day: arrival, seconds: 23 * HOUR + 3000 + random.below(500) }, missed)
  }

  /** What may happen between booking and arrival. */
  function planBefore(stay: Stay, made: When, lead: number): void {
    const { random } = stay
    const some = (chance: number, act: (stay: Stay, when: When) => void) => {
      if (random.chance(chance))
        at(stay, { day: made.day + random.below(lead), seconds: dayTime(random) }, act)
    }
    if (random.chance(cancelChance(stay, lead))) {
      // Half of those who cancel do so in the last third of the time.
      const day = made.day + Math.floor(lead * random.next() ** 0.6)
      at(stay, { day, seconds: dayTime(random) }, (_, when) => {
        if (stay.status === 'confirmed') callOff(stay, when)
      })
    }
    // Nobody tells in the log what was changed before it began.
    if (made.day < world.takeover.day && stay.arrival < world.takeover.day) return
    some(0.09, moveStay)
    some(0.05, changeType)
    some(0.06, changeRate)
    some(0.05, changeParty)
    some(0.05, changeDetails)
  }

  function callOff(stay: Stay, when: When): void {
    const { random } = stay
    const late = stay.arrival - when.day <= 2
    cancel(stay, when, random.of(late ? words.cancelled.late : words.cancelled.early))
  }

  function cancel(stay: Stay, when: When, reason: string): void {
    const { random } = stay
    const author = diary.author(random, when, true)
    changes.release(stay)
    const put = () => {
      stay.cancelledOn = when.day
      stay.cancelReason = reason
    }
    changes.status(stay, when, author, { operation: 'booking.cancel', reason, to: 'cancelled', put })
    const comesBack = stay.logged && stay.arrival > when.day + 1 && random.chance(0.05)
    if (comesBack) at(stay, soonAfter(random, when), (_, later) => reinstate(stay, later))
    else end(stay, when)
  }

  /** Cancelled by mistake, or thought better of: taken back where the nights are still available. */
  function reinstate(stay: Stay, when: When): void {
    const free =
      calendar.isLeft(stay.type, stay.arrival, departureOf(stay)) &&
      stay.nights.every(
        ({ room }, i) => room < 0 || calendar.isFree(room, stay.arrival + i, stay.arrival + i + 1),
      )
    if (!free || when.day >= stay.arrival) {
      end(stay, when)
      return
    }
    const put = () => {
      stay.cancelledOn = null
      stay.cancelReason = null
      calendar.sell(stay.type, stay.arrival, departureOf(stay))
      stay.nights.forEach(({ room }, i) => {
        if (room >= 0) calendar.occupy(room, stay.arrival + i, stay.arrival + i + 1, stay.id)
      })
    }
    const author = diary.author(stay.random, when, true)
    changes.status(stay, when, author, { operation: 'booking.reinstate', to: 'confirmed', put })
    planArrival(stay)
  }

  function missed(stay: Stay, when: When): void {
    if (stay.status !== 'confirmed' || stay.arrival !== when.day) return
    changes.release(stay)
    changes.status(stay, when, diary.night, {
      operation: 'stay.noShow',
      reason: words.audit,
      to: 'no-show',
      put: () => undefined,
    })
    wishes.close(stay, when, diary.night, words.audit)
    end(stay, when)
  }

  function arrive(stay: Stay, when: When): void {
    if (stay.status !== 'confirmed' || stay.arrival !== when.day) return
    const { random } = stay
    const author = diary.author(random, when)
    if (stay.nights.length > 0 && (stay.nights[0]?.room ?? -1) < 0) giveRoom(stay, when, changes)
    changes.status(stay, when, author, { operation: 'stay.checkIn', to: 'in-house', put: () => undefined })
    const later = { day: when.day, seconds: when.seconds + random.between(600, 2 * HOUR) }
    if (stay.requests.length > 0)
      at(stay, later, (_, now) => wishes.settle(stay, now, diary.author(random, now)))
    planStay(stay)
  }

  function giveRoom(stay: Stay, when: When, { assign, changeType: upgrade }: Changes): void {
    const { random, arrival } = stay
    const departure = departureOf(stay)
    const author = diary.author(random, when)
    const start = random.below(house.rooms.length)
    let room = calendar.findRoom(stay.type, arrival, departure, start)
    for (let type = 0; room < 0 && type < house.types.length; type++) {
      const found = type === stay.type ? -1 : calendar.findRoom(type, arrival, departure, start)
      if (found >= 0 && upgrade(stay, when, author, type, true, random.of(words.changed.upgrade)))
        room = found
    }
    if (room < 0) room = clearRoom(stay, when)
    assign(stay, when, author, room, arrival)
  }

  /** Every room is promised to somebody on one of the nights: anyone who has not come yet gets another later. */
  function clearRoom(stay: Stay, when: When): number {
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

  /** What may happen while somebody stays, and their leaving. */
  function planStay(stay: Stay): void {
    const { random } = stay
    const departure = departureOf(stay)
    if (stay.nights.length > 1 && random.chance(0.05)) {
      const day = stay.arrival + 1 + random.below(stay.nights.length - 1)
      at(stay, { day, seconds: dayTime(random) }, moveRoom)
    }
    if (stay.nights.length > 1 && random.chance(0.035)) {
      const day = stay.arrival + 1 + random.below(stay.nights.length - 1)
      at(stay, { day, seconds: random.between(7 * HOUR, 9 * HOUR) }, leaveEarly)
    } else if (stay.nights.length > 0 && random.chance(0.05)) {
      at(stay, { day: departure - 1, seconds: random.between(15 * HOUR, 21 * HOUR) }, extend)
    }
    planLeaving(stay)
  }

  function planLeaving(stay: Stay): void {
    const { random } = stay
    const dayUse = stay.nights.length === 0
    const seconds = dayUse ? 22 * HOUR + random.below(HOUR) : leavingTime(random)
    at(stay, { day: departureOf(stay), seconds }, leave)
  }

  function leave(stay: Stay, when: When): void {
    if (stay.status !== 'in-house' || departureOf(stay) !== when.day) return
    const author = diary.author(stay.random, when)
    wishes.settle(stay, when, author)
    changes.status(stay, when, author, {
      operation: 'stay.checkOut',
      to: 'checked-out',
      put: () => undefined,
    })
    end(stay, when)
  }

  function leaveEarly(stay: Stay, when: When): void {
    if (stay.status !== 'in-house' || when.day >= departureOf(stay)) return
    const author = diary.author(stay.random, when)
    const to = { arrival: when.day, nights: when.day - stay.arrival }
    if (changes.moveDates(stay, when, author, to, stay.random.of(words.changed.early))) planLeaving(stay)
  }

  function extend(stay: Stay, when: When): void {
    if (stay.status !== 'in-house' || departureOf(stay) !== when.day + 1) return
    const author = diary.author(stay.random, when)
    const nights = stay.nights.length + (stay.random.chance(0.75) ? 1 : 2)
    const to = { arrival: when.day, nights }
    if (changes.moveDates(stay, when, author, to, stay.random.of(words.changed.extend))) planLeaving(stay)
  }

  function moveRoom(stay: Stay, when: When): void {
    if (stay.status !== 'in-house' || when.day >= departureOf(stay)) return
    const room = calendar.findRoom(
      stay.type,
      when.day,
      departureOf(stay),
      stay.random.below(house.rooms.length),
    )
    if (room < 0) return
    const author = diary.author(stay.random, when)
    changes.assign(stay, when, author, room, when.day, stay.random.of(words.changed.room))
  }

  function assignEarly(stay: Stay, when: When): void {
    if (stay.status !== 'confirmed' || (stay.nights[0]?.room ?? 0) >= 0) return
    const room = calendar.findRoom(
      stay.type,
      stay.arrival,
      departureOf(stay),
      stay.random.below(house.rooms.length),
    )
    if (room >= 0) changes.assign(stay, when, diary.author(stay.random, when, true), room, stay.arrival)
  }

  function noteWishes(stay: Stay, when: When): void {
    if (stay.status === 'confirmed') wishes.acknowledge(stay, when, diary.author(stay.random, when))
  }

  function wished(stay: Stay, when: When): void {
    if (isAwaited(stay.status)) wishes.ask(stay, when, diary.author(stay.random, when, true))
  }

  function moveStay(stay: Stay, when: When): void {
    if (stay.status !== 'confirmed' || stay.arrival <= when.day) return
    const { random } = stay
    const longer = random.chance(0.5)
    const to = longer
      ? { arrival: stay.arrival, nights: Math.max(1, stay.nights.length + random.of([1, 1, -1])) }
      : { arrival: stay.arrival + random.of([1, 2, 7, -1]), nights: Math.max(1, stay.nights.length) }
    const before = stay.arrival
    const author = diary.author(random, when, true)
    const moved = changes.moveDates(stay, when, author, to, random.of(words.changed.dates))
    if (moved && stay.arrival !== before) {
      world.population.taken(stay.guest, departureOf(stay))
      planArrival(stay)
    }
  }

  function changeType(stay: Stay, when: When): void {
    if (stay.status !== 'confirmed') return
    const { random } = stay
    const type = random.below(house.types.length)
    const persons = stay.adults + stay.children
    if ((house.types[type]?.maxPersons ?? 0) < persons) return
    const upgrade = type > stay.type && random.chance(0.3)
    const reason = random.of(upgrade ? words.changed.upgrade : words.changed.dates)
    changes.changeType(stay, when, diary.author(random, when, true), type, upgrade, reason)
  }

  function changeRate(stay: Stay, when: When): void {
    const { random } = stay
    if (stay.status !== 'confirmed' || house.plans[stay.plan].factor === 0) return
    const author = random.chance(0.3) ? diary.manager : diary.author(random, when, true)
    const before = stay.nights
    const cut = random.of([0.9, 0.95, 0.88, 1.05])
    const put = () => {
      stay.nights = before.map((night) => ({
        ...night,
        rateMinor: Math.round((night.rateMinor * cut) / 100) * 100,
      }))
    }
    const reason = random.of(words.changed.rate)
    const command = changes.change(stay, when, author, { operation: 'booking.changeRate', reason, put })
    if (command === 0 || !random.chance(0.12)) return
    at(
      stay,
      { day: when.day, seconds: Math.min(when.seconds + random.between(120, 3000), 23 * HOUR) },
      (_, later) => {
        // Nothing else has touched the rates since: else undo would refuse.
        if (stay.version !== version) return
        const back = () => {
          stay.nights = before
        }
        changes.change(stay, later, author, { operation: 'change.undo', undoes: command, put: back })
      },
    )
    const { version } = stay
  }

  function changeParty(stay: Stay, when: When): void {
    const { random } = stay
    if (stay.status !== 'confirmed') return
    const most = house.types[stay.type]?.maxPersons ?? 2
    const companion = world.population.companionOf(stay.guest) as GuestId
    const author = diary.author(random, when, true)
    const reason = random.of(words.changed.guest)
    const put = () => {
      if (companion > 0 && stay.companions.length === 0 && companion !== stay.booker) {
        stay.companions = [companion]
        stay.adults = Math.max(2, stay.adults)
      } else if (stay.adults > 1 && stay.companions.length === 0) stay.adults -= 1
      else if (stay.adults + stay.children < most) stay.adults += 1
    }
    if (companion > 0 && most < 2) return
    changes.change(stay, when, author, { operation: 'booking.changeGuests', reason, put })
  }

  function changeDetails(stay: Stay, when: When): void {
    const { random } = stay
    const put = () => {
      if (random.chance(0.6)) stay.comment = random.of(words.comments)
      else stay.guarantee = random.of(['deposit', 'refundable', 'none'])
    }
    if (!isAwaited(stay.status)) return
    changes.change(stay, when, diary.author(random, when, true), { operation: 'booking.changeDetails', put })
  }

  /** Nothing will change any more: the rows are written, and the guest thinks of the next time. */
  function end(stay: Stay, when: When): void {
    const { status, guest, random } = stay
    if (status === 'cancelled')
      wishes.close(stay, when, diary.author(random, when, true), stay.cancelReason ?? '')
    if (!stay.logged) tellWhole(stay)
    writeStay(bulk, stay, house, diary.date)
    open.delete(stay.id)
    world.population.comesAgain(random, guest, status === 'checked-out' ? departureOf(stay) : when.day)
    if (status === 'checked-out' || status === 'no-show') world.members.stayed(guest, memberStay(stay))
  }

  function memberStay(stay: Stay) {
    const plan = house.plans[stay.plan]
    return {
      arrival: stay.arrival,
      nights: stay.nights.length,
      revenueMinor: stay.nights.reduce((sum, { rateMinor }) => sum + rateMinor, 0),
      noShow: stay.status === 'no-show',
      qualifyingRate: plan.qualifies,
      paidByGuest: stay.company === null && stay.guarantee !== 'company',
      freeNight: plan.kind !== 'sold' || stay.segment === 'complimentary',
      group: stay.segment === 'group',
    }
  }

  /** A booking from before the log's time: one row, as it came over. */
  function tellWhole(stay: Stay): void {
    const { takeover, diary: log } = world
    stay.version = 1
    const image = imageOf(stay, house, diary.date)
    const entry = { entity: 'booking', entityId: stay.id, bookingId: stay.id, before: null, after: image }
    const command = log.write(takeover, log.manager, 'job.startDemo', entry)
    wishes.takeOver(stay, takeover, log.manager, command)
  }

  return {
    plan,
    takeOver: () => {
      for (const stay of open.values()) {
        tellWhole(stay)
        stay.logged = true
      }
    },
  }
}

function noShowChance(stay: Stay): number {
  if (stay.createdOn === stay.arrival) return 0
  if (stay.guarantee === 'non-refundable' || stay.plan === 'COR') return 0.012
  return 0.024
}

function dayTime(random: Random): number {
  return random.between(8 * HOUR, 21 * HOUR)
}

function arrivalTime(random: Random): number {
  return Math.round(Math.min(23.4, Math.max(13, 16.5 + 2.4 * random.normal())) * HOUR)
}

function leavingTime(random: Random): number {
  return Math.round(Math.min(12.8, Math.max(6, 10.2 + 1.6 * random.normal())) * HOUR)
}

/** Some minutes or hours later, on the same day or the next. */
function soonAfter(random: Random, when: When): When {
  const seconds = when.seconds + random.between(60, random.chance(0.5) ? 900 : 5 * HOUR)
  return seconds < 23 * HOUR ? { day: when.day, seconds } : { day: when.day + 1, seconds: dayTime(random) }
}
