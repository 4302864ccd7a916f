import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BookingId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { codeIn, type FolioHotel, folioHotel, lineIdOf, linesOf } from '#tests/support/folio.ts'

let app: TestApp & { made: FolioHotel }

beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, folioHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  await app.close()
})

const code = (name: string) => codeIn(app.made, name)
const get = (id = app.made.folio) => app.must('folio.get', { id })
const charge = (name: string, unitMinor: number, more: object = {}) =>
  app.must('folio.charge', { folioId: app.made.folio, items: [{ codeId: code(name), unitMinor }], ...more })

test('a line moves to another window with its tax, and both windows are settled by their own payers', async () => {
  const { folio } = app.made
  await charge('REST', 21_200)
  await charge('MINI', 4_520)
  const view = await get()
  await app.must('folio.transfer', { lineIds: [lineIdOf(view, 'REST')], toFolioId: folio, toWindow: 2 })
  const moved = await get()
  expect(moved.windows).toMatchObject([
    { window: 1, balanceMinor: 4_520 },
    { window: 2, balanceMinor: 21_200 },
  ])
  expect(linesOf(moved).find((line) => line.code === 'REST')).toMatchObject({ window: 2, taxMinor: 1_200 })
  const company = await app.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
  const settled = await app.must('folio.settle', {
    id: folio,
    version: moved.version,
    payments: [
      { window: 1, codeId: code('WECHAT'), amountMinor: 4_520 },
      { window: 2, codeId: code('CITY'), amountMinor: 21_200, accountId: company.id },
    ],
  })
  expect(await get()).toMatchObject({ status: 'closed', balanceMinor: 0, version: settled.version })
  // Two desks at once: the second has read what the first has changed
  expect(await app.call('folio.settle', { id: folio, version: moved.version, payments: [] })).toMatchObject({
    refusal: { code: 'FOLIO_CLOSED' },
  })
  const { rows } = await app.must('change.list', { operation: 'folio.settle' })
  await app.must('change.undo', { change: rows[0]?.command as number })
  expect(await get()).toMatchObject({ status: 'open', balanceMinor: 25_720 })
})

test.each([
  [{ by: 'amounts', amounts: [3_334, 3_333, 3_333] }, [3_334, 3_333, 3_333]],
  [{ by: 'percent', basisPoints: [5_000, 2_500, 2_500] }, [5_000, 2_500, 2_500]],
  [{ by: 'shares', shares: [1, 1, 1] }, [3_334, 3_333, 3_333]],
] as const)('a line is cut by %j', async (way, parts) => {
  await charge('REST', 10_000)
  const id = lineIdOf(await get(), 'REST')
  await app.must('folio.split', { lineId: id, way: way as never, windows: [1, 2, 3] })
  const lines = linesOf(await get())
  expect(lines.map(({ grossMinor }) => grossMinor)).toEqual(parts)
  expect(lines.map(({ window }) => window)).toEqual([1, 2, 3])
  expect(lines.reduce((sum, { taxMinor }) => sum + taxMinor, 0)).toBe(566)
  expect(await get()).toMatchObject({ balanceMinor: 10_000 })
})

test('a split that leaves a cent, and a line that is gone, are refused', async () => {
  const { folio } = app.made
  await charge('REST', 10_000)
  const id = lineIdOf(await get(), 'REST')
  const way = { by: 'amounts' as const, amounts: [3_333, 6_666] }
  expect(await app.call('folio.split', { lineId: id, way, windows: [1, 2] })).toMatchObject({
    refusal: { code: 'SPLIT_LEAVES_REST', params: { rest: 1 } },
  })
  await app.must('folio.transfer', { lineIds: [id], toFolioId: folio, toWindow: 2 })
  expect(await app.call('folio.correct', { lineIds: [id], reason: 'twice' })).toMatchObject({
    refusal: { code: 'LINE_GONE' },
  })
})

test('a charge that something was given off stays where it is until the allowance is taken back', async () => {
  const { folio } = app.made
  await charge('REST', 10_000)
  const lineId = lineIdOf(await get(), 'REST')
  await app.must('folio.allow', { lineId, amountMinor: 10_000, reason: 'Cold soup' })
  const away = { lineIds: [lineId], toFolioId: folio, toWindow: 2 }
  expect(await app.call('folio.transfer', away)).toMatchObject({ refusal: { code: 'LINE_ALLOWED' } })
  expect(await app.call('folio.correct', { lineIds: [lineId], reason: 'Wrong' })).toMatchObject({
    refusal: { code: 'LINE_ALLOWED' },
  })
  const { rows } = await app.must('change.list', { operation: 'folio.charge' })
  expect(await app.call('change.undo', { change: rows[0]?.command as number })).toMatchObject({
    refusal: { code: 'STANDS_ON' },
  })
  const allowance = lineIdOf(await get(), 'ALWFOOD')
  // Moved to another window it is still what was given off the line
  await app.must('folio.transfer', { lineIds: [allowance], toFolioId: folio, toWindow: 2 })
  expect(await app.call('folio.allow', { lineId, amountMinor: 1, reason: 'Again' })).toMatchObject({
    refusal: { code: 'ALLOWANCE_ABOVE_LINE' },
  })
  const moved = lineIdOf(await get(), 'ALWFOOD')
  await app.must('folio.correct', { lineIds: [lineId, moved], reason: 'Both were wrong' })
  expect(await get()).toMatchObject({ balanceMinor: 0 })
})

