import type { Writer } from '#db/handles.ts'
import { findRateFrom, isSeriesUsed, missingOf } from '#db/queries/folio/chart-use.ts'
import { loadFolioSettings, saveFolioSettings } from '#db/repositories/folio/chart.ts'
import {
  exchangeRates,
  feePolicies,
  packages,
  paperSeries,
  transactionCodes,
} from '#db/repositories/folio/chart-things.ts'
import { isPositiveDecimal } from '#shared/domain/folio/chart-rules.ts'
import type { FeePolicyImage } from '#shared/domain/folio/fee-policy.ts'
import type { PackageImage } from '#shared/domain/folio/package.ts'
import type { PaperSeriesImage } from '#shared/domain/folio/paper.ts'
import type { FolioSettings } from '#shared/domain/folio/settings.ts'
import type { ExchangeRateImage } from '#shared/domain/folio/shift.ts'
import { type PaperSeriesId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'
import { refusalOfCode } from './money-aggregates.ts'

/** The one row of settings of money at the desk. */
export const folioSettingAggregate: Aggregate<FolioSettings> = {
  entity: 'folio-setting',
  unknown: 'CHANGE_UNKNOWN',
  load: loadFolioSettings,
  save: saveFolioSettings,
  check: async () => null,
}

async function refusalOfPlans(tx: Writer, ids: readonly number[]) {
  const [missing] = await missingOf(tx, 'rate_plans', ids)
  return missing === undefined ? null : refuse('RATE_PLAN_UNKNOWN', { id: missing })
}

/** A package: its elements are charges, or package codes that are split further. */
export const packageAggregate: Aggregate<PackageImage> = {
  entity: 'package',
  unknown: 'PACKAGE_UNKNOWN',
  load: packages.load,
  save: packages.save,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return null
    const wrong =
      (await refusalOfCode(tx, 'packages', id, after.code)) ??
      (await refusalOfPlans(tx, after.terms.ratePlanIds))
    if (wrong) return wrong
    for (const { codeId } of after.terms.elements) {
      const code = await transactionCodes.load(tx, codeId)
      if (!code) return refuse('TRANSACTION_CODE_UNKNOWN', { id: codeId })
      if (code.image.kind !== 'charge' && code.image.kind !== 'package') {
        return refuse('PART_NOT_CHARGE', { code: code.image.code })
      }
    }
    return null
  },
}

export const feePolicyAggregate: Aggregate<FeePolicyImage> = {
  entity: 'fee-policy',
  unknown: 'FEE_POLICY_UNKNOWN',
  load: feePolicies.load,
  save: feePolicies.save,
  check: async (tx, _ctx, id, _before, after) =>
    after &&
    ((await refusalOfCode(tx, 'fee_policies', id, after.code)) ??
      (await refusalOfPlans(tx, after.terms.ratePlanIds))),
}

/** A rate of exchange. Postings keep the rate that they were made at, so that any may be changed or taken back. */
export const exchangeRateAggregate: Aggregate<ExchangeRateImage> = {
  entity: 'exchange-rate',
  unknown: 'EXCHANGE_RATE_UNKNOWN',
  load: exchangeRates.load,
  save: exchangeRates.save,
  check: async (tx, ctx, id, _before, after) => {
    if (!after) return null
    if (!isPositiveDecimal(after.rate)) return refuse('RATE_NOT_POSITIVE')
    if (after.currency === ctx.hotel.currency)
      return refuse('RATE_OWN_CURRENCY', { currency: after.currency })
    const owner = await findRateFrom(tx, after.currency, after.validFrom)
    return owner !== null && owner !== id
      ? refuse('RATE_TAKEN', { currency: after.currency, date: after.validFrom })
      : null
  },
}

/** A series of numbers. Once one was given, its kind stays: the numbers of a kind are without gaps. */
export const paperSeriesAggregate: Aggregate<PaperSeriesImage> = {
  entity: 'paper-series',
  unknown: 'PAPER_SERIES_UNKNOWN',
  load: paperSeries.load,
  save: paperSeries.save,
  check: async (tx, _ctx, number, before, after) => {
    const id = number as PaperSeriesId
    if (!after) return (await isSeriesUsed(tx, id)) ? dependentExists('paper') : null
    const taken = await refusalOfCode(tx, 'paper_series', id, after.code)
    if (taken) return taken
    return before && before.kind !== after.kind && (await isSeriesUsed(tx, id))
      ? refuse('CHART_IN_USE', { code: before.code })
      : null
  },
}
