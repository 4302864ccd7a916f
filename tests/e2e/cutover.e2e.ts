import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { type CashierHotel, cashierHotel } from '../support/cashier.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { focusFaults, targetFaults } from '../support/sight.ts'

/** A hotel takes over what its system before left open: typed, and out of files. */
let hotel: Served
let made: CashierHotel
let confirmationNo: string

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeEach(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      made = await cashierHotel(app)
      await app.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme Ltd', active: true })
      confirmationNo = (await app.must('folio.get', { id: made.folio })).confirmationNo
    },
  })
})

test.afterEach(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const drawer = (page: Page) => page.getByRole('dialog')
const rows = (page: Page) => page.locator('#main .k-list-row')

/** Presses a key at the moment in which a part of the page is there: what is seen is heard. */
async function pressWhenThere(
  page: Page,
  part: string,
  key: Pick<KeyboardEventInit, 'key' | 'code' | 'altKey'>,
): Promise<void> {
  await page.addInitScript(
    ([selector, press]) => {
      const watch = new MutationObserver(() => {
        const found = document.querySelector(selector)
        if (!found) return
        watch.disconnect()
        found.dispatchEvent(new KeyboardEvent('keydown', { ...press, bubbles: true, cancelable: true }))
      })
      watch.observe(document, { childList: true, subtree: true })
    },
    [part, key] as const,
  )
}

for (const language of ['en', 'zh'] as const) {
  const { cutover: words } = catalogues[language]

  test(`balances are typed, a difference is named and accepted, all of it undone: ${language}`, async ({
    page,
  }) => {
    await pressWhenThere(page, '.k-sections-list', { key: '0', code: 'Digit0', altKey: true })
    await hotel.visit(page, '/settings', { language })
    await expect(page.locator('.k-empty')).toContainText(words.empty.folios)
    await page.keyboard.press('Alt+n')
    await page.keyboard.type('X1')
    await page.getByLabel(words.column.amountMinor).focus()
    await page.keyboard.type('1200')
    await page.keyboard.press('Enter')
    await expect(drawer(page).locator('.co-good')).toContainText('1')
    await page.keyboard.press('Escape')
    // What is wrong with the line stands in full below the list, and beside its field
    await expect(page.locator('.co-mistakes')).toContainText(
      words.mistake.BOOKING_UNKNOWN.replace('{{value}}', 'X1'),
    )
    const take = page.getByRole('button', { name: new RegExp(`^${words.post}`) })
    await expect(take).toBeDisabled()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('alert')).toContainText('X1')
    await drawer(page).getByLabel(words.column.confirmationNo).fill(confirmationNo)
    await page.keyboard.press('Enter')
    await expect(page.locator('.co-mistakes')).toHaveCount(0)

    const trial = page.getByLabel(words.trialOf.replace('{{ledger}}', words.ledger.guest))
    await trial.fill('1250')
    await page.getByLabel(words.safe).fill('8000')
    await page.getByLabel(words.trialOf.replace('{{ledger}}', words.ledger.cash)).fill('8000')
    await expect(page.locator('.co-verdict')).toContainText(`${words.ledger.guest} −50.00`)
    await expect(take).toBeDisabled()
    expect([
      ...(await complaints(page)),
      ...(await targetFaults(page)),
      ...(await focusFaults(page)),
    ]).toEqual([])
    await page.getByRole('checkbox', { name: words.accept }).press('Space')
    await expect(take).toBeEnabled()
    // Another difference is accepted anew
    await trial.fill('1240')
    await expect(take).toBeDisabled()
    await page.getByRole('checkbox', { name: words.accept }).press('Space')
    await page.keyboard.press('Control+s')
    await expect(status(page)).toContainText(words.done.post)
    await expect(page.locator('#main')).toContainText(words.takeBack)
    expect(await complaints(page)).toEqual([])
    expect(await hotel.must('folio.get', { id: made.folio })).toMatchObject({ balanceMinor: 120_000 })

    await page.keyboard.press('Control+z')
    await expect(page.locator('.co-ledgers')).toBeVisible()
    expect(await hotel.must('cutover.status', {})).toMatchObject({ done: false })
    expect(await hotel.must('folio.get', { id: made.folio })).toMatchObject({ balanceMinor: 0 })
  })
}

test('lines come out of a file, the wrong ones are named, one is removed and brought back', async ({
  page,
}) => {
  const { cutover: words } = catalogues.en
  await hotel.visit(page, '/settings/cutover')
  await page.locator('.co-ledgers').waitFor()
  await page.keyboard.press('3')
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: words.emptyTable }).click()
  const table = await readFile(await (await saved).path(), 'utf8')
  expect(table).toBe('\ufeffaccount,dated,due,reference,amount\r\n')

  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Alt+o')
  const text = `${table}ACME,2025/11/3,2025-12-03,INV 7,"5,000.50"\nNOBODY,2026-01-15,,INV 12,77\n`
  await (await chooser).setFiles({ name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await expect(rows(page)).toHaveCount(2)
  await expect(rows(page).first()).toContainText('3 Nov 2025')
  await expect(page.locator('.co-verdict')).toContainText('1 line can’t be taken over')
  await expect(rows(page).nth(1)).toContainText('No account has code “NOBODY”')
  await page.locator('#main .k-list').focus()
  await page.keyboard.press('End')
  await page.keyboard.press('Delete')
  await expect(rows(page)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(rows(page)).toHaveCount(2)
  await page.keyboard.press('Delete')
  await page.getByLabel('Old trial balance, City ledger').fill('5000.50')
  await expect(page.locator('.co-verdict')).toContainText(words.equal)
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText(words.done.post)
})

test('a file of something else is refused with the columns that it needs; clerks have no part in it', async ({
  page,
}) => {
  await hotel.visit(page, '/settings/cutover')
  await page.locator('.co-ledgers').waitFor()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Alt+o')
  await (await chooser).setFiles({
    name: 'a.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Room,Type\n1,2\n'),
  })
  await expect(page.getByRole('alert')).toContainText('confirmation, amount; also window, text')
  expect(await complaints(page)).toEqual([])

  await hotel.visit(page, '/settings/cutover', { login: 'mei' })
  await expect(page.locator('#main')).toContainText('This section needs the right')
})
