import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { addDays, type BookingId, type BusinessDate } from '#shared/values/index.ts'
import { openFilledApp, type TestApp, testBusinessDate } from '#tests/support/app.ts'
import { checkIn, closeDay, closingHotel, dueIn } from '#tests/support/close.ts'
import type { FolioHotel } from '#tests/support/folio.ts'
import { ledgerFaults } from '#tests/support/ledger-check.ts'

const today = testBusinessDate as BusinessDate
const tomorrow = addDays(today, 1)

let app: TestApp & { made: FolioHotel }
beforeEach(async () => {
  app = await openFilledApp(import.meta.filename, closingHotel)
})
afterEach(async () => {
  expect(app.defects).toEqual([])
  expect(ledgerFaults(app.file)).toEqual([])
  await app.close()
})

function rows<T>(sql: string): T[] {
  const raw = openRaw(app.file, { readonly: true })
  try {
    return raw.prepare(sql).all() as T[]
  } finally {
    raw.close()
  }
}

const nights = () =>
  rows<{ origin: string; date: string }>(
    "select origin, business_date as date from postings where origin like 'room:%' order by origin",
  )

describe('a close', () => {
  test('posts the night of everyone in house once, sets rooms dirty, and moves the date', async () => {
    const due = await dueIn(app)
    await checkIn(
      app,
      due.map(({ id }) => id),
    )
    expect(await closeDay(app)).toBe(tomorrow)
    expect(nights()).toEqual(due.map(({ id }) => ({ origin: `room:${id}:${today}`, date: today })))
    const dirty = rows("select number from rooms where housekeeping = 'dirty'")
    expect(dirty).toHaveLength(due.length)
    const day = await app.must('audit.day', {})
    expect(day).toMatchObject({
      businessDate: tomorrow,
      close: null,
      inHouse: 2,
      unposted: 1,
      departuresTotal: 1,
    })
    expect(day.last).toMatchObject({
      businessDate: today,
      status: 'done',
      startedBy: 'Ada Min',
      counts: { nights: 2, rooms: 2, released: 0, enquiries: 0 },
      files: [],
    })
    const roll = rows<{ after: string; actor: string; date: string }>(
      "select after, actor, business_date as date from changes where entity = 'settings' order by seq desc limit 1",
    )
    expect(roll).toEqual([{ after: `{"businessDate":"${tomorrow}"}`, actor: 'admin', date: today }])
  })

  test('is refused while an arrival or a departure is open, and names how many', async () => {
    await expect(app.call('audit.begin', { from: today })).resolves.toMatchObject({
      refusal: { code: 'DAY_BLOCKED', params: { arrivals: 2, departures: 0 } },
    })
  })

  test('is refused of a date that is closed, and of one that has just begun', async () => {
    await expect(app.call('audit.begin', { from: tomorrow })).resolves.toMatchObject({
      refusal: { code: 'BUSINESS_DATE_CLOSED' },
    })
    const { version, ...settings } = await app.must('audit.settings', {})
    await app.must('audit.saveSettings', { ...settings, version, earliest: '18:00' })
    await expect(app.call('audit.begin', { from: today })).resolves.toMatchObject({
      refusal: { code: 'CLOSE_TOO_EARLY', params: { date: today, time: '18:00' } },
    })
  })

  test('of eight desks that press at once one closes the day, once', async () => {
    await app.must('audit.noShow', { bookings: await dueIn(app) })
    const desks = Array.from({ length: 8 }, () => app.deskAs('manager'))
    const replies = await Promise.all(desks.map((desk) => desk.call('audit.begin', { from: today })))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    for (const reply of replies.filter(({ ok }) => !ok))
      expect(['CLOSE_RUNNING', 'BUSINESS_DATE_CLOSED']).toContain(
        'refusal' in reply ? reply.refusal.code : reply,
      )
    await app.app.closer.idle()
    expect((await app.must('hotel.state', {})).businessDate).toBe(tomorrow)
    expect(
      rows("select 1 from changes where entity = 'settings' and operation = 'audit.advance'"),
    ).toHaveLength(1)
  })

  test('posts who came while it was at work, before the date moves', async () => {
    const [first, second] = await dueIn(app)
    const manager = app.deskAs('manager')
    await checkIn(app, [first?.id as BookingId, second?.id as BookingId])
    const begun = await manager.call('audit.begin', { from: today })
    expect(begun.ok).toBe(true)
    await app.must('booking.create', {
      guestId: app.made.guests.smith as never,
      arrival: addDays(today, 5),
      departure: addDays(today, 6),
      roomTypeId: app.made.types.DLX as never,
      ratePlanId: app.made.plan,
    })
    await app.app.closer.idle()
    const unposted = rows(
      `select 1 from room_nights n join bookings b on b.id = n.booking_id where b.status = 'in-house' and n.night = '${today}'
        and not exists (select 1 from postings p where p.origin = 'room:' || b.id || ':' || n.night)`,
    )
    expect(unposted).toEqual([])
    expect((await app.must('hotel.state', {})).businessDate).toBe(tomorrow)
  })

  test('stops at an arrival that was booked meanwhile, and goes on once it is settled', async () => {
    await app.must('audit.noShow', { bookings: await dueIn(app) })
    const [begun] = await Promise.all([
      app.call('audit.begin', { from: today }),
      app.call('booking.create', {
        guestId: app.made.guests.smith as never,
        arrival: today,
        departure: addDays(today, 1),
        roomTypeId: app.made.types.DLX as never,
        ratePlanId: app.made.plan,
      }),
    ])
    expect(begun.ok).toBe(true)
    await app.app.closer.idle()
    const day = await app.must('audit.day', {})
    expect(day).toMatchObject({ businessDate: today, arrivalsTotal: 1 })
    expect(day.close).toMatchObject({ status: 'stopped', troubles: [{ code: 'DAY_BLOCKED' }] })
    await app.must('audit.moveArrivals', { bookings: await dueIn(app) })
    expect(await closeDay(app)).toBe(tomorrow)
    expect((await app.must('audit.history', {})).rows).toHaveLength(1)
  })

  test('closes what expired and releases what is not held any longer, as the hotel has set', async () => {
    const draft = {
      guestId: app.made.guests.smith as never,
      arrival: today,
      departure: addDays(today, 2),
      roomTypeId: app.made.types.DLX as never,
      ratePlanId: app.made.plan,
    }
    const enquiry = await app.must('booking.create', { ...draft, status: 'enquiry' })
    const held = await app.must('booking.create', { ...draft, holdUntil: '11:00' })
    await app.must('audit.noShow', {
      bookings: (await dueIn(app)).filter(({ id }) => id !== held.id),
      fee: 'none',
      reason: 'Closed for a storm',
    })
    const { version, ...settings } = await app.must('audit.settings', {})
    await app.must('audit.saveSettings', { ...settings, version, heldArrivals: 'cancel' })
    expect(await app.must('audit.day', {})).toMatchObject({ arrivalsTotal: 0, released: 1, expired: 1 })
    expect(await closeDay(app)).toBe(tomorrow)
    expect((await app.must('booking.get', { id: held.id })).status).toBe('cancelled')
    expect(await app.must('booking.get', { id: enquiry.id })).toMatchObject({
      status: 'cancelled',
      cancelReason: 'Enquiry expired',
    })
  })

  test('rolls missed days one by one', async () => {
    await app.must('audit.noShow', { bookings: await dueIn(app) })
    expect(await closeDay(app)).toBe(tomorrow)
    const again = await app.call('audit.begin', { from: today })
    expect(again).toMatchObject({ refusal: { code: 'BUSINESS_DATE_CLOSED' } })
    await app.must('audit.moveArrivals', { bookings: await dueIn(app), keepNights: true })
    expect(await closeDay(app)).toBe(addDays(today, 2))
  })
})
