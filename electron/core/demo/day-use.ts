/** Day use in a demo hotel: who walks in for some hours, from when to when, in which room and for how much. */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import { type DayUseImage, minutesOf } from '#shared/domain/booking/day-use.ts'
import { proposeHourPrices } from '#shared/domain/stay/day-use-price.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'
import { type Currency, minorDigits } from '#shared/values/index.ts'
import type { When } from './diary.ts'
import { departureOf, roomId, type Stay, type StayDayUse } from './stay.ts'
import type { World } from './world.ts'

const DAY_USE = 151
const MINUTE = 60
const HOUR = 3600

/**
 * What is true of it: hours of a stay; the share that asks for hours later that day, and how much later; the share that stays
 * longer than booked, and how many minutes; between which hours rooms are let so.
 */
export const dayUseTruth = {
  hours: [2, 6],
  ahead: 0.3,
  hoursAhead: [1, 3],
  over: 0.12,
  minutesOver: [20, 50],
  open: [10, 23],
} as const

export type Asked = 'here' | 'later' | null

/** On the last day one is in the house, and one is to come; when they ask. */
export const lastDayUses = [
  { asked: 'here', at: 10.3 * HOUR },
  { asked: 'later', at: 10.4 * HOUR },
] as const

type Wanted = { type: number; plan: Stay['plan']; persons: number; asked: Asked }
type Place = { type: number; dayUse: StayDayUse }

/** Hours from now on, or from later that day, in a room that is free then; null where there is none. */
export function placeDayUse(world: World, id: number, when: When, wanted: Wanted): Place | null {
  const { house, seed } = world
  const random = randomOf(seed, DAY_USE, id)
  const hours = hoursFrom(random, when, wanted.asked)
  if (!hours) return null
  const types = [wanted.type, ...house.types.keys()]
  for (const type of types.filter((one) => (house.types[one]?.maxPersons ?? 0) >= wanted.persons)) {
    const room = freeRoom(world, type, when, minutesOf(hours.from) * MINUTE)
    if (room < 0) continue
    const night = house.price(type, wanted.plan, 1)
    const unit = 10 ** minorDigits(house.currency as Currency)
    const prices = proposeHourPrices(hours, night, usualTerms, unit)
    const image: DayUseImage = { ...hours, roomId: roomId(house, room), ...prices }
    return { type, dayUse: { room, image } }
  }
  return null
}

function hoursFrom(random: Random, { seconds }: When, asked: Asked) {
  const [opens, closes] = dayUseTruth.open
  const isAhead = random.chance(dayUseTruth.ahead)
  const ahead = random.between(...dayUseTruth.hoursAhead) * HOUR
  const length = random.between(...dayUseTruth.hours) * HOUR
  const start = asked === 'later' || (asked === null && isAhead) ? seconds + ahead : seconds
  const from = Math.max((asked === 'later' ? 13 : opens) * HOUR, start - (start % (15 * MINUTE)))
  const to = Math.min(closes * HOUR, from + length)
  return to - from < dayUseTruth.hours[0] * HOUR ? null : { from: clockOf(from), to: clockOf(to) }
}

function clockOf(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / HOUR))}:${two(Math.floor((seconds % HOUR) / MINUTE))}`
}

/** A room that nobody has then, and that nobody gets for the night while the guest is there. */
function freeRoom({ house, calendar, open }: World, type: number, { day }: When, from: number): number {
  if (!calendar.isLeft(type, day, day + 1)) return -1
  return house.rooms.findIndex((room, at) => {
    if (room.type !== type || !calendar.isFree(at, day, day + 1)) return false
    const before = calendar.holder(at, day - 1)
    const stay = open.get(before)
    const leaves = before < 0 || (stay !== undefined && departureOf(stay) === day)
    return before === 0 || (before > 0 && !stay) || (leaves && from >= 13 * HOUR)
  })
}

/** Nobody else gets the room of the hours until it is given back. */
export function holdDayUse({ calendar }: World, { id, type, arrival, dayUse }: Stay): void {
  if (!dayUse) return
  calendar.sell(type, arrival, arrival + 1)
  calendar.occupy(dayUse.room, arrival, arrival + 1, id)
}

/** The guest of some hours is gone: the room may be given for the night. */
export function freeDayUse({ calendar }: World, { type, arrival, dayUse }: Stay): void {
  if (!dayUse) return
  calendar.giveBack(type, arrival, arrival + 1)
  calendar.vacate(dayUse.room, arrival, arrival + 1)
}

/** When the guest is at the desk: at the beginning of the hours, or at once where it has begun. */
export function cameAt({ seed }: World, id: number, { image }: StayDayUse): number {
  return (minutesOf(image.from) + randomOf(seed, DAY_USE, id, 1).between(1, 10)) * MINUTE
}

/** When the guest gives the key back: about the end of the hours, a few a good while after it, and the first of all too. */
export function leftAt(world: World, stay: Stay, { image }: StayDayUse): number {
  const { seed, today, overtime } = world
  const random = randomOf(seed, DAY_USE, stay.id, 2)
  const pays = stay.logged && stay.arrival < today.day && image.overtimeMinor > 0
  const over = random.chance(dayUseTruth.over) || (pays && overtime.length === 0)
  if (over && pays) overtime.push(stay.id)
  const minutes = over ? random.between(...dayUseTruth.minutesOver) : random.between(-10, 10)
  return (minutesOf(image.to) + minutes) * MINUTE
}

/** The row of the log that follows the one of its booking's making, in one command. */
export function writeDayUse(
  { diary }: Pick<World, 'diary'>,
  stay: Stay,
  [when, author, operation]: [When, Parameters<World['diary']['write']>[1], string],
  command: number,
): void {
  if (!stay.dayUse) return
  const about = { entity: 'day-use', entityId: stay.id, bookingId: stay.id }
  const entry = { ...about, before: null, after: stay.dayUse.image }
  diary.write(when, author, operation, entry, { command })
}
