import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/desktop-sign-in.ts'
import { makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchElectron, makeDesktopHome } from '../support/electron-launch.ts'
import { pagesOf } from '../support/pdf-pages.ts'
import { printedBy } from '../support/printed-by.ts'

let home: DesktopHome
let app: ElectronApplication
let page: Page
test.beforeAll(async () => {
  home = makeDesktopHome()
  const launched = await launchElectron(home, ['--store', await makeStore(home)])
  app = launched.app
  page = launched.page
  await signIn(page)
})
test.afterAll(async () => {
  await app?.close().catch(() => undefined)
  home.remove()
})

test('a report is saved as a PDF, printed by the window itself, and goes to the printer as the same paper', async () => {
  await page.keyboard.press('F6')
  await page.getByRole('link', { name: 'Occupancy and revenue' }).click()
  await expect(page.locator('.rp-figures').first()).toBeVisible()

  const target = join(home.path, 'occupancy.pdf')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, target)
  for (let file = 1; file <= 2; file++) {
    await page.keyboard.press('Alt+e')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(pagesOf(readFileSync(target))).toBeGreaterThanOrEqual(1)
  // The session that prints is guarded once
  expect(
    await app.evaluate(({ session }) => session.fromPartition('print').listenerCount('will-download')),
  ).toBe(1)

  const paper = pagesOf(readFileSync(target))
  expect(await printedBy(app, () => page.keyboard.press('Control+p'))).toEqual({ pages: paper, sheets: 1 })
  await expect(page.locator('.k-paper')).toHaveCount(0)

  // The menu's Print has the same paper; where no report is shown, it prints the screen
  expect(await printedBy(app, chooseMenuPrint)).toEqual({ pages: paper, sheets: 1 })
  await expect(page.locator('.k-paper')).toHaveCount(0)
  await page.keyboard.press('F2')
  await expect(page.locator('.rp-figures')).toHaveCount(0)
  expect(await printedBy(app, chooseMenuPrint)).toMatchObject({ sheets: 0 })
})

async function chooseMenuPrint(): Promise<void> {
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ accelerator }) => accelerator === 'CmdOrCtrl+P')?.click()
  })
}
