/** The end of a stay: its rows are written, and its guest may come again. */

import { lostAfterDeclined } from '#core/demo/data/effects.ts'
import { writeDayUse } from '../day-use.ts'
import type { When } from '../diary.ts'
import { departureOf, imageOf, type Stay, writeStay } from '../stay.ts'
import type { World } from '../world.ts'

/** Writes the rows of a stay that nothing changes any more, and plans when its guest comes next. */
export function endStay(world: World, stay: Stay, when: When): void {
  const { wishes, diary, bulk, house, open, population, members } = world
  const { status, guest, random } = stay
  if (status === 'cancelled')
    wishes.close(stay, when, diary.author(random, when, true), stay.cancelReason ?? '')
  if (!stay.logged) writeTakeOver(world, stay)
  writeStay(bulk, stay, house, diary.date)
  open.delete(stay.id)
  world.money.ended(stay, when)
  const isStayed = status === 'checked-out'
  if (isStayed) population.stayed(guest, departureOf(stay))
  const disappointed = isStayed && stay.requests.some(({ image }) => image.status === 'declined')
  const worse = disappointed ? lostAfterDeclined : 1
  population.comesAgain(random, guest, isStayed ? departureOf(stay) : when.day, worse)
  if (isStayed) {
    world.leaving.stayed(stay, when)
    world.offers.stayed(stay)
  }
  if (status === 'checked-out' || status === 'no-show') members.stayed(guest, stayToMemberStay(world, stay))
}

/** Writes a booking from before the log began as one row, as it was taken over. */
export function writeTakeOver({ takeover, diary, house, wishes }: World, stay: Stay): void {
  stay.version = 1
  const image = imageOf(stay, house, diary.date)
  const entry = { entity: 'booking', entityId: stay.id, bookingId: stay.id, before: null, after: image }
  const command = diary.write(takeover, diary.manager, 'job.startDemo', entry)
  writeDayUse({ diary }, stay, [takeover, diary.manager, 'job.startDemo'], command)
  wishes.takeOver(stay, takeover, diary.manager, command)
}

function stayToMemberStay({ house }: World, stay: Stay) {
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
