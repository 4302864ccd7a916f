import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeReply } from '#shared/i18n/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf, linesOf } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

let app: TestApp & { made: FolioHotel }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, folioHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const get = () => app.must('folio.get', { id: app.made.folio })
const owe = (unitMinor: number) =>
  app.must('folio.charge', { folioId: app.made.folio, items: [{ codeId: code('REST'), unitMinor }] })
const payment = (name: string, amountMinor: number, more: object = {}) => ({
  folioId: app.made.folio,
  codeId: code(name),
  amountMinor,
  ...more,
})

async function setSettings(changes: object): Promise<void> {
  const { settings } = await app.must('chart.get', {})
  const { chart: _chart, ...rest } = settings
  await app.must('chart.saveSettings', { ...rest, ...changes } as never)
}

test('a foreign note pays at the day’s rate, rounded once, and its change is in its own currency', async () => {
  await app.must('chart.saveExchangeRate', {
    currency: 'USD',
    validFrom: '2026-03-01' as never,
    rate: '7.0937',
  })
  await owe(50_000)
  const paid = await app.must(
    'folio.pay',
    payment('CASH', 1, { currency: 'USD', foreignMinor: 1_999, tenderedMinor: 2_000 }),
  )
  // 19.99 × 7.0937 = 141.803063
  expect(paid).toMatchObject({ balanceMinor: 35_820, changeMinor: 1 })
  const line = linesOf(await get()).find(({ payment: by }) => by)
  expect(line).toMatchObject({
    grossMinor: -14_180,
    payment: { currency: 'USD', foreignMinor: 1_999, rate: '7.0937', tenderedMinor: 2_000, changeMinor: 1 },
  })
  expect(
    await app.call('folio.pay', payment('CASH', 1, { currency: 'EUR', foreignMinor: 100 })),
  ).toMatchObject({
    refusal: { code: 'RATE_MISSING' },
  })
  await app.must('folio.correct', { lineIds: [line?.id as never], reason: 'Wrong note' })
  expect(await get()).toMatchObject({ balanceMinor: 50_000, paidMinor: 0 })
})

test('cash is rounded to the smallest coin by a line of its own, other ways of paying are not', async () => {
  await setSettings({ cashStepMinor: 5 })
  await owe(14_998)
  expect(await app.must('folio.pay', payment('CASH', 15_000))).toMatchObject({ balanceMinor: 0 })
  expect(linesOf(await get()).map((line) => [line.code, line.grossMinor])).toEqual([
    ['REST', 14_998],
    ['CASH', -15_000],
    ['ROUND', 2],
  ])
  await owe(14_998)
  expect(await app.must('folio.pay', payment('CARD', 15_000))).toMatchObject({ balanceMinor: -2 })
})

test('what was paid is given back, and no more', async () => {
  await owe(10_000)
  await app.must('folio.pay', payment('ALIPAY', 12_000))
  const reply = await app.call('folio.refund', { ...payment('ALIPAY', 12_001), reason: 'Paid twice' })
  expect(reply).toMatchObject({ refusal: { code: 'REFUND_ABOVE_PAID' } })
  expect(describeReply(reply, 'en', 'folio.refund')).toBe(
    'Only ¥120.00 was paid on this folio. Enter that or less.',
  )
  expect(await app.must('folio.refund', { ...payment('ALIPAY', 2_000), reason: 'Paid twice' })).toMatchObject(
    {
      balanceMinor: 0,
    },
  )
  expect(await get()).toMatchObject({ paidMinor: 10_000, chargedMinor: 10_000 })
})

test('what was taken back is not given back a second time', async () => {
  await owe(10_000)
  await app.must('folio.pay', payment('ALIPAY', 12_000))
  const { rows } = await app.must('change.list', { operation: 'folio.pay' })
  await app.must('change.undo', { change: rows[0]?.command as number })
  expect(await app.call('folio.refund', { ...payment('ALIPAY', 1), reason: 'Paid twice' })).toMatchObject({
    refusal: { code: 'REFUND_ABOVE_PAID', params: { paidMinor: 0 } },
  })
})

test('what a deposit paid above the bill is given back, and no more', async () => {
  await owe(10_000)
  const { id, version } = await app.must('deposit.take', {
    folioId: app.made.folio,
    kind: 'deposit',
    codeId: code('ALIPAY'),
    amountMinor: 20_000,
  })
  await app.must('deposit.apply', { id, version, amountMinor: 12_000 })
  expect(await app.call('folio.refund', { ...payment('ALIPAY', 12_001), reason: 'Too much' })).toMatchObject({
    refusal: { code: 'REFUND_ABOVE_PAID', params: { paidMinor: 12_000 } },
  })
  expect(await app.must('folio.refund', { ...payment('ALIPAY', 2_000), reason: 'Too much' })).toMatchObject({
    balanceMinor: 0,
  })
})

