import { expect, type Page } from '@playwright/test'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { addDays } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel

test.use({ viewport: { width: 1366, height: 768 } })

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

/** Two share a room for two nights from today. */
async function shared(room: string): Promise<{ id: BookingId; today: BusinessDate }> {
  const { businessDate: today } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests.smith as never,
    companions: [made.guests.anna as never],
    adults: 2,
    arrival: today as BusinessDate,
    departure: addDays(today as BusinessDate, 2),
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === room)?.id ?? null,
  })
  return { id, today: today as BusinessDate }
}

const drawer = (page: Page) => page.getByRole('dialog', { name: 'Dates and parts of the rate' })

test('at check-in two share the rate, and one of them leaves a day before the other', async ({ page }) => {
  const { id, today } = await shared('804')
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await page.getByRole('button', { name: /^Dates and parts/ }).waitFor()
  await page.keyboard.press('a')
  await expect(drawer(page).getByLabel(/Smith.*: parts/)).toBeFocused()
  await page.keyboard.type('1')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(drawer(page).getByLabel(/: to$/)).toBeFocused()
  await page.keyboard.type('+1')
  await page.keyboard.press('Tab')
  await page.keyboard.type('x')
  await expect(drawer(page)).toContainText('A whole number')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('1')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Dates and parts')
  await expect(drawer(page)).toBeHidden()
  expect((await hotel.must('stay.persons', { id })).map(({ dates, share }) => ({ dates, share }))).toEqual([
    { dates: null, share: 1 },
    { dates: { from: today, to: addDays(today, 1) }, share: 1 },
  ])
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await hotel.must('stay.persons', { id }))[1]?.share).toBe(null)
})
