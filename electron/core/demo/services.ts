/**
 * What the desk of a demo hotel sees to for guests who stay: traces, messages, wake-up calls, parcels, lost property, keys
 * and luggage of the last weeks, each made, seen to and closed by who was on shift.
 */
import { housekeepingWords } from '#core/demo/data/housekeeping-words.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import { type ServiceWords, serviceWords } from '#core/demo/data/service-words.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import * as store from '#db/repositories/house/records.ts'
import type { HouseTable } from '#db/schema/house.ts'
import type { KeyLogImage } from '#shared/domain/house/keys.ts'
import { type FoundItemImage, MONTHS_TO_POLICE } from '#shared/domain/house/lost-item.ts'
import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { MessageImage } from '#shared/domain/house/message.ts'
import type { ParcelImage } from '#shared/domain/house/parcel.ts'
import { type HouseRecord, newRecord } from '#shared/domain/house/record.ts'
import type { TraceImage } from '#shared/domain/house/trace.ts'
import type { WakeCallImage } from '#shared/domain/house/wake-call.ts'
import { addMonths, type BookingId } from '#shared/values/index.ts'
import { recordWish } from './course/record.ts'
import type { When } from './diary.ts'
import type { Services, StayAct } from './hands.ts'
import { createShelf, type Shelf, type ShelfItem } from './shelf.ts'
import { departureOf, roomId, roomOn, type Stay } from './stay.ts'
import type { World } from './world.ts'

const SERVICES = 121
const KEYS = 149
const HOUR = 3600

/** What is true of them: over how many days, for which share of stays, and how they end. */
export const servicesTruth = {
  days: 30,
  trace: 0.12,
  /** Traces that are seen to on their day; the others the day after, or not yet. */
  traceInTime: 0.85,
  message: 0.06,
  wakeCall: 0.14,
  noAnswer: 0.08,
  parcel: 0.04,
  found: 0.035,
  /** Beside those of the check-in, which every stay has: two of them for so many rooms of two. */
  keys: 0.03,
  twoKeys: 0.75,
  keysBack: 0.9,
  luggage: 0.1,
  /** Of who is in the house on the last morning; one guest is incognito. */
  doNotDisturb: 0.06,
} as const

type Parts = Pick<World, 'bulk' | 'diary' | 'agenda' | 'house' | 'today' | 'seed' | 'open'>
type Desk = Parts & {
  words: ServiceWords
  finders: readonly string[]
  shelves: ReturnType<typeof shelvesOf>
  /** What was given to the guests who are in the house. */
  keysOf: Map<BookingId, ShelfItem<KeyLogImage>[]>
  tag: number
}

export function createServices(parts: Parts, language: DemoLanguage): Services {
  const { seed, today } = parts
  const first = today.day - servicesTruth.days
  const desk: Desk = {
    ...parts,
    words: serviceWords[language],
    finders: housekeepingWords[language].attendants,
    shelves: shelvesOf(parts),
    keysOf: new Map(),
    tag: 0,
  }
  return {
    openDay: (day) => {
      if (day < first) return
      if (day === today.day) parts.agenda.add(day, 9.3 * HOUR, (seconds) => setFlags(desk, { day, seconds }))
      for (const [place, task] of desk.words.standing.entries()) {
        const random = randomOf(seed, SERVICES, 1, day, place)
        const at = { day, seconds: 7 * HOUR + 600 * (place + 1) }
        plan(desk, at, (when) => leaveTrace(desk, random, when, null, { ...task, due: day }))
      }
    },
    checkedIn: (act) => {
      if (act.when.day >= first && act.stay.logged) noteKeys(desk, act)
    },
    arrived: (stay, when) => {
      if (when.day < first || !stay.logged || stay.nights.length === 0) return
      planForGuest(desk, stay, when, randomOf(seed, SERVICES, 2, stay.id))
    },
    left: (stay, when) => {
      takeKeysBack(desk, stay, when)
      if (when.day < first || !stay.logged) return
      const random = randomOf(seed, SERVICES, 3, stay.id)
      if (random.chance(servicesTruth.found))
        plan(desk, soon(random, when, 1, 3), (at) => find(desk, random, stay, at))
      if (random.chance(servicesTruth.luggage)) keepLuggage(desk, random, stay, when)
    },
    finish: () => {
      for (const shelf of Object.values(desk.shelves)) shelf.finish()
    },
  }
}

