/** The chart as posting needs it, read for each posting. */
import { sql } from 'kysely'
import type { AccountRole } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { FeePolicyImage } from '#shared/domain/folio/fee-policy.ts'
import type { PackageImage } from '#shared/domain/folio/package.ts'
import { defaultFolioSettings, type FolioSettings } from '#shared/domain/folio/settings.ts'
import type { BusinessDate, FeePolicyId, LedgerAccountId, PackageId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { rowsAsJson, rowsOfJson } from '../../dialect/sqlite/json.ts'
import { prepared, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { codeImage, packageImage, policyImage, type Row, ruleImage, taxImage } from './chart-row.ts'

/** The one row of settings. */
export const FOLIO_SETTINGS = 1

const settingsRow = prepared<{ id: number }, { terms: string; version: number }>((db, at) =>
  db.selectFrom('folio_settings').select(['terms', 'version']).where('id', '=', at.id),
)

/** The settings of money at the desk; where none are stored, the defaults at version 0. */
export async function readFolioSettings(db: Reader): Promise<{ image: FolioSettings; version: number }> {
  const stored = await loadFolioSettings(db, FOLIO_SETTINGS)
  return stored ?? { image: defaultFolioSettings, version: 0 }
}

/** The stored settings; a field that came after they were saved has its default. */
export async function loadFolioSettings(db: Reader, id: number) {
  const row = await settingsRow.first(db, { id })
  if (!row) return null
  return {
    image: { ...defaultFolioSettings, ...JSON.parse(row.terms) } as FolioSettings,
    version: row.version,
  }
}

/** Writes the settings; `before` null inserts them, `after` null deletes them. */
export async function saveFolioSettings(
  tx: Writer,
  id: number,
  before: FolioSettings | null,
  after: FolioSettings | null,
): Promise<void> {
  const db = writeWith(tx)
  if (!after) {
    await db.deleteFrom('folio_settings').where('id', '=', id).execute()
    return
  }
  const terms = JSON.stringify(after)
  if (before)
    await db
      .updateTable('folio_settings')
      .set((row) => ({ terms, version: row('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else await db.insertInto('folio_settings').values({ id, terms, version: 1 }).execute()
}

type Texts = { settings: string | null; codes: string; taxes: string; rules: string; roles: string }

const named = ['id', 'code', 'name_en', 'name_zh', 'active'] as const
const codeColumns = [
  ...named,
  'kind',
  'revenue_group',
  'account_id',
  'tax_rule_id',
  'method',
  'role',
  'price_minor',
  'parts',
  'invoice_item',
] as const
const taxColumns = [...named, 'account_id', 'terms'] as const
const ruleColumns = [...named, 'taxes'] as const
const roleColumns = ['id', 'role'] as const

/** The whole chart in one statement: a posting reads it, and a night audit posts thousands. */
const chartTexts = preparedSql<{ id: number }, Texts>(
  (at) => sql`select
    (select terms from folio_settings where id = ${at.id}) as settings,
    ${rowsAsJson('transaction_codes', codeColumns)} as codes,
    ${rowsAsJson('taxes', taxColumns)} as taxes,
    ${rowsAsJson('tax_rules', ruleColumns)} as rules,
    ${rowsAsJson('ledger_accounts', roleColumns)} as roles`,
)

/** The last chart that was built, with the texts it was built of: equal texts are the same chart, of whatever store. */
let last: { texts: Texts; chart: Chart } | null = null

/** All that posting needs of the chart, by one statement. A hotel without one has the default settings and nothing else. */
export async function readChart(db: Reader): Promise<Chart> {
  const texts = (await chartTexts.first(db, { id: FOLIO_SETTINGS })) as Texts
  if (!last || !isSame(last.texts, texts)) last = { texts, chart: chartOf(texts) }
  return last.chart
}

function isSame(a: Texts, b: Texts): boolean {
  return (
    a.settings === b.settings &&
    a.codes === b.codes &&
    a.taxes === b.taxes &&
    a.rules === b.rules &&
    a.roles === b.roles
  )
}

function chartOf(texts: Texts): Chart {
  const codes = rowsOfJson<Row<'transaction_codes'>>(texts.codes, codeColumns)
  const taxes = rowsOfJson<Row<'taxes'>>(texts.taxes, taxColumns)
  const rules = rowsOfJson<Row<'tax_rules'>>(texts.rules, ruleColumns)
  const accounts = rowsOfJson<{ id: LedgerAccountId; role: AccountRole | null }>(texts.roles, roleColumns)
  return {
    settings: { ...defaultFolioSettings, ...JSON.parse(texts.settings ?? '{}') },
    codes: new Map(codes.map((row) => [row.id, { id: row.id, ...codeImage(row) }])),
    taxes: new Map(taxes.map((row) => [row.id, { id: row.id, ...taxImage(row) }])),
    rules: new Map(rules.map((row) => [row.id, { id: row.id, ...ruleImage(row) }])),
    roles: Object.fromEntries(accounts.flatMap(({ id, role }) => (role === null ? [] : [[role, id]]))),
  }
}

const packageRows = prepared((db) =>
  db.selectFrom('packages').selectAll().where('active', '=', 1).orderBy('code'),
)

/** The packages in use, by code. */
export async function readPackages(db: Reader): Promise<(PackageImage & { id: PackageId })[]> {
  return (await packageRows.all(db, {})).map((row) => ({ id: row.id, ...packageImage(row) }))
}

const policyRows = prepared((db) =>
  db.selectFrom('fee_policies').selectAll().where('active', '=', 1).orderBy('code'),
)

/** The fee policies in use, by code. */
export async function readFeePolicies(db: Reader): Promise<(FeePolicyImage & { id: FeePolicyId })[]> {
  return (await policyRows.all(db, {})).map((row) => ({ id: row.id, ...policyImage(row) }))
}

const rateOn = prepared<{ currency: string; date: BusinessDate }, { rate: string }>((db, at) =>
  db
    .selectFrom('exchange_rates')
    .select('rate')
    .where('currency', '=', at.currency)
    .where('valid_from', '<=', at.date)
    .orderBy('valid_from', 'desc')
    .limit(1),
)

/** What one unit of a currency is in the hotel's on a business date, as a decimal text; null where no rate holds yet. */
export async function readRateOn(db: Reader, currency: string, date: BusinessDate): Promise<string | null> {
  return (await rateOn.first(db, { currency, date }))?.rate ?? null
}
