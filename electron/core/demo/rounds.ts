/**
 * Housekeeping of a demo hotel's past days: who cleaned which rooms, who let nobody in, beds that were not as the desk had
 * them, and rooms that were closed. The last morning is in housekeeping.ts.
 */
import { housekeepingWords } from '#core/demo/data/housekeeping-words.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { attendantColumns } from '#db/repositories/housekeeping/attendants.ts'
import { closureColumns } from '#db/repositories/housekeeping/closures.ts'
import { discrepancyColumns } from '#db/repositories/housekeeping/discrepancies.ts'
import { taskColumns } from '#db/repositories/housekeeping/tasks.ts'
import { splitWork } from '#shared/domain/housekeeping/assign.ts'
import type { ClosureImage } from '#shared/domain/housekeeping/closure.ts'
import type { DiscrepancyImage } from '#shared/domain/housekeeping/discrepancy.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import type { AttendantImage, TaskImage } from '#shared/domain/housekeeping/task.ts'
import { type LinenCounts, type Outcome, workOf } from '#shared/domain/housekeeping/work.ts'
import {
  type AttendantId,
  type BusinessDate,
  type ClosureId,
  type DiscrepancyId,
  type HousekeepingTaskId,
  nightsOf,
  type RoomId,
} from '#shared/values/index.ts'
import type { When } from './diary.ts'
import type { Rounds } from './hands.ts'
import type { House } from './house.ts'
import { createShelf, type ShelfItem } from './shelf.ts'
import { departureOf } from './stay.ts'
import type { World } from './world.ts'

const ROUNDS = 117
const STATES = 157
const SHOWN = 179
const HOUR = 3600

/**
 * What is true of it: rooms of an attendant; over how many days; in how many rooms of guests who stay nobody is let in,
 * and how many do not wish it; how often a room is closed and a bed is not as the desk has it, in days between.
 */
export const housekeepingTruth = {
  roomsEach: 15,
  days: 14,
  shut: 0.15,
  refused: 0.05,
  closureDays: 60,
  closureEvery: 9,
  /** A smaller house can spare no room. */
  closureRooms: 20,
  discrepancyEvery: 4,
  /** Of ready rooms that nobody is in or comes into, shown to somebody at these hours. */
  shown: 0.02,
  shows: [10.2, 18.6],
  /** Of clean rooms that nobody is in, at these hours. */
  inspected: 0.6,
  inspections: [13.9, 17.4],
} as const

type Parts = Pick<
  World,
  'bulk' | 'diary' | 'agenda' | 'house' | 'calendar' | 'today' | 'takeover' | 'seed' | 'open' | 'states'
>
type Desk = Parts & ReturnType<typeof shelvesOf> & { words: (typeof housekeepingWords)['en'] }

/** The day on which the first attendants begin. */
function firstRounds({ today, takeover }: Pick<World, 'today' | 'takeover'>): number {
  return Math.max(takeover.day + 1, today.day - housekeepingTruth.days)
}

/** The day since which the log tells how rooms are: before the first attendants begin somebody has slept in them. */
export function firstStates(parts: Pick<World, 'today' | 'takeover'>): number {
  return firstRounds(parts) - 1
}

export function createRounds(parts: Parts, language: DemoLanguage): Rounds {
  const { today, takeover, agenda, seed } = parts
  const desk: Desk = { ...parts, ...shelvesOf(parts), words: housekeepingWords[language] }
  const begin = firstRounds(parts)
  const every = (day: number, days: number) => (today.day - day) % days === days - 1
  return {
    openDay: (day) => {
      if (day <= takeover.day) return
      const spares = parts.house.rooms.length >= housekeepingTruth.closureRooms
      const closing = spares && day >= today.day - housekeepingTruth.closureDays && day < today.day - 3
      if (closing && every(day, housekeepingTruth.closureEvery))
        agenda.add(day, 9 * HOUR, (seconds) => closeRoom(desk, { day, seconds }))
      if (day === begin) agenda.add(day, 7.2 * HOUR, (seconds) => takeOn(desk, { day, seconds }, language))
      if (day < begin) return
      agenda.add(day, 7.6 * HOUR, (seconds) => shareOut(desk, { day, seconds }))
      for (const hour of housekeepingTruth.shows)
        agenda.add(day, hour * HOUR, (seconds) => show(desk, { day, seconds }))
      for (const hour of housekeepingTruth.inspections)
        agenda.add(day, hour * HOUR, (seconds) => inspect(desk, { day, seconds }))
      if (every(day, housekeepingTruth.discrepancyEvery))
        agenda.add(day, 10.5 * HOUR, (seconds) =>
          missBed(desk, randomOf(seed, ROUNDS, 2, day), { day, seconds }),
        )
    },
    readies: (room, when, author) => {
      if (desk.states.isUnready(room))
        desk.states.put(room, 'clean', { when, author, operation: 'housekeeping.setRooms' })
    },
    night: (when) => passNight(desk, when),
    finish: () => {
      for (const shelf of [desk.attendants, desk.tasks, desk.closures, desk.discrepancies]) shelf.finish()
    },
  }
}

