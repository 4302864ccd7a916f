import { type RfmSegment, rfmSegments } from './classes.ts'
import { type CutRule, type RfmCuts, rfmScores } from './rfm.ts'

/** Purchases or stays, one each: whose, on which day (a day number), for how much in units of 1 / `scale`. */
export type Transactions = {
  guests: readonly string[]
  /** Place in `guests`. */
  guest: ArrayLike<number>
  day: ArrayLike<number>
  amount: ArrayLike<number>
  scale: number
}

export type RfmOfGuest = {
  guest: string
  recencyDays: number
  frequency: number
  monetary: number
  /** `H` or `L` by one cut, 1 to 5 by quintiles. */
  r: 'H' | 'L' | number
  f: 'H' | 'L' | number
  m: 'H' | 'L' | number
  segment: RfmSegment
}
export type RfmOfTransactions = {
  cuts: RfmCuts['cuts']
  segments: { segment: RfmSegment; guests: number; revenue: number }[]
  guests: RfmOfGuest[]
}

/**
 * RFM of plain transactions, seen at the end of a day: days since the last one, how many, and their sum. Later ones are not
 * known yet, and a guest who has none by then is not among them.
 */
export function rfmOfTransactions(given: Transactions, asOf: number, rule: CutRule): RfmOfTransactions {
  const { last, count, sum } = perGuest(given, asOf)
  const known = given.guests.flatMap((_, i) => ((count[i] as number) > 0 ? [i] : []))
  const columns = {
    recencyDays: known.map((i) => asOf - (last[i] as number)),
    frequency: known.map((i) => count[i] as number),
    monetary: known.map((i) => (sum[i] as number) / given.scale),
  }
  const scores = rfmScores(columns, rule)
  const score = (value: number): RfmOfGuest['r'] =>
    rule.kind === 'quintile' ? value : value === 1 ? 'H' : 'L'
  const guests = known.map((i, at) => ({
    guest: given.guests[i] as string,
    recencyDays: columns.recencyDays[at] as number,
    frequency: columns.frequency[at] as number,
    monetary: columns.monetary[at] as number,
    r: score(scores.r[at] as number),
    f: score(scores.f[at] as number),
    m: score(scores.m[at] as number),
    segment: rfmSegments[scores.segment[at] as number] as RfmSegment,
  }))
  const totals = rfmSegments.map(() => ({ guests: 0, revenue: 0 }))
  for (const [at, i] of known.entries()) {
    const total = totals[scores.segment[at] as number] as { guests: number; revenue: number }
    total.guests += 1
    total.revenue += sum[i] as number
  }
  const segments = rfmSegments.map((segment, at) => {
    const { guests: many, revenue } = totals[at] as { guests: number; revenue: number }
    return { segment, guests: many, revenue: revenue / given.scale }
  })
  return { cuts: scores.cuts.cuts, segments, guests }
}

/** Sums in whole units of the scale: amounts such as 0.1 and 0.2 add up exactly. */
function perGuest({ guests, guest, day, amount }: Transactions, asOf: number) {
  const last = new Float64Array(guests.length).fill(Number.NEGATIVE_INFINITY)
  const count = new Float64Array(guests.length)
  const sum = new Float64Array(guests.length)
  for (let i = 0; i < guest.length; i++) {
    const on = day[i] as number
    if (on > asOf) continue
    const whose = guest[i] as number
    last[whose] = Math.max(last[whose] as number, on)
    count[whose] = (count[whose] as number) + 1
    sum[whose] = (sum[whose] as number) + (amount[i] as number)
  }
  return { last, count, sum }
}
