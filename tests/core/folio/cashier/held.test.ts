import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OperationName } from '#shared/contract/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { type CashierHotel, cashierHotel, codeOf, type Person, personAt } from '#tests/support/cashier.ts'
import { codeIn, lineIdOf } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

let app: TestApp & { made: CashierHotel }
let mei: Person
let boss: Person

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, cashierHotel)
  mei = personAt(app, 'mei')
  boss = personAt(app, 'boss')
  await mei.must('shift.open', { floatMinor: 50_000 })
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const folio = () => app.must('folio.get', { id: app.made.folio })
const undo = async (operation: OperationName) => {
  const { rows } = await app.must('change.list', { operation })
  return app.call('change.undo', { change: rows[0]?.command as number })
}
const take = (more: object = {}) =>
  mei.must('deposit.take', {
    bookingId: app.made.booking,
    kind: 'deposit',
    codeId: code('CASH'),
    amountMinor: 50_000,
    ...more,
  })

describe('a deposit', () => {
  test('is taken for a booking under the next slip number and listed with what the ledger has', async () => {
    const first = await take({ tenderedMinor: 60_000 })
    expect(first).toMatchObject({ slipNo: 'DEP-2026-000001', changeMinor: 10_000, version: 1 })
    const key = await take({ kind: 'key', amountMinor: 30_000 })
    const second = await take({ codeId: code('CARD'), lastFour: '1234', brand: 'visa' })
    expect(second.slipNo).toBe('DEP-2026-000002')
    const list = await mei.must('deposit.list', {})
    expect(list.rows.map(({ slipNo }) => slipNo)).toEqual([first.slipNo, key.slipNo, second.slipNo])
    expect(list.totals).toEqual({
      deposit: { count: 2, heldMinor: 100_000, ledgerMinor: 100_000 },
      key: { count: 1, heldMinor: 30_000, ledgerMinor: 30_000 },
    })
    expect(await folio()).toMatchObject({ balanceMinor: 0, heldMinor: 130_000, paidMinor: 0 })
    expect((await mei.must('deposit.list', { kind: 'key', text: '张伟' })).rows).toHaveLength(1)
    expect((await mei.must('deposit.list', { text: 'nobody' })).rows).toHaveLength(0)
  })

  test('opens the folio of a booking that has none', async () => {
    const { rows } = await app.must('booking.list', { view: 'due-in' })
    const other = rows.find(({ guestId }) => guestId === app.made.guests.liNa)
    if (!other) throw new Error('nobody else is due in')
    const taken = await mei.must('deposit.take', {
      bookingId: other.id,
      kind: 'deposit',
      codeId: code('CARD'),
      amountMinor: 100,
    })
    expect((await app.must('folio.get', { id: taken.folioId })).bookingId).toBe(other.id)
    // Undone with it: the folio stays, closed, because the slip names it
    expect(codeOf(await undo('deposit.take'))).toBe('ok')
    expect(await app.must('folio.get', { id: taken.folioId })).toMatchObject({
      status: 'closed',
      heldMinor: 0,
    })
  })

  test('is not taken by a voucher or on account, for nobody, or for two', async () => {
    const input = { kind: 'deposit', codeId: code('CITY'), amountMinor: 100 } as const
    expect(codeOf(await mei.call('deposit.take', { ...input, bookingId: app.made.booking }))).toBe(
      'DEPOSIT_METHOD',
    )
    expect(codeOf(await mei.call('deposit.take', input))).toBe('INVALID_INPUT')
    expect(
      codeOf(await mei.call('deposit.take', { ...input, bookingId: 999_999 as never, codeId: code('CASH') })),
    ).toBe('BOOKING_UNKNOWN')
  })

  test('pays a window, never more than is held; the correction gives it back', async () => {
    const { id } = await take()
    await app.must('folio.charge', {
      folioId: app.made.folio,
      items: [{ codeId: code('LAUN'), unitMinor: 30_000 }],
    })
    expect(await mei.call('deposit.apply', { id, version: 1, amountMinor: 50_001 })).toMatchObject({
      refusal: { code: 'DEPOSIT_SHORT', params: { heldMinor: 50_000 } },
    })
    const applied = await mei.must('deposit.apply', { id, version: 1, amountMinor: 30_000 })
    expect(applied).toMatchObject({ version: 2, balanceMinor: 0 })
    expect(await folio()).toMatchObject({ balanceMinor: 0, heldMinor: 20_000, paidMinor: 30_000 })
    expect(codeOf(await mei.call('deposit.apply', { id, version: 1, amountMinor: 1 }))).toBe('CONFLICT')
    await app.must('folio.correct', { lineIds: [lineIdOf(await folio(), 'CASH')], reason: 'Wrong guest' })
    expect(await folio()).toMatchObject({ balanceMinor: 30_000, heldMinor: 50_000 })
    await undo('folio.correct')
    expect(await folio()).toMatchObject({ balanceMinor: 0, heldMinor: 20_000 })
  })

  test('two lines of one deposit are corrected at once', async () => {
    const { id } = await take()
    await mei.must('deposit.apply', { id, version: 1, amountMinor: 10_000 })
    await mei.must('deposit.apply', { id, version: 2, amountMinor: 5_000 })
    const lines = (await folio()).lines.map((line) => line.id)
    await app.must('folio.correct', { lineIds: lines, reason: 'Wrong guest' })
    expect(await folio()).toMatchObject({ balanceMinor: 0, heldMinor: 50_000 })
  })

  test('goes back by the method it was taken by; another way is a manager’s, with a reason', async () => {
    const { id } = await take({ codeId: code('CARD') })
    const input = { id, version: 1, amountMinor: 20_000 }
    expect(codeOf(await mei.call('deposit.refund', { ...input, codeId: code('CASH') }))).toBe(
      'DEPOSIT_OTHER_METHOD',
    )
    expect(codeOf(await boss.call('deposit.refund', { ...input, codeId: code('CASH') }))).toBe(
      'REASON_NEEDED',
    )
    await boss.must('deposit.refund', { ...input, codeId: code('CASH'), reason: 'Card expired' })
    expect(await mei.must('deposit.refund', { id, version: 2, amountMinor: 30_000 })).toMatchObject({
      heldMinor: 0,
    })
    expect(codeOf(await mei.call('deposit.refund', { id, version: 3, amountMinor: 1 }))).toBe('DEPOSIT_SHORT')
    expect((await mei.must('deposit.list', {})).rows).toEqual([])
  })

  test('without its slip goes back with a reason', async () => {
    const { id } = await take()
    await mei.must('deposit.reportLost', { id, version: 1 })
    expect(codeOf(await mei.call('deposit.refund', { id, version: 2, amountMinor: 50_000 }))).toBe(
      'REASON_NEEDED',
    )
    await mei.must('deposit.refund', { id, version: 2, amountMinor: 50_000, reason: 'Passport shown' })
  })

  test('is kept as a charge with its tax, and the folio owes nothing by it', async () => {
    const { id } = await take()
    const input = { id, version: 1, amountMinor: 20_000, codeId: code('DAMG'), reason: 'Carpet burnt' }
    expect(codeOf(await mei.call('deposit.forfeit', input))).toBe('NOT_PERMITTED')
    await boss.must('deposit.forfeit', input)
    const view = await folio()
    expect(view).toMatchObject({ balanceMinor: 0, heldMinor: 30_000, chargedMinor: 20_000 })
    expect(view.lines[0]).toMatchObject({ code: 'DAMG', grossMinor: 20_000 })
    await app.must('folio.correct', { lineIds: view.lines.map((line) => line.id), reason: 'Not them' })
    expect(await folio()).toMatchObject({ balanceMinor: 0, heldMinor: 50_000 })
  })

  test('whose taking is undone leaves its slip behind, with nothing held', async () => {
    const { id } = await take()
    await mei.must('deposit.apply', { id, version: 1, amountMinor: 10_000 })
    expect(codeOf(await undo('deposit.take'))).toBe('CHANGED_SINCE')
    expect(codeOf(await undo('deposit.apply'))).toBe('ok')
    expect(codeOf(await undo('deposit.take'))).toBe('ok')
    expect((await mei.must('deposit.list', { show: 'all' })).rows).toMatchObject([{ heldMinor: 0 }])
    expect((await take()).slipNo).toBe('DEP-2026-000002')
  })

  test('of two desks that give it back at once, one does', async () => {
    const { id } = await take()
    const input = { id, version: 1, amountMinor: 50_000 }
    const tom = personAt(app, 'tom')
    await tom.must('shift.open', { floatMinor: 0 })
    const both = await Promise.all([mei.call('deposit.refund', input), tom.call('deposit.refund', input)])
    expect(both.map(codeOf).sort()).toEqual(['DEPOSIT_SHORT', 'ok'])
  })

  test('keeps the folio from closing', async () => {
    await take({ kind: 'key' })
    const { version } = await folio()
    expect(codeOf(await app.call('folio.close', { id: app.made.folio, version }))).toBe('DEPOSIT_HELD')
  })
})

