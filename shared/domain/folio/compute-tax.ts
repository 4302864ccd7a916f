/**
 * The taxes of one price, exact until each is rounded once, half up. Taxes that the price contains are solved together from
 * what the price is (price = net + included taxes), so that equal ones come out equal; the net is what is left. Those on top
 * are then computed on the net as it is stated. Net + taxes = gross always, and a negative price is the mirror of the
 * positive one.
 */
import {
  addFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  oneFraction,
  roundFraction,
  subtractFractions,
  zeroFraction,
} from '../../values/index.ts'
import type { Tax, Taxed, TaxFacts } from './tax.ts'
import {
  baseShare,
  type DueTax,
  dueTaxes,
  isBaseAbove,
  type TaxAmount,
  type TaxUnits,
  taxOn,
  taxUnits,
} from './tax-due.ts'

/** `step`: the smallest amount of the currency, in minor units (1). */
export type TaxOptions = { step?: number }

/** What a price owes of one tax before and after rounding. `inPrice` is the part that the price contains. */
export type TaxPart = {
  due: DueTax
  exact: Fraction
  exactInPrice: Fraction
  taxMinor: number
  inPriceMinor: number
  /** What the tax is a percentage of, as it is stated. */
  baseMinor: number
}

/** The size of a price with the parts of its taxes; `sign` is -1 for what is given back. */
export type TaxParts = { sign: 1 | -1; priceMinor: number; parts: TaxPart[] }

/**
 * A price (the total of a line, minor units) with its taxes in their order: those that are due by the facts. A tax that
 * nobody owes (no rate on that date, business, length of stay) has no row; a rate of 0 per cent has one.
 */
export function computeTaxes(
  taxes: readonly Tax[],
  priceMinor: number,
  facts: TaxFacts,
  options: TaxOptions = {},
): Taxed {
  const { sign, priceMinor: size, parts } = taxParts(taxes, priceMinor, facts, options)
  const signed = (amount: number) => (sign < 0 ? 0 - amount : amount)
  const inPrice = sum(parts.map((part) => part.inPriceMinor))
  return {
    netMinor: signed(size - inPrice),
    taxes: parts.map(({ due, baseMinor, taxMinor }) => ({
      taxId: due.tax.id,
      rate: due.rate,
      baseMinor: signed(baseMinor),
      taxMinor: signed(taxMinor),
    })),
    grossMinor: signed(size - inPrice + sum(parts.map((part) => part.taxMinor))),
  }
}

/** The same as parts of each tax, exact and rounded, of the size of the price. */
export function taxParts(
  taxes: readonly Tax[],
  priceMinor: number,
  facts: TaxFacts,
  options: TaxOptions = {},
): TaxParts {
  const step = options.step ?? 1
  const sign = priceMinor < 0 || (priceMinor === 0 && facts.quantity < 0) ? -1 : 1
  const size = Math.abs(priceMinor)
  const units = taxUnits(facts)
  const dues = dueTaxes(taxes, facts)
  const inPrice = solveIncluded(dues, fraction(size), units, step)
  const net = size - sum(inPrice.included.map((part) => part?.minor ?? 0))
  return { sign, priceMinor: size, parts: addUp(dues, net, inPrice, units, step) }
}

/** By tax; undefined for those on top. `net`: before anything is rounded; `floors`: the step that each is on. */
type Solved = { net: Fraction; included: (TaxAmount | undefined)[]; floors: number[] }

/**
 * The taxes that a price contains. Each is a line over the net (slope × net + fixed amount), on top of those before it that
 * add to its base. A tax by steps or with a ceiling is a fixed amount within each of its steps: the lowest step that agrees
 * with the net which it leads to holds (a price between two steps pays the higher).
 */
