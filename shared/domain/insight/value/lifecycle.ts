import {
  type Behaviour,
  behaviours,
  type Lifecycle,
  lifecycles,
  type Relation,
  relations,
} from './classes.ts'

/** What a guest's stays say about the way they are going. Twelve months are 365 days up to the date. */
export type CourseFacts = {
  stays: number
  /** Days since the last departure; NaN without a stay. */
  daysSince: number
  stays12: number
  staysPrior12: number
  /** The longest time away that ended with a stay in the last twelve months; 0 where there was none. */
  awayBefore: number
  /** Bookings to come. */
  upcoming: number
  /** In house on the date. */
  inHouse: boolean
  /** That stay began by the end of the one before: both are one. */
  continues: boolean
}
export type CourseSettings = { silentDays: number; lostDays: number }

/**
 * A stay that goes on counts as one. Prospect: no stay yet. Lost: away for `lostDays` or longer. Won back: was away so long
 * and came again in the last twelve months. New: one stay, less than `silentDays` ago. Growing: twice or more in the last
 * twelve months and more often than in the twelve before. Declining: less often than before, or silent. Mature: all others.
 */
export function lifecycleOf(guest: CourseFacts, { silentDays, lostDays }: CourseSettings): Lifecycle {
  const going = guest.inHouse && !guest.continues ? 1 : 0
  const stays = guest.stays + going
  const stays12 = guest.stays12 + going
  const days = guest.inHouse ? 0 : guest.daysSince
  if (stays === 0) return 'prospect'
  if (days >= lostDays) return 'lost'
  if (guest.awayBefore >= lostDays) return 'won-back'
  if (stays === 1) return days < silentDays ? 'new' : 'declining'
  if (stays12 >= 2 && stays12 > guest.staysPrior12) return 'growing'
  return stays12 < guest.staysPrior12 || days >= silentDays ? 'declining' : 'mature'
}

/**
 * Silent: nothing booked and no stay for `silentDays` or longer. Active: two stays or more (one that goes on or is booked
 * counts) and not silent. Potential: the rest, who came once or only asked.
 */
export function behaviourOf(guest: CourseFacts, { silentDays }: CourseSettings): Behaviour {
  const coming = guest.upcoming > 0 || guest.inHouse
  if (!coming && !(guest.daysSince < silentDays)) return 'silent'
  const isAnother = guest.upcoming > 0 || (guest.inHouse && !guest.continues)
  const visits = guest.stays + (isAnother ? 1 : 0)
  return visits >= 2 ? 'active' : 'potential'
}

/**
 * Lost by their lifecycle; key: of high value and not lost; promising: iron or platinum in the value matrix, or growing;
 * ordinary: the rest.
 */
export function relationOf(guest: {
  lifecycle: Lifecycle
  highValue: boolean
  highPotential: boolean
}): Relation {
  if (guest.lifecycle === 'lost') return 'lost'
  if (guest.highValue) return 'key'
  return guest.highPotential || guest.lifecycle === 'growing' ? 'promising' : 'ordinary'
}

/** Classes as numbers in typed arrays: the place in their list plus 1. */
export const lifecycleCode = (name: Lifecycle): number => lifecycles.indexOf(name) + 1
export const behaviourCode = (name: Behaviour): number => behaviours.indexOf(name) + 1
export const relationCode = (name: Relation): number => relations.indexOf(name) + 1
