import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { accountRoles, codeRoles, paymentMethods } from '#shared/domain/folio/chart.ts'
import { chartNames } from '#shared/domain/folio/chart-data.ts'
import { codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import { needsTaxRule } from '#shared/domain/folio/chart-rules.ts'
import { paperKinds } from '#shared/domain/folio/paper.ts'
import { defaultFolioSettings } from '#shared/domain/folio/settings.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'

type Chart = OutputOf<'chart.get'>

let t: TestApp
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

async function openHotelIn(currency: string): Promise<TestApp> {
  const app = await openTestApp({ setUp: false })
  await app.must('setup.run', {
    hotelName: 'Test Hotel',
    language: 'en',
    currency,
    timeZone: 'UTC',
    country: 'DEU',
    businessDate: '2026-03-02' as never,
    administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
  })
  return app
}

describe('the charts that ship', () => {
  test.each(chartNames)('%s is whole, and each thing in it is one that could be saved', async (name) => {
    t = await openHotelIn(name === 'us-nyc' ? 'USD' : 'EUR')
    await t.must('chart.load', { chart: name })
    const chart = await readChart(t.app.store.reader)
    expect(Object.keys(chart.roles).toSorted()).toEqual([...accountRoles].toSorted())
    for (const role of codeRoles) expect(codeOfRole(chart, role)).toMatchObject({ kind: 'charge', role })
    const codes = [...chart.codes.values()]
    for (const code of codes)
      expect([code.code, code.taxRuleId !== null]).toEqual([code.code, needsTaxRule(code.kind)])
    for (const method of paymentMethods) expect(codes.some((code) => code.method === method)).toBe(true)
    for (const kind of ['paid-out', 'voucher', 'allowance'] as const)
      expect(codes.some((code) => code.kind === kind)).toBe(true)
    const all = await t.must('chart.get', {})
    expect(all.series.map((one) => one.kind).toSorted()).toEqual([...paperKinds].toSorted())
    expect(all.settings.chart).toBe(name)
    // What the contract and the aggregates refuse is refused of a thing that is saved as it is
    for (const [operation, things] of [
      ['chart.saveAccount', all.accounts],
      ['chart.saveTax', all.taxes],
      ['chart.saveTaxRule', all.rules],
      ['chart.saveCode', all.codes],
      ['chart.saveSeries', all.series],
    ] as const) {
      for (const thing of things) {
        const next = { ...thing, active: !thing.active, ...('role' in thing ? { role: null } : {}) }
        await t.must(operation, next as InputOf<typeof operation> as never)
      }
    }
  })

  test('say where their facts come from and when that was looked up', async () => {
    t = await openTestApp()
    for (const chart of await t.must('chart.listCharts', {})) {
      expect(chart.sources.length).toBeGreaterThan(2)
      for (const { whatEn, whatZh, where, checked } of chart.sources) {
        expect(whatEn).not.toBe('')
        expect(whatZh).not.toBe('')
        expect(where).not.toBe('')
        expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/)
      }
      expect(chart.noteEn).toContain('check')
      expect(chart.noteZh).toContain('核实')
    }
  })
})