test('room and tax of a night is posted once, its breakfast apart, and the company pays what is routed to it', async () => {
  const { booking, folio } = app.made
  await app.must('chart.savePackage', {
    code: 'BB',
    nameEn: 'Breakfast',
    nameZh: '含早',
    terms: {
      ratePlanIds: [app.made.plan],
      meals: [],
      elements: [{ codeId: code('BRKF'), per: 'adult', amountMinor: 5_000, basisPoints: null }],
    },
    active: true,
  })
  const view = await get()
  await app.must('folio.setPayee', {
    id: folio,
    version: view.version,
    window: 2,
    payee: { name: 'Acme Ltd' },
  })
  await app.must('folio.setRouting', {
    id: folio,
    version: view.version + 1,
    routing: { toFolioId: folio, toWindow: 2, groups: ['room'] },
  })
  await app.must('folio.postRoom', { bookingId: booking, nights: ['2026-03-02' as never] })
  const lines = linesOf(await get())
  expect(lines.map((line) => [line.code, line.window, line.grossMinor])).toEqual([
    ['ROOM', 2, 63_000],
    ['BRKF', 1, 5_000],
  ])
  expect(
    await app.call('folio.postRoom', { bookingId: booking, nights: ['2026-03-02' as never] }),
  ).toMatchObject({
    refusal: { code: 'NIGHT_POSTED' },
  })
  await app.must('folio.correct', { lineIds: lines.map(({ id }) => id), reason: 'Wrong rate' })
  expect(await get()).toMatchObject({ balanceMinor: 0, dueNights: [{ night: '2026-03-02' }] })
  await app.must('folio.postRoom', { bookingId: booking, nights: ['2026-03-02' as never] })
  expect(await get()).toMatchObject({ balanceMinor: 68_000, dueNights: [] })
  expect(
    await app.call('folio.postRoom', { bookingId: booking, nights: ['2026-03-03' as never] }),
  ).toMatchObject({
    refusal: { code: 'SERVICE_DATE_AHEAD' },
  })
})

test('sharers pay their part of the rate, to the minor unit', async () => {
  const { booking, folio, guests } = app.made
  const { id } = await app.must('folio.openForBooking', { bookingId: booking, guestId: guests.anna as never })
  await app.must('folio.setTerms', {
    id,
    version: 1,
    creditLimitMinor: null,
    noPost: false,
    share: 2,
    shareFrom: null,
    shareTo: null,
  })
  await app.must('folio.postRoom', { bookingId: booking, nights: ['2026-03-02' as never] })
  expect((await get(folio)).balanceMinor).toBe(22_667)
  expect((await get(id)).balanceMinor).toBe(45_333)
  expect(await app.must('folio.ofBooking', { bookingId: booking })).toMatchObject({
    balanceMinor: 68_000,
    revenue: { room: 64_151 },
  })
})

test('a fee is due by policy, and once', async () => {
  const { booking } = app.made
  await app.must('chart.saveFeePolicy', {
    code: 'STD',
    nameEn: 'Standard',
    nameZh: '标准',
    terms: {
      ratePlanIds: [],
      cancellation: [{ daysBefore: 1, time: '18:00', charge: { kind: 'nights', nights: 1 } }],
      noShow: { kind: 'percent', basisPoints: 5_000 },
      earlyDeparture: { kind: 'none' },
    },
    active: true,
  })
  expect(await app.must('folio.previewFee', { bookingId: booking, fee: 'cancellation' })).toEqual({
    feeMinor: 68_000,
    policy: 'STD',
  })
  expect(await app.must('folio.previewFee', { bookingId: booking, fee: 'no-show' })).toMatchObject({
    feeMinor: 68_000,
  })
  await app.must('folio.postFee', { bookingId: booking, fee: 'cancellation' })
  expect(await app.call('folio.postFee', { bookingId: booking, fee: 'cancellation' })).toMatchObject({
    refusal: { code: 'FEE_POSTED' },
  })
  expect(
    await app.call('folio.postFee', { bookingId: booking, fee: 'no-show', amountMinor: 100 }),
  ).toMatchObject({
    refusal: { code: 'REASON_NEEDED' },
  })
  expect(linesOf(await get())).toMatchObject([{ code: 'CXL', grossMinor: 68_000 }])
})

test('a routing never leads back to where it comes from', async () => {
  const { folio } = app.made
  const pm = await app.must('folio.openAccount', { kind: 'house', code: 'PM', name: 'Passer-by' })
  await app.must('folio.setRouting', { id: pm.id, version: 1, routing: { toFolioId: folio, toWindow: 1 } })
  const { version } = await get()
  expect(
    await app.call('folio.setRouting', { id: folio, version, routing: { toFolioId: pm.id, toWindow: 1 } }),
  ).toMatchObject({ refusal: { code: 'ROUTING_CIRCLE' } })
  expect(
    await app.call('folio.setRouting', { id: folio, version, routing: { toFolioId: folio, toWindow: 1 } }),
  ).toMatchObject({ refusal: { code: 'ROUTING_CIRCLE' } })
})

