import { expect, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { complaints } from '../support/complaints.ts'
import { codeIn, type FolioHotel, folioHotel } from '../support/folio.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { sheetsOf } from '../support/sheets.ts'

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

for (const language of ['en', 'zh'] as const) {
  const { folioScreen: words, folioHeld, deposit, folio, common } = catalogues[language]

  test(`a wrong posting is corrected with a reason, hidden with what took it off, and that undone: ${language}`, async ({
    page,
  }) => {
    await hotel.visit(page, `/folios/${made.folio}`, { language })
    await page.locator('.fo-head').waitFor()
    await page.keyboard.press('c')
    await charge(page, 'mini', '25', 1)
    await page.keyboard.press('Escape')
    await expect(rows(page)).toHaveCount(1)

    await page.keyboard.press('x')
    await expect(drawer(page).locator('.k-effect')).toContainText('25.00')
    await expect(
      drawer(page).getByRole('button', { name: new RegExp(`^${words.act.correct}`) }),
    ).toBeDisabled()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.type(words.correct.usual.wrongRoom)
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(folio.done.correct)
    await expect(balance(page)).toContainText('0.00')
    await expect(rows(page)).toHaveCount(0)
    await page.keyboard.press('h')
    await expect(rows(page)).toHaveCount(2)
    await expect(page.locator('.fo-lines .fo-gone')).toHaveCount(2)
    expect(await complaints(page)).toEqual([])

    await page.keyboard.press('Control+z')
    await expect(status(page)).toContainText(common.undoneWhat.split('{{')[0]?.trim() ?? '')
    await expect(balance(page)).toContainText('25.00')
  })

  test(`a 押金 is taken with its slip printed, and given back by the way it came: ${language}`, async ({
    page,
  }) => {
    const sheets = await sheetsOf(page)
    await hotel.visit(page, `/folios/${made.folio}`, { language })
    await page.locator('.fo-head').waitFor()
    await page.keyboard.press('y')
    await expect(drawer(page)).toContainText(words.deposit.key)
    await page.keyboard.type('500')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toContainText(folioHeld.slip.print)
    const [held] = (await hotel.must('folio.get', { id: made.folio })).deposits
    expect(held).toMatchObject({ kind: 'key', heldMinor: 50_000 })
    await expect(drawer(page).getByRole('heading').first()).toContainText(held?.slipNo ?? '')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toHaveCount(0)
    expect(sheets).toEqual([expect.stringContaining(held?.slipNo ?? '')])

    await page.keyboard.press('v')
    await expect(drawer(page).locator('.k-effect')).toContainText('500.00')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(deposit.done.refund)
    expect((await hotel.must('folio.get', { id: made.folio })).deposits).toMatchObject([{ heldMinor: 0 }])
  })
}

test('an invoice is issued, printed once and again as a copy, and credited', async ({ page }) => {
  const sheets = await sheetsOf(page)
  await hotel.must('folio.charge', {
    folioId: made.folio,
    items: [{ codeId: codeIn(made, 'REST'), unitMinor: 32_000 }],
  })
  await hotel.visit(page, `/folios/${made.folio}`)
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('z')
  await page.keyboard.press('Alt+2')
  await expect(drawer(page).locator('.k-effect')).toContainText('320.00')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page).getByRole('heading').first()).toContainText('INV-')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page)).toHaveCount(0)

  const paper = page.getByRole('button', { name: /INV-/ })
  await paper.focus()
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText('Print a copy')
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page)).toHaveCount(0)
  expect(sheets).toHaveLength(2)
  expect(sheets[0]).not.toContain('Copy')
  expect(sheets[1]).toContain('Copy')

  await paper.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('Wrong payer')
  await page.keyboard.press('Enter')
  await expect(drawer(page).getByRole('heading').first()).toContainText('Credit note')
  expect(await complaints(page)).toEqual([])
})

test('a 发票 is requested over the charges, its number recorded and its red one', async ({ page }) => {
  await hotel.must('folio.charge', {
    folioId: made.folio,
    items: [{ codeId: codeIn(made, 'REST'), unitMinor: 32_000 }],
  })
  const requests = async () => (await hotel.must('fapiao.list', { folioId: made.folio })).rows
  await hotel.visit(page, `/folios/${made.folio}`)
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('f')
  await expect(drawer(page).locator('.k-effect')).toContainText('320.00')
  expect(await complaints(page)).toEqual([])
  await drawer(page).getByLabel('The buyer is a person').uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page).getByRole('alert')).toContainText('tax number')
  await drawer(page).getByLabel('Tax number').fill('91320000123456789X')
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page)).toHaveCount(0)
  expect(await requests()).toMatchObject([{ status: 'asked', amountMinor: 32_000 }])

  for (const [number, state] of [
    ['26322000000000000001', 'issued'],
    ['26322000000000000002', 'red'],
  ] as const) {
    await page.locator('.fo-fapiao').focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toContainText('320.00')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.type(number)
    await page.keyboard.press('Enter')
    await expect(drawer(page)).toHaveCount(0)
    expect(await requests()).toMatchObject([{ status: state }])
  }
})
