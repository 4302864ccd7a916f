import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { InputOf } from '#shared/contract/index.ts'
import { type BookingId, type BusinessDate, nightsOf } from '#shared/values/index.ts'
import { openFilledApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { type SmallHotel, smallHotel } from '#tests/support/small-hotel.ts'

/** What people do at a desk, and what the reports say of it at once. */
let t: TestApp & { made: SmallHotel }
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, smallHotel)
})
afterAll(async () => {
  await t.close()
  expect(t.defects).toEqual([])
})

const day = (text: string) => text as BusinessDate
const run = (name: string, parameters: Record<string, string>) => t.must('report.run', { name, parameters })
const today = { from: testBusinessDate, to: testBusinessDate }

async function book(
  guest: string,
  arrival: string,
  departure: string,
  more: Partial<InputOf<'booking.create'>> = {},
): Promise<{ id: BookingId; version: number }> {
  const { id, version } = await t.must('booking.create', {
    guestId: t.made.guests[guest] as never,
    arrival: day(arrival),
    departure: day(departure),
    roomTypeId: t.made.types.DLX as never,
    ratePlanId: t.made.plan,
    ...more,
  })
  return { id, version }
}

describe('changes of bookings', () => {
  test('a cancellation costs all rates, what brings it back brings them back, and an enquiry is worth nothing', async () => {
    const { id, version } = await book('smith', '2026-03-12', '2026-03-14')
    const dates = { arrival: day('2026-03-12'), departure: day('2026-03-15'), keepRates: true }
    const longer = await t.must('booking.changeDates', { id, version, kind: 'dates', ...dates })
    const cancelled = await t.call('booking.cancel', {
      id,
      version: longer.version,
      kind: 'cancel',
      reason: 'Flight cancelled',
    })
    if (!cancelled.ok || !cancelled.change) throw new Error(JSON.stringify(cancelled))
    await t.must('change.undo', { change: cancelled.change })
    const enquiry = await book('smith', '2026-04-12', '2026-04-14', { status: 'enquiry' })
    const moved = { arrival: day('2026-04-12'), departure: day('2026-04-13'), keepRates: true }
    const shorter = await t.must('booking.changeDates', { ...enquiry, kind: 'dates', ...moved })
    await t.must('booking.confirm', { id: enquiry.id, version: shorter.version, kind: 'confirm' })

    const { tables, says } = await run('changes', { by: 'kind', ...today })
    const rows = Object.fromEntries(
      tables[0].rows.map((row) => [row.kind, [row.changes, row.changeGain, row.changeLoss]]),
    )
    expect(rows).toEqual({
      dates: [2, 68_000, 0],
      cancelled: [1, 0, 3 * 68_000],
      undone: [1, 3 * 68_000, 0],
      confirmed: [1, 68_000, 0],
    })
    expect(tables[0].total).toMatchObject({ changes: 5, changedBookings: 2, changeDifference: 2 * 68_000 })
    expect(says).toMatchObject({ code: 'changes' })
    const byLead = await run('changes', { by: 'leadTime', ...today })
    expect(byLead.tables[0].rows.map((row) => [row.leadTime, row.changes])).toEqual([
      [8, 3],
      [31, 2],
    ])
  })

  test('a day without changes says what makes some', async () => {
    const { tables, notes, says, charts } = await run('changes', { from: '2026-02-01', to: '2026-02-02' })
    expect(tables[0].rows).toEqual([])
    expect(says).toBeNull()
    expect(notes).toEqual([{ code: 'noChanges', params: {} }])
    expect(charts[0]?.says.code).toBe('nothingToDraw')
  })
})

describe('rates that are not the plan’s', () => {
  test('a rate is held against the price that the plan had when it was given', async () => {
    const plan = await t.must('rate.save', { code: 'OWN', nameEn: 'Own', nameZh: '自有', meal: 'room-only' })
    const ratePlanId = plan.id
    const june = { from: '2026-06-01', to: '2026-06-30' }
    const before = await book('liNa', '2026-06-01', '2026-06-03', { ratePlanId })
    await book('tanaka', '2026-06-01', '2026-06-02', { ratePlanId, roomTypeId: t.made.types.STE as never })
    const none = await run('overrides', june)
    expect(none.tables[0].rows).toEqual([])
    expect(none.notes.map(({ code }) => code)).toContain('noOverrides')
    expect(none.tables[0].total).toMatchObject({ overridden: 0, givenAway: 0 })

    // From now on a night of the type costs 70,000; what was booked before stays at what it was
    await t.must('rate.save', {
      id: plan.id,
      version: plan.version,
      code: 'OWN',
      nameEn: 'Own',
      nameZh: '自有',
      meal: 'room-only',
      prices: [{ roomTypeId: t.made.types.DLX as never, amountMinor: 70_000 }],
    })
    expect((await run('overrides', june)).tables[0].rows).toEqual([])
    const later = await book('anna', '2026-06-05', '2026-06-07', {
      ratePlanId,
      rates: [{ night: day('2026-06-05'), rateMinor: 60_000 }],
      reason: 'Guest of the house',
    })
    const rates = nightsOf(day('2026-06-01'), day('2026-06-03')).map((night) => ({
      night,
      rateMinor: 75_000,
    }))
    await t.must('booking.changeRate', { ...before, kind: 'rate', rates, reason: 'Fair' })

    const byPlan = await run('overrides', { by: 'ratePlan', ...june })
    expect(byPlan.tables[0].rows).toEqual([
      {
        ratePlan: plan.id,
        overridden: 3,
        givenAway: 10_000,
        gainedOver: 10_000,
        overrideDifference: 0,
        pricedNights: 5,
        overriddenShare: 3 / 5,
      },
    ])
    const byUser = await run('overrides', { by: 'user', ...june })
    expect(byUser.tables[0].rows).toMatchObject([{ user: 'admin', overridden: 3 }])
    expect(byUser.names['user:admin']).toEqual({ en: 'Ada Min', zh: 'Ada Min' })
    const behind = await t.must('report.bookings', {
      name: 'overrides',
      parameters: { by: 'ratePlan', ...june },
      row: { ratePlan: plan.id },
    })
    expect(behind.rows.map(({ id }) => id)).toEqual([before.id, later.id])
  })
})

