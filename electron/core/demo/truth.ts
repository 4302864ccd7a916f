/** What is true of a demo hotel and stands in no table: for tests of what insight finds, as a check of the plumbing. */
import type { Habit } from '#core/demo/data/person.ts'
import type { BookingId, BusinessDate, GuestId } from '#shared/values/index.ts'
import { companionTruth } from './companions.ts'
import { traitsOf } from './data/effects.ts'
import { dayUseTruth } from './day-use.ts'
import type { SheetTruth } from './hands.ts'
import type { LeavingOfferTruth } from './leaving.ts'
import { minorTruth } from './minors.ts'
import type { MoneyHappened } from './money/course.ts'
import { moneyTruth } from './money/terms.ts'
import type { OfferTruth } from './offers.ts'
import { planTruth } from './plan.ts'
import type { OwnDates } from './stay.ts'
import type { World } from './world.ts'

export type GuestTruth = {
  id: GuestId
  habit: Habit
  business: boolean
  /** The guest's own mean days between stays; null where nobody has drawn one yet. */
  interval: number | null
  /** The day from which the guest never comes again of their own will; null: still a guest, or one with a booking. */
  lostOn: BusinessDate | null
  /** How prone to call off a booking, 1 on average. */
  proneness: number
  /** Whether the guest comes late in the evening. */
  late: boolean
}

export type DemoTruth = {
  guests: GuestTruth[]
  /** Every offer made to a guest who stayed away, and whether it was to bring them back. */
  leavingOffers: readonly LeavingOfferTruth[]
  /** Every offer of the desk, in the order of their rows, and the chance at which it was taken. */
  offers: readonly OfferTruth[]
  plan: typeof planTruth
  /** Who stays along for a part of the nights alone. */
  companions: typeof companionTruth & { dates: readonly OwnDates[] }
  /** Day use, and who stayed so much longer than booked that they paid for it. */
  dayUse: typeof dayUseTruth & { overtime: readonly BookingId[] }
  /** Children who came along; their ids are behind those of the other guests. */
  minors: typeof minorTruth & { count: number; sheets: readonly SheetTruth[] }
  /** Chances and prices of what is charged and how it is paid, and what came of them. */
  money: typeof moneyTruth & MoneyHappened
}

/** What the generator decided about each guest. Strengths of the planted effects are in data/effects.ts. */
export function truthOf(world: World): DemoTruth {
  const { seed, population, leaving, offers, open, diary, minors, money } = world
  const booked = new Set([...open.values()].map(({ guest }) => guest))
  const guests = Array.from({ length: population.count }, (_, at) => {
    const id = (at + 1) as GuestId
    const { habit, business } = population.get(id)
    const lostOn = booked.has(id) ? null : population.lostOn(id)
    return {
      id,
      habit,
      business,
      interval: population.intervalOf(id),
      lostOn: lostOn === null ? null : diary.date(lostOn),
      ...traitsOf(seed, id),
    }
  })
  return {
    guests,
    leavingOffers: leaving.offers,
    offers: offers.made,
    plan: planTruth,
    companions: { ...companionTruth, dates: world.ownDates },
    dayUse: { ...dayUseTruth, overtime: world.overtime },
    minors: { ...minorTruth, count: minors.count, sheets: minors.sheets },
    money: { ...moneyTruth, ...money.happened },
  }
}
