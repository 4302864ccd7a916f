import type { SharedFacts } from '../facts/catalogue.ts'
import type { History } from '../facts/history.ts'
import { statusOn, thenOpen } from '../facts/known-then.ts'
import { auc, liftAt } from '../learn/measures.ts'
import type { FirstStays } from './first-stay.ts'
import { fitLikeness, isChosen, isLeftOut, isOther, type Likeness, likenessOf } from './likeness.ts'

/** Who is looked at: came once, asked or booked and never came, or has stayed away. */
export const alikeGroups = ['one-time', 'asked', 'silent'] as const
export type AlikeGroup = (typeof alikeGroups)[number]

/** Days without a stay after which a guest of several stays is silent, and by which a first stay must be past to judge it. */
export const SILENT_DAYS = 365
/** The best: of the guests with two stays or more, the part with the highest room revenue. */
export const BEST_SHARE = 0.2
/** With fewer on either side nothing is said. */
export const minGuests = { chosen: 30, others: 30 } as const
/** The part of the ranking whose share of the best is told. */
const TOP_SHARE = 0.1
/** Every second guest by number is held out where the ranking is measured. */
const heldOut = (id: number) => id % 2 === 1

export type Best = {
  /** By guest's place in the history: isChosen, isOther or isLeftOut. */
  label: Uint8Array
  /** Room revenue from which a guest of two stays or more is one of the best, in minor units. */
  fromRevenue: number
  chosen: number
  others: number
}

/**
 * Marks the best guests, and those whom they are compared with: everybody else whose first stay was over a year ago, so that who
 * had no time to come again is not taken for somebody who did not.
 */
export function markBest({ count, place, numbers }: SharedFacts, guests: History['guests']): Best {
  const isKnown = (row: number) => guests.excluded[place[row] as number] === 0
  const revenues: number[] = []
  for (let row = 0; row < count; row++)
    if (isKnown(row) && (numbers.stays[row] as number) >= 2)
      revenues.push(numbers.totalRevenue[row] as number)
  const sorted = Float64Array.from(revenues).sort()
  const fromRevenue = sorted[Math.floor(sorted.length * (1 - BEST_SHARE))] ?? Number.POSITIVE_INFINITY
  const label = new Uint8Array(guests.id.length).fill(isLeftOut)
  const found = { chosen: 0, others: 0 }
  for (let row = 0; row < count; row++) {
    if (!isKnown(row) || (numbers.tenure[row] as number) < SILENT_DAYS) continue
    // NaN, without a stay, is neither
    if (!((numbers.stays[row] as number) > 0)) continue
    const isBest = (numbers.stays[row] as number) >= 2 && (numbers.totalRevenue[row] as number) >= fromRevenue
    label[place[row] as number] = isBest ? isChosen : isOther
    found[isBest ? 'chosen' : 'others'] += 1
  }
  return { label, fromRevenue, ...found }
}

export type HeldOut = { guests: number; auc: number; baseShare: number; topShare: number; lift: number }

/** How well the first booking ranks the best above the others: fitted on half of the guests, measured on the other half. */
export function measureLikeness(first: FirstStays, label: Uint8Array, guests: History['guests']): HeldOut {
  const learned = label.map((one, g) => (heldOut(guests.id[g] as number) ? isLeftOut : one))
  const fitted = fitLikeness(first, learned)
  const scores: number[] = []
  const labels: number[] = []
  for (let g = 0; g < label.length; g++) {
    if (label[g] === isLeftOut || !heldOut(guests.id[g] as number)) continue
    scores.push(likenessOf(first, fitted, g))
    labels.push(label[g] === isChosen ? 1 : 0)
  }
  const [score, is] = [Float64Array.from(scores), Uint8Array.from(labels)]
  const baseShare = is.reduce((sum, one) => sum + one, 0) / is.length
  const lift = liftAt(score, is, TOP_SHARE)
  return { guests: is.length, auc: auc(score, is), baseShare, topShare: lift * baseShare, lift }
}

export type Candidate = { guest: number; group: AlikeGroup; likeness: number }

/** Everybody who is looked at, by group; the best among the silent are no news and stay out. */
export function candidatesOf(
  history: History,
  table: SharedFacts,
  first: FirstStays,
  best: Best,
  fitted: Likeness,
): Candidate[] {
  const found: Candidate[] = []
  for (let row = 0; row < table.count; row++) {
    const guest = table.place[row] as number
    if (history.guests.excluded[guest] === 1 || best.label[guest] === isChosen) continue
    const group = groupOf(history, table, row)
    if (group) found.push({ guest, group, likeness: likenessOf(first, fitted, guest) })
  }
  return found
}

function groupOf(history: History, { numbers, place, day }: SharedFacts, row: number): AlikeGroup | null {
  if ((numbers.upcoming[row] as number) > 0) return null
  const stays = numbers.stays[row] as number
  if (stays === 1) return 'one-time'
  if (stays > 1) return (numbers.daysSince[row] as number) > SILENT_DAYS ? 'silent' : null
  const hasAsked = (numbers.bookings[row] as number) > 0 || hasEnquiry(history, place[row] as number, day)
  return hasAsked ? 'asked' : null
}

function hasEnquiry({ bookings, from }: History, guest: number, day: number): boolean {
  for (let b = from[guest] as number; b < (from[guest + 1] as number); b++)
    if (statusOn(bookings, b, day) === thenOpen) return true
  return false
}
