import { expect } from '@playwright/test'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { englishFaults, focusFaults, forcedFaults, targetFaults } from '../support/sight.ts'
import { prepareWalk, type Walked, walk, walkedHotel } from '../support/walk.ts'

/** Every screen and drawer in both languages and themes: axe, focus, targets, forced colours, words of the library. */
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

test('one list of choices at a time: the key of the next one closes the one before', async ({ page }) => {
  await hotel.visit(page, '/changes')
  await page.locator('.k-change, .k-list-row').first().waitFor()
  const lists = page.locator('.ant-select-dropdown:visible')
  for (const key of ['Alt+O', 'Alt+W', 'Alt+E']) {
    await page.keyboard.press(key)
    await expect(lists, key).toHaveCount(1)
  }
})

for (const [language, theme] of [
  ['en', 'night'],
  ['zh', 'light'],
] as const) {
  test(`nothing to complain of on any screen or drawer: ${language}, ${theme}`, async ({ page }) => {
    test.setTimeout(400_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    await hotel.visit(page, '/today', { language, theme })
    const faults: string[] = []
    await walk(page, hotel, walked, async (stop) => {
      const found = [
        ...(await complaints(page)),
        ...(await targetFaults(page)),
        ...(await focusFaults(page)),
        // Each once: forced colours have no theme, and English is only out of place in Chinese
        ...(language === 'zh' ? [...(await englishFaults(page)), ...(await forcedFaults(page))] : []),
      ]
      if (process.env.SIGHT) console.log(stop, new Date().toISOString(), JSON.stringify(found, null, 1))
      faults.push(...found.map((fault) => `${stop}: ${fault}`))
    })
    expect(faults).toEqual([])
  })
}
