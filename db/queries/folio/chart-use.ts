/** What names a thing of the chart: it can be switched off then, but not taken away. */
import { sql } from 'kysely'
import type {
  BusinessDate,
  LedgerAccountId,
  PaperSeriesId,
  TaxId,
  TaxRuleId,
  TransactionCodeId,
} from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Whether ledger entries stand on an account. */
export async function hasEntries(db: Reader, id: LedgerAccountId): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('ledger_days')
    .select('account_id')
    .where('account_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a tax or a code posts to an account. */
export async function isAccountNamed(db: Reader, id: LedgerAccountId): Promise<boolean> {
  const tax = readWith(db).selectFrom('taxes').select('id').where('account_id', '=', id).limit(1)
  const code = readWith(db).selectFrom('transaction_codes').select('id').where('account_id', '=', id).limit(1)
  return (await tax.executeTakeFirst()) !== undefined || (await code.executeTakeFirst()) !== undefined
}

/** The last business date that a tax was posted on; null where it never was. */
export async function lastDateOfTax(db: Reader, id: TaxId): Promise<BusinessDate | null> {
  const row = await readWith(db)
    .selectFrom('line_taxes')
    .select('business_date')
    .where('tax_id', '=', id)
    .orderBy('business_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.business_date ?? null
}

/** Whether a rule computes a tax. */
export async function isTaxNamed(db: Reader, id: TaxId): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('tax_rules')
    .select('id')
    .where(sql<boolean>`exists (select 1 from json_each(tax_rules.taxes) where value = ${id})`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether a code is taxed by a rule. */
export async function isRuleNamed(db: Reader, id: TaxRuleId): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('transaction_codes')
    .select('id')
    .where('tax_rule_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The last business date on which a code of a rule was posted; null where none was. */
export async function lastDateOfRule(db: Reader, id: TaxRuleId): Promise<BusinessDate | null> {
  const row = await readWith(db)
    .selectFrom('folio_lines')
    .innerJoin('transaction_codes', 'transaction_codes.id', 'folio_lines.code_id')
    .select('folio_lines.business_date')
    .where('transaction_codes.tax_rule_id', '=', id)
    .orderBy('folio_lines.business_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.business_date ?? null
}

/** Whether lines, payments or deposits name a code. */
export async function isCodePosted(db: Reader, id: TransactionCodeId): Promise<boolean> {
  for (const table of ['folio_lines', 'payments', 'deposits'] as const) {
    const row = await readWith(db)
      .selectFrom(table as 'payments')
      .select('code_id')
      .where('code_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (row) return true
  }
  return false
}

/** Whether another code's parts or a package's elements name a code. */
export async function isCodeNamed(db: Reader, id: TransactionCodeId): Promise<boolean> {
  const code = await readWith(db)
    .selectFrom('transaction_codes')
    .select('id')
    .where(
      sql<boolean>`exists (select 1 from json_each(parts) where json_extract(value, '$.codeId') = ${id})`,
    )
    .limit(1)
    .executeTakeFirst()
  if (code) return true
  const pack = await readWith(db)
    .selectFrom('packages')
    .select('id')
    .where(
      sql<boolean>`exists (select 1 from json_each(terms, '$.elements') where json_extract(value, '$.codeId') = ${id})`,
    )
    .limit(1)
    .executeTakeFirst()
  return pack !== undefined
}

/** Whether numbers of a series were given. */
export async function isSeriesUsed(db: Reader, id: PaperSeriesId): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('papers')
    .select('id')
    .where('series_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whether anything was posted at all. */
export async function isAnythingPosted(db: Reader): Promise<boolean> {
  return (await readWith(db).selectFrom('postings').select('id').limit(1).executeTakeFirst()) !== undefined
}

type Coded =
  | 'ledger_accounts'
  | 'taxes'
  | 'tax_rules'
  | 'transaction_codes'
  | 'packages'
  | 'fee_policies'
  | 'paper_series'

/** Which thing of a table has a code; null where none has. */
export async function findByCode(db: Reader, table: Coded, code: string): Promise<number | null> {
  const row = await readWith(db)
    .selectFrom(table as 'taxes')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Which account or code has a role, with its code; null where none has. */
export async function findByRole(db: Reader, table: 'ledger_accounts' | 'transaction_codes', role: string) {
  const row = await readWith(db)
    .selectFrom(table as 'ledger_accounts')
    .select(['id', 'code'])
    .where('role', '=', role)
    .executeTakeFirst()
  return row ? { id: row.id as number, code: row.code } : null
}

/** Which exchange rate of a currency begins on a date; null where none does. */
export async function findRateFrom(db: Reader, currency: string, from: BusinessDate): Promise<number | null> {
  const row = await readWith(db)
    .selectFrom('exchange_rates')
    .select('id')
    .where('currency', '=', currency)
    .where('valid_from', '=', from)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Which of the ids are not in a table. */
export async function missingOf(
  db: Reader,
  table: 'ledger_accounts' | 'taxes' | 'tax_rules' | 'transaction_codes' | 'rate_plans',
  ids: readonly number[],
): Promise<number[]> {
  if (ids.length === 0) return []
  const rows = await readWith(db)
    .selectFrom(table as 'taxes')
    .select('id')
    .where('id', 'in', ids as TaxId[])
    .execute()
  const known = new Set<number>(rows.map((row) => row.id))
  return ids.filter((id) => !known.has(id))
}

/** Whether a hotel has neither accounts nor taxes, rules, codes or number series. */
export async function isChartEmpty(db: Reader): Promise<boolean> {
  for (const table of [
    'ledger_accounts',
    'taxes',
    'tax_rules',
    'transaction_codes',
    'paper_series',
  ] as const) {
    const row = await readWith(db)
      .selectFrom(table as 'taxes')
      .select('id')
      .limit(1)
      .executeTakeFirst()
    if (row) return false
  }
  return true
}
