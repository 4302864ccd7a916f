import type { Reader } from '#db/handles.ts'
import { isAnythingPosted, isChartEmpty } from '#db/queries/folio/chart-use.ts'
import { readFolioSettings } from '#db/repositories/folio/chart.ts'
import {
  accounts,
  exchangeRates,
  feePolicies,
  packages,
  paperSeries,
  type ThingStore,
  taxes,
  taxRules,
  transactionCodes,
} from '#db/repositories/folio/chart-things.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { reads } from '../../kernel/handler.ts'
import { countryCharts } from './country-charts.ts'

async function listOf<I extends object>(db: Reader, store: ThingStore<I>) {
  return (await store.list(db)).map(({ id, image, version }) => ({ id, ...image, version }))
}

/** The whole chart: a few dozen rows of each kind. */
export const getChart = reads('chart.get', async (db) => {
  const { image, version } = await readFolioSettings(db)
  return {
    settings: { ...image, version },
    empty: image.chart === '' && (await isChartEmpty(db)) && !(await isAnythingPosted(db)),
    accounts: await listOf(db, accounts),
    taxes: await listOf(db, taxes),
    rules: await listOf(db, taxRules),
    codes: await listOf(db, transactionCodes),
    packages: await listOf(db, packages),
    policies: await listOf(db, feePolicies),
    rates: await listOf(db, exchangeRates),
    series: await listOf(db, paperSeries),
    // An id is of its table, which its brand says and the store's row does not
  } as unknown as OutputOf<'chart.get'>
})

export const listCharts = reads('chart.listCharts', () =>
  Object.values(countryCharts).map(
    ({ settings: _s, accounts: own, taxes: _t, rules: _r, codes, series: _n, ...about }) => ({
      ...about,
      accounts: own.length,
      codes: codes.length,
    }),
  ),
)
