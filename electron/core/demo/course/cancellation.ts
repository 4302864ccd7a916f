/** Cancelling a booking, and reinstating one. */

import type { When } from '../diary.ts'
import { departureOf, type Stay } from '../stay.ts'
import { planArrival } from './arrival.ts'
import { endStay } from './end.ts'
import { type Desk, drawSoonAfter, scheduleStep } from './schedule.ts'

/** The guest cancels a confirmed booking; the reason depends on how close the arrival is. */
export function callOff(desk: Desk, stay: Stay, when: When): void {
  if (stay.status !== 'confirmed') return
  const { cancelled } = desk.words
  const late = stay.arrival - when.day <= 2
  cancelStay(desk, stay, when, stay.random.of(late ? cancelled.late : cancelled.early))
}

/** Cancels a booking for a reason; a few are reinstated soon after. */
export function cancelStay(desk: Desk, stay: Stay, when: When, reason: string): void {
  const { diary, changes } = desk
  const { random } = stay
  const author = diary.author(random, when, true)
  changes.release(stay)
  const put = () => {
    stay.cancelledOn = when.day
    stay.cancelReason = reason
  }
  changes.status(stay, when, author, { operation: 'booking.cancel', reason, to: 'cancelled', put })
  const comesBack = stay.logged && stay.arrival > when.day + 1 && random.chance(0.05)
  if (comesBack) scheduleStep(desk, stay, drawSoonAfter(random, when), reinstateStay)
  else endStay(desk, stay, when)
}

/** A cancellation made by mistake or regretted is reversed if its nights are still free. */
function reinstateStay(desk: Desk, stay: Stay, when: When): void {
  const { calendar, diary, changes } = desk
  const free =
    calendar.isLeft(stay.type, stay.arrival, departureOf(stay)) &&
    stay.nights.every(
      ({ room }, i) => room < 0 || calendar.isFree(room, stay.arrival + i, stay.arrival + i + 1),
    )
  if (!free || when.day >= stay.arrival) {
    endStay(desk, stay, when)
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
  planArrival(desk, stay)
}
