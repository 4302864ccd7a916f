import type { SplitWay } from '#shared/domain/folio/share-line.ts'
import { type Currency, decimalToMinor, parseMoney } from '#shared/values/index.ts'

/** The ways that the desk splits by, in the order of their keys. */
export const splitWays = ['shares', 'amounts', 'percent', 'quantity'] as const
export type SplitBy = (typeof splitWays)[number]

export type TypedPart = { value: string; window: number }

export type ReadParts = {
  /** In the units of the way; null while a part is none. */
  values: number[] | null
  wrong: boolean
  /** What the parts leave of the whole, in the units of the way; 0 for shares, which leave none. */
  rest: number
  /** The last part that nothing was typed for takes what the others leave. */
  filled: number | null
  restBefore: number
}

/** Parts as they are typed. One that is left empty takes the rest; shares have none. */
export function readParts(
  line: { grossMinor: number; quantity: number },
  by: SplitBy,
  parts: readonly TypedPart[],
  currency: string,
): ReadParts {
  const typed = parts.map(({ value }) => readPart(value, by, currency, line.grossMinor))
  const wrong = typed.includes(null)
  const whole = wholeOf(line, by)
  const sum = typed.reduce((total: number, value) => total + (value ?? 0), 0)
  const empty = typed.flatMap((value, at) => (value === undefined ? [at] : []))
  const filled = whole !== null && empty.length === 1 ? (empty[0] ?? null) : null
  const restBefore = whole === null ? 0 : whole - sum
  const values = typed.map((value, at) => (at === filled ? restBefore : value))
  const complete = values.every((value): value is number => typeof value === 'number')
  const rest = whole === null || filled !== null ? 0 : restBefore
  return { values: complete && rest === 0 ? (values as number[]) : null, wrong, rest, filled, restBefore }
}

function wholeOf(
  { grossMinor, quantity }: { grossMinor: number; quantity: number },
  by: SplitBy,
): number | null {
  if (by === 'shares') return null
  if (by === 'percent') return 10_000
  return by === 'amounts' ? grossMinor : quantity
}

/** A part in the units of its way; undefined where nothing is typed, null where it is none. */
function readPart(text: string, by: SplitBy, currency: string, gross: number): number | null | undefined {
  const plain = text.normalize('NFKC').replace('%', '').replace(',', '.').trim()
  if (plain === '') return undefined
  if (by === 'amounts') {
    const amount = parseMoney(text, currency as Currency)
    // Of a discount the parts are typed as they are read, without a sign
    return amount !== null && gross < 0 && amount > 0 ? -amount : amount
  }
  const digits = by === 'percent' ? 2 : by === 'quantity' ? 3 : 0
  return decimalToMinor(plain, digits)
}

/** The contract's way of a split. */
export function wayOf(by: SplitBy, values: number[]): SplitWay {
  if (by === 'shares') return { by, shares: values }
  if (by === 'amounts') return { by, amounts: values }
  if (by === 'percent') return { by, basisPoints: values }
  return { by, quantities: values }
}