function shelvesOf({ bulk, diary }: Parts) {
  const shelf = <I extends HouseRecord>(
    entity: string,
    { table, columnsOf }: store.HouseStore<HouseTable, I>,
  ): Shelf<I> =>
    createShelf<I>(bulk, diary, entity, table, ({ id, image, version }) => {
      const into = bulk.into[table] as (row: object) => void
      into({ id, ...columnsOf(image), version })
    })
  const of = <I extends HouseRecord>(known: unknown) => known as store.HouseStore<HouseTable, I>
  return {
    traces: shelf('trace', of<TraceImage>(store.traces)),
    messages: shelf('guest-message', of<MessageImage>(store.messages)),
    wakeCalls: shelf('wake-call', of<WakeCallImage>(store.wakeCalls)),
    parcels: shelf('parcel', of<ParcelImage>(store.parcels)),
    found: shelf('found-item', of<FoundItemImage>(store.lostItems)),
    keys: shelf('key-log', of<KeyLogImage>(store.keyLogs)),
    luggage: shelf('luggage', of<LuggageImage>(store.luggage)),
  }
}

function plan({ agenda }: Desk, { day, seconds }: When, act: (when: When) => void): void {
  agenda.add(day, seconds, (now) => act({ day, seconds: now }))
}

/** Some hours later, and before the night's work begins. */
function soon(random: Random, { day, seconds }: When, from: number, to: number): When {
  return { day, seconds: Math.min(23 * HOUR - 60, seconds + random.between(from * HOUR, to * HOUR)) }
}

function make<I extends HouseRecord>(
  desk: Desk,
  shelf: Shelf<I>,
  [random, when, operation]: [Random, When, string],
  bookingId: BookingId | null,
  image: Omit<I, keyof HouseRecord>,
): ShelfItem<I> {
  const author = desk.diary.cashier(random, when)
  const moment = desk.diary.momentAt(when)
  const record = newRecord(bookingId, {
    moment,
    actor: author.actor,
    businessDate: desk.diary.date(when.day),
  })
  return shelf.make(when, author, operation, { ...record, ...image } as I, bookingId)
}

function end<I extends HouseRecord>(
  desk: Desk,
  shelf: Shelf<I>,
  [random, when, operation]: [Random, When, string],
  kept: ShelfItem<I>,
  to: Partial<I>,
): void {
  if (kept.image.status !== 'open') return
  const author = desk.diary.cashier(random, when)
  const by = { statusAt: desk.diary.momentAt(when), statusBy: author.actor } as Partial<I>
  shelf.change(kept, when, author, operation, { ...to, ...by })
}

type Task = ServiceWords['traces'][number] & { due: number }

function leaveTrace(desk: Desk, random: Random, when: When, stay: Stay | null, task: Task): void {
  const { department, text, time: dueTime, due } = task
  const { traces } = desk.shelves
  const dueOn = desk.diary.date(due)
  const image = { department, dueOn, dueTime, text }
  const kept = make(desk, traces, [random, when, 'house.addTrace'], stay?.id ?? null, image)
  const late = !random.chance(servicesTruth.traceInTime)
  if (late && random.chance(0.3)) return
  const from = dueTime === null ? 9 : Number(dueTime.slice(0, 2))
  const seconds = Math.min(22 * HOUR, from * HOUR + random.between(-1800, 4 * HOUR))
  const at = { day: due + (late ? 1 : 0), seconds }
  plan(desk, at, (now) => end(desk, traces, [random, now, 'house.markTrace'], kept, { status: 'done' }))
}

