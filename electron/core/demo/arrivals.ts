/** Makes the bookings of a demo hotel: whom a new booking is for, and everything that is in it at first. */
import { demandOn, LONGEST_LEAD, leadTime } from '#core/demo/data/demand.ts'
import { traitsOf } from '#core/demo/data/effects.ts'
import { type Random, randomOf, type Weighted } from '#core/demo/data/random.ts'
import type { Wish } from '#shared/domain/request/image.ts'
import type { AccountId, BookingId, GuestId } from '#shared/values/index.ts'
import { arrivalTerms } from './arrival-terms.ts'
import { isLately, namesCompanion } from './companions.ts'
import type { Course } from './course/course.ts'
import { type Asked, holdDayUse, lastDayUses, placeDayUse, writeDayUse } from './day-use.ts'
import {
  type Facts,
  placeFor,
  pricedNights,
  typesByShare,
  typeThatTakes,
  wantedFacts,
  wantedNights,
} from './desk.ts'
import type { Author, When } from './diary.ts'
import type { People } from './people/people.ts'
import { imageOf, type Stay } from './stay.ts'
import type { World } from './world.ts'

const BOOKING = 61
const LEAD = 62
const TERMS = 63
const HOUR = 3600
/** Of so many days the bookings may be spared for the last day. */
const SPARED = 7

/** How likely somebody becomes a member, the more so the oftener they come. */
const JOINS = { once: 0.07, occasional: 0.2, regular: 0.62, frequent: 0.9, weekly: 0.95 }

export type ArrivalsOptions = {
  guests: number
  bookings: number
  meanNights: number
  firstArrival: number
  /** Bookings that arrive on each day, from the first arrival on. */
  counts: Int32Array
}

export type Arrivals = {
  readonly made: number
  /** Puts the bookings that are made on a day into its agenda. Days must come in order. */
  openDay: (day: number) => void
  /** Guests who are on file and have never booked, so that there are as many as were asked for. */
  fillUp: (when: When) => void
}

