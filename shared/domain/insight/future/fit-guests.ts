import { DAYS_OF_WEEK } from './discount.ts'
import { type Fit, type Fitted, fitSpending, fitVisits, type SpendingFit } from './fit.ts'
import type { VisitModelKind } from './model.ts'
import type { LeftOut, Past } from './past.ts'
import { type Summaries, summarise } from './summary.ts'

/**
 * Guests of one kind who are fitted together. Corporate travellers come by another rhythm and for another price than
 * individuals; where either kind is too small to be fitted alone, all are one group.
 */
export const guestGroups = ['individual', 'corporate', 'all'] as const
export type GuestGroup = (typeof guestGroups)[number]

export type FittedGroup = {
  group: GuestGroup
  /** Rows of the past. */
  members: Int32Array
  returned: number
  rows: Summaries
  /** By member: its row among `rows`. */
  rowOf: Int32Array
  visits: Fitted<Fit>
  spending: Fitted<SpendingFit>
}

/** So many spread evenly over a group fix three parameters to a percent. */
const MOST_SPENDERS = 50_000

export type FitOptions = {
  kind: VisitModelKind
  /** A back-test of twelve dates fits on so many rows, evenly taken. */
  mostRows?: number
  /** What a stay is worth is not asked: saves its fit. */
  visitsOnly?: boolean
  pulse?: () => void
}

export function fitGuests(past: Past, { rows: out }: LeftOut, options: FitOptions): FittedGroup[] {
  const members = (is: (i: number) => boolean) => {
    const list = new Int32Array(past.count)
    let count = 0
    for (let i = 0; i < past.count; i++) if (out[i] === 0 && is(i)) list[count++] = i
    return list.slice(0, count)
  }
  const groups = [
    fitGroup(
      'individual',
      past,
      members((i) => past.corporate[i] === 0),
      options,
    ),
    fitGroup(
      'corporate',
      past,
      members((i) => past.corporate[i] === 1),
      options,
    ),
  ]
  if (groups.every(({ visits }) => visits.ok)) return groups
  const one = groups.find(({ members: those }) => those.length === 0)
  const other = groups.find((group) => group !== one)
  return one && other
    ? [other]
    : [
        fitGroup(
          'all',
          past,
          members(() => true),
          options,
        ),
      ]
}

function fitGroup(group: GuestGroup, past: Past, members: Int32Array, options: FitOptions): FittedGroup {
  const { rows: inDays, rowOf } = summarise({
    frequency: Int32Array.from(members, (i) => (past.stays[i] as number) - 1),
    recency: Int32Array.from(members, (i) => (past.last[i] as number) - (past.first[i] as number)),
    age: Int32Array.from(members, (i) => past.day - (past.first[i] as number)),
  })
  const rows = {
    ...inDays,
    recency: inDays.recency.map((days) => days / DAYS_OF_WEEK),
    age: inDays.age.map((days) => days / DAYS_OF_WEEK),
  }
  let returned = 0
  for (const i of members) if ((past.stays[i] as number) > 1) returned += 1
  return {
    group,
    members,
    returned,
    rows,
    rowOf,
    visits: fitVisits(options.kind, rows, options.pulse, options.mostRows),
    spending: options.visitsOnly
      ? { ok: false, failure: { code: 'notAsked' } }
      : fitSpending(spendingOf(past, members), options.pulse),
  }
}

/** Guests who paid for a room; all their stays count, the first too. */
function spendingOf(past: Past, members: Int32Array) {
  const paying = members.filter((i) => (past.revenue[i] as number) > 0)
  const step = Math.max(1, Math.ceil(paying.length / MOST_SPENDERS))
  const taken = paying.filter((_, k) => k % step === 0)
  return {
    visits: Float64Array.from(taken, (i) => past.stays[i] as number),
    mean: Float64Array.from(taken, (i) => (past.revenue[i] as number) / (past.stays[i] as number)),
  }
}
