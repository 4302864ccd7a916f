import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { smallHotel } from '../support/small-hotel.ts'

/** Each section changed and undone; two at one thing; what each role finds. */
let hotel: Served

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: smallHotel })
  for (const role of ['clerk', 'manager'] as const) {
    await hotel.must('access.createUser', {
      login: role,
      name: role,
      role,
      language: 'en',
      password: 'correct horse',
    })
  }
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const main = (page: Page) => page.locator('#main')
const drawer = (page: Page) => page.getByRole('dialog')

async function open(page: Page, section: string, options = {}): Promise<void> {
  await hotel.visit(page, `/settings/${section}`, options)
  await page.locator('.k-sections-list').waitFor()
}

test('the hotel: changed, undone, its currency fixed, and a change by somebody else kept apart', async ({
  page,
}) => {
  await hotel.visit(page, '/settings')
  await expect(page).toHaveURL(/\/settings\/hotel$/)
  const address = page.getByLabel('Address')
  await address.fill('1 Harbour Road')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Hotel settings changed')
  await expect(address).toHaveValue('1 Harbour Road')
  await page.locator('.k-status-undo').click()
  await expect(address).toHaveValue('')

  await page.getByRole('combobox', { name: 'Currency' }).click()
  await page.keyboard.type('EUR')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('alert')).toContainText('CNY')
  await page.reload()
  await page.getByRole('button', { name: 'Discard' }).click()

  await address.fill('2 Harbour Road')
  const { version } = await hotel.must('hotel.settings', {})
  await hotel.must('hotel.updateSettings', { version, phone: '+86 21 5555 0000' })
  await expect(page.getByRole('alert')).toContainText('Someone else has changed: Phone')
  await expect(address).toHaveValue('2 Harbour Road')
  await page.getByRole('button', { name: /Apply my entries/ }).click()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Hotel settings changed')
  expect(await hotel.must('hotel.settings', {})).toMatchObject({
    address: '2 Harbour Road',
    phone: '+86 21 5555 0000',
  })
  expect(await complaints(page)).toEqual([])
})

test('room types and rooms by keyboard: added, changed, several at once', async ({ page }) => {
  await open(page, 'room-types')
  await expect(page.getByRole('grid', { name: 'Room types' })).toBeFocused()
  await page.keyboard.press('Alt+n')
  await expect(drawer(page).getByLabel('Code')).toBeFocused()
  await page.keyboard.type('DLX')
  await drawer(page).getByLabel('English name').fill('Twin')
  await drawer(page).getByLabel('Base rate').fill('six')
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText('Enter an amount in CNY')
  await drawer(page).getByLabel('Base rate').fill('590')
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText('This code is taken')
  await drawer(page).getByLabel('Code').fill('TWN')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Room type saved')
  await expect(main(page)).toContainText('590.00')
  expect(await complaints(page)).toEqual([])

  await page.keyboard.press('Alt+3')
  await expect(page.getByRole('searchbox', { name: 'Number' })).toBeFocused()
  await page.keyboard.press('Alt+r')
  await drawer(page).getByLabel('Room numbers').fill('812-816, 1001')
  await drawer(page).getByLabel('Leave out numbers that end in').fill('4')
  await expect(drawer(page)).toContainText('4 rooms will be added: 813, 815, 816, 1001')
  await expect(drawer(page)).toContainText('1 already exists and is not changed: 812')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('4 rooms added')
  const rooms = await hotel.must('room.list', {})
  expect(rooms.filter((room) => ['813', '1001'].includes(room.number)).map((room) => room.floor)).toEqual([
    8, 10,
  ])
  await page.getByRole('searchbox', { name: 'Number' }).fill('1001')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await drawer(page).getByLabel('Out of service', { exact: true }).check()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(main(page).getByRole('row', { name: /1001/ })).toContainText('Out of service')
  await page.locator('.k-status-undo').click()
  await expect(main(page).getByRole('row', { name: /1001/ })).not.toContainText('Out of service')
})

test('a manager prices a plan and makes a programme from an example; what is wrong stands beside its field', async ({
  page,
}) => {
  await open(page, 'rate-plans', { login: 'manager' })
  await expect(page.getByRole('grid', { name: 'Rate plans' })).toBeFocused()
  await page.keyboard.press('Enter')
  await drawer(page).getByLabel('Price of DLX').fill('612.50')
  await page.keyboard.press('Enter')
  await expect(main(page).getByRole('row', { name: /BAR/ })).toContainText('612.50')

  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: /Nights, stays or spend/ }).click()
  expect(await complaints(page)).toEqual([])
  const gold = page.getByRole('group', { name: 'gold, Entry' })
  await gold.getByLabel('How many').first().fill('5')
  await page.keyboard.press('Control+s')
  await expect(gold).toContainText('This tier must require at least as much as the one below it.')
  await gold.getByLabel('How many').first().fill('many')
  await page.keyboard.press('Control+s')
  await expect(gold).toContainText('Enter a condition')
  await gold.getByLabel('How many').first().fill('30')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Programme saved')
  const [programme] = await hotel.must('loyalty.listProgrammes', {})
  expect(programme?.parameters).toMatchObject({
    tiers: [{}, {}, { code: 'gold', entry: { any: [{ counter: 'nights', atLeast: 30 }, {}, {}] } }, {}, {}],
    qualifying: { channels: { except: ['travel-agent', 'online-agency'] } },
  })
  expect(await complaints(page)).toEqual([])
})