describe('a pre-authorisation', () => {
  const hold = () =>
    mei.must('hold.take', {
      bookingId: app.made.booking,
      amountMinor: 80_000,
      brand: 'visa',
      lastFour: '1234',
    })

  test('is captured once, up to what it is for', async () => {
    const { id, expiresOn } = await hold()
    expect(expiresOn).toBe('2026-03-09')
    expect(codeOf(await mei.call('hold.capture', { id, version: 1, amountMinor: 80_001 }))).toBe('HOLD_ABOVE')
    expect(
      codeOf(await mei.call('hold.capture', { id, version: 1, amountMinor: 1, codeId: code('CASH') })),
    ).toBe('HOLD_NOT_CARD')
    const input = { id, version: 1, amountMinor: 60_000 }
    const both = await Promise.all([mei.call('hold.capture', input), boss.call('hold.capture', input)])
    expect(both.map(codeOf).sort()).toEqual(['HOLD_CAPTURED', 'ok'])
    expect(await folio()).toMatchObject({
      balanceMinor: -60_000,
      holds: [{ status: 'captured', capturedMinor: 60_000 }],
    })
    expect(codeOf(await mei.call('hold.release', { id, version: 2 }))).toBe('HOLD_CAPTURED')
    expect((await mei.must('hold.list', {})).rows).toEqual([])
    expect(codeOf(await undo('hold.capture'))).toBe('ok')
    expect(await folio()).toMatchObject({ balanceMinor: 0, holds: [{ status: 'held' }] })
  })

  test('is released once; one changed since is a conflict', async () => {
    const { id } = await hold()
    expect(codeOf(await mei.call('hold.release', { id, version: 2 }))).toBe('CONFLICT')
    await mei.must('hold.release', { id, version: 1 })
    expect(codeOf(await mei.call('hold.capture', { id, version: 1, amountMinor: 1 }))).toBe('HOLD_RELEASED')
  })

  test('ends no earlier than today; the first to expire is listed first', async () => {
    const of = { folioId: app.made.folio, amountMinor: 100 }
    expect(codeOf(await mei.call('hold.take', { ...of, expiresOn: '2026-03-01' }))).toBe('HOLD_ENDS_BEFORE')
    await mei.must('hold.take', { ...of, expiresOn: '2026-03-20' })
    await mei.must('hold.take', { ...of, expiresOn: '2026-03-04' })
    const list = await mei.must('hold.list', {})
    expect(list.rows.map((row) => row.expiresOn)).toEqual(['2026-03-04', '2026-03-20'])
    expect(list.heldMinor).toBe(200)
  })
})

