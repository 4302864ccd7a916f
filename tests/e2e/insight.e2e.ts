import { expect, type Page, test as plain } from '@playwright/test'
import type { GuestId } from '#shared/values/index.ts'
import { refreshInsight } from '../support/insight.ts'
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

/** All figures are there, be it from the journey before or from now. */
async function computed(): Promise<void> {
  if ((await hotel.must('insight.status', {})).asOf === null) await refreshInsight(hotel)
}

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

test('value, lifetime value, playbooks and settings are worked by keys alone', async ({ page }) => {
  await computed()
  await hotel.visit(page, '/insight/value')
  const pane = (name: string) => page.locator(`[data-pane="${name}"]`)
  const guests = pane('guests').getByRole('grid')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+k')
  const segment = (name: string) => pane('figures').getByRole('button', { name, exact: true })
  await expect(segment('Key value')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(segment('Key to develop')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(pane('guests').getByRole('heading')).toContainText('RFM · Key value')
  await expect(segment('Key value')).toBeFocused()
  await page.keyboard.press('Alt+g')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+s')
  await expect(guests.getByRole('columnheader', { name: 'Days' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/guests\/\d+$/)
  await page.keyboard.press('Escape')
  await expect(guests).toBeFocused()
  await expect(page).toHaveURL(/key-value/)

  await page.keyboard.press('Alt+2')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('grid', { name: 'Playbooks' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(drawer(page, /Key value/).getByLabel('What is done')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('grid', { name: 'Playbooks' })).toBeFocused()

  await page.keyboard.press('Alt+9')
  const hours = page.getByLabel('Hours between computations')
  await hours.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Settings of Insight changed')
})

test('figures of an earlier date say so, and how far behind they are', async ({ page }) => {
  await computed()
  await hotel.visit(page, '/insight/value')
  const asOf = page.getByLabel('As of an earlier date')
  await asOf.fill('1/9/2025')
  await asOf.press('Tab')
  await page.getByRole('button', { name: 'Compute', exact: true }).click()
  await expect(page.locator('.k-run-age')).toContainText(
    'As of Mon 1 Sept 2025, 182 days before the business date',
    { timeout: 30_000 },
  )
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.locator('.k-run-age')).toHaveCount(0)
})