test('money: a country’s chart to begin with, its parts by their keys, a rate and a setting', async ({
  page,
}) => {
  await open(page, 'rate-plans', { login: 'manager' })
  await page.keyboard.press('Alt+9')
  // The chart of the hotel's own country has the focus
  await expect(page.locator('.s-start').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.s-sources')).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.getByRole('button', { name: /^Load/ }).press('Enter')
  await expect(page.getByRole('grid', { name: 'Accounts' })).toBeFocused()

  await page.keyboard.press('7')
  await page.keyboard.press('Alt+n')
  await page.keyboard.type('USD')
  await page.keyboard.press('Enter')
  await drawer(page).getByLabel('Rate').fill('7.1x')
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page).getByRole('alert')).toBeVisible()
  await drawer(page).getByLabel('Rate').fill('7.1234')
  await page.keyboard.press('Control+Enter')
  await expect(main(page).getByRole('row', { name: /USD/ })).toContainText('7.1234')
  expect(await complaints(page)).toEqual([])

  await page.keyboard.press('9')
  await page.getByLabel('Foot of the invoice').fill('Thank you for staying')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Money settings saved')
  expect((await hotel.must('chart.get', {})).settings.footer).toBe('Thank you for staying')
  expect(await complaints(page)).toEqual([])
})

test('users: added, retired, the last administrator stays one; one’s own password', async ({ page }) => {
  await open(page, 'users')
  await page.keyboard.press('Alt+n')
  await drawer(page).getByLabel('Full name').fill('李娜')
  await drawer(page).getByLabel('User name').fill('lina')
  await drawer(page).getByLabel('Password').fill('short')
  await page.keyboard.press('Enter')
  await expect(drawer(page)).toContainText(/at least 8/i)
  await drawer(page).getByLabel('Password').fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('User added')
  await page.getByRole('row', { name: /Ada Min/ }).dblclick()
  await drawer(page).getByText('Clerk', { exact: true }).click()
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page)).toContainText('Nobody would be left to manage users and roles')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.keyboard.press('Alt+7')
  await page.getByLabel('Current password').fill('wrong password')
  await page.getByLabel('New password', { exact: true }).fill('horse battery staple')
  await page.getByLabel('New password again').fill('horse battery staple')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('Current password').fill('correct horse')
  await page.keyboard.press('Enter')
  await expect(main(page)).toContainText('Password changed.')
  expect(await complaints(page)).toEqual([])
  // The journeys after this one sign in with the password before.
  await hotel.must('access.changePassword', { current: 'horse battery staple', password: 'correct horse' })
})

test('copies: a folder that is none, one that is, a copy by a key, and what is there', async ({ page }) => {
  const copies = mkdtempSync(join(tmpdir(), 'keyrack-copies-'))
  // The hotel's clock shows noon of its business date.
  await page.clock.setFixedTime('2026-03-02T07:30:00Z')
  await open(page, 'backup')
  await expect(page.locator('.k-status')).toContainText('No backup yet')
  await page.getByLabel('Folder 1').fill(join(copies, 'no'))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('There is no folder')
  await page.getByLabel('Folder 1').fill(copies)
  await page.getByLabel('Days').fill('3')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Backup settings saved')
  await expect(main(page)).toContainText('There are no copies in this folder.')
  await page.keyboard.press('Alt+b')
  const row = page.getByRole('row', { name: /verified/ })
  await expect(row).toHaveCount(1)
  await expect(row).toContainText('2 Mar 2026')
  await expect(main(page)).toContainText('Last good copy')
  await expect(page.locator('.k-status')).toContainText('Last backup 3 hours ago')
  await expect(main(page)).toContainText(`keyrack restore --store "${hotel.file}" --from "${copies}"`)
  expect(await complaints(page)).toEqual([])
  // The share is away: the failure stays on the status line of everybody until a copy succeeds.
  renameSync(copies, `${copies}-away`)
  await page.keyboard.press('Alt+b')
  await expect(page.locator('.k-status')).toContainText('Backup failed: its folder or share is not there')
  await page.reload()
  await expect(page.locator('.k-status')).toContainText('Backup failed: its folder or share is not there')
  renameSync(`${copies}-away`, copies)
  await page.keyboard.press('Alt+b')
  await expect(page.locator('.k-status')).toContainText(/Last backup/)
  rmSync(copies, { recursive: true })
})

test('a wrong password stands in the log as such, not as a sign-in', async ({ page }) => {
  await open(page, 'password', { login: 'clerk' })
  await hotel.call('access.signIn', { login: 'clerk', password: 'not the word' })
  await page.goto(`${hotel.origin}/changes?entity=access&operation=access.signIn`)
  await expect(page.locator('.k-change').first()).toContainText('Wrong password')
})

test('a clerk reads the settings and changes nothing but the own password', async ({ page }) => {
  await open(page, 'hotel', { login: 'clerk', language: 'zh', theme: 'night' })
  await expect(main(page)).toContainText('当前角色只可查看')
  await expect(page.getByRole('link', { name: /用户/ })).toHaveCount(0)
  for (const key of ['Alt+2', 'Alt+3', 'Alt+4', 'Alt+5']) {
    await page.keyboard.press(key)
    await expect(main(page)).toContainText('当前角色只可查看')
    await expect(page.getByRole('button', { name: /新增|保存/ })).toHaveCount(0)
    expect(await complaints(page)).toEqual([])
  }
  await page.keyboard.press('Alt+7')
  await expect(page.getByLabel('当前密码')).toBeFocused()
  await page.goto(`${hotel.origin}/settings/users`)
  await expect(main(page)).toContainText('此项须有“用户与角色”权限')
})