describe('a voucher', () => {
  const sell = (more: object = {}) =>
    mei.call('voucher.sell', {
      folioId: app.made.folio,
      codeId: code('GIFTSALE'),
      number: 'GV-1',
      amountMinor: 20_000,
      ...more,
    })
  const payBy = (amountMinor: number) =>
    mei.call('folio.pay', {
      folioId: app.made.folio,
      codeId: code('VOUCHER'),
      amountMinor,
      voucherNo: 'GV-1',
    })

  test('is sold once, and what is left of it is what the ledger has', async () => {
    expect(codeOf(await sell({ codeId: code('LAUN') }))).toBe('CODE_NOT_VOUCHER')
    expect(codeOf(await sell({ expiresOn: '2026-03-01' }))).toBe('VOUCHER_ENDS_BEFORE')
    expect(await sell()).toMatchObject({ output: { balanceMinor: 20_000 } })
    expect(codeOf(await sell())).toBe('VOUCHER_TAKEN')
    await payBy(5_000)
    expect(await mei.must('voucher.list', {})).toMatchObject({
      rows: [{ number: 'GV-1', leftMinor: 15_000, expired: false }],
      leftMinor: 15_000,
      ledgerMinor: 15_000,
    })
    expect(codeOf(await payBy(15_001))).toBe('VOUCHER_SHORT')
  })

  test('is sold by one line: a part of it could not be taken back', async () => {
    await sell()
    const lineId = lineIdOf(await folio(), 'GIFTSALE')
    const way = { by: 'shares' as const, shares: [1, 1] }
    expect(codeOf(await mei.call('folio.split', { lineId, way, windows: [1, 2] }))).toBe('LINE_NOT_CHARGE')
  })

  test('is taken back with the line that sold it, but not once part of it is spent', async () => {
    await sell()
    await payBy(5_000)
    const view = await folio()
    const correct = (name: string) =>
      app.call('folio.correct', { lineIds: [lineIdOf(view, name)], reason: 'Wrong amount' })
    expect(await correct('GIFTSALE')).toMatchObject({
      refusal: { code: 'VOUCHER_SPENT', params: { spentMinor: 5_000 } },
    })
    expect(codeOf(await undo('voucher.sell'))).toBe('CHANGED_SINCE')
    expect(codeOf(await correct('VOUCHER'))).toBe('ok')
    expect(codeOf(await correct('GIFTSALE'))).toBe('ok')
    expect(await mei.must('voucher.list', { show: 'all' })).toMatchObject({ leftMinor: 0, ledgerMinor: 0 })
    expect(codeOf(await payBy(1))).toBe('VOUCHER_SHORT')
    // The same piece of paper is sold again
    expect(codeOf(await sell({ amountMinor: 10_000 }))).toBe('ok')
    expect(codeOf(await undo('folio.correct'))).not.toBe('ok')
    expect(codeOf(await undo('voucher.sell'))).toBe('ok')
    expect(await mei.must('voucher.list', { show: 'all' })).toMatchObject({ leftMinor: 0, ledgerMinor: 0 })
  })
})