/** On the last morning some do not wish to be disturbed, and nobody is told that one of them is here. */
function setFlags(desk: Desk, when: When): void {
  const here = [...desk.open.values()].filter((stay) => isHere(stay) && departureOf(stay) > when.day)
  for (const [place, stay] of here.entries()) {
    const random = randomOf(desk.seed, SERVICES, 5, stay.id)
    const act = { stay, when, author: desk.diary.cashier(random, when) }
    if (random.chance(servicesTruth.doNotDisturb))
      recordWish(desk, { ...act, operation: 'house.setDoNotDisturb' }, { doNotDisturb: true })
    if (place === 0) recordWish(desk, { ...act, operation: 'house.setIncognito' }, { incognito: true })
  }
}

/** What a guest who has come will need: each by its own share of stays. */
function planForGuest(desk: Desk, stay: Stay, when: When, random: Random): void {
  const truth = servicesTruth
  const { words } = desk
  const day = () => stay.arrival + random.below(stay.nights.length)
  const later = (from: number, to: number): When => {
    const at = { day: day(), seconds: random.between(from * HOUR, to * HOUR) }
    return at.day > when.day || at.seconds > when.seconds ? at : soon(random, when, 0, 1)
  }
  if (random.chance(truth.trace) && stay.nights.length > 1) {
    const task = { ...random.of(words.traces), due: stay.arrival + 1 }
    plan(desk, soon(random, when, 0, 1), (at) => leaveTrace(desk, random, at, stay, task))
  }
  if (random.chance(truth.message)) plan(desk, later(9, 21), (at) => takeMessage(desk, random, stay, at))
  if (random.chance(truth.parcel)) plan(desk, later(9, 18), (at) => takeParcel(desk, random, stay, at))
  if (random.chance(truth.keys)) plan(desk, later(14, 22), (at) => giveKeys(desk, random, stay, at))
  if (random.chance(truth.wakeCall)) plan(desk, later(8, 22), (at) => askCall(desk, random, stay, at))
}

const isHere = (stay: Stay) => stay.status === 'in-house'

function takeMessage(desk: Desk, random: Random, stay: Stay, when: When): void {
  if (!isHere(stay)) return
  const { from: fromName, phone, text } = random.of(desk.words.messages)
  const { messages } = desk.shelves
  const image = { printedAt: null, forName: '', fromName, phone, text }
  const kept = make(desk, messages, [random, when, 'house.addMessage'], stay.id, image)
  plan(desk, soon(random, when, 0, 7), (at) =>
    end(desk, messages, [random, at, 'house.markMessage'], kept, { status: 'given' }),
  )
}

function takeParcel(desk: Desk, random: Random, stay: Stay, when: When): void {
  if (!isHere(stay)) return
  const { from: fromName, keptIn, note } = random.of(desk.words.parcels)
  const trackingNo = `${random.of(['SF', 'JD', 'YT'])}${random.between(1_000_000_000, 9_999_999_999)}`
  const { parcels } = desk.shelves
  const image = { pieces: random.chance(0.8) ? 1 : 2, keptIn, forName: '', fromName, trackingNo, note }
  const kept = make(desk, parcels, [random, when, 'house.addParcel'], stay.id, { ...image, givenTo: '' })
  if (random.chance(0.1)) return
  plan(desk, soon(random, when, 1, 8), (at) =>
    end(desk, parcels, [random, at, 'house.markParcel'], kept, {
      status: 'given',
      givenTo: nameOf(desk, random),
    }),
  )
}

/** Whoever fetches something for a guest signs by a name that the desk writes down. */
function nameOf({ words }: Desk, random: Random): string {
  return random.of(words.visitors)
}

function giveKeys(desk: Desk, random: Random, stay: Stay, when: When): void {
  if (!isHere(stay)) return
  const image = { keys: 1, returned: 0, toName: '', note: random.of(desk.words.keys) }
  keepKeys(desk, stay, make(desk, desk.shelves.keys, [random, when, 'house.giveKeys'], stay.id, image))
}

