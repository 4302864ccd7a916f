import { amount, amountText, wholeNumber } from '../values.ts'
import { basisPointsOf, type FeeCharge, percentText } from './money-things.ts'

export const feeKinds = ['none', 'flat', 'percent', 'nights'] as const satisfies readonly FeeCharge['kind'][]

/** What a fee is, as typed. */
export type TypedCharge = { kind: FeeCharge['kind']; figure: string }

export function typedCharge(charge: FeeCharge, currency: string): TypedCharge {
  switch (charge.kind) {
    case 'none':
      return { kind: 'none', figure: '' }
    case 'flat':
      return { kind: 'flat', figure: amountText(charge.amountMinor, currency) }
    case 'percent':
      return { kind: 'percent', figure: percentText(charge.basisPoints) }
    case 'nights':
      return { kind: 'nights', figure: String(charge.nights) }
  }
}

/** The fee as the contract takes it; null when its figure can't be read. */
export function readCharge({ kind, figure }: TypedCharge, currency: string): FeeCharge | null {
  if (kind === 'none') return { kind }
  if (kind === 'flat') {
    const amountMinor = amount(figure, currency)
    return amountMinor === null ? null : { kind, amountMinor }
  }
  if (kind === 'percent') {
    const basisPoints = basisPointsOf(figure)
    return basisPoints === null ? null : { kind, basisPoints }
  }
  const nights = wholeNumber(figure)
  return nights === null ? null : { kind, nights }
}