describe('a chart', () => {
  beforeEach(async () => {
    t = await openTestApp()
  })

  test('is empty before it is loaded', async () => {
    expect(await readChart(t.app.store.reader)).toEqual({
      settings: defaultFolioSettings,
      codes: new Map(),
      taxes: new Map(),
      rules: new Map(),
      roles: {},
    })
    expect(await t.must('chart.get', {})).toMatchObject({ empty: true, settings: { version: 0, chart: '' } })
  })

  test('is loaded once, by a manager, and taken back as a whole', async () => {
    expect(await t.deskAs('clerk').call('chart.load', { chart: 'cn-general' })).toMatchObject({
      fault: { code: 'NOT_PERMITTED' },
    })
    const loaded = await t.must('chart.load', { chart: 'cn-general' })
    expect(await t.must('chart.get', {})).toMatchObject({ empty: false, settings: { chart: 'cn-general' } })
    expect((await t.must('chart.get', {})).codes).toHaveLength(loaded.codes)
    expect(await t.call('chart.load', { chart: 'cn-small' })).toMatchObject({
      refusal: { code: 'CHART_LOADED', params: { chart: 'cn-general' } },
    })
    const { rows } = await t.must('change.list', { entity: 'ledger-account', limit: 1 })
    await t.must('change.undo', { change: rows[0]?.command ?? 0 })
    expect(await t.must('chart.get', {})).toMatchObject({ empty: true, accounts: [], codes: [], series: [] })
    await t.must('chart.load', { chart: 'cn-small' })
  })

  test('with amounts of another currency is refused', async () => {
    expect(await t.call('chart.load', { chart: 'us-nyc' })).toMatchObject({
      refusal: { code: 'CHART_CURRENCY', params: { currency: 'USD', hotel: 'CNY' } },
    })
    await t.must('chart.load', { chart: 'de' })
    expect(await t.must('chart.get', {})).toMatchObject({
      settings: { cashAllowed: false, eInvoice: true, taxRounding: 'document' },
    })
  })

  test('is not loaded into one that was begun by hand', async () => {
    await t.must('chart.saveAccount', {
      code: '1001',
      nameEn: 'Cash',
      nameZh: '现金',
      class: 'asset',
      role: 'cash',
      active: true,
    })
    expect(await t.call('chart.load', { chart: 'cn-general' })).toMatchObject({
      refusal: { code: 'CHART_LOADED' },
    })
  })
})

