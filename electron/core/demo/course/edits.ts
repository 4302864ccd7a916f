/** What the desk changes in a booking before its guest arrives: dates, room type, rate, persons and details. */

import { isAwaited } from '#shared/domain/booking/booking.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { When } from '../diary.ts'
import { departureOf, type Stay } from '../stay.ts'
import { planArrival } from './arrival.ts'
import { type Desk, HOUR, scheduleStep } from './schedule.ts'

/** Moves the arrival, or makes the stay a night longer or shorter. */
export function moveStay(desk: Desk, stay: Stay, when: When): void {
  const { diary, words, changes, population } = desk
  if (stay.status !== 'confirmed' || stay.arrival <= when.day) return
  const { random } = stay
  const sameArrival = random.chance(0.5)
  const to = sameArrival
    ? { arrival: stay.arrival, nights: Math.max(1, stay.nights.length + random.of([1, 1, -1])) }
    : { arrival: stay.arrival + random.of([1, 2, 7, -1]), nights: Math.max(1, stay.nights.length) }
  const before = stay.arrival
  const author = diary.author(random, when, true)
  const moved = changes.moveDates(stay, when, author, to, random.of(words.changed.dates))
  if (moved && stay.arrival !== before) {
    population.taken(stay.guest, departureOf(stay))
    planArrival(desk, stay)
  }
}

/** Changes the room type, a few times as an upgrade without a higher rate. */
export function changeType({ diary, house, words, changes }: Desk, stay: Stay, when: When): void {
  if (stay.status !== 'confirmed') return
  const { random } = stay
  const type = random.below(house.types.length)
  const persons = stay.adults + stay.children
  if ((house.types[type]?.maxPersons ?? 0) < persons) return
  const upgrade = type > stay.type && random.chance(0.3)
  const reason = random.of(upgrade ? words.changed.upgrade : words.changed.dates)
  changes.changeType(stay, when, diary.author(random, when, true), type, upgrade, reason)
}

/** Changes the rate of every night; some of these changes are undone the same day. */
export function changeRate(desk: Desk, stay: Stay, when: When): void {
  const { diary, house, words, changes } = desk
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
  const { version } = stay
  const seconds = Math.min(when.seconds + random.between(120, 3000), 23 * HOUR)
  scheduleStep(desk, stay, { day: when.day, seconds }, (_desk, _stay, later) => {
    // Undo is refused once something else has changed the booking.
    if (stay.version !== version) return
    const back = () => {
      stay.nights = before
    }
    changes.change(stay, later, author, { operation: 'change.undo', undoes: command, put: back })
  })
}

/** Adds the usual companion, or changes the number of adults. */
export function changeParty(desk: Desk, stay: Stay, when: When): void {
  const { diary, house, words, changes, population } = desk
  const { random } = stay
  if (stay.status !== 'confirmed') return
  const maxPersons = house.types[stay.type]?.maxPersons ?? 2
  const companion = population.companionOf(stay.guest) as GuestId
  const author = diary.author(random, when, true)
  const reason = random.of(words.changed.guest)
  const put = () => {
    if (companion > 0 && stay.companions.length === 0 && companion !== stay.booker) {
      stay.companions = [companion]
      stay.adults = Math.max(2, stay.adults)
    } else if (stay.adults > 1 && stay.companions.length === 0) stay.adults -= 1
    else if (stay.adults + stay.children < maxPersons) stay.adults += 1
  }
  if (companion > 0 && maxPersons < 2) return
  changes.change(stay, when, author, { operation: 'booking.changeGuests', reason, put })
}

/** Changes the comment or the guarantee. */
export function changeDetails({ diary, words, changes }: Desk, stay: Stay, when: When): void {
  const { random } = stay
  const put = () => {
    if (random.chance(0.6)) stay.comment = random.of(words.comments)
    else stay.guarantee = random.of(['deposit', 'refundable', 'none'])
  }
  if (!isAwaited(stay.status)) return
  changes.change(stay, when, diary.author(random, when, true), { operation: 'booking.changeDetails', put })
}
