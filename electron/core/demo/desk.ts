/** Takes the bookings of a demo hotel: for whom, when, which room type and rate, through which channel. */

import { nightsOfStay } from '#core/demo/data/demand.ts'
import type { DemoPlanCode } from '#core/demo/data/hotel.ts'
import { type Random, type Weighted, weighted } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { AccountId } from '#shared/values/index.ts'
import type { Calendar } from './calendar.ts'
import type { House } from './house.ts'
import type { Stay, StayNight } from './stay.ts'

const workPlans = weighted<DemoPlanCode>([
  ['COR', 46],
  ['BAR', 15],
  ['BARB', 13],
  ['OTA', 15],
  ['OTAB', 5],
  ['GRP', 4],
  ['COMP', 0.7],
  ['HSE', 0.5],
])
const pleasurePlans = weighted<DemoPlanCode>([
  ['OTA', 32],
  ['OTAB', 14],
  ['BAR', 16],
  ['BARB', 15],
  ['PKG', 15],
  ['GRP', 6],
  ['COMP', 0.8],
])

export type Facts = Pick<
  Stay,
  | 'plan'
  | 'adults'
  | 'children'
  | 'infants'
  | 'meal'
  | 'segment'
  | 'channel'
  | 'guarantee'
  | 'comment'
  | 'agency'
  | 'company'
>

/** What is asked for, before the hotel says what it has. `account`: the company the guest travels for, −1 none. */
export function wantedFacts(
  random: Random,
  house: House,
  words: DemoWords,
  asked: { working: boolean; walkIn: boolean; account: number; weekly: boolean },
): Facts {
  const drawn = (asked.working ? workPlans : pleasurePlans).pick(random)
  // Who comes every week does so at the company's rate, mostly.
  const plan = asked.weekly && random.chance(0.8) ? 'COR' : drawn
  const company =
    plan === 'COR' && house.companies.length > 0
      ? (house.companies[
          asked.account >= 0 ? asked.account : random.below(house.companies.length)
        ] as AccountId)
      : null
  const adults = asked.working
    ? random.chance(0.88)
      ? 1
      : 2
    : random.chance(0.24)
      ? 1
      : random.chance(0.9)
        ? 2
        : 3
  const children = !asked.working && adults > 1 && random.chance(0.22) ? (random.chance(0.75) ? 1 : 2) : 0
  return {
    plan,
    company,
    agency: agencyFor(random, house, plan),
    adults,
    children,
    infants: children === 0 && !asked.working && random.chance(0.04) ? 1 : 0,
    meal: house.plans[plan].meal,
    segment: segmentOf(plan),
    channel: channelFor(random, plan, asked.walkIn),
    guarantee: guaranteeFor(random, plan),
    comment: random.chance(0.08) ? random.of(words.comments) : '',
  }
}

function agencyFor(random: Random, house: House, plan: DemoPlanCode): AccountId | null {
  if (plan === 'OTA' || plan === 'OTAB') return random.of(house.online)
  return plan === 'GRP' ? random.of(house.agencies) : null
}

function segmentOf(plan: DemoPlanCode): string {
  if (plan === 'COR') return 'corporate'
  if (plan === 'OTA' || plan === 'OTAB') return 'online-agency'
  if (plan === 'GRP') return 'group'
  return plan === 'COMP' || plan === 'HSE' ? 'complimentary' : 'transient'
}

function channelFor(random: Random, plan: DemoPlanCode, walkIn: boolean): string {
  if (plan === 'OTA' || plan === 'OTAB') return 'online-agency'
  if (plan === 'GRP') return 'travel-agent'
  if (walkIn && random.chance(0.7)) return 'walk-in'
  if (plan === 'COR') return random.chance(0.6) ? 'corporate' : 'telephone'
  return random.of(['website', 'website', 'telephone', 'direct'])
}

function guaranteeFor(random: Random, plan: DemoPlanCode): string {
  if (plan === 'COR') return 'company'
  if (plan === 'COMP' || plan === 'HSE') return 'none'
  const draw = random.next()
  if (plan === 'OTA' || plan === 'OTAB') {
    return draw < 0.3 ? 'non-refundable' : draw < 0.6 ? 'refundable' : draw < 0.75 ? 'deposit' : 'none'
  }
  return draw < 0.45 ? 'none' : draw < 0.75 ? 'refundable' : 'deposit'
}

export function typesByShare(house: House): Weighted<number> {
  return weighted(house.types.map(({ share }, type) => [type, share] as const))
}

export type Place = { arrival: number; nights: number; type: number }

/**
 * A place in the house: the type wished for, else another that takes as many persons, else a day later or
 * earlier, else a single night; null when the house is full.
 */
export function placeFor(
  random: Random,
  house: House,
  calendar: Calendar,
  wish: Place & { persons: number; insists: boolean; earliest: number; latest: number },
): Place | null {
  const roomy = (type: number) => (house.types[type] as House['types'][number]).maxPersons >= wish.persons
  const start = random.below(house.types.length)
  const others = house.types.map((_, i) => (start + i) % house.types.length)
  // Some want that type or none, and wait for it.
  const types = wish.insists ? [wish.type] : [wish.type, ...others].filter(roomy)
  for (const nights of wish.nights > 1 && !wish.insists ? [wish.nights, 1] : [wish.nights]) {
    for (const shift of wish.insists ? [0] : [0, 1, -1, 2, -2, 4]) {
      const arrival = wish.arrival + shift
      if (arrival < wish.earliest || arrival > wish.latest) continue
      const type = types.find((one) => calendar.isLeft(one, arrival, arrival + nights))
      if (type !== undefined) return { arrival, nights, type }
    }
  }
  return null
}

/** A type that takes so many persons, the wished one if it does. */
export function typeThatTakes(house: House, wished: number, persons: number): number {
  const takes = (type: number) => (house.types[type] as House['types'][number]).maxPersons >= persons
  if (takes(wished)) return wished
  const found = house.types.findIndex((_, type) => takes(type))
  return found < 0 ? house.types.length - 1 : found
}

/** The nights of a stay at the prices of their days. */
export function pricedNights(
  house: House,
  plan: DemoPlanCode,
  type: number,
  from: number,
  count: number,
  priceOn: (day: number) => number,
): StayNight[] {
  return Array.from({ length: count }, (_, i) => ({
    type,
    room: -1,
    rateMinor: house.price(type, plan, priceOn(from + i)),
  }))
}

/** Nights wanted; a few come for the day only. */
export function wantedNights(random: Random, mean: number, working: boolean, walkIn: boolean): number {
  return walkIn && random.chance(0.03) ? 0 : nightsOfStay(random, mean, working)
}

/** How likely a booking is called off: the earlier made and the less it costs to do so, the likelier. */
export function cancelChance(facts: Pick<Facts, 'plan' | 'guarantee'>, lead: number): number {
  if (lead === 0) return 0
  if (facts.guarantee === 'non-refundable') return 0.04
  const base = {
    OTA: 0.34,
    OTAB: 0.3,
    BAR: 0.26,
    BARB: 0.24,
    COR: 0.18,
    PKG: 0.2,
    GRP: 0.3,
    COMP: 0.1,
    HSE: 0.05,
  }
  return base[facts.plan] * (1 - Math.exp(-(lead + 1) / 7))
}
