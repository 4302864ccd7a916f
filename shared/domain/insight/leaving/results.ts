/** What came of leaving cases: counts by offer and by person, and a rate only where there are enough of them. */
import type { BusinessDate } from '../../../values/index.ts'
import type { Offer, Outcome } from './case.ts'

/** Fewer closed cases give no rate: with nine, one guest more or less moves it by eleven points. */
export const minCasesForRate = 10

export type EndedCase = {
  offer: Offer | null
  offeredOn: BusinessDate | null
  owner: string | null
  outcome: Outcome
  returnedOn: BusinessDate | null
  costMinor: number | null
}

export type Tally = {
  wonBack: number
  lost: number
  falseAlarms: number
  /** Won back of those won back or lost, 0 to 1; null below `minCasesForRate` of them. */
  rate: number | null
  /** What the offers of these cases cost, minor units, as far as it was noted. */
  costMinor: number
}

export type Results = {
  all: Tally
  /** By the offer that came before the return; `null` for cases without one, or with one made after it. */
  byOffer: { offer: Offer | null; tally: Tally }[]
  byOwner: { owner: string | null; tally: Tally }[]
}

/**
 * The won-back rate of all closed cases, by offer and by owner. An offer made after the guest had come again brought
 * nobody back: such a case counts as one without an offer. Without a group that was left alone the rate is what was seen,
 * not what the offer did; the page says so.
 */
export function resultsOf(cases: readonly EndedCase[]): Results {
  return {
    all: tallyOf(cases),
    byOffer: grouped(cases, offerThatCounts).map(([offer, of]) => ({ offer, tally: tallyOf(of) })),
    byOwner: grouped(cases, ({ owner }) => owner).map(([owner, of]) => ({ owner, tally: tallyOf(of) })),
  }
}

function offerThatCounts({ offer, offeredOn, returnedOn }: EndedCase): Offer | null {
  return returnedOn !== null && offeredOn !== null && offeredOn > returnedOn ? null : offer
}

function tallyOf(cases: readonly EndedCase[]): Tally {
  const count = (wanted: Outcome) => cases.filter(({ outcome }) => outcome === wanted).length
  const wonBack = count('won-back')
  const lost = count('lost')
  return {
    wonBack,
    lost,
    falseAlarms: count('false-alarm'),
    rate: wonBack + lost >= minCasesForRate ? wonBack / (wonBack + lost) : null,
    costMinor: cases.reduce((sum, { costMinor }) => sum + (costMinor ?? 0), 0),
  }
}

/** The largest group first; of equal ones in the order in which they occur. */
function grouped<K>(cases: readonly EndedCase[], keyOf: (one: EndedCase) => K): [K, EndedCase[]][] {
  const groups = new Map<K, EndedCase[]>()
  for (const one of cases) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups].sort(([, a], [, b]) => b.length - a.length)
}
