/** The dated rates of a tax as they are typed. */
import { amount, amountText } from '../values.ts'
import { type Basis, decimalOf, type Tax } from './money-things.ts'

export const basisKinds = [
  'percent',
  'per-unit',
  'per-night',
  'per-person',
  'percent-per-person',
  'steps',
] as const satisfies readonly Basis['kind'][]

export const vatCategories = ['', 'S', 'Z', 'E', 'AE', 'O', 'K', 'G'] as const

export type TypedRate = {
  /** A business date, or empty for since ever. */
  from: string
  kind: Basis['kind']
  /** A percentage or an amount. */
  figure: string
  /** Per cent of the price that are free first. */
  baseReduction: string
  /** The most for one person, or empty. */
  most: string
  /** Whether a price on the edge of a step belongs to the next one. */
  upper: boolean
  steps: { upTo: string; amount: string }[]
}

export const newRate: TypedRate = {
  from: '',
  kind: 'percent',
  figure: '',
  baseReduction: '',
  most: '',
  upper: false,
  steps: [],
}

export function typedRates(rates: Tax['terms']['rates'] | undefined, currency: string): TypedRate[] {
  if (!rates) return [newRate]
  return rates.map(({ from, basis }) => ({
    from: from ?? '',
    kind: basis.kind,
    figure:
      'percent' in basis
        ? basis.percent
        : 'amountMinor' in basis
          ? amountText(basis.amountMinor, currency)
          : '',
    baseReduction: basis.kind === 'percent' ? (basis.baseReduction ?? '') : '',
    most:
      basis.kind === 'percent-per-person' && basis.maxMinor !== undefined
        ? amountText(basis.maxMinor, currency)
        : '',
    upper: basis.kind === 'steps' && basis.edge === 'upper',
    steps:
      basis.kind === 'steps'
        ? basis.steps.map((step) => ({
            upTo: amountText(step.upToMinor, currency),
            amount: amountText(step.amountMinor, currency),
          }))
        : [],
  }))
}

/** The rates as the contract takes them; `amounts`: paths below `terms.rates` that hold no amount. */
export function readRates(rates: readonly TypedRate[], currency: string) {
  const amounts: string[] = []
  const minor = (path: string, text: string) => {
    const value = amount(text, currency)
    if (value === null) amounts.push(path)
    return value ?? 0
  }
  const basisOf = (rate: TypedRate, at: number): Basis => {
    const { kind } = rate
    if (kind === 'steps') {
      return {
        kind,
        steps: rate.steps.map((step, index) => ({
          upToMinor: minor(`${at}.basis.steps.${index}.upToMinor`, step.upTo),
          amountMinor: minor(`${at}.basis.steps.${index}.amountMinor`, step.amount),
        })),
        ...(rate.upper ? { edge: 'upper' as const } : {}),
      }
    }
    if (kind === 'percent') {
      const reduction = decimalOf(rate.baseReduction)
      return { kind, percent: decimalOf(rate.figure), ...(reduction ? { baseReduction: reduction } : {}) }
    }
    if (kind === 'percent-per-person') {
      const most = rate.most.trim() === '' ? {} : { maxMinor: minor(`${at}.basis.maxMinor`, rate.most) }
      return { kind, percent: decimalOf(rate.figure), ...most }
    }
    return { kind, amountMinor: minor(`${at}.basis.amountMinor`, rate.figure) }
  }
  const read = rates.map((rate, at) => ({
    from: (rate.from.trim() === '' ? null : rate.from) as Tax['terms']['rates'][number]['from'],
    basis: basisOf(rate, at),
  }))
  return { rates: read, amounts }
}
