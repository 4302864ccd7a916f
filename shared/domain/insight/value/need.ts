import type { Need } from './classes.ts'

/** What of a stay says why the guest came. */
export type StayFacts = {
  nights: number
  /** Days from the booking to the arrival. */
  lead: number
  adults: number
  children: number
  segment: string
  channel: string
  hasCompany: boolean
  /** A night of a Friday or a Saturday is in it. */
  hasWeekend: boolean
}

export type NeedSettings = { longStayNights: number; transitLeadDays: number }

/** The rules in their order: the first that a stay meets names its need; none: not known. */
export const needRules = [
  'group-segment',
  'with-children',
  'long',
  'company',
  'crew',
  'short-and-late',
  'two-adults',
  'weekdays-alone',
] as const
export type NeedRule = (typeof needRules)[number]

export const needOfRule: Readonly<Record<NeedRule, Need>> = {
  'group-segment': 'group',
  'with-children': 'family',
  long: 'long-stay',
  company: 'business',
  crew: 'transit',
  'short-and-late': 'transit',
  'two-adults': 'couple',
  'weekdays-alone': 'business',
}

const WORKING_NIGHTS = 4

const meets: Readonly<Record<NeedRule, (stay: StayFacts, settings: NeedSettings) => boolean>> = {
  'group-segment': ({ segment }) => segment === 'group',
  'with-children': ({ children }) => children > 0,
  long: ({ nights }, { longStayNights }) => nights >= longStayNights,
  company: ({ hasCompany, segment, channel }) =>
    hasCompany || segment === 'corporate' || channel === 'corporate',
  crew: ({ segment }) => segment === 'aviation',
  'short-and-late': ({ nights, lead }, { transitLeadDays }) => nights <= 1 && lead <= transitLeadDays,
  'two-adults': ({ adults }) => adults === 2,
  'weekdays-alone': ({ adults, hasWeekend, nights }) =>
    adults === 1 && !hasWeekend && nights > 0 && nights <= WORKING_NIGHTS,
}

/** The rule that a stay meets first; null where it meets none. */
export function needRuleOf(stay: StayFacts, settings: NeedSettings): NeedRule | null {
  return needRules.find((rule) => meets[rule](stay, settings)) ?? null
}
