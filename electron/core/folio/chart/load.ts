import type { Writer } from '#db/handles.ts'
import type { Numbered } from '#db/next-id-expression.ts'
import { isAnythingPosted, isChartEmpty } from '#db/queries/folio/chart-use.ts'
import { FOLIO_SETTINGS, loadFolioSettings, readFolioSettings } from '#db/repositories/folio/chart.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { Image } from '#shared/domain/change/change.ts'
import type { TransactionCodeImage } from '#shared/domain/folio/chart.ts'
import type { ChartData } from '#shared/domain/folio/chart-data.ts'
import type { FolioSettings } from '#shared/domain/folio/settings.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../../kernel/aggregate.ts'
import type { Context } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { type Change, done } from '../../kernel/outcome.ts'
import { countryCharts } from './country-charts.ts'
import {
  ledgerAccountAggregate,
  taxAggregate,
  taxRuleAggregate,
  transactionCodeAggregate,
} from './money-aggregates.ts'
import { folioSettingAggregate, paperSeriesAggregate } from './other-aggregates.ts'

/**
 * Loads a country's chart into a hotel that has none: accounts, taxes, rules, codes, number series and settings. Its
 * fixed amounts are of one currency: a chart that has any is refused in another.
 */
export const loadChart = writes('chart.load', async (tx, ctx, input) => {
  const { image } = await readFolioSettings(tx)
  if (image.chart !== '' || !(await isChartEmpty(tx)) || (await isAnythingPosted(tx))) {
    return refuse('CHART_LOADED', { chart: image.chart })
  }
  const data = countryCharts[input.chart]
  if (data.currency !== null && data.currency !== ctx.hotel.currency) {
    return refuse('CHART_CURRENCY', { currency: data.currency, hotel: ctx.hotel.currency })
  }
  const changes = await loadChartData(tx, ctx, data)
  return done({ chart: data.chart, codes: data.codes.length, accounts: data.accounts.length }, changes)
})

/** Writes all of a chart's file into a hotel that has no chart; its settings with others over them. */
export async function loadChartData(
  tx: Writer,
  ctx: Context,
  data: ChartData,
  settings: Partial<FolioSettings> = {},
): Promise<Change[]> {
  const { image } = await readFolioSettings(tx)
  const changes = await fillChart(tx, ctx, data)
  const after = { ...image, ...data.settings, ...settings, chart: data.chart }
  return [...changes, ...(await putSettings(tx, ctx, after))]
}

/** What a chart's file names by code, by the ids that were drawn for it. */
type Ids = ReadonlyMap<string, number>

function idIn<T extends number>(ids: Ids, code: string | undefined): T {
  const id = ids.get(code ?? '')
  if (id === undefined) throw new Error(`the chart's file names ${code}, which it does not have before`)
  return id as T
}

async function fillChart(tx: Writer, ctx: Context, data: ChartData): Promise<Change[]> {
  const changes: Change[] = []
  const makeAll = async <I extends Image & { code: string }>(
    aggregate: Aggregate<I>,
    table: Numbered,
    images: readonly I[],
  ): Promise<Map<string, number>> => {
    const ids = new Map<string, number>()
    for (const image of images) {
      const id = await nextId(tx, table)
      const made = await create(tx, ctx, aggregate, id, image)
      // The chart was empty: what is refused now is wrong in the file
      if (!('done' in made)) throw new Error(`${aggregate.entity} ${image.code}: ${JSON.stringify(made)}`)
      changes.push(...made.changes)
      ids.set(image.code, id)
    }
    return ids
  }
  const accounts = await makeAll(
    ledgerAccountAggregate,
    'ledger_accounts',
    data.accounts.map((one) => ({ role: null, active: true, ...one })),
  )
  const taxes = await makeAll(
    taxAggregate,
    'taxes',
    data.taxes.map(({ account, ...one }) => ({ active: true, ...one, accountId: idIn(accounts, account) })),
  )
  const rules = await makeAll(
    taxRuleAggregate,
    'tax_rules',
    data.rules.map((one) => ({ ...one, active: true, taxes: one.taxes.map((code) => idIn(taxes, code)) })),
  )
  const codeImage = (
    codes: Ids,
    { account, rule, parts, ...one }: ChartData['codes'][number],
  ): TransactionCodeImage => ({
    method: null,
    role: null,
    priceMinor: null,
    invoiceItem: '',
    ...one,
    active: true,
    accountId: account === undefined ? null : idIn(accounts, account),
    taxRuleId: rule === undefined ? null : idIn(rules, rule),
    parts: (parts ?? []).map((part) => ({ codeId: idIn(codes, part.code), basisPoints: part.basisPoints })),
  })
  const [split, plain] = [true, false].map((isSplit) =>
    data.codes.filter((one) => (one.kind === 'package') === isSplit),
  ) as [ChartData['codes'], ChartData['codes']]
  const table = 'transaction_codes'
  const codes = await makeAll(
    transactionCodeAggregate,
    table,
    plain.map((one) => codeImage(new Map(), one)),
  )
  await makeAll(
    transactionCodeAggregate,
    table,
    split.map((one) => codeImage(codes, one)),
  )
  await makeAll(
    paperSeriesAggregate,
    'paper_series',
    data.series.map((one) => ({ ...one, active: true })),
  )
  return changes
}

async function putSettings(tx: Writer, ctx: Context, image: FolioSettings): Promise<Change[]> {
  const stored = await loadFolioSettings(tx, FOLIO_SETTINGS)
  const saved = stored
    ? await edit(tx, ctx, folioSettingAggregate, FOLIO_SETTINGS, stored.version, () => ok(image))
    : await create(tx, ctx, folioSettingAggregate, FOLIO_SETTINGS, image)
  if (!('done' in saved)) throw new Error(`settings: ${JSON.stringify(saved)}`)
  return saved.changes
}
