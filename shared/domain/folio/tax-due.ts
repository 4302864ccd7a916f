/** Which taxes are due by the facts of a charge, and what one of them is on a base. */
import {
  addFractions,
  type BusinessDate,
  compareFractions,
  decimalToFraction,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  oneFraction,
  roundFraction,
  subtractFractions,
  zeroFraction,
} from '../../values/index.ts'
import type { Tax, TaxBasis, TaxFacts, TaxRate } from './tax.ts'

/** A tax with the basis that holds on the date and the persons who pay it. `rate` is its percentage as text. */
export type DueTax = {
  tax: Tax
  basis: TaxBasis
  rate: string
  payers: number
  /** What of its base is left after a reduction. */
  baseLeft: Fraction
}

/** What amounts are multiplied by: units or nights (the quantity), and persons who divide a price. */
export type TaxUnits = { units: Fraction; persons: number }

/** The size of the quantity, and all persons. */
export function taxUnits(facts: TaxFacts): TaxUnits {
  return { units: fraction(Math.abs(facts.quantity), 1000), persons: facts.adults + facts.childAges.length }
}

/** The taxes that are due, in the order given. */
export function dueTaxes(taxes: readonly Tax[], facts: TaxFacts): DueTax[] {
  return taxes.flatMap((tax) => {
    const basis = basisOn(tax.terms.rates, facts.date)
    if (!basis || isExempt(tax, facts)) return []
    const rate = 'percent' in basis ? basis.percent : ''
    return [{ tax, basis, rate, payers: payersOf(tax, facts), baseLeft: baseLeft(basis) }]
  })
}

/** What the rate of a date is taken of: the latest that began by then; null before the first. */
function basisOn(rates: readonly TaxRate[], date: BusinessDate): TaxBasis | null {
  let latest: TaxRate | null = null
  for (const rate of rates) {
    if (rate.from !== null && rate.from > date) continue
    if (!latest || (rate.from ?? '') >= (latest.from ?? '')) latest = rate
  }
  return latest?.basis ?? null
}

/** Whether the whole charge is free: a business stay, or a night beyond the length from which nights are free. */
function isExempt(tax: Tax, facts: TaxFacts): boolean {
  const { exemptBusiness, exemptFromNight, exemptBackToFirst } = tax.terms
  if (exemptBusiness && facts.business) return true
  // What is no night (a breakfast, a fee) has no length of stay
  if (exemptFromNight === null || facts.nightNo < 1) return false
  return facts.nightNo >= exemptFromNight || (exemptBackToFirst && facts.nights >= exemptFromNight)
}

/** Who pays a tax by persons. A child whose age nobody noted is below 18 and counts as exempt where an age is. */
export function payersOf(tax: Tax, facts: TaxFacts): number {
  const under = tax.terms.exemptUnderAge ?? 0
  return facts.adults + facts.childAges.filter((age) => (age === null ? under === 0 : age >= under)).length
}

/** A tax before rounding, and rounded. */
export type TaxAmount = { exact: Fraction; minor: number }

/** What a tax is on a base (minor units), rounded to `step`. `floor`: the step of its table, where it is decided already. */
export function taxOn(
  due: DueTax,
  base: Fraction,
  units: TaxUnits,
  step: number,
  floor = floorOf(due, base, units),
): TaxAmount {
  const { ratio, fixed } = baseShare(due, floor, units)
  if (due.basis.kind === 'percent-per-person' && floor === 0 && isShared(units)) {
    // The tariff of one person and night is what is rounded
    const each = multiplyFractions(perPerson(base, units), percentOf(due.basis.percent))
    const exact = times(fraction(roundFraction(each, step)), due.payers, units)
    return { exact, minor: roundFraction(exact, step) }
  }
  const exact = addFractions(multiplyFractions(base, ratio), fixed)
  return { exact, minor: roundFraction(exact, step) }
}

/** The tax as ratio × base + fixed amount, on a step of its table (`floor`, from 0; 1 is a ceiling that is reached). */
export function baseShare(due: DueTax, floor: number, units: TaxUnits): { ratio: Fraction; fixed: Fraction } {
  const { basis, payers } = due
  const amount = (fixed: Fraction) => ({ ratio: zeroFraction, fixed })
  switch (basis.kind) {
    case 'percent':
      return { ratio: multiplyFractions(percentOf(basis.percent), due.baseLeft), fixed: zeroFraction }
    case 'per-unit':
    case 'per-night':
      return amount(times(fraction(basis.amountMinor), 1, units))
    case 'per-person':
      return amount(times(fraction(basis.amountMinor), payers, units))
    case 'percent-per-person': {
      if (!isShared(units)) return amount(zeroFraction)
      if (floor > 0) return amount(times(fraction(basis.maxMinor ?? 0), payers, units))
      const ratio = multiplyFractions(percentOf(basis.percent), fraction(payers, units.persons))
      return { ratio, fixed: zeroFraction }
    }
    case 'steps':
      return amount(
        isShared(units) ? times(fraction(stepAmount(basis.steps, floor)), payers, units) : zeroFraction,
      )
  }
}

/** Whether a base is beyond the step that it was taken to be on, so that the next one is to be tried. */
export function isBaseAbove(due: DueTax, base: Fraction, floor: number, units: TaxUnits): boolean {
  return floorOf(due, base, units) > floor
}

/** The step of its table that a base falls on; 1 for a ceiling that is reached; 0 where a tax has neither. */
function floorOf({ basis }: DueTax, base: Fraction, units: TaxUnits): number {
  if (!isShared(units)) return 0
  if (basis.kind === 'percent-per-person' && basis.maxMinor !== undefined) {
    const each = multiplyFractions(perPerson(base, units), percentOf(basis.percent))
    return compareFractions(each, fraction(basis.maxMinor)) > 0 ? 1 : 0
  }
  if (basis.kind !== 'steps' || basis.steps.length === 0) return 0
  const each = perPerson(base, units)
  // Below is -1: at the edge the lower step still holds, or no more. Beyond the last, the last holds
  const most = basis.edge === 'upper' ? -1 : 0
  const at = inOrder(basis.steps).findIndex(
    ({ upToMinor }) => compareFractions(each, fraction(upToMinor)) <= most,
  )
  return at < 0 ? basis.steps.length - 1 : at
}

type Step = { upToMinor: number; amountMinor: number }

function inOrder(steps: readonly Step[]): Step[] {
  return steps.toSorted((a, b) => a.upToMinor - b.upToMinor)
}

function stepAmount(steps: readonly Step[], floor: number): number {
  return inOrder(steps)[floor]?.amountMinor ?? 0
}

/** A price of no night or nobody has no price per person. */
function isShared({ units, persons }: TaxUnits): boolean {
  return persons > 0 && units.top > 0n
}

function perPerson(base: Fraction, { units, persons }: TaxUnits): Fraction {
  return divideFractions(base, multiplyFractions(units, fraction(persons)))
}

function times(amount: Fraction, persons: number, { units }: TaxUnits): Fraction {
  return multiplyFractions(multiplyFractions(amount, fraction(persons)), units)
}

function baseLeft(basis: TaxBasis): Fraction {
  if (basis.kind !== 'percent' || basis.baseReduction === undefined) return oneFraction
  return subtractFractions(oneFraction, percentOf(basis.baseReduction))
}

function percentOf(text: string): Fraction {
  const percent = decimalToFraction(text)
  if (!percent) throw new RangeError(`not a percentage: ${text}`)
  return fraction(percent.top, percent.bottom * 100n)
}
