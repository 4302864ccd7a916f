/** How rates, fees and packages are said in one line of a list. */
import type { T } from '#renderer/base/language.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { Basis, Chart, FeeCharge, Policy, Tax } from './money-things.ts'

type Say = { t: T; currency: string; locale: string }

function basisText(basis: Basis, { t, currency, locale }: Say): string {
  switch (basis.kind) {
    case 'percent':
    case 'percent-per-person':
      return `${basis.percent} %`
    case 'steps':
      return t('chart.says.steps')
    default:
      return t(`chart.says.${basis.kind}`, { amount: formatMoney(basis.amountMinor, currency, locale) })
  }
}

/** The rate that holds on a business date; null before the first. */
export function rateOn(tax: Tax, date: string): Tax['terms']['rates'][number] | null {
  return tax.terms.rates.findLast(({ from }) => from === null || from <= date) ?? null
}

export function rateText(tax: Tax, date: string, say: Say): string {
  const rate = rateOn(tax, date)
  return rate ? basisText(rate.basis, say) : '—'
}

/** The codes of a rule's taxes in order. */
export function taxesText(chart: Chart, taxes: readonly number[], say: Say): string {
  if (taxes.length === 0) return say.t('chart.says.noTax')
  return taxes.map((id) => chart.taxes.find((tax) => tax.id === id)?.code ?? '?').join(' + ')
}

export function chargeText(charge: FeeCharge, { t, currency, locale }: Say): string {
  switch (charge.kind) {
    case 'none':
      return t('chart.feeSays.none')
    case 'flat':
      return formatMoney(charge.amountMinor, currency, locale)
    case 'percent':
      return t('chart.feeSays.percent', { percent: charge.basisPoints / 100 })
    case 'nights':
      return t('chart.feeSays.nights', { count: charge.nights })
  }
}

export function tiersText(policy: Policy, say: Say): string {
  const { cancellation } = policy.terms
  if (cancellation.length === 0) return say.t('chart.feeSays.none')
  return cancellation
    .map(({ daysBefore, time, charge }) => {
      const when =
        daysBefore === null ? say.t('chart.hint.anyTime') : say.t('chart.tier', { count: daysBefore, time })
      return `${when}: ${chargeText(charge, say)}`
    })
    .join(' · ')
}