describe('upgrades', () => {
  test('the base rates say which of two types is the better one', async () => {
    const { id, version } = await book('shanLei', '2026-07-01', '2026-07-03')
    const up = { roomTypeId: t.made.types.STE as never, keepCharge: true }
    await t.must('booking.changeRoomType', { id, version, kind: 'room-type', ...up })
    const { tables, notes } = await run('upgrades', { from: '2026-07-01', to: '2026-07-31' })
    expect(tables[0].rows).toEqual([
      {
        roomType: t.made.types.STE,
        upgraded: 2,
        upgradedShare: 1,
        upgradeValue: 2 * 60_000,
        downgraded: 0,
        downgradeValue: 0,
        sameRate: 0,
        nightsOccupied: 2,
      },
    ])
    expect(notes.map(({ code }) => code)).toEqual(['onBooksFrom', 'baseRatesNow'])
  })
})

describe('audit', () => {
  test('documents shown, sign-ins and wrong passwords, by user and by act', async () => {
    const guestId = t.made.guests.anna as never
    const version = 1
    await t.must('guest.saveDocument', {
      guestId,
      version,
      kind: 'passport',
      number: 'C01X00T47',
      country: 'DEU',
    })
    const { documents } = (await t.must('guest.profile', { id: guestId })).guest
    const id = documents[0]?.id as never
    await t.must('guest.openDocument', { guestId, id })
    await t.must('guest.openDocument', { guestId, id })
    await t.must('report.export', { name: 'occupancy', parameters: today, format: 'csv' })
    const mia = { login: 'mia', name: 'Mia', role: 'clerk', language: 'en', password: 'a long one' } as const
    await t.must('access.createUser', mia)
    const desk = t.app.desk({ workstation: 'LOBBY', language: 'en' })
    await desk.call('access.signIn', { login: 'mia', password: 'not it' })
    await desk.call('access.signIn', { login: 'nobody-of-that-name', password: 'not it' })
    await desk.call('access.signIn', { login: 'mia', password: 'a long one' })
    await desk.call('access.signOut', {})

    const byUser = await run('audit', { by: 'user', ...today })
    const found = Object.fromEntries(byUser.tables[0].rows.map(({ user, ...row }) => [user, row]))
    expect(found.admin).toMatchObject({ documents: 2, exports: 1, users: 1, wrongPasswords: 0 })
    expect(found.mia).toMatchObject({ documents: 0, signIns: 1, wrongPasswords: 1, signOuts: 1, acts: 3 })
    expect(Object.keys(found).sort()).toEqual(['admin', 'mia'])

    const byAct = await run('audit', { by: 'act', ...today })
    const acts = Object.fromEntries(byAct.tables[0].rows.map((row) => [row.act, [row.acts, row.actingUsers]]))
    expect(acts).toMatchObject({ documents: [2, 1], wrongPasswords: [1, 1] })
    expect(byAct.tables[0].total?.acts).toBe(byUser.tables[0].total?.acts)
    expect(byAct.notes).toContainEqual({ code: 'notLogged', params: {} })
  })

  test('is the administrator’s', async () => {
    const reply = await t.deskAs('manager').call('report.run', { name: 'audit' })
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'REPORT_NOT_PERMITTED' } })
  })
})

describe('guests', () => {
  test('a house where nobody has left yet has no repeat guests, and says so', async () => {
    const { tables, notes } = await run('repeatGuests', { from: '2026-03-01', to: '2026-03-31' })
    expect(tables[0].rows).toEqual([])
    expect(tables[0].total).toMatchObject({ guests: 0, repeatRate: null })
    expect(notes.map(({ code }) => code)).toEqual(['noRepeatGuests'])
  })

  test('without a programme there are no members, and without preferences nothing to hold against rooms', async () => {
    const loyalty = await run('loyalty', { from: '2026-03-01', to: '2026-03-31' })
    expect(loyalty.notes.map(({ code }) => code)).toContain('noMembers')
    expect(loyalty.tables[0].total).toMatchObject({ members: 0, memberNights: 0, memberShare: 0 })
    const preferences = await run('preferences', {})
    expect(preferences.notes.map(({ code }) => code)).toEqual(['noPreferences'])
    expect(preferences.says).toBeNull()
  })
})
