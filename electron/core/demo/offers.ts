/**
 * What the desk of a demo hotel has offered its guests since it began to, by the rules of the program: what a guest prefers,
 * had before, or what stays like this one ask for. How likely each is taken is decided here.
 */
import { offeredTo, takenBy, wishesOf } from '#core/demo/data/effects.ts'
import { randomOf } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { offerColumns } from '#db/repositories/insight/offers.ts'
import { type Item, itemOf, itemsOfRequests, itemsOfStay } from '#shared/domain/insight/rules/items.ts'
import { type Offer, type OfferRule, offersFor, restDays } from '#shared/domain/insight/suggest/offers.ts'
import {
  type OfferImage,
  type OfferOutcome,
  type OfferPlace,
  ruleText,
} from '#shared/domain/insight/suggest/outcome.ts'
import { itemOfPreference } from '#shared/domain/insight/suggest/preferred.ts'
import { stayWishes, type Wish } from '#shared/domain/request/image.ts'
import { departmentOf, type RequestKind } from '#shared/domain/request/request.ts'
import type { GuestId, OfferId } from '#shared/values/index.ts'
import type { Author, Diary, When } from './diary.ts'
import type { House } from './house.ts'
import { preferencesOn } from './people/preferences.ts'
import type { Population } from './population.ts'
import { departureOf, type Stay } from './stay.ts'

const OFFERS = 92
/** The desk began so many weeks ago. */
const WEEKS = 40
/** At how many of the bookings and arrivals it speaks of offers. */
const SPEAKS = { 'new-booking': 0.4, arrival: 0.25 }
/** Stays that are remembered of a guest, as a habit counts them. */
const WINDOW = 10

/** What was offered to whom, and how likely it was taken. */
export type OfferTruth = Pick<OfferImage, 'guestId' | 'item' | 'basis' | 'outcome'> & { chance: number }

export type Offers = {
  /** A booking is typed: a meal that is taken goes onto it; answers with the wishes that are. */
  whileBooking: (stay: Stay, when: When, author: Author) => Wish[]
  /** A guest checks in: answers with the wishes that are taken. */
  atArrival: (stay: Stay, when: When, author: Author) => Wish[]
  /** A stay has ended: it counts for its guest's habits. */
  stayed: (stay: Stay) => void
  /** Writes the rows of all offers. */
  finish: () => void
  readonly made: readonly OfferTruth[]
}

export type OffersOptions = {
  seed: number
  guests: number
  today: number
  words: DemoWords
  house: House
  population: Population
  /** Guests who are left out of what the program computes: nothing is offered to them. */
  excluded: ReadonlySet<GuestId>
}

type Rule = OfferRule & { taken: number }

/** What the desk of one hotel remembers. */
type Book = OffersOptions & {
  diary: Diary
  rules: readonly Rule[]
  images: OfferImage[]
  made: OfferTruth[]
  /** When a guest was offered something last, and what came of it. */
  last: Map<string, { day: number; outcome: string }>
  /** By guest: stays, and those of them with breakfast. */
  stays: Uint8Array
  breakfasts: Uint8Array
}

export function createOffers(bulk: Bulk, diary: Diary, options: OffersOptions): Offers {
  const { guests, words } = options
  const book: Book = {
    ...options,
    diary,
    rules: rulesOf(words),
    images: [],
    made: [],
    last: new Map(),
    stays: new Uint8Array(guests + 1),
    breakfasts: new Uint8Array(guests + 1),
  }
  const { stays, breakfasts, images, made } = book
  return {
    made,
    whileBooking: (stay, when, author) => {
      const taken = speak(book, stay, when, author, 'new-booking')
      if (taken.includes('meal:breakfast')) stay.meal = 'breakfast'
      return taken.flatMap((item) => wishOf(item, words))
    },
    atArrival: (stay, when, author) =>
      speak(book, stay, when, author, 'arrival').flatMap((item) => wishOf(item, words)),
    stayed: ({ guest, meal }) => {
      if (stays[guest] === WINDOW) return
      stays[guest] = (stays[guest] as number) + 1
      if (meal === 'breakfast') breakfasts[guest] = (breakfasts[guest] as number) + 1
    },
    finish: () => {
      for (const [at, image] of images.entries())
        bulk.into.offers({ id: (at + 1) as OfferId, ...offerColumns(image), version: 1 })
    },
  }
}

