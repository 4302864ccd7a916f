import { describe, expect, test } from 'vitest'
import { eachBookingHotel } from '../booking/hotel.ts'

const t = eachBookingHotel()

/** A plan as it is saved. */
const planCalled = async (code: string) => {
  const found = (await t.must('rate.list', {})).find((one) => one.code === code)
  if (!found) return undefined
  const { accountName: _, ...plan } = found
  return plan
}

const undoLast = async (entity: 'rate-plan' | 'account') => {
  const { rows } = await t.must('change.list', { entity, limit: 1 })
  return t.call('change.undo', { change: rows[0]?.command ?? 0 })
}

describe('rate plans', () => {
  test('are listed with their prices, changed as a whole and undone', async () => {
    const plan = await planCalled('BB')
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
    const after = await planCalled('BB')
    expect(after).toEqual({
      ...plan,
      prices: [{ roomTypeId: t.dlx, amountMinor: 90_000 }],
      qualifies: false,
      version: 2,
    })
    expect(await undoLast('rate-plan')).toMatchObject({ ok: true })
    expect(await planCalled('BB')).toEqual({ ...plan, version: 3 })
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

  test('say what their bookings are and which account they need, and are undone', async () => {
    const { id: company } = await t.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
    const terms = {
      segment: 'corporate',
      channel: 'corporate',
      guarantee: 'company',
      accountKind: 'company',
      accountId: company,
    } as const
    const { id } = await t.must('rate.save', {
      code: 'COR',
      nameEn: '',
      nameZh: '',
      meal: 'breakfast',
      ...terms,
    })
    expect((await t.must('rate.list', {})).find((one) => one.id === id)?.accountName).toBe('Acme')
    const plan = await planCalled('COR')
    expect(plan).toMatchObject(terms)
    if (!plan) return
    const booked = await t.must('booking.get', { id: await t.book({ ratePlanId: id }) })
    const { accountKind: _kind, accountId: _account, ...said } = terms
    expect(booked).toMatchObject({ ...said, company: { id: company }, agency: null })
    expect(await t.call('booking.create', t.draft({ ratePlanId: id, companyId: null }))).toMatchObject({
      refusal: { code: 'ACCOUNT_NEEDED', params: { why: 'company', plan: 'COR' } },
    })
    // The price is shown while the account is still to be chosen
    expect(await t.must('booking.previewCreate', t.draft({ ratePlanId: id, companyId: null }))).toMatchObject(
      {
        nightsAfter: 2,
        totalAfterMinor: 100_000,
        refusal: { code: 'ACCOUNT_NEEDED' },
      },
    )
    await t.must('rate.save', { ...plan, accountId: null, segment: 'group' })
    const [row] = (await t.must('change.list', { entity: 'rate-plan', limit: 1 })).rows
    expect(row).toMatchObject({
      before: { accountId: company, segment: 'corporate' },
      after: { accountId: null, segment: 'group' },
      names: { [`account:${company}`]: 'Acme' },
    })
    expect(await undoLast('rate-plan')).toMatchObject({ ok: true })
    expect(await planCalled('COR')).toEqual({ ...plan, version: 3 })
  })

  test('name an account of their kind that is in use, and keep it on file', async () => {
    const { id: accountId } = await t.must('account.save', { kind: 'agency', code: 'CT', name: 'City' })
    const plan = { code: 'X', nameEn: '', nameZh: '', meal: 'room-only', accountId } as const
    for (const accountKind of ['company', null] as const) {
      expect(await t.call('rate.save', { ...plan, accountKind })).toMatchObject({
        refusal: { code: 'ACCOUNT_UNKNOWN' },
      })
    }
    const { id } = await t.must('rate.save', { ...plan, accountKind: 'agency' })
    expect(await undoLast('account')).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { what: 'rate-plan' } },
    })
    const account = { id: accountId, version: 1, code: 'CT', name: 'City' } as const
    expect(await t.call('account.save', { ...account, kind: 'company' })).toMatchObject({
      refusal: { code: 'ACCOUNT_IN_USE' },
    })
    // A plan that is put back finds its account as it was, or is not put back
    await t.must('rate.save', { id, version: 1, ...plan, accountKind: null, accountId: null })
    await t.must('account.save', { ...account, kind: 'company' })
    expect(await undoLast('rate-plan')).toMatchObject({
      refusal: { code: 'STANDS_ON', params: { why: 'gone', what: 'account' } },
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
