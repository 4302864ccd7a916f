import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/desktop-sign-in.ts'
import { inStore, makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchElectron, makeDesktopHome } from '../support/electron-launch.ts'
import { printedBy } from '../support/printed-by.ts'

let home: DesktopHome
let app: ElectronApplication
let page: Page
test.beforeAll(async () => {
  home = makeDesktopHome()
  const store = await makeStore(home)
  await inStore(store, async (call) => {
    await call('chart.load', { chart: 'cn-general' })
    await call('folio.openAccount', { kind: 'house', code: 'PM1', name: 'Passers-by' })
  })
  home.own()
  const launched = await launchElectron(home, ['--store', store])
  app = launched.app
  page = launched.page
  await signIn(page)
})
test.afterAll(async () => {
  await app?.close().catch(() => undefined)
  home.remove()
})

test('a house account is charged, invoiced on paper and settled by the keyboard alone', async () => {
  const drawer = page.getByRole('dialog')
  await page.keyboard.press('F10')
  await expect(page.locator('.k-list-row')).toContainText('Passers-by')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.locator('.fo-head').waitFor()

  await page.keyboard.press('c')
  await page.keyboard.type('rest')
  await expect(page.locator('.ant-select-item-option-active').filter({ visible: true })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await page.keyboard.type('320')
  await page.keyboard.press('Enter')
  await expect(page.locator('.fo-posted li')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)

  await page.keyboard.press('z')
  await page.keyboard.press('Alt+2')
  await expect(drawer).toContainText('320.00')
  await page.keyboard.press('Control+Enter')
  await expect(drawer.getByRole('heading').first()).toContainText('INV-')
  const printed = await printedBy(app, () => page.keyboard.press('Control+Enter'))
  expect(printed).toEqual({ pages: 1, sheets: 1 })
  await expect(drawer).toHaveCount(0)
  await expect(page.locator('.k-paper')).toHaveCount(0)

  await page.keyboard.press('s')
  await expect(drawer.locator('.fo-settle')).toHaveCount(1)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.fo-balance')).toContainText('0.00')
  await expect(page.locator('.fo-state')).toContainText('Closed')
})