/** Offers are made, and what comes of each is noted; answers with what is taken. */
function speak(book: Book, stay: Stay, when: When, author: Author, place: keyof typeof SPEAKS): string[] {
  const { seed, today, excluded } = book
  if (!stay.logged || when.day < today - WEEKS * 7 || excluded.has(stay.guest)) return []
  const isNew = place === 'new-booking'
  const random = randomOf(seed, OFFERS, stay.id, isNew ? 0 : 1)
  if (!random.chance(SPEAKS[place])) return []
  return offersOf(book, stay, when.day, isNew).flatMap((offer) => {
    const chance = chanceOf(book, offer)
    const outcome = random.chance(chance) ? 'taken' : 'declined'
    note(book, stay, when, author, { place, offer, chance, outcome })
    return outcome === 'taken' ? [offer.item] : []
  })
}

/** What the program would offer then. */
function offersOf(book: Book, stay: Stay, day: number, isNew: boolean): Offer[] {
  const { seed, house, population, rules, stays, breakfasts } = book
  const { guest } = stay
  const { habit, madeOn } = population.get(guest)
  const preferences = preferencesOn(seed, guest, habit, madeOn, day)
  // While a booking is typed its requests are those of the preferences on file
  const requests = isNew ? stayWishes(preferences) : stay.requests.map(({ image }) => image)
  const had = breakfasts[guest] as number
  const asker = {
    now: new Set(itemsOf(stay, house, requests)),
    stays: Array.from({ length: stays[guest] as number }, (_, at) => (at < had ? ['meal:breakfast'] : [])),
    preferences: preferences.flatMap(({ group, value }) => {
      const item = itemOfPreference(group, value)
      return item === null ? [] : [{ group, value, item }]
    }),
    resting: new Set<string>(),
  }
  // At the arrival the desk changes no meal
  const canHave = ({ group }: Item) => isNew || group === 'request' || group === 'wish'
  return offersFor(asker, rules, canHave).filter(({ item }) => !isResting(book, guest, item, day))
}

function isResting({ last }: Book, guest: GuestId, item: string, day: number): boolean {
  const before = last.get(`${guest} ${item}`)
  if (before === undefined) return false
  return before.day === day || (before.outcome === 'declined' && day - before.day < restDays)
}

function chanceOf({ rules }: Book, { because }: Offer): number {
  return because.kind === 'rule' ? (rules[because.rule] as Rule).taken : takenBy[because.kind]
}

type Noted = { place: OfferPlace; offer: Offer; chance: number; outcome: OfferOutcome }

function note(book: Book, stay: Stay, when: When, author: Author, noted: Noted): void {
  const { diary, images, made, last } = book
  const { place, offer, chance, outcome } = noted
  const { item, because } = offer
  const image: OfferImage = {
    guestId: stay.guest,
    bookingId: place === 'new-booking' ? null : stay.id,
    item,
    basis: because.kind,
    rule: because.kind === 'rule' ? ruleText(because.given, item) : null,
    outcome,
    place,
    notedOn: diary.date(when.day),
    notedAt: diary.momentAt(when),
    notedBy: author.actor,
  }
  images.push(image)
  made.push({ guestId: stay.guest, item, basis: because.kind, outcome, chance })
  last.set(`${stay.guest} ${item}`, { day: when.day, outcome })
  const { bookingId } = image
  const entry = { entity: 'offer', entityId: images.length, bookingId, before: null, after: image }
  diary.write(when, author, 'offer.note', entry)
}

/** What stays of a kind wish above all, as rules that the program finds. */
function rulesOf({ lateCheckOut }: DemoWords): Rule[] {
  const kinds = Object.keys(offeredTo) as (keyof typeof offeredTo)[]
  return kinds.map((name, id) => {
    const { kind, asks, share } = wishesOf[name]
    const { given, taken } = offeredTo[name]
    const [adds = ''] = itemsOfRequests([{ kind, text: kind === 'other' ? lateCheckOut.text : '' }])
    return { id, given: [given], adds, confidence: asks * share, lift: 1, stays: 0, taken }
  })
}

function itemsOf(stay: Stay, house: House, requests: readonly { kind: string; text: string }[]): string[] {
  return itemsOfStay({
    roomType: house.types[stay.charged]?.code ?? '',
    features: [],
    extras: [],
    meal: stay.meal,
    plan: stay.plan,
    requests,
    adults: stay.adults,
    children: stay.children,
    infants: stay.infants,
    arrival: stay.arrival,
    departure: departureOf(stay),
  })
}

/** What is taken becomes a wish of the stay; a meal or a feature of the room does not. */
function wishOf(item: string, { lateCheckOut }: DemoWords): Wish[] {
  const found = itemOf(item)
  if (found?.group === 'wish') return [{ kind: 'other', ...lateCheckOut }]
  if (found?.group !== 'request') return []
  const kind = found.value as RequestKind
  return [{ kind, text: '', department: departmentOf(kind) }]
}
