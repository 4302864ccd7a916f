/** Those who stay along with a guest of a demo hotel for a part of the nights alone: some come later, some leave before. */
import { randomOf } from '#core/demo/data/random.ts'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { recordPersons } from './course/record.ts'
import { type Desk, HOUR, scheduleStep } from './course/schedule.ts'
import type { Author, When } from './diary.ts'
import { alongWith, departureOf, type OwnDates, type Stay } from './stay.ts'
import type { World } from './world.ts'

const COMPANIONS = 139

/**
 * What is true of them: of stays of more than a night that have a companion, how many come later and leave before; since how
 * many days the desk has half of those who stay along named, as it registers them.
 */
export const companionTruth = { later: 0.2, earlier: 0.2, days: 60, named: 0.5 } as const

/** Whether the desk asks for the name of who stays along with a booking, which few guests tell unasked. */
export function namesCompanion(
  { seed, today }: Pick<World, 'seed' | 'today'>,
  booking: number,
  arrival: number,
) {
  return isLately(today, arrival) && randomOf(seed, COMPANIONS, booking, 1).chance(companionTruth.named)
}

/** Whether an arrival is of the days since which those who stay along are asked for their names. */
export function isLately(today: When, arrival: number): boolean {
  return arrival >= today.day - companionTruth.days && arrival <= today.day
}

/** What chance has for who stays along with a booking. */
function drawFor({ seed }: Pick<World, 'seed'>, { id }: Stay) {
  const random = randomOf(seed, COMPANIONS, id)
  return { random, draw: random.next() }
}

/** Whether who stays along will leave before the guest, where the stay is long enough. */
export function leavesBefore(world: Pick<World, 'seed'>, stay: Stay): boolean {
  const { draw } = drawFor(world, stay)
  const { later, earlier } = companionTruth
  return stay.nights.length > 1 && draw >= later && draw < later + earlier
}

/** At the desk it is told who comes later; who leaves before says so on the day. */
export function planCompanion(desk: Desk, stay: Stay, when: When, author: Author): void {
  const { today, diary } = desk
  const guest = stay.companions[0]
  const nights = stay.nights.length
  if (guest === undefined || nights < 2 || !stay.logged) return
  const { random, draw } = drawFor(desk, stay)
  const { later, earlier } = companionTruth
  const day = stay.arrival + random.between(1, nights - 1)
  if (draw < later) {
    // On the last morning it is open whether they come
    if (day === today.day) return
    const dates = { from: diary.date(day), to: diary.date(departureOf(stay)) }
    setDates(desk, stay, guest, dates, when, author)
    const comes = { day, seconds: random.between(13 * HOUR, 21 * HOUR) }
    scheduleStep(desk, stay, comes, (_desk, _stay, at) => {
      if (stay.status === 'in-house') desk.registrar.joined(stay, guest, at, diary.cashier(random, at))
    })
  } else if (draw < later + earlier) {
    const leaves = { day, seconds: random.between(8 * HOUR, 12 * HOUR) }
    scheduleStep(desk, stay, leaves, (_desk, _stay, at) => {
      if (stay.status !== 'in-house' || departureOf(stay) <= day) return
      const by = diary.cashier(random, at)
      const dates = { from: diary.date(stay.arrival), to: diary.date(day) }
      const command = setDates(desk, stay, guest, dates, at, by)
      desk.registrar.parted(guest, { stay, when: at, author: by, operation: 'stay.setPersons', command })
    })
  }
}

function setDates(
  desk: Desk,
  stay: Stay,
  guest: GuestId,
  dates: Pick<OwnDates, 'from' | 'to'>,
  when: When,
  author: Author,
): number {
  desk.ownDates.push({ booking: stay.id, guest, ...dates })
  return recordPersons(desk, { stay, when, author, operation: 'stay.setPersons' }, { [guest]: dates })
}

/** Those of a booking who are there by a day. */
export function presentOf(stay: Stay, date: BusinessDate): GuestId[] {
  const persons = stay.record?.image.persons ?? {}
  return [stay.guest, ...alongWith(stay)].filter((id) => (persons[id]?.from ?? date) <= date)
}

/** Whether somebody of a booking is still to come. */
export function awaitsCompanion(stay: Stay, date: BusinessDate): boolean {
  return Object.values(stay.record?.image.persons ?? {}).some(({ from }) => from >= date)
}
