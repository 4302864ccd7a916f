import { expect, type Page, test as plain } from '@playwright/test'
import type { GuestId } from '#shared/values/index.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { writeStays } from '../support/stays.ts'

/** A manager's morning with Insight, on a small hotel with two years behind it. */
let hotel: Served

plain.beforeAll(async () => {
  hotel = await serveHotel({ seed: { demo: { seed: 7, rooms: 12, years: 2 } } })
})
plain.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test.use({ viewport: { width: 1366, height: 768 } })

const list = (page: Page) => page.getByRole('grid', { name: 'Leaving' })
const firstRow = (page: Page) => list(page).getByRole('row').nth(1)
const drawer = (page: Page, name: RegExp) => page.getByRole('dialog', { name })
const chosen = async () => {
  const { rows } = await hotel.must('leaving.list', { limit: 1 })
  const [row] = rows
  if (!row) throw new Error('nobody is on the list')
  return row
}

test('guests who may be leaving are taken on, left for later, and closed as won back; each is undone', async ({
  page,
}) => {
  // All figures of two years are computed on the way
  test.slow()
  await hotel.visit(page, '/insight/leaving')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Insight')
  await page.keyboard.press('Alt+U')
  await expect(firstRow(page)).toBeVisible({ timeout: 80_000 })

  const { guestId } = await chosen()
  await page.keyboard.press('Alt+k')
  await expect(status(page)).toContainText('Guest taken on')
  await expect(firstRow(page)).toContainText('Ada Min')

  await page.keyboard.press('Alt+z')
  await expect(drawer(page, /^Snooze/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page, /^Snooze/)).toHaveCount(0)
  await expect(status(page)).toContainText('Snoozed')
  await expect.poll(async () => (await chosen()).guestId).not.toBe(guestId)
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect.poll(async () => (await chosen()).guestId).toBe(guestId)

  // The guest is at the desk: the list notices it, and asks for the case to be closed
  writeStays(hotel.file, [
    { guestId: guestId as GuestId, arrival: '2026-03-02', departure: '2026-03-04', status: 'in-house' },
  ])
  await page.reload()
  await expect(firstRow(page)).toContainText('Back')
  await page.keyboard.press('Alt+c')
  await expect(drawer(page, /^Close the case/)).toContainText('The guest came back on Mon 2 Mar 2026')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Case closed')
  const outcome = async () => (await hotel.must('leaving.cases', { guestId }))[0]?.outcome
  expect(await outcome()).toBe('won-back')
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect.poll(outcome).toBeNull()
})
