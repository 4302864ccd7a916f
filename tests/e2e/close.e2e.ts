import { expect, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { closingHotel } from '../support/close.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { focusFaults, targetFaults } from '../support/sight.ts'

/** A hotel comes from its first day to its third by the keyboard alone. */
let hotel: Served

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      await closingHotel(app)
    },
  })
})

test.afterEach(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const main = (page: Page) => page.locator('#main')
const date = (page: Page) => page.locator('.k-bar')

async function faultsOf(page: Page): Promise<string[]> {
  return [...(await complaints(page)), ...(await targetFaults(page)), ...(await focusFaults(page))]
}

for (const language of ['en', 'zh'] as const) {
  const { auditScreen: words } = catalogues[language]

  test(`from the first day to the third: ${language}`, async ({ page }) => {
    await hotel.visit(page, '/today', { language })
    await page.locator('#main h1').first().waitFor()
    await page.keyboard.press('Shift+F7')
    await expect(page).toHaveURL(/\/close$/)
    const rows = main(page).getByRole('grid', { name: words.blocks }).locator('.k-list-row')
    await expect(rows).toHaveCount(2)
    expect(await faultsOf(page)).toEqual([])
    // One does not come; the other comes a day later
    await page.keyboard.press('n')
    await expect(page.getByRole('dialog')).toContainText('¥680.00')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(rows).toHaveCount(1)
    await page.keyboard.press('Shift+M')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Control+Enter')
    await expect(main(page)).toContainText(words.blocksNone)
    await page.keyboard.press('Control+Enter')
    await expect(date(page)).toContainText(language === 'en' ? 'Tue 3 Mar 2026' : '2026/03/03')
    await expect(main(page)).toContainText(words.last)
    // The second day: those who are due wait for the day after
    await expect(rows).toHaveCount(2)
    // Who did not come the day before comes after all: found from Today, with what is given back
    await page.keyboard.press('F2')
    await page
      .getByRole('link', { name: new RegExp(`^${catalogues[language].today.count['marked-no-shows']} 1`) })
      .press('Enter')
    await page.getByRole('dialog').getByRole('grid').press('Enter')
    await expect(page).toHaveURL(/\/bookings\/\d+$/)
    await expect(page.locator('#main')).toBeFocused()
    await page.keyboard.press('b')
    await expect(page.getByRole('dialog')).toContainText('¥680.00')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.k-stay-bar')).toContainText(catalogues[language].stay.notCome)
    await page.keyboard.press('Shift+F7')
    await expect(rows).toHaveCount(3)
    await page.keyboard.press('Shift+M')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Alt+2')
    await page.keyboard.press('Control+Enter')
    await expect(main(page)).toContainText(words.blocksNone)
    await page.keyboard.press('Control+Enter')
    await expect(date(page)).toContainText(language === 'en' ? 'Wed 4 Mar 2026' : '2026/03/04')
    const history = main(page).getByRole('grid', { name: words.history }).locator('.k-list-row')
    await expect(history).toHaveCount(2)
    expect(await faultsOf(page)).toEqual([])
  })
}
