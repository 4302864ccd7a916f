import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/desktop-sign-in.ts'
import { inStore, makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchElectron, makeDesktopHome } from '../support/electron-launch.ts'

let home: DesktopHome
let app: ElectronApplication
let page: Page
test.beforeAll(async () => {
  home = makeDesktopHome()
  const store = await makeStore(home)
  await inStore(store, async (call) => {
    const made = async (operation: string, input: object) =>
      ((await call(operation, input)) as { id: number }).id
    const type = { code: 'DLX', nameEn: 'Deluxe', nameZh: '豪华房', maxPersons: 2, baseRateMinor: 68_000 }
    const roomTypeId = await made('room.saveType', type)
    const roomId = await made('room.save', { number: '801', roomTypeId, floor: 8 })
    const plan = { code: 'BAR', nameEn: 'Best', nameZh: '门市价', meal: 'room-only' }
    const ratePlanId = await made('rate.save', plan)
    const guestId = await made('guest.create', { familyName: 'Hopper', givenName: 'Grace' })
    const dates = { arrival: '2026-03-02', departure: '2026-03-04' }
    await made('booking.create', { guestId, ...dates, roomTypeId, ratePlanId, roomId })
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

test('a prepared guest comes from Today, leaves early, and both are taken back, by the keyboard alone', async () => {
  const bar = page.locator('.k-stay-bar')
  const status = page.locator('.k-status-last')
  await page.keyboard.press('F2')
  await expect(page.locator('.k-day-list').first()).toContainText('Hopper')
  await page.keyboard.press('1')
  await page.keyboard.press('+')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await expect(page.locator('.k-obstacles')).toContainText('missing for')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(bar).toContainText('In room 801')

  await page.keyboard.press('-')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-out')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(bar).toContainText('Checked out')
  await page.keyboard.press('Alt+z')
  await expect(status).toContainText('Check-out reversed')
  await page.keyboard.press('Alt+i')
  await expect(bar).toContainText('the guest has not come yet')
})
