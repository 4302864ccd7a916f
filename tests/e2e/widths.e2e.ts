import { expect } from '@playwright/test'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { prepareWalk, type Walked, walkedHotel } from '../support/walk.ts'

let hotel: Served
let walked: Walked

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: walkedHotel })
  walked = await prepareWalk(hotel)
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test('in a narrow window panes are tabs: a key, Tab or a click brings one forward, and what was in it is kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await hotel.visit(page, '/today')
  const pane = (name: string) => page.locator(`[data-pane="${name}"]`)
  const inFront = (name: string) => expect(pane(name)).not.toHaveClass(/k-panes-back/)
  const tabs = page.locator('.k-tabs .k-tab')
  await expect(tabs).toHaveText([/Due in\s*1/, /Due out\s*2/, /In-house\s*3/])
  await inFront('due-in')
  await page.keyboard.press('3')
  await inFront('in-house')
  await expect(pane('due-in')).toHaveClass(/k-panes-back/)
  await expect(pane('in-house').locator('.k-list')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = pane('in-house').locator('.k-list-row[aria-selected=true]')
  const name = await chosen.locator('.k-name-first').textContent()
  await tabs.nth(1).click()
  await inFront('due-out')
  await page.keyboard.press('3')
  await expect(chosen.locator('.k-name-first')).toHaveText(name ?? '—')
  // A wide window shows them all, with the same row chosen; back in a narrow one the same pane is in front
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.locator('.k-tabs')).toHaveCount(0)
  await expect(chosen.locator('.k-name-first')).toHaveText(name ?? '—')
  await page.setViewportSize({ width: 911, height: 512 })
  await inFront('in-house')
  await expect(tabs.nth(2)).toHaveAttribute('aria-pressed', 'true')

  await page.goto(`${hotel.origin}/bookings/${walked.dueIn}`)
  await inFront('facts')
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('Alt+3')
  await inFront('requests')
  await page.keyboard.press('Alt+2')
  await inFront('nights')

  await page.goto(`${hotel.origin}/guests/${walked.guest}`)
  await inFront('person')
  await page.keyboard.press('Alt+n')
  await inFront('wishes')
  await expect(page.locator('#guest-new-note')).toBeFocused()
  await page.keyboard.type('Late train')
  await page.keyboard.press('Alt+1')
  await inFront('person')
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#guest-new-note')).toHaveValue('Late train')
})

test('an Arabic name is read and cut by its own direction, beside the Latin one that stays first', async ({
  page,
}) => {
  for (const language of ['en', 'zh'] as const) {
    await hotel.visit(page, '/today', { language })
    const row = page.locator('[data-pane="due-in"] .k-name', { hasText: 'Al-Husseini' })
    const [first, second] = [row.locator('.k-name-first'), row.locator('.k-name-second')]
    await expect(first).toHaveText('Abdulrahman Muhammad Abdullah Al-Husseini Al-Hashimi')
    await expect(first).toHaveCSS('direction', 'ltr')
    await expect(second).toHaveText(/^عبد الرحمن/)
    await expect(second).toHaveCSS('direction', 'rtl')
    await expect(second).toHaveCSS('text-overflow', 'ellipsis')
  }
})