describe('what is saved', () => {
  let chart: Chart
  beforeEach(async () => {
    t = await openTestApp()
    await t.must('chart.load', { chart: 'cn-general' })
    chart = await t.must('chart.get', {})
  })
  const codeNamed = (code: string) => chart.codes.find((one) => one.code === code) as Chart['codes'][number]
  const accountNamed = (role: string) =>
    chart.accounts.find((one) => one.role === role) as Chart['accounts'][number]
  const charge = () => {
    const { id: _, version: __, ...room } = codeNamed('ROOM')
    return { ...room, code: 'SPA', nameEn: 'Spa', nameZh: '水疗', role: null }
  }

  test('a charge needs an account and a tax rule, a payment a method', async () => {
    const { id } = await t.must('chart.saveCode', charge())
    expect((await t.must('chart.get', {})).codes.find((one) => one.id === id)).toMatchObject({
      code: 'SPA',
      version: 1,
    })
    const spa = { ...charge(), code: 'SPA2' }
    for (const [patch, code] of [
      [{ taxRuleId: null }, 'CODE_WITHOUT_TAX_RULE'],
      [{ kind: 'allowance', taxRuleId: null }, 'CODE_WITHOUT_TAX_RULE'],
      [{ accountId: null }, 'CODE_WITHOUT_ACCOUNT'],
      [{ kind: 'payment' }, 'CODE_WITHOUT_METHOD'],
      [{ code: 'SPA' }, 'CODE_TAKEN'],
      [{ role: 'room' }, 'ROLE_TAKEN'],
      [{ kind: 'paid-out', role: 'rounding' }, 'ROLE_NOT_CHARGE'],
      [{ accountId: 9999 }, 'LEDGER_ACCOUNT_UNKNOWN'],
      [{ taxRuleId: 9999 }, 'TAX_RULE_UNKNOWN'],
      [{ kind: 'package', parts: [] }, 'PARTS_NOT_WHOLE'],
      [{ kind: 'package', parts: [{ codeId: id, basisPoints: 9_999 }] }, 'PARTS_NOT_WHOLE'],
      [{ kind: 'package', parts: [{ codeId: 9999, basisPoints: 10_000 }] }, 'TRANSACTION_CODE_UNKNOWN'],
      [
        { kind: 'package', parts: [{ codeId: codeNamed('CASH').id, basisPoints: 10_000 }] },
        'PART_NOT_CHARGE',
      ],
    ] as const) {
      expect(await t.call('chart.saveCode', { ...spa, ...patch } as never)).toMatchObject({
        refusal: { code },
      })
    }
    const whole = { ...spa, kind: 'package' as const, parts: [{ codeId: id, basisPoints: 10_000 }] }
    const made = await t.must('chart.saveCode', whole)
    // What a package has no use for is not kept
    expect((await t.must('chart.get', {})).codes.find((one) => one.id === made.id)).toMatchObject({
      accountId: null,
      taxRuleId: null,
    })
    expect(
      await t.call('chart.saveCode', {
        ...whole,
        code: 'TWO',
        parts: [{ codeId: made.id, basisPoints: 10_000 }],
      }),
    ).toMatchObject({ refusal: { code: 'PART_NOT_CHARGE' } })
    // A code that others are split to stays a charge
    const part = { ...charge(), id, version: 1, kind: 'voucher' as const }
    expect(await t.call('chart.saveCode', part)).toMatchObject({ refusal: { code: 'CHART_IN_USE' } })
  })

  test('an account has its role alone, and one with a role is active', async () => {
    const cash = accountNamed('cash')
    const { id: _, version: __, ...other } = { ...accountNamed('safe'), code: 'X' }
    expect(await t.call('chart.saveAccount', { ...other, role: 'cash' })).toMatchObject({
      refusal: { code: 'ROLE_TAKEN', params: { role: 'cash', code: cash.code } },
    })
    expect(await t.call('chart.saveAccount', { ...cash, active: false })).toMatchObject({
      refusal: { code: 'ROLE_NOT_ACTIVE' },
    })
    expect(await t.call('chart.saveAccount', { ...cash, id: 9999 as never })).toMatchObject({
      refusal: { code: 'LEDGER_ACCOUNT_UNKNOWN' },
    })
    expect(await t.call('chart.saveAccount', { ...cash, version: 7 })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })

  test('a tax has rates one after the other, in per cent of 0 to 100', async () => {
    const { id: _, version: __, ...vat } = chart.taxes[0] as Chart['taxes'][number]
    const withRates = (rates: unknown) => ({ ...vat, code: 'NEW', terms: { ...vat.terms, rates } }) as never
    const rate = (from: string | null, percent: string) => ({ from, basis: { kind: 'percent', percent } })
    for (const rates of [
      [],
      [rate(null, '100.5')],
      [rate(null, '-1')],
      [rate(null, '6,5')],
      [rate('2026-01-01', '6'), rate('2026-01-01', '7')],
      [rate('2026-01-01', '6'), rate(null, '7')],
      [rate('2026-02-30', '6')],
      [
        {
          from: null,
          basis: {
            kind: 'steps',
            steps: [
              { upToMinor: 5, amountMinor: 1 },
              { upToMinor: 5, amountMinor: 2 },
            ],
          },
        },
      ],
    ]) {
      expect(await t.call('chart.saveTax', withRates(rates))).toMatchObject({
        fault: { code: 'INVALID_INPUT' },
      })
    }
    await t.must(
      'chart.saveTax',
      withRates([rate(null, '6'), rate('2026-01-01', '14.75'), rate('2027-01-01', '0')]),
    )
    expect(
      await t.call('chart.saveTaxRule', {
        code: 'R',
        nameEn: '',
        nameZh: '',
        active: true,
        taxes: [9999 as never],
      }),
    ).toMatchObject({
      refusal: { code: 'TAX_UNKNOWN' },
    })
  })

  test('an exchange rate is above zero, of another currency, and begins on a date of its own', async () => {
    const usd = { currency: 'USD', validFrom: '2026-03-02' as never, rate: '7.1234' }
    const { id } = await t.must('chart.saveExchangeRate', usd)
    for (const [patch, code] of [
      [{ rate: '0' }, 'RATE_NOT_POSITIVE'],
      [{ rate: '0.000' }, 'RATE_NOT_POSITIVE'],
      [{ currency: 'CNY' }, 'RATE_OWN_CURRENCY'],
      [{}, 'RATE_TAKEN'],
    ] as const) {
      expect(await t.call('chart.saveExchangeRate', { ...usd, ...patch })).toMatchObject({
        refusal: { code },
      })
    }
    for (const rate of ['', '-7', '7,1', '1e3', 'abc'])
      expect(await t.call('chart.saveExchangeRate', { ...usd, rate })).toMatchObject({
        fault: { code: 'INVALID_INPUT' },
      })
    await t.must('chart.saveExchangeRate', { ...usd, id, version: 1, rate: '7.2' })
    const { rows } = await t.must('change.list', { entity: 'exchange-rate', limit: 1 })
    await t.must('change.undo', { change: rows[0]?.command ?? 0 })
    expect((await t.must('chart.get', {})).rates).toMatchObject([{ rate: '7.1234', version: 3 }])
  })

  test('a fee policy goes from the earliest tier to the last before arrival', async () => {
    const tier = (daysBefore: number | null, time = '18:00') => ({
      daysBefore,
      time,
      charge: { kind: 'nights', nights: 1 },
    })
    const policy = (cancellation: unknown[], ratePlanIds: number[] = []) =>
      ({
        code: 'STD',
        nameEn: 'Standard',
        nameZh: '标准',
        active: true,
        terms: {
          ratePlanIds,
          cancellation,
          noShow: { kind: 'nights', nights: 1 },
          earlyDeparture: { kind: 'none' },
        },
      }) as never
    for (const tiers of [
      [tier(1), tier(2)],
      [tier(1), tier(null)],
      [tier(1), tier(1)],
      [tier(1, '18:00'), tier(1, '12:00')],
    ])
      expect(await t.call('chart.saveFeePolicy', policy(tiers))).toMatchObject({
        fault: { code: 'INVALID_INPUT' },
      })
    expect(await t.call('chart.saveFeePolicy', policy([], [9999]))).toMatchObject({
      refusal: { code: 'RATE_PLAN_UNKNOWN' },
    })
    await t.must(
      'chart.saveFeePolicy',
      policy([tier(null), tier(7), tier(1, '12:00'), tier(1, '18:00'), tier(0)]),
    )
  })

  test('a package names charges, with an amount or a part of the rate each', async () => {
    const pack = (element: object) =>
      ({
        code: 'BB',
        nameEn: 'Breakfast',
        nameZh: '含早',
        active: true,
        terms: { ratePlanIds: [], meals: ['breakfast'], elements: [element] },
      }) as never
    const breakfast = { codeId: codeNamed('BRKF').id, per: 'adult', amountMinor: 5_000, basisPoints: null }
    expect(await t.call('chart.savePackage', pack({ ...breakfast, basisPoints: 500 }))).toMatchObject({
      fault: { code: 'INVALID_INPUT' },
    })
    expect(
      await t.call('chart.savePackage', pack({ ...breakfast, codeId: codeNamed('CASH').id })),
    ).toMatchObject({
      refusal: { code: 'PART_NOT_CHARGE' },
    })
    const { id } = await t.must('chart.savePackage', pack(breakfast))
    expect((await t.must('chart.get', {})).packages).toMatchObject([{ id, code: 'BB' }])
  })

  test('settings are kept within bounds, upon the version that was read', async () => {
    const { chart: _, ...settings } = chart.settings
    for (const patch of [{ cashStepMinor: 0 }, { warnPercent: 0 }, { warnPercent: 101 }, { holdDays: 0 }])
      expect(await t.call('chart.saveSettings', { ...settings, ...patch } as never)).toMatchObject({
        fault: { code: 'INVALID_INPUT' },
      })
    expect(await t.call('chart.saveSettings', { ...settings, shiftExempt: ['porter'] })).toMatchObject({
      refusal: { code: 'ROLE_UNKNOWN', params: { role: 'porter' } },
    })
    await t.must('chart.saveSettings', { ...settings, cashStepMinor: 10, sellerName: '测试酒店' })
    expect(await t.must('chart.get', {})).toMatchObject({
      settings: { chart: 'cn-general', cashStepMinor: 10, sellerName: '测试酒店', version: 2 },
    })
    expect(await t.call('chart.saveSettings', settings)).toMatchObject({ fault: { code: 'CONFLICT' } })
  })
})
