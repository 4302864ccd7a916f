import { expect } from '@playwright/test'
import { sections } from '../../renderer/features/settings/sections.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { smallHotel } from '../support/small-hotel.ts'

/** Screens that no other journey asks axe about in both languages. The colours of both themes are held by tokens.test.ts. */
let hotel: Served

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: (app) => smallHotel(app) })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

for (const [language, theme] of [
  ['en', 'night'],
  ['zh', 'light'],
] as const) {
  test(`nothing to complain of, and no page scroll: ${language}, ${theme}`, async ({ page }) => {
    test.slow()
    await page.setViewportSize({ width: 1366, height: 768 })
    const check = async (what: string) => expect(await complaints(page), what).toEqual([])
    await hotel.visit(page, '/changes', { language, theme })
    await page.locator('.k-change, .k-list-row').first().waitFor()
    await check('change log')
    // One list of choices at a time: the key of the next one closes the one before
    const lists = page.locator('.ant-select-dropdown:visible')
    for (const key of ['Alt+O', 'Alt+W', 'Alt+E']) {
      await page.keyboard.press(key)
      await expect(lists, key).toHaveCount(1)
    }
    await page.goto(`${hotel.origin}/import`)
    await page.locator('.k-pane button').first().waitFor()
    await check('import')
    for (const { name: section } of sections) {
      await page.goto(`${hotel.origin}/settings/${section}`)
      await page.locator('#main .k-pane').first().waitFor()
      await expect(page.locator('.k-skeleton-rows')).toHaveCount(0)
      await check(`settings, ${section}`)
    }
    await page.keyboard.press('Control+k')
    await page.locator('.k-palette-row').first().waitFor()
    await check('palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F1')
    await page.locator('.k-keys').waitFor()
    await check('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('F8')
    await page.locator('.k-lock input[type=password]').waitFor()
    await check('switch of user')
  })
}
