/** Children who come along to a demo hotel: the desk names them, as the law of its country wants everyone in a room registered. */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { GuestId } from '#shared/values/index.ts'
import { countryRuleOn } from '../registration/public.ts'
import type { Desk } from './course/schedule.ts'
import type { Author, When } from './diary.ts'
import type { Brings, Minors } from './hands.ts'
import type { People } from './people/people.ts'
import { departureOf, type Stay } from './stay.ts'
import type { World } from './world.ts'

const FAMILIES = 167
/** Days before the last one on which a guest brings a child, if no family is in the house otherwise. */
const SURE = 8
/** Children for each booking. */
const CHILDREN = 0.08

/**
 * What is true of them: how many of those that a booking counts the desk names; for how many families the guest is a parent;
 * on how many evenings somebody looks after them, how many guardians who are elsewhere are reached, and how many of the stays
 * without a parent are told to the police. Ages are in years, the youngest and the oldest.
 */
export const minorTruth = {
  named: 0.9,
  ages: { child: [2, 16], infant: [0, 1] },
  parent: 0.85,
  patrolled: 0.85,
  reached: 0.9,
  reported: 0.15,
} as const

type Child = { id: GuestId; infant: boolean }

const nobody = () => ({ ids: [], brings: null })
export const noMinors: Minors = { count: 0, heldBy: () => 0, sheets: [], comingWith: nobody }

/** `days`: for so long the desk registers guests; `daily`: bookings a day. */
type Options = { country: string; guests: number; days: number; daily: number }
type Book = { world: World; people: People; guests: number; families: Map<GuestId, Child[]>; count: number }

/** None are named where the country has no rule, or only counts them on the form of who brings them. */
export function createMinors(
  world: World,
  people: People,
  { country, guests, days, daily }: Options,
): Minors {
  const { today, diary } = world
  const rule = countryRuleOn(country, diary.date(today.day))
  if (!rule || rule.minorsCounted) return noMinors
  // More than come, as a rule; the guests who are there at the end are as many as were asked for in any case
  const expected = Math.min(guests / 20, daily * days * CHILDREN + 2)
  const first = today.day - days
  const book: Book = { world, people, guests, families: new Map(), count: 0 }
  return {
    get count() {
      return book.count
    },
    heldBy: (day) => Math.max(book.count, Math.ceil((expected * Math.max(0, day - first)) / days)),
    sheets: [],
    comingWith: (stay, when, author) => {
      if (!stay.logged || when.day < first) return nobody()
      const brings = bringsOne(world, stay, when)
      const ids = namedOf(book, stay, brings ? 1 : 0).flatMap((infant, at, all) => {
        const place = all.slice(0, at).filter((other) => other === infant).length
        return childOf(book, stay, { infant, place }, when, author) ?? []
      })
      return { ids, brings }
    },
  }
}

/** Before the guest is checked in, the children are put on the booking. */
export function nameMinors({ minors, changes, words }: Desk, stay: Stay, when: When, author: Author): void {
  const { ids, brings } = minors.comingWith(stay, when, author)
  if (ids.length === 0) return
  const put = () => {
    stay.minors = ids
    if (brings !== null) stay.children += 1
    if (brings === 'instead') stay.adults -= 1
  }
  const reason = words.changed.guest[brings === 'instead' ? 2 : 1] ?? null
  changes.change(stay, when, author, { operation: 'booking.changeGuests', reason, put })
}

/** For each whom the desk names, whether it is an infant. A type takes as many named persons as it takes persons. */
function namedOf({ world }: Book, stay: Stay, more: number): boolean[] {
  const random = randomOf(world.seed, FAMILIES, stay.id)
  const counted = [
    ...Array.from({ length: stay.children }, () => false),
    ...Array.from({ length: stay.infants }, () => true),
  ]
  const named = counted.filter(() => random.chance(minorTruth.named))
  const places = (world.house.types[stay.type]?.maxPersons ?? 2) - 1 - stay.companions.length
  return [...Array.from({ length: more }, () => false), ...named].slice(0, Math.max(0, places))
}

/** The child of a family at its place, the same each time; null where the hotel has all the guests it is to have. */
function childOf(
  book: Book,
  stay: Stay,
  { infant, place }: { infant: boolean; place: number },
  when: When,
  author: Author,
): GuestId | null {
  const { world, people, guests, families } = book
  const { seed, population } = world
  const family = families.get(stay.guest) ?? []
  const known = family.filter((one) => one.infant === infant)[place]
  if (known) return known.id
  if (population.count + book.count >= guests) return null
  const id = (guests - book.count) as GuestId
  book.count += 1
  families.set(stay.guest, [...family, { id, infant }])
  const parent = population.get(stay.guest)
  const days = daysOld(randomOf(seed, FAMILIES, stay.guest, family.length + 1), infant)
  const relative = { days, of: people.recall(stay.guest, parent) }
  people.makeRelative(id, when, author, { nationality: parent.nationality, relative })
  return id
}

function daysOld(random: Random, infant: boolean): number {
  const [youngest, oldest] = minorTruth.ages[infant ? 'infant' : 'child']
  // Nobody comes of age, or is no infant any more, while the hotel knows them
  return Math.max(40, youngest * 366 + 60 + random.below((oldest - youngest + 1) * 365 - 120))
}

/** On the last morning at least one family is in the house: a guest who stays on brings a child, where no other does. */
function bringsOne({ today, open, house }: World, stay: Stay, { day }: When): Brings {
  const staysOn = stay.nights.length > 0 && departureOf(stay) > today.day
  if (day < today.day - SURE || day >= today.day || !staysOn) return null
  if (stay.working && day < today.day - 2) return null
  const isHere = [...open.values()].some(
    (one) => one.status === 'in-house' && one.minors.length > 0 && departureOf(one) > today.day,
  )
  if (isHere) return null
  const persons = Math.max(stay.adults + stay.children, 1 + stay.companions.length)
  if (persons < (house.types[stay.type]?.maxPersons ?? 2)) return 'more'
  return stay.adults > 1 && stay.companions.length === 0 ? 'instead' : null
}
