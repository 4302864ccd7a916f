import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutputOf } from '#shared/contract/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel } from '#tests/support/folio.ts'

type Chart = OutputOf<'chart.get'>
type Tax = Chart['taxes'][number]

let t: TestApp & { made: FolioHotel }
let chart: Chart
beforeEach(async () => {
  t = await openFilledApp(import.meta.filename, async (app) => {
    const made = await folioHotel(app)
    await app.must('folio.charge', {
      folioId: made.folio,
      items: [{ codeId: codeIn(made, 'LAUN'), unitMinor: 10_600 }],
    })
    return made
  })
  chart = await t.must('chart.get', {})
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const codeNamed = (code: string) => chart.codes.find((one) => one.code === code) as Chart['codes'][number]
const taxNamed = (code: string) => chart.taxes.find((one) => one.code === code) as Tax
const accountNamed = (code: string) =>
  chart.accounts.find((one) => one.code === code) as Chart['accounts'][number]

test('a tax that was posted takes rates after its last posting, and no other terms', async () => {
  const vat = taxNamed('VAT6')
  const percent = (from: string | null, of: string) => ({
    from: from as never,
    basis: { kind: 'percent' as const, percent: of },
  })
  for (const terms of [
    { ...vat.terms, rates: [percent(null, '7')] },
    { ...vat.terms, rates: [percent(null, '6'), percent('2026-03-02', '7')] },
    { ...vat.terms, included: false },
    { ...vat.terms, exemptBusiness: true },
  ]) {
    expect(await t.call('chart.saveTax', { ...vat, terms })).toMatchObject({
      refusal: { code: 'TAX_IN_USE', params: { code: 'VAT6', date: '2026-03-02' } },
    })
  }
  // A tax of which nothing was posted is free
  await t.must('chart.saveTax', {
    ...taxNamed('VAT13'),
    terms: { ...vat.terms, rates: [percent(null, '14')] },
  })
  const rates = [percent(null, '6'), percent('2026-03-03', '5'), percent('2027-01-01', '0')]
  const { version } = await t.must('chart.saveTax', { ...vat, active: false, terms: { ...vat.terms, rates } })
  await t.must('chart.saveTax', { ...vat, version, terms: vat.terms })
})

test('a rule whose code was posted keeps its taxes and takes new ones from a later date', async () => {
  const rule = chart.rules.find((one) => one.code === 'S6') as Chart['rules'][number]
  const other = taxNamed('VAT9')
  const later = await t.must('chart.saveTax', {
    ...other,
    id: undefined,
    version: undefined,
    code: 'LATER',
    terms: {
      ...other.terms,
      rates: [{ from: '2026-03-03' as never, basis: { kind: 'percent', percent: '1' } }],
    },
  })
  for (const taxes of [[], [other.id], [...rule.taxes, other.id], [later.id, ...rule.taxes]]) {
    expect(await t.call('chart.saveTaxRule', { ...rule, taxes })).toMatchObject({
      refusal: { code: 'RULE_IN_USE', params: { code: 'S6', date: '2026-03-02' } },
    })
  }
  await t.must('chart.saveTaxRule', { ...rule, taxes: [...rule.taxes, later.id] })
})

test('a code that was posted keeps kind, group, rule; its account may change from now on', async () => {
  const laundry = codeNamed('LAUN')
  for (const patch of [{ group: 'food' }, { taxRuleId: codeNamed('MINI').taxRuleId }] as const) {
    expect(await t.call('chart.saveCode', { ...laundry, ...patch })).toMatchObject({
      refusal: { code: 'CHART_IN_USE', params: { code: 'LAUN' } },
    })
  }
  const { version } = await t.must('chart.saveCode', {
    ...laundry,
    accountId: accountNamed('600102').id,
    nameEn: 'Washing',
  })
  await t.must('chart.saveCode', { ...laundry, version, active: false })
})

test('an account with entries keeps class and role', async () => {
  const guests = accountNamed('112201')
  for (const patch of [{ class: 'liability' }, { role: null }] as const) {
    expect(await t.call('chart.saveAccount', { ...guests, ...patch })).toMatchObject({
      refusal: { code: 'CHART_IN_USE' },
    })
  }
  await t.must('chart.saveAccount', { ...guests, code: '1122', nameZh: '应收账款' })
  await t.must('chart.saveAccount', { ...accountNamed('1002'), class: 'liability' })
})

test('what is named by postings is not taken away by an undo, and no chart is loaded over them', async () => {
  const { rows } = await t.must('change.list', { entity: 'tax', limit: 1 })
  expect(await t.call('change.undo', { change: rows[0]?.command ?? 0 })).toMatchObject({
    refusal: { code: 'STANDS_ON' },
  })
  expect(await t.call('chart.load', { chart: 'cn-small' })).toMatchObject({
    refusal: { code: 'CHART_LOADED' },
  })
})
