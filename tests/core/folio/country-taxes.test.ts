import { afterEach, expect, test } from 'vitest'
import { readChart } from '#db/repositories/folio/chart.ts'
import { type ChartName, chartNames } from '#shared/domain/folio/chart-data.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { computeTaxes } from '#shared/domain/folio/compute-tax.ts'
import type { Tax, Taxed, TaxFacts } from '#shared/domain/folio/tax.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

let t: TestApp | undefined
afterEach(async () => {
  expect(t?.defects).toEqual([])
  await t?.close()
})

async function loadChart(name: ChartName): Promise<Chart> {
  t = await openTestApp({ setUp: false })
  await t.must('setup.run', {
    hotelName: 'Test Hotel',
    language: 'en',
    currency: name === 'us-nyc' ? 'USD' : 'EUR',
    timeZone: 'UTC',
    country: 'DEU',
    businessDate: '2026-03-02' as BusinessDate,
    administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
  })
  await t.must('chart.load', { chart: name })
  return readChart(t.app.store.reader)
}

const facts = (date: string, more: Partial<TaxFacts> = {}): TaxFacts => ({
  date: date as BusinessDate,
  quantity: 1000,
  adults: 2,
  childAges: [],
  nightNo: 1,
  nights: 1,
  business: false,
  ...more,
})

function taxed(chart: Chart, code: string, priceMinor: number, of: TaxFacts): Taxed {
  const found = [...chart.codes.values()].find((one) => one.code === code)
  const rule = found?.taxRuleId ? chart.rules.get(found.taxRuleId) : undefined
  if (!rule) throw new Error(`no rule of ${code}`)
  return computeTaxes(
    rule.taxes.map((id) => chart.taxes.get(id) as Tax),
    priceMinor,
    of,
  )
}

test.each(chartNames)('every code of %s computes: net and taxes are the gross', async (name) => {
  const chart = await loadChart(name)
  for (const code of chart.codes.values()) {
    if (code.taxRuleId === null) continue
    for (const date of ['2025-06-01', '2026-06-01', '2028-06-01']) {
      const { netMinor, taxes, grossMinor } = taxed(chart, code.code, 12_345, facts(date))
      expect(netMinor + taxes.reduce((sum, tax) => sum + tax.taxMinor, 0)).toBe(grossMinor)
    }
  }
})

/** Code, price as stated, date, facts → gross and the taxes in their order, all in minor units. */
type Case = [ChartName, string, number, string, Partial<TaxFacts>, number, number[]]
// Worked by hand from the rates in the sources of each file
const cases: Case[] = [
  ['cn-general', 'ROOM', 106_00, '2026-03-02', {}, 106_00, [6_00]],
  ['cn-general', 'MINI', 113_00, '2026-03-02', {}, 113_00, [13_00]],
  ['cn-general', 'PARK', 109_00, '2026-03-02', {}, 109_00, [9_00]],
  ['cn-general', 'CXL', 100_00, '2026-03-02', {}, 100_00, []],
  ['cn-small', 'ROOM', 101_00, '2027-12-31', {}, 101_00, [1_00]],
  ['cn-small', 'ROOM', 103_00, '2028-01-01', {}, 103_00, [3_00]],
  ['de', 'ROOM', 107_00, '2025-12-31', {}, 107_00, [7_00]],
  ['de', 'REST', 119_00, '2025-12-31', {}, 119_00, [19_00]],
  ['de', 'REST', 107_00, '2026-01-01', {}, 107_00, [7_00]],
  ['de', 'BAR', 119_00, '2026-01-01', {}, 119_00, [19_00]],
  ['us-nyc', 'ROOM', 200_00, '2026-03-02', {}, 233_00, [8_00, 75, 9_00, 11_75, 2_00, 1_50]],
  // State and unit fee are free from 90 nights, back to the first; the city from 180
  ['us-nyc', 'ROOM', 200_00, '2026-03-02', { nights: 90 }, 222_75, [9_00, 11_75, 2_00]],
  ['us-nyc', 'ROOM', 200_00, '2026-03-02', { nights: 89 }, 233_00, [8_00, 75, 9_00, 11_75, 2_00, 1_50]],
  ['us-nyc', 'ROOM', 200_00, '2026-03-02', { nights: 180 }, 200_00, []],
  ['us-nyc', 'REST', 100_00, '2026-03-02', {}, 108_88, [8_88]],
]

test.each(cases)('%s: %s of %i on %s %j', async (name, code, price, date, more, gross, taxes) => {
  const result = taxed(await loadChart(name), code, price, facts(date, more))
  expect(result.grossMinor).toBe(gross)
  expect(result.taxes.map((tax) => tax.taxMinor)).toEqual(taxes)
})

test('in Germany a breakfast is split to food and drinks, and the city tax is computed on the net price', async () => {
  const chart = await loadChart('de')
  const codes = [...chart.codes.values()]
  const parts = codes
    .find((code) => code.code === 'BRKF')
    ?.parts.map(({ codeId, basisPoints }) => [chart.codes.get(codeId)?.code, basisPoints])
  expect(parts).toEqual([
    ['BRKFF', 7000],
    ['BRKFD', 3000],
  ])
  const rule = [...chart.rules.values()].find((one) => one.code === 'LOGISB')
  const of = (date: string) =>
    computeTaxes(
      (rule?.taxes ?? []).map((id) => chart.taxes.get(id) as Tax),
      107_00,
      facts(date),
    )
  expect(of('2026-03-02')).toMatchObject({ netMinor: 100_00, grossMinor: 114_50 })
  expect(of('2024-12-31')).toMatchObject({ netMinor: 100_00, grossMinor: 112_00 })
})
