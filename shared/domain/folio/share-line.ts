/** A line split into parts, for guests who pay a dinner together: exact in every component, and each part a line by itself. */
import { ok, type Result, refuse, shareOut } from '../../values/index.ts'
import type { LineDraft } from './posting.ts'

export type SharedLine = Pick<LineDraft, 'quantity' | 'netMinor' | 'grossMinor' | 'taxes'> &
  Partial<Pick<LineDraft, 'facts'>>

/**
 * How a line is split. amounts: minor units of its gross; percent: hundredths of a per cent; quantity: thousandths; nights: of so
 * many (`of`); shares: in proportion to whole numbers, which leaves no rest.
 */
export type SplitWay =
  | { by: 'amounts'; amounts: readonly number[] }
  | { by: 'percent'; basisPoints: readonly number[] }
  | { by: 'quantity'; quantities: readonly number[] }
  | { by: 'nights'; nights: readonly number[]; of: number }
  | { by: 'shares'; shares: readonly number[] }

export type SplitCode = 'SPLIT_LEAVES_REST' | 'SPLIT_PART_EMPTY'

/**
 * The weights of a split. Refused: parts that don't add up to the line (with what is left, in the units of the way), and a part
 * of nothing, of the other sign or alone.
 */
export function splitWeights(
  line: Pick<SharedLine, 'quantity' | 'grossMinor'>,
  way: SplitWay,
): Result<number[], SplitCode> {
  const { parts, whole } = partsOfWay(line, way)
  const sign = (whole ?? 1) < 0 ? -1 : 1
  const weights = parts.map((part) => sign * part)
  const empty = weights.findIndex((weight) => !Number.isSafeInteger(weight) || weight <= 0)
  if (empty >= 0 || weights.length < 2) {
    return refuse('SPLIT_PART_EMPTY', { part: empty >= 0 ? empty + 1 : weights.length + 1 })
  }
  const sum = parts.reduce((a, b) => a + b, 0)
  if (whole !== null && sum !== whole) return refuse('SPLIT_LEAVES_REST', { by: way.by, rest: whole - sum })
  return ok(weights)
}

/**
 * A line in parts by weights: gross, net, each tax, its base and the quantity add up to the line's, and in each part the net and
 * the taxes are its gross. By largest remainder, a negative line as the mirror of the positive one. The facts of a part have
 * its share of the quantity, so that a tax per night is not owed by each part. Refused: a part that would get nothing of a
 * line that has an amount.
 */
export function shareLine<L extends SharedLine>(line: L, weights: readonly number[]): Result<L[], SplitCode> {
  const gross = shareOut(line.grossMinor, weights)
  const quantities = shareOut(line.quantity, weights)
  const empty = line.grossMinor === 0 ? -1 : (gross?.indexOf(0) ?? 0)
  if (!gross || !quantities || empty >= 0) return refuse('SPLIT_PART_EMPTY', { part: empty + 1 })
  const { taxes, net } = shareTaxes(line, gross, weights)
  const units = line.facts ? shareOut(line.facts.quantity, weights) : null
  return ok(
    weights.map((_, part) => ({
      ...line,
      ...(line.facts ? { facts: { ...line.facts, quantity: units?.[part] ?? 0 } } : {}),
      quantity: quantities[part] ?? 0,
      grossMinor: gross[part] ?? 0,
      netMinor: net[part] ?? 0,
      taxes: line.taxes.map((tax, at) => ({
        ...tax,
        baseMinor: taxes[at]?.bases[part] ?? 0,
        taxMinor: taxes[at]?.amounts[part] ?? 0,
      })),
    })),
  )
}

/**
 * Each tax is shared by what is left of each part's gross after the taxes before it, so that no part has more tax than it
 * costs: three taxes of one cent each, shared by the weights alone, would all fall to the first of three guests.
 */
function shareTaxes(
  line: SharedLine,
  gross: readonly number[],
  weights: readonly number[],
): { taxes: { amounts: number[]; bases: number[] }[]; net: number[] } {
  let left = [...gross]
  const taxes = line.taxes.map((tax) => {
    const amounts = shareLike(tax.taxMinor, left, weights)
    left = left.map((amount, part) => amount - (amounts[part] ?? 0))
    return { amounts, bases: shareLike(tax.baseMinor, gross, weights) }
  })
  return { taxes, net: left }
}

/** In proportion to amounts of one sign; by the weights where they have several (a discount beside a tax) or are all zero. */
function shareLike(total: number, amounts: readonly number[], weights: readonly number[]): number[] {
  const isOneSign = amounts.every((amount) => amount >= 0) || amounts.every((amount) => amount <= 0)
  const like = isOneSign ? shareOut(total, amounts.map(Math.abs)) : null
  return like ?? shareOut(total, weights) ?? weights.map(() => 0)
}

/** The parts as they are stated, and what they have to add up to; null where they are proportions. */
function partsOfWay(
  line: Pick<SharedLine, 'quantity' | 'grossMinor'>,
  way: SplitWay,
): { parts: readonly number[]; whole: number | null } {
  switch (way.by) {
    case 'amounts':
      return { parts: way.amounts, whole: line.grossMinor }
    case 'percent':
      return { parts: way.basisPoints, whole: 10_000 }
    case 'quantity':
      return { parts: way.quantities, whole: line.quantity }
    case 'nights':
      return { parts: way.nights, whole: way.of }
    case 'shares':
      return { parts: way.shares, whole: null }
  }
}
