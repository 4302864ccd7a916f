import { z } from 'zod'
import { chartNames } from '../domain/folio/chart-data.ts'
import type {
  ExchangeRateId,
  FeePolicyId,
  LedgerAccountId,
  PackageId,
  PaperSeriesId,
  TaxId,
  TaxRuleId,
  TransactionCodeId,
} from '../values/index.ts'
import { empty, id, saved, version, versionOrNone } from './fields.ts'
import {
  accountFields,
  codeFields,
  packageFields,
  policyFields,
  rateFields,
  ruleFields,
  seriesFields,
  settingFields,
  taxFields,
} from './folio-chart-fields.ts'
import { command, query } from './operation.ts'

const chartName = z.enum(chartNames, { error: 'invalid.choice' })

/** A thing as it is listed. */
const stored = <T extends number, F extends z.ZodRawShape>(fields: F) =>
  z.strictObject({ id: id<T>(), ...fields, version })

/** What `save` takes: without an id a new thing, with id and version the change of one. */
const target = <T extends number>() => ({ id: id<T>().optional(), version: version.optional() })

export const get = query({
  name: 'chart.get',
  about:
    'The hotel’s whole chart: accounts, taxes, rules, codes and what goes with them; and the charts to begin with.',
  input: empty,
  output: z.strictObject({
    settings: z.strictObject({ chart: z.string(), ...settingFields, version: versionOrNone }),
    /** Nothing is on file and nothing was posted: a country's chart may be loaded. */
    empty: z.boolean(),
    accounts: z.array(stored<LedgerAccountId, typeof accountFields>(accountFields)),
    taxes: z.array(stored<TaxId, typeof taxFields>(taxFields)),
    rules: z.array(stored<TaxRuleId, typeof ruleFields>(ruleFields)),
    codes: z.array(stored<TransactionCodeId, typeof codeFields>(codeFields)),
    packages: z.array(stored<PackageId, typeof packageFields>(packageFields)),
    policies: z.array(stored<FeePolicyId, typeof policyFields>(policyFields)),
    rates: z.array(stored<ExchangeRateId, typeof rateFields>(rateFields)),
    series: z.array(stored<PaperSeriesId, typeof seriesFields>(seriesFields)),
  }),
  permission: 'folio-read',
  reads: [
    'folio-setting',
    'ledger-account',
    'tax',
    'tax-rule',
    'transaction-code',
    'package',
    'fee-policy',
    'exchange-rate',
    'paper-series',
  ],
})

export const listCharts = query({
  name: 'chart.listCharts',
  about: 'The charts that ship, by country, with their sources.',
  input: empty,
  output: z.array(
    z.strictObject({
      chart: chartName,
      country: z.string(),
      /** The currency of its fixed amounts; null: it goes with any. */
      currency: z.string().nullable(),
      nameEn: z.string(),
      nameZh: z.string(),
      noteEn: z.string(),
      noteZh: z.string(),
      accounts: z.number().int(),
      codes: z.number().int(),
      sources: z.array(
        z.strictObject({ whatEn: z.string(), whatZh: z.string(), where: z.string(), checked: z.string() }),
      ),
    }),
  ),
  permission: 'folio-read',
  reads: [],
})

export const load = command({
  name: 'chart.load',
  about:
    'Loads a country’s chart: accounts, taxes, codes, number series, settings. Only into a hotel without one.',
  input: z.strictObject({ chart: chartName }),
  output: z.strictObject({ chart: chartName, codes: z.number().int(), accounts: z.number().int() }),
  refusals: ['CHART_LOADED', 'CHART_CURRENCY'],
  permission: 'settings-money',
  undoable: true,
})

const manages = { permission: 'settings-money', undoable: true } as const

export const saveAccount = command({
  name: 'chart.saveAccount',
  about: 'Adds a ledger account, or changes the one named by id and version.',
  input: z.strictObject({ ...target<LedgerAccountId>(), ...accountFields }),
  output: saved<LedgerAccountId>(),
  refusals: ['CODE_TAKEN', 'ROLE_TAKEN', 'ROLE_NOT_ACTIVE', 'CHART_IN_USE', 'LEDGER_ACCOUNT_UNKNOWN'],
  ...manages,
})

