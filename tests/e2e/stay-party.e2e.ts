import { expect } from '@playwright/test'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { nightForLeavingEarly } from '../support/early-fee.ts'
import { test } from '../support/journeys.ts'
import { tryWholeParty } from '../support/party.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

const persons = 20
let hotel: Served
let made: SmallHotel

test.use({ viewport: { width: 1366, height: 768 } })

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

/** A coach of twenty, each in a room of their own but the last, whose room is still to be given. */
async function bookCoach(): Promise<void> {
  const { businessDate } = await hotel.must('hotel.state', {})
  const arrival = businessDate as BusinessDate
  for (let n = 1; n <= persons; n++) {
    const { id: guestId } = await hotel.must('guest.create', {
      familyName: 'Reisegruppe',
      givenName: `Gast ${n}`,
    })
    const number = String(900 + n)
    const room = await hotel.must('room.save', { number, floor: 9, roomTypeId: made.types.DLX as never })
    await hotel.must('booking.create', {
      guestId,
      arrival,
      departure: addDays(arrival, 1),
      roomTypeId: made.types.DLX as never,
      ratePlanId: made.plan,
      roomId: n === persons ? null : room.id,
    })
  }
}

/** Whoever leaves early pays a night. */
async function feeForLeavingEarly(): Promise<void> {
  await hotel.must('chart.load', { chart: 'cn-small' })
  await hotel.must('chart.saveFeePolicy', nightForLeavingEarly)
}

test('a party of twenty comes as one act, by keys alone; who has no room stays due in', async ({ page }) => {
  await bookCoach()
  await feeForLeavingEarly()
  await hotel.visit(page, '/today')
  await page.locator('.k-day-list').first().waitFor()
  const { failed } = await tryWholeParty(page, 'reisegruppe', persons)
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(failed.getByRole('listitem')).toHaveCount(1)
  await expect(failed).toContainText('No room is assigned')
  await expect(status(page)).toContainText(`Done: ${persons - 1} of ${persons}`)
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Escape')
  const inHouse = async () => {
    const { rows } = await hotel.must('booking.list', { view: 'in-house', text: 'reisegruppe', limit: 50 })
    return rows.length
  }
  expect(await inHouse()).toBe(persons - 1)

  // They leave a day early: what that costs each and in all is shown before, charged by one key, and asked about
  await page.keyboard.press('3')
  await page.keyboard.press('g')
  const going = page.getByRole('dialog', { name: 'Check out several' })
  await expect(going.getByLabel('Name, room or number')).toBeFocused()
  await page.keyboard.press('Alt+2')
  await page.keyboard.type('reisegruppe')
  await expect(going.getByRole('list', { name: 'Bookings' }).getByRole('listitem')).toHaveCount(persons - 1)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  const early = going.getByRole('region', { name: 'Leaving early' })
  await expect(early.getByRole('row')).toHaveCount(persons + 1)
  const total = early.getByRole('row').last()
  await expect(total).toContainText('¥12,920.00')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('t')
  await expect(status(page)).toContainText('Fees for leaving early charged: ¥12,920.00')
  await expect(early.getByText('Charged', { exact: true })).toHaveCount(persons - 1)
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(going.getByRole('region', { name: 'could not be done' })).toContainText('balance of ¥680.00')
  await page.keyboard.press('2')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText(`Done: ${persons - 1} of ${persons - 1}`)
  expect(await inHouse()).toBe(0)
})