function solveIncluded(dues: readonly DueTax[], price: Fraction, units: TaxUnits, step: number): Solved {
  const floors = dues.map(() => 0)
  for (;;) {
    const lines = linesOf(dues, floors, units)
    const own = lines.flatMap((line) => (line ? [line] : []))
    const fixed = own.reduce((all, line) => addFractions(all, line.tax.fixed), zeroFraction)
    const slope = own.reduce((all, line) => addFractions(all, line.tax.slope), oneFraction)
    const net = divideFractions(subtractFractions(price, fixed), slope)
    const bases = lines.map((line) => (line ? valueAt(line.base, net) : zeroFraction))
    const above = dues.findIndex(
      (due, at) => lines[at] && isBaseAbove(due, bases[at] ?? zeroFraction, floors[at] ?? 0, units),
    )
    if (above >= 0) {
      floors[above] = (floors[above] ?? 0) + 1
      continue
    }
    const included = dues.map((due, at) =>
      lines[at] ? taxOn(due, bases[at] ?? zeroFraction, units, step, floors[at]) : undefined,
    )
    return { net, included, floors }
  }
}

/** slope × net + fixed */
type Line = { slope: Fraction; fixed: Fraction }

function linesOf(
  dues: readonly DueTax[],
  floors: readonly number[],
  units: TaxUnits,
): ({ base: Line; tax: Line } | undefined)[] {
  const plain: Line = { slope: oneFraction, fixed: zeroFraction }
  let raised = plain
  return dues.map((due, at) => {
    if (!due.tax.terms.included) return undefined
    const base = due.tax.terms.ignoresEarlier ? plain : raised
    const share = baseShare(due, floors[at] ?? 0, units)
    const tax: Line = {
      slope: multiplyFractions(base.slope, share.ratio),
      fixed: addFractions(multiplyFractions(base.fixed, share.ratio), share.fixed),
    }
    if (due.tax.terms.addsToBase) raised = addLines(raised, tax)
    return { base, tax }
  })
}

/** All taxes in their order, on the net as it is stated and on the taxes before them as they are rounded. */
function addUp(
  dues: readonly DueTax[],
  net: number,
  solved: Solved,
  units: TaxUnits,
  step: number,
): TaxPart[] {
  let raised = 0
  let exactRaised = zeroFraction
  let exactInRaised = zeroFraction
  return dues.map((due, at) => {
    const { terms } = due.tax
    const earlier = terms.ignoresEarlier ? 0 : raised
    const exactEarlier = terms.ignoresEarlier ? zeroFraction : exactRaised
    const stated = fraction(net + earlier)
    const inside = solved.included[at]
    // What came on top before it is in no price: an included tax on that comes on top as well
    const onTop = terms.ignoresEarlier ? zeroFraction : subtractFractions(exactRaised, exactInRaised)
    const exactBase = addFractions(solved.net, exactEarlier)
    const whole = !inside
      ? taxOn(due, stated, units, step)
      : onTop.top === 0n
        ? inside
        : taxOn(due, exactBase, units, step, solved.floors[at])
    // Amounts and tariffs are what they are; a percentage on top is exact on the net before it is rounded
    const isAsStated = inside !== undefined || due.basis.kind !== 'percent'
    const exact = isAsStated ? whole.exact : taxOn(due, exactBase, units, step).exact
    const part: TaxPart = {
      due,
      exact,
      exactInPrice: inside?.exact ?? zeroFraction,
      taxMinor: whole.minor,
      inPriceMinor: inside?.minor ?? 0,
      baseMinor: roundFraction(multiplyFractions(stated, due.baseLeft), step),
    }
    if (terms.addsToBase) {
      raised += part.taxMinor
      exactRaised = addFractions(exactRaised, part.exact)
      exactInRaised = addFractions(exactInRaised, part.exactInPrice)
    }
    return part
  })
}

function valueAt(line: Line, net: Fraction): Fraction {
  return addFractions(multiplyFractions(line.slope, net), line.fixed)
}

function addLines(a: Line, b: Line): Line {
  return { slope: addFractions(a.slope, b.slope), fixed: addFractions(a.fixed, b.fixed) }
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((a, b) => a + b, 0)
}
