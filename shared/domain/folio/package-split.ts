/** A night's rate split to the codes of what it includes, and a lump sum to its parts. The amounts always add up exactly. */
import {
  fraction,
  type RatePlanId,
  roundFraction,
  shareOut,
  type TransactionCodeId,
} from '../../values/index.ts'
import type { TransactionCode } from './chart.ts'
import type { PackageElement, PackageImage, PackageTerms } from './package.ts'

export type CodeAmount = { codeId: TransactionCodeId; amountMinor: number }

type Guests = { adults: number; children: number }

/**
 * A night's rate as the room's amount, first, and those of the elements in their order. The room gets the rest. Where the
 * elements come to more than the rate (a breakfast of 120 in a rate of 100), each takes what those before it left and the
 * room gets nothing: a night is posted in the audit, so it is never refused. Elements of nothing are left out; the room
 * stays, because taxes per night are due for a free room too.
 */
export function splitRate(
  rateMinor: number,
  terms: PackageTerms | undefined,
  guests: Guests,
  roomCodeId: TransactionCodeId,
): CodeAmount[] {
  const sign = rateMinor < 0 ? -1 : 1
  const size = Math.abs(rateMinor)
  let left = size
  const elements: CodeAmount[] = []
  for (const element of terms?.elements ?? []) {
    const amount = Math.min(left, Math.max(0, elementAmount(element, size, guests)))
    left -= amount
    if (amount > 0) elements.push({ codeId: element.codeId, amountMinor: sign * amount })
  }
  return [{ codeId: roomCodeId, amountMinor: left === 0 ? 0 : sign * left }, ...elements]
}

/** A code's amount on the codes of its parts, by their shares; the code itself where it has none. Parts of 0 are left out. */
export function partsOf(code: Pick<TransactionCode, 'id' | 'parts'>, amountMinor: number): CodeAmount[] {
  const amounts = shareOut(
    amountMinor,
    code.parts.map((part) => part.basisPoints),
  )
  if (!amounts) return [{ codeId: code.id, amountMinor }]
  const parts = code.parts.map((part, at) => ({ codeId: part.codeId, amountMinor: amounts[at] ?? 0 }))
  const some = parts.filter((part) => part.amountMinor !== 0)
  return some.length > 0 ? some : parts.slice(0, 1)
}

/** The active package that names the booking's rate plan, else the first that names its meal; null if none. */
export function packageOf<P extends PackageImage>(
  packages: readonly P[],
  booking: { ratePlanId: RatePlanId | null; meal: string },
): P | null {
  const active = packages.filter((one) => one.active)
  const { ratePlanId, meal } = booking
  return (
    active.find(({ terms }) => ratePlanId !== null && terms.ratePlanIds.includes(ratePlanId)) ??
    active.find(({ terms }) => terms.meals.includes(meal)) ??
    null
  )
}

function elementAmount(element: PackageElement, rateMinor: number, guests: Guests): number {
  if (element.basisPoints !== null) {
    return roundFraction(fraction(BigInt(rateMinor) * BigInt(element.basisPoints), 10_000n))
  }
  return (element.amountMinor ?? 0) * countOf(element, guests)
}

function countOf({ per }: PackageElement, { adults, children }: Guests): number {
  switch (per) {
    case 'room':
      return 1
    case 'adult':
      return adults
    case 'person':
      return adults + children
  }
}