test('a desk needs its shift for cash where the hotel says so, and takes cards without', async () => {
  await setSettings({ shiftRule: 'cash', shiftExempt: [] })
  await owe(10_000)
  expect(await app.call('folio.pay', payment('CASH', 1_000))).toMatchObject({
    refusal: { code: 'SHIFT_NEEDED' },
  })
  await app.must('folio.pay', payment('CARD', 1_000, { brand: 'visa', lastFour: '4242' }))
  await setSettings({ cashAllowed: false })
  expect(await app.call('folio.pay', payment('CASH', 1_000))).toMatchObject({
    refusal: { code: 'CASH_NOT_TAKEN' },
  })
})

test('an allowance takes tax back in its own proportion, up to what is left of the line', async () => {
  await owe(10_600)
  const lineId = lineIdOf(await get(), 'REST')
  await app.must('folio.allow', { lineId, amountMinor: 5_300, reason: 'Cold soup' })
  const given = linesOf(await get()).find((line) => line.code === 'ALWFOOD')
  expect(given).toMatchObject({ netMinor: -5_000, taxMinor: -300, grossMinor: -5_300, about: lineId })
  expect(await app.call('folio.allow', { lineId, amountMinor: 5_301, reason: 'More' })).toMatchObject({
    refusal: { code: 'ALLOWANCE_ABOVE_LINE', params: { leftMinor: 5_300 } },
  })
  expect(
    await app.deskAs('clerk').call('folio.allow', { lineId, amountMinor: 1, reason: 'Clerk' }),
  ).toMatchObject({
    fault: { code: 'NOT_PERMITTED' },
  })
})

describe('refused, and nothing half-posted', () => {
  test.each([
    ['a payment of zero', 'folio.pay', () => payment('CASH', 0)],
    ['a payment below zero', 'folio.pay', () => payment('CASH', -100)],
    ['a fraction', 'folio.pay', () => payment('CASH', 1.5)],
    ['a closed business date', 'folio.pay', () => payment('CASH', 100, { businessDate: '2026-03-01' })],
    ['a charge as a payment', 'folio.pay', () => payment('REST', 100)],
    ['on account of nobody', 'folio.pay', () => payment('CITY', 100)],
    [
      'on account of somebody who is not on file',
      'folio.pay',
      () => payment('CITY', 100, { accountId: 999 }),
    ],
    ['a voucher that there is not', 'folio.pay', () => payment('VOUCHER', 100, { voucherNo: 'X-1' })],
    ['less cash than the amount', 'folio.pay', () => payment('CASH', 100, { tenderedMinor: 99 })],
    ['a window that is not open', 'folio.pay', () => payment('CASH', 100, { window: 8 })],
    ['a window that can’t be', 'folio.pay', () => payment('CASH', 100, { window: 9 })],
    ['five digits of a card', 'folio.pay', () => payment('CARD', 100, { lastFour: '54242' })],
    ['a card’s number as a note', 'folio.pay', () => payment('CARD', 100, { text: '4111 1111 1111 1111' })],
    [
      'a charge of zero',
      'folio.charge',
      () => ({ folioId: app.made.folio, items: [{ codeId: code('REST'), unitMinor: 0 }] }),
    ],
    [
      'a charge to a window that is not open',
      'folio.charge',
      () => ({ folioId: app.made.folio, window: 5, items: [{ codeId: code('REST'), unitMinor: 1 }] }),
    ],
    [
      'a charge without a price',
      'folio.charge',
      () => ({ folioId: app.made.folio, items: [{ codeId: code('REST') }] }),
    ],
    [
      'a payment as a charge',
      'folio.charge',
      () => ({ folioId: app.made.folio, items: [{ codeId: code('CASH'), unitMinor: 1 }] }),
    ],
    [
      'a quantity of zero',
      'folio.charge',
      () => ({ folioId: app.made.folio, items: [{ codeId: code('REST'), unitMinor: 1, quantity: 0 }] }),
    ],
    [
      'a day to come',
      'folio.charge',
      () => ({
        folioId: app.made.folio,
        items: [{ codeId: code('REST'), unitMinor: 1 }],
        serviceDate: '2026-03-03',
      }),
    ],
    [
      'one good item and a bad one',
      'folio.charge',
      () => ({
        folioId: app.made.folio,
        items: [
          { codeId: code('REST'), unitMinor: 100 },
          { codeId: code('REST'), unitMinor: 0 },
        ],
      }),
    ],
    [
      'a folio that there is not',
      'folio.charge',
      () => ({ folioId: 999, items: [{ codeId: code('REST'), unitMinor: 1 }] }),
    ],
    [
      'settling with money left open',
      'folio.settle',
      () => ({
        id: app.made.folio,
        version: 1,
        payments: [{ window: 1, codeId: code('CARD'), amountMinor: 9_999 }],
      }),
    ],
  ] as const)('%s', async (_what, operation, input) => {
    await owe(10_000)
    const before = await get()
    const reply = await app.call(operation, input() as never)
    expect(reply.ok).toBe(false)
    for (const language of ['en', 'zh'] as const)
      expect(describeReply(reply as never, language, operation)).not.toMatch(/\{\{|^[A-Z_]+$/)
    expect(await get()).toEqual(before)
  })
})
