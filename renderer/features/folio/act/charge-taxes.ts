import type { Chart, Code } from '#renderer/parts/folio/use-chart.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import type { BusinessDate } from '#shared/values/index.ts'

export type Taxed = ReturnType<typeof taxesOf>

/** As the core will compute it for a thing that is no night: taxes by the night are shown once it is posted. */
export function taxesOf(chart: Chart, code: Code, total: number, quantity: number, date: BusinessDate) {
  const rule = chart.view?.rules.find(({ id }) => id === code.taxRuleId)
  if (code.kind !== 'charge' || !rule) return { netMinor: total, grossMinor: total, taxes: [] }
  const taxes = rule.taxes.flatMap((id) => chart.view?.taxes.find((tax) => tax.id === id) ?? [])
  const facts = { date, quantity, adults: 1, childAges: [], nightNo: 0, nights: 0, business: false }
  return computeTaxes(taxes, total, facts)
}