function closedNight(
  bulk: Bulk,
  id: number,
  { id: roomId, image }: House['rooms'][number],
  night: BusinessDate,
) {
  return {
    id: bulk.nextId('room_nights'),
    booking_id: null,
    closure_id: id,
    night,
    room_type_id: image.roomTypeId,
    room_id: roomId,
    rate_minor: 0,
    live: 1,
  } as const
}

function shelvesOf({ bulk, diary, house }: Parts) {
  const { into } = bulk
  return {
    attendants: createShelf<AttendantImage>(
      bulk,
      diary,
      'attendant',
      'attendants',
      ({ id, image, version }) =>
        into.attendants({ id: id as AttendantId, ...attendantColumns(image), version }),
    ),
    tasks: createShelf<TaskImage>(
      bulk,
      diary,
      'housekeeping-task',
      'housekeeping_tasks',
      ({ id, image, version }) =>
        into.housekeeping_tasks({ id: id as HousekeepingTaskId, ...taskColumns(image), version }),
    ),
    closures: createShelf<ClosureImage>(bulk, diary, 'closure', 'closures', ({ id, image, version }) => {
      into.closures({ id: id as ClosureId, ...closureColumns(image), version })
      const room = house.rooms.find((one) => one.id === image.roomId)
      if (room)
        for (const night of nightsOf(image.from, image.to))
          bulk.insertNight(closedNight(bulk, id, room, night))
    }),
    discrepancies: createShelf<DiscrepancyImage>(
      bulk,
      diary,
      'discrepancy',
      'discrepancies',
      ({ id, image, version }) =>
        into.discrepancies({ id: id as DiscrepancyId, ...discrepancyColumns(image), version }),
    ),
  }
}

/** One attendant for so many rooms, each with a floor to begin on. */
function takeOn({ house, attendants, diary, words }: Desk, when: When, language: DemoLanguage): void {
  const floors = [...new Set(house.rooms.map(({ image }) => image.floor))].sort((a, b) => a - b)
  const count = Math.max(1, Math.ceil(house.rooms.length / housekeepingTruth.roomsEach))
  const author = diary.cashier(randomOf(ROUNDS, count), when)
  for (let place = 0; place < count; place++) {
    const name = words.attendants[place % words.attendants.length] ?? ''
    const round = Math.floor(place / words.attendants.length)
    const floor = floors[Math.floor((place * floors.length) / count)]
    const image: AttendantImage = {
      name: round === 0 ? name : `${name} ${round + 1}`,
      language,
      floors: floor === undefined ? [] : [floor],
      userId: null,
      credits: usualSettings.dayCredits,
      active: true,
    }
    attendants.make(when, author, 'housekeeping.saveAttendant', image, null)
  }
}

/** What the program's own rule finds to be done in a room in the morning; null: nothing, or nobody may. */
function workIn({ house, calendar, open, states, diary }: Desk, room: number, { day }: When) {
  const found = house.rooms[room]
  if (!found) return null
  const guest = open.get(calendar.holder(room, day - 1))
  const stay = guest?.status === 'in-house' ? guest : null
  const dates = stay && { arrival: diary.date(stay.arrival), departure: diary.date(departureOf(stay)) }
  const closed = calendar.holder(room, day) === -1
  const today = { state: states.of(room), stay: dates, dueIn: false, closed }
  const work = workOf(today, diary.date(day), usualSettings)
  const { floor, number } = found.image
  const leaves = stay !== null && departureOf(stay) <= day
  return work && { ...work, id: found.id, room, stay, leaves, floor, number }
}

