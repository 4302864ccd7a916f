import type { Generated } from 'kysely'
import type {
  BusinessDate,
  ExchangeRateId,
  FeePolicyId,
  LedgerAccountId,
  PackageId,
  TaxId,
  TaxRuleId,
  TransactionCodeId,
} from '#shared/values/index.ts'
import type { Flag } from './flag.ts'

/** `terms` is JSON of FolioSettings. */
export type FolioSettingsTable = { id: number; terms: string; version: number }

type Named<I> = {
  id: Generated<I>
  code: string
  name_en: string
  name_zh: string
  active: Flag
  version: number
}

export type LedgerAccountsTable = Named<LedgerAccountId> & { class: string; role: string | null }

/** `terms` is JSON of TaxTerms. */
export type TaxesTable = Named<TaxId> & { account_id: LedgerAccountId; terms: string }

/** `taxes` is JSON of tax ids in order. */
export type TaxRulesTable = Named<TaxRuleId> & { taxes: string }

export type TransactionCodesTable = Named<TransactionCodeId> & {
  kind: string
  revenue_group: string
  account_id: LedgerAccountId | null
  tax_rule_id: TaxRuleId | null
  method: string | null
  role: string | null
  price_minor: number | null
  /** JSON of CodePart[]. */
  parts: string
  invoice_item: string
}

/** `terms` is JSON of PackageTerms. */
export type PackagesTable = Named<PackageId> & { terms: string }

/** `terms` is JSON of FeePolicyTerms. */
export type FeePoliciesTable = Named<FeePolicyId> & { terms: string }

export type ExchangeRatesTable = {
  id: Generated<ExchangeRateId>
  currency: string
  valid_from: BusinessDate
  rate: string
  version: number
}
