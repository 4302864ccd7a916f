import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { type CashierHotel, cashierHotel } from '../support/cashier.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { focusFaults, targetFaults } from '../support/sight.ts'

/** A cashier's day by the keyboard alone, in both languages. */
let hotel: Served
let made: CashierHotel

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      made = await cashierHotel(app)
      // Nothing is known of its notes
      await app.must('chart.saveExchangeRate', { currency: 'VND', validFrom: '2026-03-01', rate: '0.00028' })
    },
  })
})

test.afterEach(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const drawer = (page: Page) => page.getByRole('dialog')
const rows = (page: Page) => page.locator('#main .k-list-row')
const cashier = { login: 'mei', password: 'correct horse' } as const

/** What may be complained of on a screen: axe, targets, the ring of the focus. */
async function faultsOf(page: Page): Promise<string[]> {
  return [...(await complaints(page)), ...(await targetFaults(page)), ...(await focusFaults(page))]
}

for (const language of ['en', 'zh'] as const) {
  const { cashierScreen: words, shift } = catalogues[language]

  test(`a shift from its float to its report: ${language}`, async ({ page }) => {
    await hotel.visit(page, '/cashier', { ...cashier, language })
    await expect(page.locator('#main')).toContainText(words.none.cash)
    await page.keyboard.press('o')
    await expect(page.getByLabel(words.float)).toBeFocused()
    // Esc leaves what is typed, and not the page
    await page.keyboard.press('Escape')
    await expect(page.getByLabel(words.float)).toHaveCount(0)
    await expect(page).toHaveURL(/\/cashier$/)
    await page.keyboard.press('o')
    await expect(page.getByLabel(words.float)).toBeFocused()
    await page.keyboard.type('500')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(shift.done.open)

    await page.goto(`${hotel.origin}/folios/${made.folio}`)
    await page.locator('.fo-head').waitFor()
    await page.keyboard.press('p')
    await drawer(page).locator('.k-money input, input.k-money').first().fill('123')
    await page.keyboard.press('Control+Enter')
    await expect(status(page)).toContainText(catalogues[language].folio.done.pay)
    await page.keyboard.press('Escape')

    await page.goto(`${hotel.origin}/cashier`)
    await page.locator('.cashier-facts').waitFor()
    // More than the drawer has is refused without a word of how much that is
    await page.keyboard.press('d')
    await page.keyboard.type('900')
    await page.keyboard.press('Enter')
    await expect(page.locator('.cashier-form').getByRole('alert')).toBeVisible()
    await expect(page.locator('#main')).not.toContainText('623.00')
    await page.getByLabel(words.dropAmount).fill('100')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(shift.done.drop)
    await page.keyboard.press('c')
    await expect(page.getByLabel(words.piecesOf.replace('{{face}}', 'CNY 100.00'))).toBeFocused()
    for (const pieces of ['5', '', '1']) {
      await page.keyboard.type(pieces)
      await page.keyboard.press('Enter')
    }
    // What should be there is nowhere on the screen
    await expect(page.locator('#main')).not.toContainText('523.00')
    await expect(page.locator('.cashier-count tfoot')).toContainText('520.00')
    expect(await faultsOf(page)).toEqual([])
    for (let face = 0; face < 5; face += 1) await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: new RegExp(`^${words.close}`) })).toBeFocused()
    await page.keyboard.press('Enter')

    await expect(drawer(page)).toContainText(words.over)
    await expect(drawer(page).locator('.cashier-off').first()).toContainText('−¥3.00')
    await expect(drawer(page)).toContainText('523.00')
    await expect(drawer(page)).toContainText(shift.paper.drops)
    expect(await faultsOf(page)).toEqual([])
    const printed = page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          window.print = () => resolve(document.querySelector('.k-paper')?.textContent ?? '')
        }),
    )
    await page.keyboard.press('Control+Enter')
    expect(await printed).toContain(shift.reportName.shift)
    expect((await hotel.must('change.list', { operation: 'shift.file' })).rows).toHaveLength(1)
    const saved = page.waitForEvent('download')
    await drawer(page).getByRole('button', { name: words.saveCsv }).press('Enter')
    const table = await readFile(await (await saved).path(), 'utf8')
    expect(table).toContain(`${words.over},,CNY,,,-3.00`)
    await page.keyboard.press('Escape')
    await expect(page.locator('#main')).toContainText(words.none.cash)
  })
}

test('a currency without known notes is counted as one amount', async ({ page }) => {
  await hotel.visit(page, '/cashier', cashier)
  // The keys of a shift are there once it was read, which its list may be before
  await expect(page.locator('#main')).toContainText(catalogues.en.cashierScreen.none.cash)
  await page.keyboard.press('o')
  await expect(page.getByLabel(catalogues.en.cashierScreen.float)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Shift opened')
  // What can be counted is there once the shift was read
  await page.locator('.cashier-facts').waitFor()
  await page.keyboard.press('c')
  await page.getByRole('button', { name: '+ VND' }).press('Enter')
  await expect(page.getByLabel('Counted in VND')).toBeFocused()
  await page.keyboard.type('many')
  await expect(page.getByRole('button', { name: /^Close shift/ })).toBeDisabled()
  await page.getByLabel('Counted in VND').fill('50000')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText('50,000')
  const { rows: shifts } = await hotel.must('shift.list', {})
  expect(shifts[0]).toMatchObject({ overMinor: 1_400 })
})

test('a 押金 is given back, a card captured and a voucher sold and found, each from its register', async ({
  page,
}) => {
  const { folio, codes } = made
  await hotel.must('deposit.take', {
    folioId: folio,
    kind: 'key',
    codeId: codes.CARD as never,
    amountMinor: 30_000,
  })
  await hotel.must('hold.take', { folioId: folio, amountMinor: 80_000, lastFour: '4242', approval: 'A1' })
  await hotel.visit(page, '/cashier')
  await rows(page).first().waitFor()
  await expect(page.locator('.cashier-sums')).toContainText('300.00')
  await page.keyboard.press('l')
  await expect(rows(page).first()).toContainText('Slip lost')
  await page.keyboard.press('l')
  await expect(rows(page).first()).not.toContainText('Slip lost')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('v')
  await expect(drawer(page).locator('.k-effect')).toContainText('300.00')
  await page.keyboard.press('Control+Enter')
  await expect(rows(page)).toHaveCount(0)
  expect((await hotel.must('deposit.list', {})).totals.key.heldMinor).toBe(0)

  await page.keyboard.press('Alt+2')
  await rows(page).first().waitFor()
  await page.keyboard.press('m')
  await expect(drawer(page).locator('.k-effect')).toBeVisible()
  await drawer(page).locator('input.k-money, .k-money input').first().fill('500')
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(0)
  expect((await hotel.must('hold.list', { show: 'all' })).rows).toMatchObject([{ capturedMinor: 50_000 }])

  await page.keyboard.press('Alt+3')
  await page.keyboard.press('Alt+n')
  await drawer(page).getByRole('combobox').first().fill('zhang')
  await expect(page.locator('.ant-select-item-option-active').filter({ visible: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await drawer(page).getByLabel('Number').fill('GV-100')
  await drawer(page).getByLabel('Amount').fill('200')
  await expect(drawer(page).locator('.k-effect')).toContainText('−300.00')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('gv-1')
  await expect(rows(page).first()).toContainText('GV-100')
  await page.keyboard.type('9')
  await expect(page.locator('.cashier-register .k-empty')).toContainText('Nothing was found')
})