type RoomWork = NonNullable<ReturnType<typeof workIn>>

/** What is to be done in the morning, shared out by the program's own rules; each visit comes to something through the day. */
function shareOut(desk: Desk, when: When): void {
  const { house, attendants, tasks, diary, seed } = desk
  const rooms = [...house.rooms.keys()].flatMap((room) => workIn(desk, room, when) ?? [])
  const hands = attendants.all.map(({ id, image }) => ({ id: id as AttendantId, ...image }))
  const random = randomOf(seed, ROUNDS, 1, when.day)
  const author = diary.cashier(random, when)
  const places = new Map<AttendantId, number>()
  let command: number | undefined
  for (const [room, { id: attendantId }] of splitWork(rooms, hands)) {
    const position = (places.get(attendantId) ?? 0) + 1
    places.set(attendantId, position)
    const image: TaskImage = {
      onDate: diary.date(when.day),
      roomId: room.id,
      work: room.work,
      linen: room.linen,
      credits: room.credits,
      attendantId,
      position,
      outcome: null,
      outcomeAt: null,
      outcomeBy: null,
      counts: {},
      note: '',
    }
    const kept = tasks.make(when, author, 'housekeeping.assign', image, null, { command })
    command ??= desk.bulk.head().seq
    planVisit(desk, random, kept, room, { day: when.day, seconds: visitAt(position, room.leaves) })
  }
}

/** Who leaves is out soon after noon; the rooms of guests who stay are done first. */
function visitAt(position: number, leaves: boolean): number {
  return Math.min(17 * HOUR, (leaves ? 12.9 : 8.6) * HOUR + position * 20 * 60)
}

function planVisit(
  desk: Desk,
  random: Random,
  kept: ShelfItem<TaskImage>,
  { stay, room }: RoomWork,
  { day, seconds }: When,
): void {
  const { agenda, diary, tasks, states } = desk
  const draw = random.next()
  const { shut, refused } = housekeepingTruth
  const stays = kept.image.work === 'stay-over'
  const outcome: Outcome =
    stays && draw < shut ? 'do-not-disturb' : stays && draw < shut + refused ? 'refused' : 'done'
  const adults = stay?.adults ?? 1
  const counts: LinenCounts =
    outcome === 'done' && kept.image.linen
      ? { sheet: 2, 'duvet-cover': 1, pillowcase: 2 * adults, 'bath-towel': adults, 'bath-mat': 1 }
      : {}
  agenda.add(day, seconds + random.below(600), (now) => {
    const at = { day, seconds: now }
    const author = diary.cashier(random, at)
    const by = { outcomeAt: diary.momentAt(at), outcomeBy: author.actor }
    const operation = 'housekeeping.noteVisit'
    const command = tasks.change(kept, at, author, operation, { outcome, counts, ...by })
    if (outcome === 'done' && states.isUnready(room))
      states.put(room, 'clean', { when: at, author, operation, command })
  })
}

/** Rooms that nobody is in. */
function vacant({ house, calendar, open }: Desk, { day }: When): number[] {
  const isHere = (room: number, night: number) =>
    open.get(calendar.holder(room, night))?.status === 'in-house'
  return [...house.rooms.keys()].filter((room) => !isHere(room, day - 1) && !isHere(room, day))
}

/** Somebody who asks to see a room sits down in it: it is made ready the next morning, or before its guest comes. */
function show(desk: Desk, when: When): void {
  const { states, diary, seed, calendar, today } = desk
  const random = randomOf(seed, SHOWN, when.day, when.seconds)
  const spare = vacant(desk, when).filter(
    (room) => !states.isUnready(room) && calendar.holder(room, when.day) === 0,
  )
  const shown = spare.filter(() => random.chance(housekeepingTruth.shown))
  // One is still so on the last morning
  const rooms = shown.length === 0 && when.day === today.day ? spare.slice(0, 1) : shown
  const author = diary.cashier(random, when)
  states.putAll(rooms, 'pickup', { when, author, operation: 'housekeeping.setRooms' })
}

