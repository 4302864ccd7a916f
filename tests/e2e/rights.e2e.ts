import { expect, type Page } from '@playwright/test'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { smallHotel } from '../support/small-hotel.ts'

/** Roles as an administrator sees and makes them, and an act that a manager approves at a clerk's desk. */
let hotel: Served
const password = 'correct horse'

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: smallHotel })
  for (const role of ['clerk', 'manager', 'housekeeper'] as const)
    await hotel.must('access.createUser', { login: role, name: role, role, language: 'en', password })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const drawer = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

test('an administrator makes a role by keys, and it applies at once', async ({ page }) => {
  await hotel.visit(page, '/settings/roles')
  const table = page.getByRole('table', { name: 'Rights and roles' })
  await expect(table.getByRole('columnheader', { name: /^Housekeeper/ })).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Alt+N')
  const form = drawer(page, 'New role')
  await expect(form.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('Porter')
  await form.getByRole('checkbox', { name: 'See guests', exact: true }).press('Space')
  await expect(form.getByRole('status')).toContainText('Gains: See guests')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(table.getByRole('columnheader', { name: /^Porter/ })).toBeVisible()
  await expect(form).toHaveCount(0)
})

test('a clerk’s act is approved beside it by a manager; the clerk stays, and the log has both', async ({
  page,
}) => {
  const { id } = (await hotel.must('booking.list', { view: 'due-in', limit: 1 })).rows[0] ?? {}
  if (id === undefined) throw new Error('nobody is due in')
  await hotel.visit(page, `/bookings/${id}`, { login: 'clerk' })
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('p')
  const rate = drawer(page, 'Change rate')
  const field = rate.getByRole('textbox', { name: /^Rate, / }).first()
  await field.fill('1')
  await rate.getByLabel(/Reason/).fill('promised')
  await page.keyboard.press('Control+Enter')
  const approval = drawer(page, 'Approval')
  await expect(approval.getByRole('alert')).toContainText('manager')
  expect(await complaints(page)).toEqual([])
  await approval.getByLabel(/^Password of manager/).fill('guessed')
  await page.keyboard.press('Enter')
  await expect(approval.getByRole('alert')).toContainText('That password is not right')
  await approval.getByLabel(/^Password of manager/).fill(password)
  await page.keyboard.press('Enter')
  await expect(approval).toHaveCount(0)
  await expect(page.locator('.k-tool-role')).toHaveText('Clerk')
  await expect(rate).toHaveCount(0)
  const [row] = (await hotel.must('change.list', { entity: 'booking', limit: 1 })).rows
  expect(row).toMatchObject({ actor: 'clerk', approvedBy: { login: 'manager' } })
})

test('a housekeeper finds no guests and no money', async ({ page }) => {
  await hotel.visit(page, '/guests', { login: 'housekeeper' })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This screen is not for your role')
  const rail = page.locator('.k-rail a')
  expect(await rail.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
    '/housekeeping',
    '/settings',
  ])
  expect(await complaints(page)).toEqual([])
})
