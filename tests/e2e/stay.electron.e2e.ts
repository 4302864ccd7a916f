import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { signIn } from '../support/desktop-sign-in.ts'
import { inStore, makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchElectron, makeDesktopHome } from '../support/electron-launch.ts'
import { tryWholeParty } from '../support/party.ts'
import { nobodysPassport, scan, scanFromEachFocus, setSlowScanner } from '../support/scanning.ts'

const coach = 20
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
    await made('room.save', { number: '802', roomTypeId, floor: 8 })
    for (let n = 1; n <= coach; n++) {
      const one = await made('guest.create', { familyName: 'Reisegruppe', givenName: `Gast ${n}` })
      const room = await made('room.save', { number: String(900 + n), roomTypeId, floor: 9 })
      await made('booking.create', { guestId: one, ...dates, roomTypeId, ratePlanId, roomId: room })
    }
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

test('a passport is scanned at check-in from any focus, and is taken', async () => {
  await page.evaluate(setSlowScanner, 2000)
  await page.keyboard.press('F2')
  await expect(page.locator('.k-day-list').first()).toContainText('Hopper')
  await page.keyboard.press('1')
  await page.keyboard.press('+')
  await expect(page.getByRole('button', { name: /^Enter what is missing/ })).toBeVisible()
  await scanFromEachFocus(page)
  await scan(page, nobodysPassport.lines)
  const read = page.getByRole('dialog', { name: 'Document read' })
  await expect(read).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(read).toBeHidden()
  await expect(page.locator('.k-status-last')).toContainText(/document/i)
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

test('somebody without a booking comes and is in house, from nothing and by the keyboard alone', async () => {
  const heading = page.getByRole('heading', { level: 1 })
  await page.keyboard.press('F2')
  await page.locator('.k-day-list .k-list-row').first().waitFor()
  await page.keyboard.press('w')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('Ada Byron')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Family name (Latin)')).toHaveValue('Byron')
  await page.getByLabel('Mobile phone').pressSequentially('+12125550187')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await expect(page.locator('.k-bk-sum')).toContainText('¥')
  await page.keyboard.press('Control+Enter')
  await expect(heading).toHaveText('Check-in')
  await page.keyboard.press('r')
  await expect(page.locator('.k-stay-room')).toBeFocused()
  await page.keyboard.type('802')
  await expect(page.getByRole('radio', { name: 'Room 802' })).toBeChecked()
  await expect(page.locator('.k-obstacles')).not.toContainText('No room is assigned')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.k-stay-bar')).toContainText('In room 802')
})

test('a party of twenty comes as one act, and is taken back as one', async () => {
  const status = page.locator('.k-status-last')
  await page.keyboard.press('F2')
  await page.locator('.k-day-list .k-list-row').first().waitFor()
  const { coming } = await tryWholeParty(page, 'reisegruppe', coach)
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status).toContainText(`Done: ${coach} of ${coach}`)
  await expect(coming).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(status).toContainText('Undone')
})