export function createArrivals(
  world: World,
  people: People,
  course: Course,
  options: ArrivalsOptions,
): Arrivals {
  const { seed, house, calendar, agenda, diary, words, wishes, members, population, open, bulk, today } =
    world
  const { firstArrival, counts, guests, bookings, meanNights } = options
  const types: Weighted<number> = typesByShare(house)
  const bookers = new Map<AccountId, GuestId[]>()
  /** Arrival days of the bookings to be made on a day. */
  const toMake = new Map<number, number[]>()
  let drawnTo = firstArrival
  let made = 0
  let lived = firstArrival

  /** How soon before they come the guests of one more arrival day book. */
  function drawLeads(arrival: number): void {
    const random = randomOf(seed, LEAD, arrival)
    const count = counts[arrival - firstArrival] ?? 0
    for (let i = 0; i < count; i++) {
      const day = arrival - leadTime(random, arrival - today.day)
      const list = toMake.get(day)
      if (list) list.push(arrival)
      else toMake.set(day, [arrival])
    }
  }

  /** Who comes for some hours on the last day is spared shortly before it: there are as many bookings as were asked for. */
  function spareForLastDay(): void {
    const last = toMake.get(today.day) ?? []
    for (let day = today.day - 1; day >= today.day - SPARED; day--) {
      const lacking = lastDayUses.length - last.length
      if (lacking > 0) last.push(...(toMake.get(day)?.splice(-lacking) ?? []))
    }
    toMake.set(today.day, last)
  }

  /** New guests come first, known ones more and more; in the end there are as many as were asked for. */
  function wantsNewGuest(): boolean {
    return population.count < (guests - world.minors.heldBy(lived)) * (made / bookings) ** 0.8
  }

  function isFull(): boolean {
    return population.count + world.minors.heldBy(lived) >= guests
  }

  function newGuest(
    random: Random,
    when: When,
    author: Author,
    like: {
      nationality?: string
      business: boolean
      account?: number
      booksOnly?: boolean
    },
  ): GuestId {
    const { account = -1, booksOnly = false, ...given } = like
    const habit = people.habitOfNext()
    const joins = !booksOnly && random.chance(JOINS[habit])
    const drawn = joins ? members.draw() : null
    const person = people.make(when, author, { ...given, membership: drawn?.number ?? null })
    population.add(person.id, {
      habit,
      business: like.business,
      member: joins,
      booksOnly,
      nationality: person.nationality,
      madeOn: when.day,
      account: account >= 0 || !like.business ? account : random.below(house.companies.length),
      type: types.pick(random),
    })
    if (drawn) members.enrol(drawn, person.id, when, author)
    return person.id
  }

  function guestFor(random: Random, when: When, author: Author, arrival: number): GuestId {
    if (!wantsNewGuest() || isFull()) {
      const known = population.due(arrival) || population.anybody(random, arrival)
      if (known > 0) return known as GuestId
    }
    if (isFull()) return (1 + random.below(population.count)) as GuestId
    const business = people.habitOfNext() === 'weekly' || random.chance(demandOn(arrival).working)
    return newGuest(random, when, author, { business })
  }

  /** The person who shares the room: the same person each time. */
  function companionsFor(
    random: Random,
    when: When,
    author: Author,
    guest: GuestId,
    { adults, arrival }: { adults: number; arrival: number },
  ): GuestId[] {
    if (adults < 2 || !random.chance(0.4)) return []
    const known = population.companionOf(guest) as GuestId
    if (known > 0) return [known]
    if (isFull() || !(wantsNewGuest() || namesCompanion(world, made, arrival))) return []
    const { nationality, business } = population.get(guest)
    const other = newGuest(random, when, author, { nationality, business })
    population.pair(guest, other)
    return [other]
  }

  function bookerFor(
    random: Random,
    when: When,
    author: Author,
    guest: GuestId,
    facts: Facts,
  ): GuestId | null {
    if (facts.company === null) {
      const other = random.chance(0.04) ? (population.anybody(random, 0x7fff) as GuestId) : 0
      return other > 0 && other !== guest ? (other as GuestId) : null
    }
    if (!random.chance(0.55)) return null
    const known = bookers.get(facts.company) ?? []
    if (known.length < 2 && !isFull() && random.chance(known.length === 0 ? 1 : 0.02)) {
      known.push(newGuest(random, when, author, { nationality: 'CHN', business: true, booksOnly: true }))
      bookers.set(facts.company, known)
    }
    const booker = known.length > 0 ? random.of(known) : null
    return booker === guest ? null : booker
  }

  function book(when: When, wanted: number, asked: Asked): void {
    made += 1
    const random = randomOf(seed, BOOKING, made)
    const author = diary.author(random, when, true)
    const guest = guestFor(random, when, author, wanted)
    const own = population.get(guest)
    const working = own.business ? random.chance(0.85) : random.chance(0.1)
    const walkIn = wanted === when.day
    const facts = wantedFacts(random, house, words, {
      working,
      walkIn,
      account: own.account,
      weekly: own.habit === 'weekly',
    })
    const booker = bookerFor(random, when, author, guest, facts)
    const companions = companionsFor(random, when, author, guest, {
      adults: facts.adults,
      arrival: wanted,
    }).filter((id) => id !== booker)
    const stay = place(random, when, wanted, {
      ...facts,
      working,
      type: random.chance(0.6) ? own.type : types.pick(random),
      late: traitsOf(seed, guest).late,
      asked,
    })
    const whole: Stay = { ...stay, guest, booker, companions }
    const until = whole.arrival + Math.max(1, whole.nights.length)
    population.taken(guest, until)
    if (isLately(today, wanted)) for (const one of companions) population.taken(one, until)
    open.set(whole.id, whole)
    holdDayUse(world, whole)
    const wishes = world.offers.whileBooking(whole, when, author)
    note(whole, when, author, wishes)
    course.plan(whole, when)
    world.money.booked(whole, when)
  }

  type Wished = { type: number; working: boolean; late: boolean; asked: Asked }
  type Placed = Omit<Stay, 'guest' | 'booker' | 'companions'>

  function place(
    random: Random,
    when: When,
    wanted: number,
    { type: wished, working, late, asked, ...facts }: Facts & Wished,
  ): Placed {
    const persons = facts.adults + facts.children
    const type = typeThatTakes(house, wished, persons)
    const id = bulk.nextId('bookings') as BookingId
    const drawn = wantedNights(random, meanNights, working, wanted === when.day)
    const isDayUse = drawn === 0 || asked !== null
    const hours = isDayUse ? placeDayUse(world, id, when, { type, plan: facts.plan, persons, asked }) : null
    // Who finds no room for some hours takes one for the night
    const nights = hours ? 0 : Math.max(1, drawn)
    const earliest = Math.max(when.day, firstArrival)
    const insists = wanted - when.day > 3 && random.chance(0.3)
    const wish = {
      arrival: wanted,
      nights,
      type: hours?.type ?? type,
      persons,
      insists,
      earliest,
      latest: world.lastArrival,
    }
    const found = placeFor(random, house, calendar, wish)
    const enquires = wanted - when.day > 3 && random.chance(0.035)
    const at = found ?? { arrival: wanted, nights, type }
    const status = found === null ? 'waitlisted' : enquires ? 'enquiry' : 'confirmed'
    if (status === 'confirmed') calendar.sell(at.type, at.arrival, at.arrival + at.nights)
    const priced = pricedNights(house, facts.plan, at.type, at.arrival, at.nights, world.priceOn)
    const terms = { guarantee: facts.guarantee, made: when.day, arrival: at.arrival, nights: priced, late }
    return {
      ...facts,
      ...arrivalTerms(randomOf(seed, TERMS, id), terms),
      id,
      status,
      arrival: at.arrival,
      nights: priced,
      type: at.type,
      charged: at.type,
      createdOn: when.day,
      cancelledOn: null,
      cancelReason: null,
      version: 1,
      minors: [],
      requests: [],
      random,
      working,
      ...(hours ? { dayUse: hours.dayUse, expectedTime: hours.dayUse.image.from } : {}),
      logged: when.day >= world.takeover.day,
      written: false,
    }
  }

  function note(stay: Stay, when: When, author: Author, taken: readonly Wish[]): void {
    const { habit, madeOn } = population.get(stay.guest)
    let command = 0
    if (stay.logged) {
      const after = imageOf(stay, house, diary.date)
      const entry = { entity: 'booking', entityId: stay.id, bookingId: stay.id, before: null, after }
      command = diary.write(when, author, 'booking.create', entry)
      writeDayUse(world, stay, [when, author, 'booking.create'], command)
    }
    // Of the years before, few wishes came over.
    if (!stay.logged && !stay.random.chance(0.25)) return
    wishes.fromPreferences(
      stay,
      when,
      author,
      people.preferencesOf(stay.guest, habit, madeOn, when.day),
      command,
    )
    for (const wish of taken) wishes.take(stay, wish, when, author, command)
  }

  return {
    get made() {
      return made
    },
    openDay: (day) => {
      lived = day
      for (; drawnTo <= day + LONGEST_LEAD && drawnTo - firstArrival < counts.length; drawnTo++)
        drawLeads(drawnTo)
      if (day === today.day - SPARED) spareForLastDay()
      const arrivals = toMake.get(day) ?? []
      toMake.delete(day)
      const random = randomOf(seed, LEAD, day, 2)
      // On the last day the rest of its bookings is not made yet.
      const end = day === today.day ? today.seconds : 23 * HOUR
      for (const [at, arrival] of arrivals.entries()) {
        const seconds = Math.floor(
          (day === today.day ? random.next() : bookingTime(random, arrival === day)) * end,
        )
        const asked = day === today.day ? (lastDayUses[at] ?? null) : null
        const time = asked?.at ?? seconds
        agenda.add(day, time, (now) =>
          book({ day, seconds: now }, asked ? day : arrival, asked?.asked ?? null),
        )
      }
    },
    fillUp: (when) => {
      const random = randomOf(seed, BOOKING, 0)
      while (population.count + world.minors.count < guests)
        newGuest(random, when, diary.author(random, when), { business: random.chance(0.5) })
    },
  }
}

/** Share of the day that has passed: mostly in working hours, walk-ins in the afternoon. */
function bookingTime(random: Random, walkIn: boolean): number {
  const [middle, spread] = walkIn ? [0.74, 0.1] : [0.6, 0.17]
  return Math.min(0.99, Math.max(0.02, middle + spread * random.normal()))
}