/** The keys that a guest is given with the room, as the check-in notes them. */
function noteKeys(desk: Desk, { stay, when, author, operation, command }: StayAct): void {
  const two = stay.adults > 1 && randomOf(desk.seed, KEYS, stay.id).chance(servicesTruth.twoKeys)
  const by = {
    moment: desk.diary.momentAt(when),
    actor: author.actor,
    businessDate: desk.diary.date(when.day),
  }
  const image = { ...newRecord(stay.id, by), keys: two ? 2 : 1, returned: 0, toName: '', note: '' } as const
  keepKeys(desk, stay, desk.shelves.keys.make(when, author, operation, image, stay.id, { command }))
}

function keepKeys({ keysOf }: Desk, { id }: Stay, kept: ShelfItem<KeyLogImage>): void {
  keysOf.set(id, [...(keysOf.get(id) ?? []), kept])
}

function takeKeysBack(desk: Desk, stay: Stay, when: When): void {
  const { shelves, keysOf, seed } = desk
  for (const kept of keysOf.get(stay.id) ?? []) {
    const random = randomOf(seed, SERVICES, 4, kept.id)
    const to = { status: 'back', returned: kept.image.keys } as const
    if (random.chance(servicesTruth.keysBack))
      end(desk, shelves.keys, [random, when, 'house.markKeys'], kept, to)
  }
  keysOf.delete(stay.id)
}

/** A call for the next morning, made by the shift that is there then. */
function askCall(desk: Desk, random: Random, stay: Stay, when: When): void {
  const callOn = when.day + 1
  if (!isHere(stay) || callOn > departureOf(stay)) return
  const minutes = 5 * random.between(66, 96)
  const callAt = `0${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  const { wakeCalls } = desk.shelves
  const image = { callOn: desk.diary.date(callOn), callAt, tries: 0, note: '' }
  const kept = make(desk, wakeCalls, [random, when, 'house.addWakeCall'], stay.id, image)
  const silent = random.chance(servicesTruth.noAnswer)
  const to = silent ? { status: 'no-answer' as const, tries: 3 } : { status: 'done' as const, tries: 1 }
  plan(desk, { day: callOn, seconds: minutes * 60 + random.below(240) }, (at) =>
    end(desk, wakeCalls, [random, at, 'house.markWakeCall'], kept, to),
  )
}

function find(desk: Desk, random: Random, stay: Stay, when: When): void {
  const { what, at: foundAt } = random.of(desk.words.found)
  const { keptIn, proof, sent } = desk.words
  const foundOn = desk.diary.date(when.day)
  const { found } = desk.shelves
  const kept = make(desk, found, [random, when, 'house.addFoundItem'], stay.id, {
    foundOn,
    roomId: roomId(desk.house, roomOn(stay, when.day)),
    followOn: addMonths(foundOn, MONTHS_TO_POLICE),
    foundAt,
    keptIn,
    what,
    finder: random.of(desk.finders),
    note: '',
    givenTo: '',
    proof: '',
  })
  if (random.chance(0.5)) return
  const later = { day: when.day + random.between(1, 9), seconds: random.between(9 * HOUR, 20 * HOUR) }
  const givenTo = nameOf(desk, random)
  const to = random.chance(0.6)
    ? { status: 'given' as const, givenTo, proof }
    : { status: 'sent' as const, givenTo, proof: sent }
  plan(desk, later, (at) => end(desk, found, [random, at, 'house.markFoundItem'], kept, to))
}

function keepLuggage(desk: Desk, random: Random, stay: Stay, when: When): void {
  const { luggage } = desk.shelves
  desk.tag = (desk.tag % 200) + 1
  const fetched = soon(random, when, 1, 7)
  const dueOn = desk.diary.date(when.day)
  const image = {
    tagNo: desk.tag,
    pieces: random.between(1, 3),
    dueOn,
    dueTime: null,
    keptIn: '',
    forName: '',
  }
  const note = random.of(desk.words.luggage)
  const kept = make(desk, luggage, [random, when, 'house.addLuggage'], stay.id, {
    ...image,
    note,
    givenTo: '',
  })
  plan(desk, fetched, (at) =>
    end(desk, luggage, [random, at, 'house.markLuggage'], kept, { status: 'given' }),
  )
}
