import { FOLIO_SETTINGS, loadFolioSettings } from '#db/repositories/folio/chart.ts'
import { fitToKind } from '#shared/domain/folio/chart-rules.ts'
import { defaultFolioSettings } from '#shared/domain/folio/settings.ts'
import type { TaxImage } from '#shared/domain/folio/tax.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { hasRole } from '../../access/public.ts'
import { create, edit } from '../../kernel/aggregate.ts'
import { writes } from '../../kernel/handler.ts'
import { conflict } from '../../kernel/outcome.ts'
import { saveWhole } from '../../kernel/save.ts'
import {
  ledgerAccountAggregate,
  taxAggregate,
  taxRuleAggregate,
  transactionCodeAggregate,
} from './money-aggregates.ts'
import {
  exchangeRateAggregate,
  feePolicyAggregate,
  folioSettingAggregate,
  packageAggregate,
  paperSeriesAggregate,
} from './other-aggregates.ts'

export const saveAccount = writes('chart.saveAccount', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, ledgerAccountAggregate, 'ledger_accounts', { id, version }, image),
)

export const saveTax = writes('chart.saveTax', (tx, ctx, { id, version, ...image }) =>
  // The contract's optional field may be there as undefined, which JSON leaves out
  saveWhole(tx, ctx, taxAggregate, 'taxes', { id, version }, JSON.parse(JSON.stringify(image)) as TaxImage),
)

export const saveTaxRule = writes('chart.saveTaxRule', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, taxRuleAggregate, 'tax_rules', { id, version }, image),
)

export const saveCode = writes('chart.saveCode', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, transactionCodeAggregate, 'transaction_codes', { id, version }, fitToKind(image)),
)

export const savePackage = writes('chart.savePackage', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, packageAggregate, 'packages', { id, version }, image),
)

export const saveFeePolicy = writes('chart.saveFeePolicy', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, feePolicyAggregate, 'fee_policies', { id, version }, image),
)

export const saveExchangeRate = writes('chart.saveExchangeRate', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, exchangeRateAggregate, 'exchange_rates', { id, version }, image),
)

export const saveSeries = writes('chart.saveSeries', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, paperSeriesAggregate, 'paper_series', { id, version }, image),
)

export const saveSettings = writes('chart.saveSettings', async (tx, ctx, { version, ...fields }) => {
  for (const role of fields.shiftExempt)
    if (!(await hasRole(tx, role))) return refuse('ROLE_UNKNOWN', { role })
  const stored = await loadFolioSettings(tx, FOLIO_SETTINGS)
  const image = { chart: (stored?.image ?? defaultFolioSettings).chart, ...fields }
  if (stored) return edit(tx, ctx, folioSettingAggregate, FOLIO_SETTINGS, version, () => ok(image))
  if (version !== 0) return conflict('folio-setting', FOLIO_SETTINGS)
  return create(tx, ctx, folioSettingAggregate, FOLIO_SETTINGS, image)
})