export const saveTax = command({
  name: 'chart.saveTax',
  about: 'Adds a tax, or changes one: rates that begin after its last posting, its names and its account.',
  input: z.strictObject({ ...target<TaxId>(), ...taxFields }),
  output: saved<TaxId>(),
  refusals: ['CODE_TAKEN', 'LEDGER_ACCOUNT_UNKNOWN', 'TAX_IN_USE', 'TAX_UNKNOWN'],
  ...manages,
})

export const saveTaxRule = command({
  name: 'chart.saveTaxRule',
  about: 'Adds a tax rule, which may have no taxes, or changes the one named by id and version.',
  input: z.strictObject({ ...target<TaxRuleId>(), ...ruleFields }),
  output: saved<TaxRuleId>(),
  refusals: ['CODE_TAKEN', 'TAX_UNKNOWN', 'RULE_IN_USE', 'TAX_RULE_UNKNOWN'],
  ...manages,
})

export const saveCode = command({
  name: 'chart.saveCode',
  about: 'Adds a transaction code, or changes the one named by id and version.',
  input: z.strictObject({ ...target<TransactionCodeId>(), ...codeFields }),
  output: saved<TransactionCodeId>(),
  refusals: [
    'CODE_TAKEN',
    'ROLE_TAKEN',
    'ROLE_NOT_ACTIVE',
    'ROLE_NOT_CHARGE',
    'CODE_WITHOUT_ACCOUNT',
    'CODE_WITHOUT_TAX_RULE',
    'CODE_WITHOUT_METHOD',
    'PARTS_NOT_WHOLE',
    'PART_NOT_CHARGE',
    'LEDGER_ACCOUNT_UNKNOWN',
    'TAX_RULE_UNKNOWN',
    'TRANSACTION_CODE_UNKNOWN',
    'CHART_IN_USE',
  ],
  ...manages,
})

export const savePackage = command({
  name: 'chart.savePackage',
  about: 'Adds a package of what rates include, or changes the one named by id and version.',
  input: z.strictObject({ ...target<PackageId>(), ...packageFields }),
  output: saved<PackageId>(),
  refusals: [
    'CODE_TAKEN',
    'RATE_PLAN_UNKNOWN',
    'TRANSACTION_CODE_UNKNOWN',
    'PART_NOT_CHARGE',
    'PACKAGE_UNKNOWN',
  ],
  ...manages,
})

export const saveFeePolicy = command({
  name: 'chart.saveFeePolicy',
  about: 'Adds a policy of cancellation, no-show and early departure fees, or changes one.',
  input: z.strictObject({ ...target<FeePolicyId>(), ...policyFields }),
  output: saved<FeePolicyId>(),
  refusals: ['CODE_TAKEN', 'RATE_PLAN_UNKNOWN', 'FEE_POLICY_UNKNOWN'],
  ...manages,
})

export const saveExchangeRate = command({
  name: 'chart.saveExchangeRate',
  about: 'Adds what a foreign currency is worth from a business date on, or changes one.',
  input: z.strictObject({ ...target<ExchangeRateId>(), ...rateFields }),
  output: saved<ExchangeRateId>(),
  refusals: ['RATE_NOT_POSITIVE', 'RATE_OWN_CURRENCY', 'RATE_TAKEN', 'EXCHANGE_RATE_UNKNOWN'],
  ...manages,
})

export const saveSeries = command({
  name: 'chart.saveSeries',
  about: 'Adds a series of numbers of invoices or receipts, or changes the one named by id and version.',
  input: z.strictObject({ ...target<PaperSeriesId>(), ...seriesFields }),
  output: saved<PaperSeriesId>(),
  refusals: ['CODE_TAKEN', 'CHART_IN_USE', 'PAPER_SERIES_UNKNOWN'],
  ...manages,
})

export const saveSettings = command({
  name: 'chart.saveSettings',
  about:
    'Changes how money is kept at the desk: rounding, limits, shifts, what stands on invoices. Version 0: none are stored yet.',
  input: z.strictObject({ version: versionOrNone, ...settingFields }),
  output: saved<number>(),
  refusals: ['CHANGE_UNKNOWN', 'ROLE_UNKNOWN'],
  ...manages,
})
