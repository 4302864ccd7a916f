/**
 * Fills an empty store with a hotel that has lived for years: guests who come again in their own rhythm, bookings
 * made, changed, cancelled and stayed, day by day in order, so that its log reads as if people had written it.
 * The same seed, options and business date give the same hotel.
 */

import { arrivalsByDay, demandOn, LONGEST_LEAD } from '#core/demo/data/demand.ts'
import { demoRoomTypes } from '#core/demo/data/hotel.ts'
import { randomOf } from '#core/demo/data/random.ts'
import { type DemoSize, demoSize, maxBookings } from '#core/demo/data/scale.ts'
import { demoWords } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { holdsHotel } from '#db/queries/setup/is-empty.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { readSettings } from '#db/repositories/hotel/repository.ts'
import { toDayNumber } from '#shared/values/index.ts'
import type { JobEnd, JobHandle } from '../kernel/jobs.ts'
import { isRollBack, type RollBack, type Store } from '../kernel/store.ts'
import { createAgenda } from './agenda.ts'
import { type Arrivals, createArrivals } from './arrivals.ts'
import { createCalendar } from './calendar.ts'
import { planChoices } from './choices.ts'
import { createCloses, noCloses } from './closes.ts'
import { createCourse } from './course/course.ts'
import { createDiary, type Diary, type When } from './diary.ts'
import { createHotel, staffOf } from './hotel.ts'
import { createHouse, type House } from './house.ts'
import { keepHouse } from './housekeeping.ts'
import { createLeaving } from './leaving.ts'
import { createMembers, createProgramme, type Programme } from './members.ts'
import { createMinors, noMinors } from './minors.ts'
import { createMoney, noMoney } from './money/money.ts'
import { setUpMoney } from './money/set-up.ts'
import { createOffers } from './offers.ts'
import { type DemoOptions, type DemoResult, demoDate } from './options.ts'
import { createPeople, type People } from './people/people.ts'
import { planYears } from './plan.ts'
import { createPopulation } from './population.ts'
import { createRegistrar, noRegistrar, registrationTruth } from './registration.ts'
import { createRoomStates } from './room-states.ts'
import { createRounds, firstStates } from './rounds.ts'
import { planSegments } from './segments.ts'
import { createServices } from './services.ts'
import { writeStay } from './stay.ts'
import { type DemoTruth, truthOf } from './truth.ts'
import { createWishes } from './wishes.ts'
import type { World } from './world.ts'

/** The log tells everything of the last years; what is older came over from the system before. */
const YEARS_TOLD = 3
/** The last day is lived until then: some have left, some are still to leave, few have come. */
const NOW = 10 * 3600 + 1800
const DOMESTIC = 0.7
const HOUSE_RANDOM = 71

/** Makes the hotel in one transaction: all of it, or nothing when it is cancelled or there is something already. */
export async function generateDemo(
  store: Store,
  options: DemoOptions,
  handle: JobHandle,
  /** Is told what is true of the hotel, for tests of what insight finds. */
  tell?: (truth: DemoTruth) => void,
): Promise<JobEnd> {
  const size = demoSize(options)
  if (!size) {
    const most = maxBookings(options.rooms, options.years)
    return failure('DEMO_TOO_DENSE', { bookings: options.bookings ?? 0, max: most })
  }
  const end = await store.exclusively(async (tx, bulk) => {
    if (await holdsHotel(tx)) return { rollBack: true as const, why: failure('NOT_EMPTY') }
    const lived = await bulk.withoutIndexes(() =>
      bulk.withSearchInOneRun(() => live(tx, bulk, size, options, handle, tell)),
    )
    if (!lived) return { rollBack: true as const, why: failure('CANCELLED') }
    // It reads the house as the desk does, by its indexes
    await lived.world.registrar.finishGuests(tx)
    await keepHouse(tx, lived.world, options.language)
    return { ...lived.result, changes: bulk.head().seq }
  })
  store.forgetSettings()
  return isRollBack(end) ? ((end as RollBack).why as JobEnd) : { result: end }
}

function failure(code: string, params: Record<string, string | number> = {}): JobEnd {
  return { failure: { code, params } }
}

