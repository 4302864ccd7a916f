/** What the desk of a demo hotel does to bookings before guests come and while they stay; each with its row of the log. */
import { type BookingImage, isAwaited, isLive } from '#shared/domain/booking/booking.ts'
import { difference } from '#shared/domain/change/change.ts'
import type { Author, When } from './diary.ts'
import { departureOf, imageOf, type Stay, type StayNight } from './stay.ts'
import type { World } from './world.ts'

export type Changes = {
  /** Puts a change on a stay and writes its row; answers with the row's sequence, 0 when nothing was written. */
  change: (stay: Stay, when: When, author: Author, what: Change) => number
  status: (stay: Stay, when: When, author: Author, what: Change & { to: BookingImage['status'] }) => number
  moveDates: (
    stay: Stay,
    when: When,
    author: Author,
    to: { arrival: number; nights: number },
    reason: string,
  ) => boolean
  changeType: (
    stay: Stay,
    when: When,
    author: Author,
    type: number,
    keepCharge: boolean,
    reason: string,
  ) => boolean
  assign: (
    stay: Stay,
    when: When,
    author: Author,
    room: number,
    from: number,
    what?: { operation: string; reason: string },
  ) => number
  /** Nights are sold and rooms held no more. */
  release: (stay: Stay) => void
}

export type Change = { operation: string; reason?: string | null; undoes?: number; put: () => void }

export function createChanges(world: World): Changes {
  const { house, calendar, diary, wishes } = world

  function change(
    stay: Stay,
    when: When,
    author: Author,
    { operation, reason, undoes, put }: Change,
  ): number {
    if (!stay.logged) {
      put()
      return 0
    }
    const before = imageOf(stay, house, diary.date)
    put()
    const found = difference(before, imageOf(stay, house, diary.date))
    if (!found) return 0
    stay.version += 1
    const entry = { entity: 'booking', entityId: stay.id, bookingId: stay.id, ...found }
    return diary.write(when, author, operation, entry, {
      reason: reason ?? null,
      ...(undoes ? { undoes } : {}),
    })
  }

  /** The same for what happens to every booking: its status, without comparing two whole images. */
  function status(
    stay: Stay,
    when: When,
    author: Author,
    what: Change & { to: BookingImage['status'] },
  ): number {
    const before: Partial<BookingImage> = { status: stay.status }
    const after: Partial<BookingImage> = { status: what.to }
    const was = { on: stay.cancelledOn, why: stay.cancelReason }
    what.put()
    stay.status = what.to
    if (!stay.logged) return 0
    stay.version += 1
    if (stay.cancelledOn !== was.on) {
      before.cancelledOn = was.on === null ? null : diary.date(was.on)
      after.cancelledOn = stay.cancelledOn === null ? null : diary.date(stay.cancelledOn)
    }
    if (stay.cancelReason !== was.why) {
      before.cancelReason = was.why
      after.cancelReason = stay.cancelReason
    }
    const entry = { entity: 'booking', entityId: stay.id, bookingId: stay.id, before, after }
    return diary.write(when, author, what.operation, entry, { reason: what.reason ?? null })
  }

  function release(stay: Stay): void {
    if (!isLive(stay.status)) return
    eachNight(stay, (night, day) => {
      calendar.giveBack(night.type, day, day + 1)
      if (night.room >= 0) calendar.vacate(night.room, day, day + 1)
    })
  }

  function hold(stay: Stay): void {
    if (!isLive(stay.status)) return
    eachNight(stay, (night, day) => {
      calendar.sell(night.type, day, day + 1)
      if (night.room >= 0) calendar.occupy(night.room, day, day + 1, stay.id)
    })
  }

  /** Whether the nights are available, while the stay's own are given back. */
  function fits(nights: readonly StayNight[], arrival: number): boolean {
    return nights.every(
      (night, i) =>
        calendar.isLeft(night.type, arrival + i, arrival + i + 1) &&
        (night.room < 0 || calendar.isFree(night.room, arrival + i, arrival + i + 1)),
    )
  }

  function moveDates(
    stay: Stay,
    when: When,
    author: Author,
    to: { arrival: number; nights: number },
    reason: string,
  ): boolean {
    if (to.nights < 1 || to.arrival < when.day || to.arrival > world.lastArrival) return false
    const arrival = stay.status === 'in-house' ? stay.arrival : to.arrival
    const nights = nightsAfterMove(stay, arrival, to.nights)
    release(stay)
    const possible = !isLive(stay.status) || fits(nights, arrival)
    const from = stay.arrival
    if (!possible) {
      hold(stay)
      return false
    }
    const put = () => {
      stay.arrival = arrival
      stay.nights = nights
    }
    const command = change(stay, when, author, { operation: 'booking.changeDates', reason, put })
    hold(stay)
    wishes.follow(stay, when, author, 'booking.changeDates', command, from)
    return true
  }

  /** Nights that stay keep their rate and room; new ones take the room beside them and the price of their day. */
  function nightsAfterMove(stay: Stay, arrival: number, count: number): StayNight[] {
    const first = stay.nights[0]
    const last = stay.nights.at(-1)
    const usable = (night: StayNight | undefined) => (night && night.type === stay.type ? night.room : -1)
    return Array.from({ length: count }, (_, i) => {
      const day = arrival + i
      const kept = stay.nights[day - stay.arrival]
      if (kept) return kept
      const room = usable(day < stay.arrival ? first : last)
      return { type: stay.type, room, rateMinor: house.price(stay.charged, stay.plan, world.priceOn(day)) }
    })
  }

  function changeType(
    stay: Stay,
    when: When,
    author: Author,
    type: number,
    keepCharge: boolean,
    reason: string,
  ): boolean {
    if (type === stay.type || !isAwaited(stay.status)) return false
    if (isLive(stay.status) && !calendar.isLeft(type, stay.arrival, departureOf(stay))) return false
    release(stay)
    const put = () => {
      stay.type = type
      if (!keepCharge) stay.charged = type
      stay.nights = stay.nights.map((night, i) => ({
        type,
        room: -1,
        rateMinor: keepCharge
          ? night.rateMinor
          : house.price(type, stay.plan, world.priceOn(stay.arrival + i)),
      }))
    }
    change(stay, when, author, { operation: 'booking.changeRoomType', reason, put })
    hold(stay)
    return true
  }

  /** Gives a room from a night on; −1 takes it off. The room must be free. */
  function assign(
    stay: Stay,
    when: When,
    author: Author,
    room: number,
    from: number,
    { operation, reason }: { operation: string; reason: string | null } = {
      operation: 'booking.assignRoom',
      reason: null,
    },
  ): number {
    const put = () => {
      eachNight(stay, (night, day) => {
        if (day < from) return
        if (night.room >= 0) calendar.vacate(night.room, day, day + 1)
        if (room >= 0) calendar.occupy(room, day, day + 1, stay.id)
      })
      stay.nights = stay.nights.map((night, i) => (stay.arrival + i < from ? night : { ...night, room }))
    }
    return change(stay, when, author, { operation, reason, put })
  }

  return { change, status, moveDates, changeType, assign, release }
}

function eachNight(stay: Stay, visit: (night: StayNight, day: number) => void): void {
  for (let i = 0; i < stay.nights.length; i++) visit(stay.nights[i] as StayNight, stay.arrival + i)
}