test('charges stop at the limit unless a manager posts on purpose', async () => {
  const { folio } = app.made
  const { version } = await get()
  const terms = { noPost: false, share: 1, shareFrom: null, shareTo: null }
  await app.must('folio.setTerms', { id: folio, version, creditLimitMinor: 10_000, ...terms })
  expect(await charge('REST', 8_000)).toMatchObject({ limit: 'warn' })
  const items = [{ codeId: code('REST'), unitMinor: 2_001 }]
  expect(await app.call('folio.charge', { folioId: folio, items })).toMatchObject({
    refusal: { code: 'CREDIT_LIMIT', params: { owingMinor: 10_001, limitMinor: 10_000 } },
  })
  expect(
    await app.deskAs('clerk').call('folio.charge', { folioId: folio, items, overLimit: true }),
  ).toMatchObject({
    refusal: { code: 'RIGHT_NEEDED' },
  })
  expect(await app.must('folio.charge', { folioId: folio, items, overLimit: true })).toMatchObject({
    limit: 'over',
  })
})

test('undoing the opening of a folio that was used leaves it closed and its number taken', async () => {
  const { guests } = app.made
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const other = rows.find(({ guestId }) => guestId === guests.liNa)?.id as BookingId
  await app.must('folio.postRoom', { bookingId: other, nights: ['2026-03-02' as never] })
  const { folios } = await app.must('folio.ofBooking', { bookingId: other })
  const log = await app.must('change.list', { operation: 'folio.postRoom' })
  await app.must('change.undo', { change: log.rows[0]?.command as number })
  expect(await app.must('folio.ofBooking', { bookingId: other })).toMatchObject({
    balanceMinor: 0,
    folios: [{ id: folios[0]?.id, status: 'closed' }],
  })
})

test('a correction that is undone stands again, and the night is not posted twice by it', async () => {
  const { booking } = app.made
  const nights = ['2026-03-02' as never]
  await app.must('folio.postRoom', { bookingId: booking, nights })
  await app.must('folio.correct', { lineIds: [lineIdOf(await get(), 'ROOM')], reason: 'Wrong guest' })
  const { rows } = await app.must('change.list', { operation: 'folio.correct' })
  await app.must('change.undo', { change: rows[0]?.command as number })
  expect(await get()).toMatchObject({ balanceMinor: 68_000, dueNights: [] })
  expect(await app.call('folio.postRoom', { bookingId: booking, nights })).toMatchObject({
    refusal: { code: 'NIGHT_POSTED' },
  })
})

test('what money was posted on is not taken away: the booking, its guest, a payer', async () => {
  const { folio, guests } = app.made
  const company = await app.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme' })
  const payer = await app.must('guest.create', { familyName: 'Payer', givenName: 'Paul' })
  const pay = (accountId: number) =>
    app.must('folio.pay', {
      folioId: folio,
      codeId: code('CITY'),
      amountMinor: 100,
      accountId: accountId as never,
    })
  await pay(company.id)
  const { version } = await get()
  await app.must('folio.setPayee', { id: folio, version, window: 2, payee: { guestId: payer.id } })
  const made = await app.must('booking.create', {
    guestId: guests.smith as never,
    arrival: '2026-03-02' as never,
    departure: '2026-03-03' as never,
    roomTypeId: app.made.types.DLX as never,
    ratePlanId: app.made.plan,
  })
  await app.must('folio.openForBooking', { bookingId: made.id })
  for (const operation of ['account.save', 'guest.create', 'booking.create']) {
    const { rows } = await app.must('change.list', { operation })
    expect(await app.call('change.undo', { change: rows[0]?.command as number }), operation).toMatchObject({
      refusal: { code: 'STANDS_ON' },
    })
  }
})

test('a party’s bookings are routed to its master account in one act, and back by one undo', async () => {
  const { rows } = await app.must('booking.list', { view: 'due-in' })
  const bookingIds = rows.map(({ id }) => id)
  const master = await app.must('folio.openAccount', {
    kind: 'master',
    code: 'ACME-03',
    name: 'Acme meeting',
  })
  const routing = { toFolioId: master.id, toWindow: 1, groups: ['room' as const] }
  await app.must('folio.routeBookings', { bookingIds, routing })
  for (const bookingId of bookingIds)
    await app.must('folio.postRoom', { bookingId, nights: ['2026-03-02' as never] })
  expect(await get(master.id)).toMatchObject({ balanceMinor: 136_000, chargedMinor: 136_000 })
  expect(await get()).toMatchObject({ balanceMinor: 0 })
  const log = await app.must('change.list', { operation: 'folio.routeBookings' })
  await app.must('change.undo', { change: log.rows[0]?.command as number })
  expect(await get()).toMatchObject({ routings: [] })
})