/** Null when it was cancelled. */
async function live(
  tx: Writer,
  bulk: Bulk,
  size: DemoSize,
  options: DemoOptions,
  handle: JobHandle,
  tell?: (truth: DemoTruth) => void,
): Promise<{ result: Omit<DemoResult, 'changes'>; world: World } | null> {
  const settings = await readSettings(tx)
  const businessDate = settings?.business_date ?? options.businessDate ?? demoDate
  const today: When = { day: toDayNumber(businessDate), seconds: NOW }
  const firstArrival = today.day - Math.round(size.years * 365.25)
  const firstDay = firstArrival - LONGEST_LEAD
  const told = Math.max(firstDay, size.years > YEARS_TOLD ? today.day - Math.round(YEARS_TOLD * 365.25) : 0)
  const takeover: When = { day: told, seconds: 6 * 3600 }

  const hotel = await createHotel(tx, bulk, settings, { ...options, businessDate })
  const diary = createDiary(bulk, { seed: options.seed, timeZone: hotel.timeZone, staff: staffOf() })
  hotel.tell(diary, takeover)
  const { house, programme } = await furnish(tx, bulk, diary, takeover, {
    ...options,
    currency: hotel.currency,
  })
  const bookkeeping = { ...hotel, language: options.language, firstDay: told, today: today.day }
  const words = demoWords[options.language]
  const terms = await setUpMoney(tx, bulk, diary, takeover, house, words, options.seed, bookkeeping)

  const world = worldOf(bulk, diary, house, programme, options, {
    today,
    firstDay,
    takeover,
    guests: size.guests,
  })
  const { agenda, leaving } = world
  const { language } = options
  if (terms) world.money = createMoney(world, terms, bookkeeping)
  world.closes = createCloses(world, { rolls: hotel.isNew }, language)
  const daily = size.bookings / (today.day - firstArrival)
  const people = settle(world, { country: hotel.country, language, guests: size.guests, daily })
  const course = createCourse(world)
  const counts = arrivalsByDay(randomOf(options.seed, HOUSE_RANDOM), firstArrival, today.day, size.bookings)
  const arrivals = createArrivals(world, people, course, { ...size, firstArrival, counts })
  agenda.add(takeover.day, 0, () => {
    world.members.takeOver()
    course.takeOver()
  })
  leaving.plan(takeover.day)
  const choices = planChoices(world)
  const plan = planYears(world)
  const segments = planSegments(bulk, diary, agenda, {
    today: today.day,
    tiers: programme.parameters.tiers.map(({ code }) => code),
  })

  const pace = createPace(handle, size.bookings)
  if (!(await liveDays(world, arrivals, firstDay, pace))) return null
  arrivals.fillUp(today)
  await close(tx, world)
  await segments.finish(tx)
  await choices.finish(tx)
  await plan.finish(tx)
  tell?.(truthOf(world))
  handle.progress(size.bookings, size.bookings)
  const result = {
    hotel: hotel.name,
    businessDate,
    rooms: house.rooms.length,
    guests: world.population.count + world.minors.count,
    bookings: arrivals.made,
    members: world.members.count,
    users: hotel.users,
  }
  return { result, world }
}

type Settled = { country: string; language: DemoOptions['language']; guests: number; daily: number }

/** The guests to come, the children among them, and who registers them. */
function settle(world: World, { country, language, guests, daily }: Settled): People {
  const { bulk, diary, agenda, seed, today, takeover, words } = world
  const people = createPeople(bulk, diary, agenda, {
    seed,
    today: today.day,
    words,
    domestic: DOMESTIC,
    takeover,
    now: NOW,
    guests,
  })
  world.minors = createMinors(world, people, { country, guests, days: registrationTruth.days, daily })
  world.registrar = createRegistrar(world, people, { country, language })
  return people
}

type Times = { today: When; firstDay: number; takeover: When; guests: number }

