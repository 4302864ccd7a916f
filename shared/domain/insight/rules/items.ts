/** What a stay bought and asked for, as items of a basket: `meal:breakfast`, `request:crib`, `extra:MINI`. */

export const itemGroups = [
  'room-type',
  'feature',
  'meal',
  'plan',
  'extra',
  'request',
  'wish',
  'stay',
  'party',
] as const
export type ItemGroup = (typeof itemGroups)[number]
export type Item = { group: ItemGroup; value: string }

export type StayFacts = {
  /** The code of the type that is charged: after an upgrade no other was bought. */
  roomType: string
  /** Of the room slept in; empty where none is given yet. */
  features: readonly string[]
  meal: string
  /** The code of the rate plan. */
  plan: string | null
  /** The codes of what was charged beside the room and not taken off again. */
  extras: readonly string[]
  /** What was asked for and not declined. */
  requests: readonly { kind: string; text: string }[]
  adults: number
  children: number
  infants: number
  /** Day numbers. */
  arrival: number
  departure: number
}

/** From so many nights on a stay is a long one. */
export const longStayNights = 7
/** A room is for two; who is beyond them is an extra person. */
export const personsOfRoom = 2

/** Whether a rule speaks of what is bought beside the room. */
export function isOfExtras({ given, adds }: { given: readonly string[]; adds: string }): boolean {
  return [...given, adds].some((key) => key.startsWith('extra:'))
}

export function keyOf({ group, value }: Item): string {
  return `${group}:${value}`
}

/** An item's key taken apart; null for what is none. */
export function itemOf(key: string): Item | null {
  const at = key.indexOf(':')
  const group = key.slice(0, at) as ItemGroup
  return at > 0 && itemGroups.includes(group) ? { group, value: key.slice(at + 1) } : null
}

/** The keys of a stay's items. A wish in words of its own is an item by its text, blanks and case folded. */
export function itemsOfStay(stay: StayFacts): string[] {
  return [
    ...itemsOfTerms(stay),
    ...stay.features.map((feature) => `feature:${feature}`),
    ...itemsOfExtras(stay.extras),
    ...itemsOfRequests(stay.requests),
  ]
}

/** The items of what is booked, without room and requests. */
export function itemsOfTerms(stay: Omit<StayFacts, 'features' | 'extras' | 'requests'>): string[] {
  const items = [`room-type:${stay.roomType}`]
  if (stay.meal !== 'undefined-meal') items.push(`meal:${stay.meal}`)
  if (stay.plan !== null) items.push(`plan:${stay.plan}`)
  const nights = stay.departure - stay.arrival
  if (nights === 0) items.push('stay:day-use')
  if (nights >= longStayNights) items.push('stay:long')
  if (isWeekend(stay.arrival, nights)) items.push('stay:weekend')
  items.push(stay.adults <= 1 ? 'party:one' : stay.adults === 2 ? 'party:two' : 'party:more')
  if (stay.children + stay.infants > 0) items.push('party:children')
  if (stay.adults + stay.children > personsOfRoom) items.push('party:extra')
  return items
}

/** Up to three nights, that of a Saturday among them: Friday to Sunday, Saturday to Tuesday. */
function isWeekend(arrival: number, nights: number): boolean {
  // Day 0 was a Thursday
  const untilSaturday = (((2 - arrival) % 7) + 7) % 7
  return nights <= 3 && untilSaturday < nights
}

export function itemsOfRequests(requests: StayFacts['requests']): string[] {
  return requests.map(({ kind, text }) => (kind === 'other' ? `wish:${folded(text)}` : `request:${kind}`))
}

export function itemsOfExtras(extras: readonly string[]): string[] {
  return extras.map((code) => `extra:${code}`)
}

function folded(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

/** Requests for what the hotel must respect anyway: nothing to offer to others. */
const notOffered: readonly string[] = ['accessible', 'no-alcohol', 'other']
/** Codes of the shipped charts that are charged and never offered. */
const notSold: readonly string[] = ['DAMG', 'TEL']
const noMeal: readonly string[] = ['room-only', 'undefined-meal']

/** Whether a hotel can offer it: a room, a meal, a plan, a service; not who comes, or for how long. */
export function isOfferable({ group, value }: Item): boolean {
  if (group === 'meal') return !noMeal.includes(value)
  if (group === 'request') return !notOffered.includes(value)
  if (group === 'extra') return !notSold.includes(value)
  return group === 'room-type' || group === 'feature' || group === 'plan' || group === 'wish'
}
