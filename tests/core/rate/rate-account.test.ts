import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

const undoLast = async (entity: 'rate-plan' | 'account') => {
  const { rows } = await t.must('change.list', { entity, limit: 1 })
  return t.call('change.undo', { change: rows[0]?.command ?? 0 })
}

describe('rate plans', () => {
  test('are listed with their prices, changed as a whole and undone', async () => {
    const plan = (await t.must('rate.list', {})).find((one) => one.code === 'BB')
    expect(plan).toMatchObject({
      prices: [{ roomTypeId: t.std, amountMinor: 56_000 }],
      kind: 'sold',
      qualifies: true,
      active: true,
    })
    if (!plan) return
    await t.must('rate.save', {
      ...plan,
      prices: [{ roomTypeId: t.dlx, amountMinor: 90_000 }],
      qualifies: false,
    })
    const after = (await t.must('rate.list', {})).find((one) => one.code === 'BB')
    expect(after).toEqual({
      ...plan,
      prices: [{ roomTypeId: t.dlx, amountMinor: 90_000 }],
      qualifies: false,
      version: 2,
    })
    expect(await undoLast('rate-plan')).toMatchObject({ ok: true })
    expect((await t.must('rate.list', {})).find((one) => one.code === 'BB')).toEqual({ ...plan, version: 3 })
  })

  test('are refused with a code that is taken, a type that is not there, a price below zero', async () => {
    const plan = { code: 'BAR', nameEn: '', nameZh: '', meal: 'room-only' } as const
    expect(await t.call('rate.save', plan)).toMatchObject({
      refusal: { code: 'CODE_TAKEN', params: { code: 'BAR' } },
    })
    expect(
      await t.call('rate.save', {
        ...plan,
        code: 'X',
        prices: [{ roomTypeId: 99 as never, amountMinor: 1 }],
      }),
    ).toMatchObject({ refusal: { code: 'ROOM_TYPE_UNKNOWN', params: { id: 99 } } })
    expect(
      await t.call('rate.save', { ...plan, code: 'X', prices: [{ roomTypeId: t.std, amountMinor: -1 }] }),
    ).toMatchObject({ fault: { issues: [{ path: ['prices', 0, 'amountMinor'] }] } })
    expect(await t.call('rate.save', { ...plan, id: 99 as never, version: 1 })).toMatchObject({
      refusal: { code: 'RATE_PLAN_UNKNOWN' },
    })
  })

  test('that are booked on stay on file', async () => {
    const { id } = await t.must('rate.save', { code: 'NEW', nameEn: '', nameZh: '', meal: 'breakfast' })
    await t.book({ ratePlanId: id })
    expect(await undoLast('rate-plan')).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'on', what: 'booking' } },
    })
  })
})

describe('accounts', () => {
  const save = (kind: 'company' | 'agency', code: string, name: string) =>
    t.must('account.save', { kind, code, name })

  test('are found by the beginning of code or name, whatever the case, page by page', async () => {
    await save('company', 'ACME', 'Acme Works')
    await save('agency', 'ACME', 'acme travel')
    await save('agency', 'ZT', '中旅 100%')
    const found = async (input: object) =>
      (await t.must('account.search', input)).rows.map((row) => `${row.kind} ${row.name}`)
    expect(await found({ text: 'acm' })).toEqual(['company Acme Works', 'agency acme travel'])
    expect(await found({ text: 'acm', kind: 'agency' })).toEqual(['agency acme travel'])
    expect(await found({ text: '中旅' })).toEqual(['agency 中旅 100%'])
    expect(await found({ text: '%' })).toEqual([])
    const first = await t.must('account.search', { limit: 2 })
    expect(first.rows).toHaveLength(2)
    expect((await t.must('account.search', { limit: 2, after: first.next ?? '' })).rows).toHaveLength(1)
  })

  test('have a code of their own among their kind, are changed, and undone while nobody names them', async () => {
    const { id } = await save('agency', 'CT', 'City')
    expect(await t.call('account.save', { kind: 'agency', code: 'CT', name: 'Other' })).toMatchObject({
      refusal: { code: 'CODE_TAKEN' },
    })
    await t.must('account.save', { id, version: 1, kind: 'agency', code: 'CT', name: 'City Travel' })
    expect(await undoLast('account')).toMatchObject({ ok: true })
    expect(await t.must('account.search', {})).toMatchObject({ rows: [{ name: 'City', version: 3 }] })
    // Nobody names it yet: agency or company, it may become the other.
    await t.must('account.save', { id, version: 3, kind: 'company', code: 'CT', name: 'City' })
    const second = await save('company', 'CO', 'Company')
    await t.book({ companyId: second.id })
    expect(await undoLast('account')).toMatchObject({ refusal: { code: 'STANDS_ON' } })
  })

  test('keep their kind while bookings name them, and the rest may change', async () => {
    const { id } = await save('agency', 'CT', 'City')
    const booking = await t.book({ agencyId: id })
    const account = { id, version: 1, code: 'CT', name: 'City Travel' } as const
    expect(await t.call('account.save', { ...account, kind: 'company' })).toMatchObject({
      refusal: { code: 'ACCOUNT_IN_USE', params: { code: 'CT' } },
    })
    await t.must('account.save', { ...account, kind: 'agency' })
    expect((await t.must('booking.get', { id: booking })).agency).toEqual({ id, name: 'City Travel' })
  })
})
