import { expect, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { complaints } from '../support/complaints.ts'
import { type FolioHotel, folioHotel } from '../support/folio.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'

let hotel: Served
let made: FolioHotel

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      made = await folioHotel(app)
    },
  })
})

test.afterEach(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const rows = (page: Page) => page.locator('.fo-lines .k-list-row')
const balance = (page: Page) => page.locator('.fo-balance')
const drawer = (page: Page) => page.getByRole('dialog')

/** Charges by the keyboard alone: the code by some letters, its price. */
async function charge(page: Page, typed: string, price: string, count: number): Promise<void> {
  await page.keyboard.type(typed)
  await expect(page.locator('.ant-select-item-option-active').filter({ visible: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type(price)
  await page.keyboard.press('Enter')
  await expect(page.locator('.fo-posted li')).toHaveCount(count)
}

for (const language of ['en', 'zh'] as const) {
  const words = catalogues[language].folioScreen
  test(`a folio with two payers is settled by the keyboard alone: ${language}`, async ({ page }) => {
    await hotel.visit(page, `/folios/${made.folio}`, { language })
    await page.locator('.fo-head').waitFor()
    await page.keyboard.press('c')
    // Pinyin initials of 洗衣 and the beginning of a code find the same kind of thing
    await charge(page, 'xy', '48', 1)
    await charge(page, 'rest', '320', 2)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Escape')
    await expect(rows(page)).toHaveCount(2)
    await expect(balance(page)).toContainText('368.00')

    await page.keyboard.press('2')
    await expect(drawer(page)).toContainText(words.payee.openSubmit)
    await drawer(page).getByLabel(words.payee.name).focus()
    await page.keyboard.type('Acme Ltd')
    await page.keyboard.press('Enter')
    await expect(page.locator('.fo-window')).toHaveCount(3)

    // The arrows are on the newest line: the restaurant goes to the second window
    await page.keyboard.press('t')
    await expect(drawer(page).locator('.k-effect')).toContainText('320.00')
    await page.keyboard.press('Control+Enter')
    await expect(page.locator('.fo-window').nth(2)).toContainText('320.00')

    await page.keyboard.press('s')
    await expect(drawer(page).locator('.fo-settle')).toHaveCount(2)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(catalogues[language].folio.done.settle)
    await expect(balance(page)).toContainText('0.00')
    expect(await hotel.must('folio.get', { id: made.folio })).toMatchObject({
      status: 'closed',
      balanceMinor: 0,
      paidMinor: 36_800,
    })
  })
}

test('a wrong posting is corrected with a reason, hidden with what took it off, and the correction undone', async ({
  page,
}) => {
  await hotel.visit(page, `/folios/${made.folio}`)
  await page.locator('.fo-head').waitFor()
  await page.keyboard.press('c')
  await charge(page, 'mini', '25', 1)
  await page.keyboard.press('Escape')
  await expect(rows(page)).toHaveCount(1)

  await page.keyboard.press('x')
  await expect(drawer(page).locator('.k-effect')).toContainText('25.00')
  await expect(drawer(page).getByRole('button', { name: /^Correct/ })).toBeDisabled()
  await page.keyboard.type('Wrong room')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Posting corrected')
  await expect(balance(page)).toContainText('0.00')
  await expect(rows(page)).toHaveCount(0)
  await page.keyboard.press('h')
  await expect(rows(page)).toHaveCount(2)
  await expect(page.locator('.fo-gone')).toHaveCount(2)
  expect(await complaints(page)).toEqual([])

  await page.keyboard.press('Control+z')
  await expect(status(page)).toContainText('Undone')
  await expect(balance(page)).toContainText('25.00')
})