/** The hotel before its first day. */
function worldOf(
  bulk: Bulk,
  diary: Diary,
  house: House,
  programme: Programme,
  options: DemoOptions,
  { today, firstDay, takeover, guests }: Times,
): World {
  const { seed } = options
  const agenda = createAgenda()
  const excluded: World['excluded'] = new Set()
  const words = demoWords[options.language]
  const open: World['open'] = new Map()
  const population = createPopulation(guests, firstDay, today.day + LONGEST_LEAD + 60, diary.date)
  const leaving = createLeaving(bulk, diary, agenda, population, {
    seed,
    rooms: house.rooms.length,
    today: today.day,
    words,
    night: house.price(0, 'BAR', 1),
    open,
    excluded,
  })
  const calendar = calendarFor(house, firstDay, today.day)
  const states = createRoomStates(diary, house, firstStates({ today, takeover }))
  const parts = { seed, bulk, house, agenda, diary, calendar, today, takeover, open, states }
  return {
    ...parts,
    words,
    wishes: createWishes(bulk, diary, words, suitesOf(options.rooms)),
    members: createMembers(bulk, diary, agenda, {
      programme,
      takeover,
      today: today.day,
      date: diary.date,
      guests: guests,
    }),
    population,
    leaving,
    offers: createOffers(bulk, diary, { seed, guests, today: today.day, words, house, population, excluded }),
    excluded,
    occupied: new Map(),
    overtime: [],
    ownDates: [],
    lastArrival: today.day + LONGEST_LEAD,
    priceOn: pricesFrom(firstDay),
    money: noMoney,
    services: createServices(parts, options.language),
    rounds: createRounds(parts, options.language),
    closes: noCloses,
    registrar: noRegistrar,
    minors: noMinors,
  }
}

/** Lives day by day up to the moment of today; false when it was cancelled. */
async function liveDays(
  { seed, agenda, population, today, money, services, rounds, closes, registrar }: World,
  arrivals: Arrivals,
  firstDay: number,
  pace: (done: number) => Promise<boolean>,
): Promise<boolean> {
  const passing = randomOf(seed, HOUSE_RANDOM, 2)
  for (let day = firstDay; day <= today.day; day++) {
    arrivals.openDay(day)
    for (const part of [money, services, rounds, registrar, closes]) part.openDay(day)
    agenda.runDay(day, day === today.day ? NOW : 24 * 3600)
    money.closeDay(day)
    population.pass(passing, day)
    if (!(await pace(arrivals.made))) return false
  }
  return true
}

/** Rooms, rates and the loyalty programme, set up by the manager when the hotel takes over. */
async function furnish(
  tx: Writer,
  bulk: Bulk,
  diary: Diary,
  takeover: When,
  options: DemoOptions & { currency: string },
): Promise<{ house: House; programme: Programme }> {
  const made = (entity: string, id: number, image: object) =>
    void diary.write(takeover, diary.manager, 'job.startDemo', {
      entity,
      entityId: id,
      bookingId: null,
      before: null,
      after: image,
    })
  const house = await createHouse(tx, bulk, options, made)
  const programme = await createProgramme(tx, bulk, (id, image) => made('programme', id, image))
  return { house, programme }
}

/** The place of the suite among the types of a house of that size. */
function suitesOf(rooms: number): number {
  return demoRoomTypes(rooms).findIndex(({ code }) => code === 'STE')
}

/** Nights reach beyond the last arrival, and before the first booking there are none. */
function calendarFor(house: House, firstDay: number, today: number) {
  const types = house.rooms.map(({ type }) => type)
  return createCalendar(types, house.types.length, firstDay, today + LONGEST_LEAD + 60)
}

function pricesFrom(firstDay: number): (day: number) => number {
  const prices: number[] = []
  return (day) => (prices[day - firstDay] ??= demandOn(day).price)
}

/** The rows of what is still open, and how the rooms look now. */
async function close(tx: Writer, world: World): Promise<void> {
  const { house, calendar, today, diary, bulk } = world
  for (const stay of world.open.values()) writeStay(bulk, stay, house, diary.date)
  for (const part of [world.money, world.services, world.rounds, world.registrar, world.closes]) part.finish()
  world.members.finish(today)
  world.leaving.finish()
  world.offers.finish()
  // Nobody is in a spare room, was in it last night, or is awaited in it
  const isSpare = (room: number) =>
    calendar.holder(room, today.day) === 0 && !(calendar.holder(room, today.day - 1) > 0)
  await world.states.finish(tx, world.seed, today, isSpare)
}

/** Gives way to anything that waits and tells how far it is, a hundred times; false when it should stop. */
function createPace(handle: JobHandle, total: number): (done: number) => Promise<boolean> {
  let told = 0
  let since = performance.now()
  return async (done) => {
    if (done - told >= total / 100) {
      told = done
      handle.progress(done, total)
    }
    if (performance.now() - since > 20) {
      await new Promise(setImmediate)
      since = performance.now()
    }
    return !handle.cancelled
  }
}
