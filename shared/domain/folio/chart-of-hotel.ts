import type { TaxId, TaxRuleId, TransactionCodeId } from '../../values/index.ts'
import type { CodeRole, RoleAccounts, TaxRule, TransactionCode } from './chart.ts'
import type { FolioSettings } from './settings.ts'
import type { Tax } from './tax.ts'

/** All that posting needs of the chart, read at once. */
export type Chart = {
  settings: FolioSettings
  codes: ReadonlyMap<TransactionCodeId, TransactionCode>
  taxes: ReadonlyMap<TaxId, Tax>
  rules: ReadonlyMap<TaxRuleId, TaxRule>
  roles: Partial<RoleAccounts>
}

/** The code that the program posts a purpose by; undefined where the hotel's chart has none. */
export function codeOfRole(chart: Chart, role: CodeRole): TransactionCode | undefined {
  return [...chart.codes.values()].find((code) => code.role === role && code.active)
}
