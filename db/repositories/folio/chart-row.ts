/** Rows of the chart as images, and back. JSON columns are written by this program alone. */
import type { Insertable, Selectable } from 'kysely'
import type { LedgerAccountImage, TaxRuleImage, TransactionCodeImage } from '#shared/domain/folio/chart.ts'
import type { FeePolicyImage } from '#shared/domain/folio/fee-policy.ts'
import type { PackageImage } from '#shared/domain/folio/package.ts'
import type { PaperSeriesImage } from '#shared/domain/folio/paper.ts'
import type { ExchangeRateImage } from '#shared/domain/folio/shift.ts'
import type { TaxImage } from '#shared/domain/folio/tax.ts'
import type { Database } from '../../schema/database.ts'
import { flag } from '../../schema/flag.ts'

/** What a row has beside what is drawn and counted by the store. */
type Columns<T extends keyof Database> = Omit<Insertable<Database[T]>, 'id' | 'version'>
export type Row<T extends keyof Database> = Selectable<Database[T]>

type Named = { code: string; nameEn: string; nameZh: string; active: boolean }

function named(row: { code: string; name_en: string; name_zh: string; active: number }): Named {
  return { code: row.code, nameEn: row.name_en, nameZh: row.name_zh, active: row.active === 1 }
}

function namedColumns({ code, nameEn, nameZh, active }: Named) {
  return { code, name_en: nameEn, name_zh: nameZh, active: flag(active) }
}

export function accountImage(row: Row<'ledger_accounts'>): LedgerAccountImage {
  return {
    ...named(row),
    class: row.class as LedgerAccountImage['class'],
    role: row.role as LedgerAccountImage['role'],
  }
}
export function accountColumns(image: LedgerAccountImage): Columns<'ledger_accounts'> {
  return { ...namedColumns(image), class: image.class, role: image.role }
}

export function taxImage(row: Omit<Row<'taxes'>, 'version'>): TaxImage {
  return { ...named(row), accountId: row.account_id, terms: JSON.parse(row.terms) }
}
export function taxColumns(image: TaxImage): Columns<'taxes'> {
  return { ...namedColumns(image), account_id: image.accountId, terms: JSON.stringify(image.terms) }
}

export function ruleImage(row: Omit<Row<'tax_rules'>, 'version'>): TaxRuleImage {
  return { ...named(row), taxes: JSON.parse(row.taxes) }
}
export function ruleColumns(image: TaxRuleImage): Columns<'tax_rules'> {
  return { ...namedColumns(image), taxes: JSON.stringify(image.taxes) }
}

export function codeImage(row: Omit<Row<'transaction_codes'>, 'version'>): TransactionCodeImage {
  return {
    ...named(row),
    kind: row.kind as TransactionCodeImage['kind'],
    group: row.revenue_group as TransactionCodeImage['group'],
    accountId: row.account_id,
    taxRuleId: row.tax_rule_id,
    method: row.method as TransactionCodeImage['method'],
    role: row.role as TransactionCodeImage['role'],
    priceMinor: row.price_minor,
    parts: JSON.parse(row.parts),
    invoiceItem: row.invoice_item,
  }
}
export function codeColumns(image: TransactionCodeImage): Columns<'transaction_codes'> {
  return {
    ...namedColumns(image),
    kind: image.kind,
    revenue_group: image.group,
    account_id: image.accountId,
    tax_rule_id: image.taxRuleId,
    method: image.method,
    role: image.role,
    price_minor: image.priceMinor,
    parts: JSON.stringify(image.parts),
    invoice_item: image.invoiceItem,
  }
}

export function packageImage(row: Omit<Row<'packages'>, 'version'>): PackageImage {
  return { ...named(row), terms: JSON.parse(row.terms) }
}
export function packageColumns(image: PackageImage): Columns<'packages'> {
  return { ...namedColumns(image), terms: JSON.stringify(image.terms) }
}

export function policyImage(row: Omit<Row<'fee_policies'>, 'version'>): FeePolicyImage {
  return { ...named(row), terms: JSON.parse(row.terms) }
}
export function policyColumns(image: FeePolicyImage): Columns<'fee_policies'> {
  return { ...namedColumns(image), terms: JSON.stringify(image.terms) }
}

export function rateImage(row: Row<'exchange_rates'>): ExchangeRateImage {
  return { currency: row.currency, validFrom: row.valid_from, rate: row.rate }
}
export function rateColumns(image: ExchangeRateImage): Columns<'exchange_rates'> {
  return { currency: image.currency, valid_from: image.validFrom, rate: image.rate }
}

export function seriesImage(row: Row<'paper_series'>): PaperSeriesImage {
  return {
    code: row.code,
    kind: row.kind as PaperSeriesImage['kind'],
    prefix: row.prefix,
    digits: row.digits,
    active: row.active === 1,
  }
}
export function seriesColumns(image: PaperSeriesImage): Columns<'paper_series'> {
  return { ...image, active: flag(image.active) }
}
