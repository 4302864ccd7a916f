/**
 * What is true of a demo hotel by construction: how strong each cause is, in one place, so that what insight finds can be
 * held against it. Beside these: the earlier a booking is made and the less it costs to call off, the likelier it is
 * (`cancelChance` in desk.ts); work comes on weekdays and with breakfast, packages with half-board.
 */
import type { Offer } from '#shared/domain/insight/leaving/case.ts'
import type { RequestKind } from '#shared/domain/request/request.ts'
import type { Habit } from './person.ts'
import { type Random, randomOf, weighted } from './random.ts'

const TRAITS = 81

/** The chance to call off, by how often somebody comes: those who know the hotel come. */
export const cancelByHabit: Readonly<Record<Habit, number>> = {
  once: 1.15,
  occasional: 1,
  regular: 0.6,
  frequent: 0.5,
  weekly: 0.5,
}
/** Some call off more than others: the spread of the logarithm, so that earlier cancellations tell of later ones. */
const PRONENESS = 0.5
/** Who left with a wish declined is so many times likelier never to come again. */
export const lostAfterDeclined = 2.5
/** Share of guests who arrive late in the evening, and at how many of their stays. */
const LATE_GUESTS = 0.08
export const lateStays = 0.85

/** What stays of a kind ask for: the chance to ask at all, and which wish it is then. */
export const wishesOf = {
  /** With children or infants. */
  family: { asks: 0.55, kind: 'crib', share: 0.7 },
  /** At the package's rate. */
  package: { asks: 0.4, kind: 'bathtub', share: 0.6 },
  /** In a suite: the wish in words to leave late. */
  suite: { asks: 0.45, kind: 'other', share: 0.6 },
  /** For work. */
  work: { asks: 0.24, kind: 'quiet', share: 0.4 },
} as const satisfies Record<string, { asks: number; kind: RequestKind; share: number }>

/** How likely a guest takes what the desk offers because the guest prefers it, or is used to it. */
export const takenBy = { preference: 0.75, habit: 0.5 } as const
/** What stays of a kind ask for is offered to others of that kind: by which item, and how likely it is taken. */
export const offeredTo = {
  family: { given: 'party:children', taken: 0.4 },
  package: { given: 'plan:PKG', taken: 0.25 },
  suite: { given: 'room-type:STE', taken: 0.12 },
} as const satisfies Partial<Record<keyof typeof wishesOf, { given: string; taken: number }>>

/** How likely a guest who stayed away comes again because of an offer. */
export const wonBackBy: Readonly<Record<Offer, number>> = {
  call: 0.3,
  letter: 0.08,
  invitation: 0.2,
  upgrade: 0.4,
  breakfast: 0.2,
  'late-check-out': 0.15,
  dinner: 0.3,
  transfer: 0.2,
  points: 0.15,
  other: 0.1,
}
/** How often each is offered. */
export const offersMade = weighted<Offer>([
  ['call', 30],
  ['letter', 26],
  ['upgrade', 18],
  ['breakfast', 8],
  ['points', 7],
  ['dinner', 5],
  ['invitation', 4],
  ['late-check-out', 1],
  ['transfer', 1],
])

/** What is a guest's own for ever: how prone to call off (mean 1), and whether they come late. */
export function traitsOf(seed: number, guest: number): { proneness: number; late: boolean } {
  const random: Random = randomOf(seed, TRAITS, guest)
  return {
    proneness: Math.exp(PRONENESS * random.normal() - PRONENESS ** 2 / 2),
    late: random.chance(LATE_GUESTS),
  }
}