/** Whoever supervises looks at clean rooms. */
function inspect(desk: Desk, when: When): void {
  const { states, diary, seed } = desk
  const random = randomOf(seed, STATES, when.day, when.seconds)
  const rooms = vacant(desk, when).filter(
    (room) => states.of(room) === 'clean' && random.chance(housekeepingTruth.inspected),
  )
  states.putAll(rooms, 'inspected', { when, author: diary.manager, operation: 'housekeeping.setRooms' })
}

/** Rooms of guests who stay on, and those whose closure is over in the morning. */
function passNight({ house, calendar, open, closures, states, diary }: Desk, when: When): void {
  const { day } = when
  const tomorrow = diary.date(day + 1)
  const over = new Set(
    closures.all.filter(({ image }) => image.to === tomorrow).map(({ image }) => image.roomId),
  )
  const isSleptIn = (room: number) => {
    const stay = open.get(calendar.holder(room, day))
    return stay?.status === 'in-house' && departureOf(stay) > day
  }
  const rooms = [...house.rooms.keys()]
  const reopened = rooms.filter((room) => over.has(house.rooms[room]?.id as RoomId) && !isSleptIn(room))
  const act = { when, author: diary.night, operation: 'audit.advance' }
  const command = states.happens(rooms.filter(isSleptIn), { kind: 'night' }, act)
  states.happens(reopened, { kind: 'reopened' }, { ...act, command })
}

/** A bed that nobody slept in, though the desk has somebody in the room; the desk settles it. */
function missBed(
  { house, calendar, open, diary, agenda, discrepancies, words }: Desk,
  random: Random,
  when: When,
): void {
  const start = random.below(house.rooms.length)
  for (let i = 0; i < house.rooms.length; i++) {
    const room = (start + i) % house.rooms.length
    const stay = open.get(calendar.holder(room, when.day))
    const found = house.rooms[room]
    if (!found || stay?.status !== 'in-house' || stay.arrival >= when.day) continue
    const author = diary.cashier(random, when)
    const image: DiscrepancyImage = {
      roomId: found.id,
      onDate: diary.date(when.day),
      kind: 'skip',
      seenPersons: 0,
      deskPersons: stay.adults + stay.children,
      note: words.seen,
      notedAt: diary.momentAt(when),
      notedBy: author.actor,
      settlement: null,
      settledAt: null,
      settledBy: null,
    }
    const kept = discrepancies.make(when, author, 'housekeeping.noteSeen', image, null)
    agenda.add(when.day, when.seconds + random.between(HOUR, 4 * HOUR), (seconds) => {
      const at = { day: when.day, seconds }
      const by = diary.cashier(random, at)
      const settled = { settledAt: diary.momentAt(at), settledBy: by.actor }
      const settlement = words.settled
      discrepancies.change(kept, at, by, 'housekeeping.settleDiscrepancy', { settlement, ...settled })
    })
    return
  }
}

/** A room that can be spared is out of order for a night or two. */
function closeRoom({ house, calendar, diary, closures, seed, words }: Desk, when: When): void {
  const random = randomOf(seed, ROUNDS, 3, when.day)
  const until = when.day + random.between(1, 3)
  const start = random.below(house.rooms.length)
  for (let i = 0; i < house.rooms.length; i++) {
    const room = (start + i) % house.rooms.length
    const found = house.rooms[room]
    if (
      !found ||
      !calendar.isFree(room, when.day - 1, until) ||
      !calendar.isLeft(found.type, when.day, until)
    )
      continue
    const author = diary.cashier(random, when)
    const dates = { from: diary.date(when.day), to: diary.date(until) }
    const by = { madeAt: diary.momentAt(when), madeBy: author.actor }
    const { text: reason } = random.of(words.tickets)
    const image: ClosureImage = { roomId: found.id, kind: 'out-of-order', ...dates, reason, ...by }
    closures.make(when, author, 'housekeeping.closeRoom', image, null)
    calendar.sell(found.type, when.day, until)
    calendar.occupy(room, when.day, until, -1)
    return
  }
}
