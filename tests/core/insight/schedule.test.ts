import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'
import { openDay } from '../booking/steps.ts'

let t: BookingHotel
beforeEach(async () => {
  t = await openBookingHotel()
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  await t.close()
})

/** Looks, waits for what began, and answers with its state. */
async function look() {
  const job = await t.app.insights.look()
  return job && (await t.app.jobs.ended(job))?.state
}

test('an open program computes once there is a booking, and again when the date has moved on', async () => {
  expect(await look()).toBeNull()
  await t.book()
  expect(await look()).toBe('done')
  expect(await look()).toBeNull()
  await openDay(t, '2026-03-03')
  expect(await look()).toBe('done')
  expect(await t.must('insight.status', {})).toMatchObject({ asOf: '2026-03-03' })
  expect(await look()).toBeNull()
})

test('one that was cancelled is not begun again on that date, and none where the settings say so', async () => {
  await t.book()
  const job = (await t.app.insights.look()) as string
  await t.must('job.cancel', { job })
  expect((await t.app.jobs.ended(job))?.state).toMatch(/cancelled|done/)
  expect(await look()).toBeNull()
  const parameters = { automatic: false, everyHours: 24 }
  await t.must('insight.saveSettings', { section: 'schedule', version: 0, parameters })
  await openDay(t, '2026-03-03')
  expect(await look()).toBeNull()
})
