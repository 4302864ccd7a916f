/** What holds of a chart's things by themselves. What needs the others (a code taken, an account in use) is the store's to say. */
import type { CodeKind, TransactionCodeImage } from './chart.ts'
import type { FeePolicyTerms } from './fee-policy.ts'
import type { TaxTerms } from './tax.ts'

/** Kinds whose amount goes to an account of their own: all but packages, which are split. */
export function needsAccount(kind: CodeKind): boolean {
  return kind !== 'package'
}

/** Kinds that are taxed. “No tax” is a rule without taxes, chosen on purpose. */
export function needsTaxRule(kind: CodeKind): boolean {
  return kind === 'charge' || kind === 'allowance'
}

/** A whole in hundredths of a per cent. */
export const wholeBasisPoints = 10_000

export type CodeFault =
  | 'CODE_WITHOUT_ACCOUNT'
  | 'CODE_WITHOUT_TAX_RULE'
  | 'CODE_WITHOUT_METHOD'
  | 'PARTS_NOT_WHOLE'
  | 'ROLE_NOT_CHARGE'

/** What a code lacks of what its kind needs; null when it is whole. */
export function codeFault(image: TransactionCodeImage): CodeFault | null {
  if (needsAccount(image.kind) && image.accountId === null) return 'CODE_WITHOUT_ACCOUNT'
  if (needsTaxRule(image.kind) && image.taxRuleId === null) return 'CODE_WITHOUT_TAX_RULE'
  if (image.kind === 'payment' && image.method === null) return 'CODE_WITHOUT_METHOD'
  if (image.role !== null && image.kind !== 'charge') return 'ROLE_NOT_CHARGE'
  if (image.kind === 'package') {
    const sum = image.parts.reduce((total, part) => total + part.basisPoints, 0)
    if (sum !== wholeBasisPoints) return 'PARTS_NOT_WHOLE'
  }
  return null
}

/** A code without what its kind does not have, so that a changed kind leaves nothing behind. */
export function fitToKind(image: TransactionCodeImage): TransactionCodeImage {
  const { kind } = image
  return {
    ...image,
    accountId: needsAccount(kind) ? image.accountId : null,
    taxRuleId: needsTaxRule(kind) ? image.taxRuleId : null,
    method: kind === 'payment' ? image.method : null,
    parts: kind === 'package' ? image.parts : [],
  }
}

/**
 * Whether a tax's terms leave alone what postings up to a business date were computed by: rates that begin after it may
 * come, go and change; a rate of 0 from a date ends the tax. Everything else is the tax of those postings.
 */
export function keepsTaxHistory(before: TaxTerms, after: TaxTerms, lastPosted: string): boolean {
  const { rates: was, ...termsBefore } = before
  const { rates: is, ...termsAfter } = after
  const until = (rates: TaxTerms['rates']) => rates.filter(({ from }) => from === null || from <= lastPosted)
  return (
    JSON.stringify(sorted(termsBefore)) === JSON.stringify(sorted(termsAfter)) &&
    JSON.stringify(until(was).map(sorted)) === JSON.stringify(until(is).map(sorted))
  )
}

/** The same value with keys in order, so that texts can be compared. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  )
}

/** Whether every rate begins after the one before; only the first may hold since ever. */
export function areRatesAscending(rates: readonly { from: string | null }[]): boolean {
  return rates.every(({ from }, at) => {
    const earlier = rates[at - 1]
    return earlier === undefined || (from !== null && (earlier.from === null || earlier.from < from))
  })
}

/** Whether the tiers come from the earliest to the last before arrival: at any time first, then fewer and fewer days. */
export function areTiersDescending(tiers: FeePolicyTerms['cancellation']): boolean {
  return tiers.every(({ daysBefore, time }, at) => {
    const earlier = tiers[at - 1]
    if (earlier === undefined) return true
    if (daysBefore === null) return false
    if (earlier.daysBefore === null) return true
    return daysBefore < earlier.daysBefore || (daysBefore === earlier.daysBefore && time > earlier.time)
  })
}

/** A decimal above zero with at most 8 digits before and 10 behind the point, as it is stored: `7.1234`. */
export function isPositiveDecimal(text: string): boolean {
  return /^\d{1,8}(\.\d{1,10})?$/.test(text) && /[1-9]/.test(text)
}

/** A percentage from 0 to 100 with at most four digits behind the point: `14.75`. */
export function isPercent(text: string): boolean {
  return /^(\d{1,2}(\.\d{1,4})?|100(\.0{1,4})?)$/.test(text)
}

/** What the settings may be: a coin of at most 10000 minor units, a warning from 1 to 100 per cent, a hold of up to 31 days. */
export const settingBounds = {
  cashStepMinor: { least: 1, most: 10_000 },
  warnPercent: { least: 1, most: 100 },
  holdDays: { least: 1, most: 31 },
} as const
