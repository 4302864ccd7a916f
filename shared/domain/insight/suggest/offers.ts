/**
 * What to offer to a guest, and why: what the guest prefers, then what the guest had before, then what guests like this one
 * take. It never looks at a price and sets none.
 */
import { type Item, isOfferable, itemOf, keyOf } from '../rules/items.ts'

export const maxOffers = 3
/** Who did not take an offer is not asked again for so many days. */
export const restDays = 365
/** A habit: at least so many stays, and at least this share of the last ten. */
export const habit = { minStays: 2, share: 0.5, window: 10 } as const

/** A rule of the last refresh, as an offer reads it. */
export type OfferRule = {
  id: number
  given: readonly string[]
  adds: string
  confidence: number
  lift: number
  /** Stays that the share is of. */
  stays: number
}

export type Because =
  | { kind: 'preference'; group: string; value: string }
  | { kind: 'habit'; times: number; of: number }
  | { kind: 'rule'; rule: number; given: string[]; share: number; stays: number }

export type Offer = { item: string; because: Because }

export type Asker = {
  /** Items of the booking that is made or on file; empty where there is none. */
  now: ReadonlySet<string>
  /** Items of each of the guest's last stays, newest first. */
  stays: readonly (readonly string[])[]
  /** Preferences on file, each as the item that answers it. */
  preferences: readonly { group: string; value: string; item: string }[]
  /** Items that the guest was offered and did not take within the last year. */
  resting: ReadonlySet<string>
}

/** Of these a stay has one: one that ranks higher may be offered to who has a lower one. */
const mealRank: Readonly<Record<string, number>> = {
  'room-only': 0,
  'undefined-meal': 0,
  breakfast: 1,
  'half-board': 2,
  'full-board': 3,
}
const rivals: readonly (readonly string[])[] = [
  ['high-floor', 'medium-floor', 'low-floor'],
  ['king', 'twin'],
  ['bathtub', 'shower'],
  ['near-elevator', 'away-from-elevator'],
]

/**
 * At most three offers. Preferences come first, then habits, then rules; within each the surer first, then by the item.
 * `canHave`: whether the hotel sells it to this booking at all.
 */
export function offersFor(
  asker: Asker,
  rules: readonly OfferRule[],
  canHave: (item: Item) => boolean,
): Offer[] {
  const habits = habitsOf(asker.stays)
  const found = [...fromPreferences(asker), ...fromHabits(habits), ...fromRules(asker, habits, rules)]
  const offers = new Map<string, Offer>()
  const taken: Item[] = []
  for (const offer of found) {
    const item = itemOf(offer.item)
    if (!item || offers.has(offer.item) || !fits(item, asker) || !canHave(item)) continue
    if (taken.some((other) => isExcluded(item, other) || isSameChoice(item, other))) continue
    taken.push(item)
    offers.set(offer.item, offer)
    if (offers.size === maxOffers) break
  }
  return [...offers.values()]
}

type Habit = { item: string; times: number; of: number }

/** What a guest had at half or more of the last ten stays, and at two at least. */
export function habitsOf(stays: readonly (readonly string[])[]): Habit[] {
  const last = stays.slice(0, habit.window)
  const times = new Map<string, number>()
  for (const item of last.flatMap((items) => [...new Set(items)])) times.set(item, (times.get(item) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count >= habit.minStays && count >= last.length * habit.share)
    .map(([item, count]) => ({ item, times: count, of: last.length }))
    .sort((a, b) => b.times - a.times || byText(a.item, b.item))
}

function fromPreferences({ preferences }: Asker): Offer[] {
  return preferences
    .map(({ group, value, item }): Offer => ({ item, because: { kind: 'preference', group, value } }))
    .sort((a, b) => byText(a.item, b.item))
}

function fromHabits(habits: readonly Habit[]): Offer[] {
  return habits.map(({ item, times, of }) => ({ item, because: { kind: 'habit', times, of } }))
}

function fromRules(asker: Asker, habits: readonly Habit[], rules: readonly OfferRule[]): Offer[] {
  const context = new Set([...asker.now, ...habits.map(({ item }) => item)])
  return rules
    .filter(({ given }) => given.every((item) => context.has(item)))
    .toSorted((a, b) => b.confidence - a.confidence || b.lift - a.lift || a.id - b.id)
    .map(({ id, given, adds, confidence, stays }) => ({
      item: adds,
      because: { kind: 'rule', rule: id, given: [...given], share: confidence, stays },
    }))
}

/** Not on the booking already, nothing that it excludes, and not refused by the guest lately. */
function fits(item: Item, { now, resting }: Asker): boolean {
  const key = keyOf(item)
  if (!isOfferable(item) || now.has(key) || resting.has(key)) return false
  const has = [...now].flatMap((one) => itemOf(one) ?? [])
  if (item.group === 'meal') {
    const current = has.find(({ group }) => group === 'meal')
    return rankOfMeal(item.value) > rankOfMeal(current?.value ?? 'room-only')
  }
  return !has.some((one) => isExcluded(item, one))
}

/** A feature of the room and the request for it are one thing, and a room has one of each pair. */
function isExcluded(item: Item, by: Item): boolean {
  const ofRoom = (one: Item) => one.group === 'feature' || one.group === 'request'
  if (!ofRoom(item) || !ofRoom(by)) return false
  return (
    item.value === by.value || rivals.some((pair) => pair.includes(item.value) && pair.includes(by.value))
  )
}

/** A stay has one type, one plan and one meal: one of each is offered at a time. */
function isSameChoice(item: Item, other: Item): boolean {
  return item.group === other.group && ['room-type', 'plan', 'meal'].includes(item.group)
}

function rankOfMeal(meal: string): number {
  return mealRank[meal] ?? 0
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
