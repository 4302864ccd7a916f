import { expect, type Page } from '@playwright/test'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys } from '../support/served-small-hotel.ts'

let hotel: Served

servedToJourneys((served) => {
  hotel = served
})

const rows = (page: Page) => page.getByRole('grid', { name: 'Guests' }).locator('[aria-selected]')

/** Holds back the answer to what was asked with this in it. */
async function answersHeld(page: Page, asked: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/rpc', async (route) => {
    if (route.request().postData()?.includes(asked)) await promise
    await route.continue()
  })
  return resolve
}

test('the end of a telephone that begins with 0: found and opened in six keys', async ({ page }) => {
  await hotel.visit(page, '/today')
  await page.locator('main').waitFor()
  await page.keyboard.press('F9')
  await expect(page.getByRole('searchbox', { name: 'Find a guest' })).toBeFocused()
  await page.keyboard.type('0018')
  await expect(rows(page)).toHaveCount(1)
  await expect(rows(page).locator('mark')).toHaveText('0018')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smith')
})

test('mistyped: similar names are marked in words, typing on is safe, and the new guest is offered', async ({
  page,
}) => {
  await hotel.visit(page, '/guests')
  await expect(page.getByRole('searchbox', { name: 'Find a guest' })).toBeFocused()
  await page.keyboard.type('zhagnwei')
  await expect(rows(page).first()).toContainText('张伟')
  await expect(rows(page).first().getByText('similar', { exact: true })).toBeVisible()
  await expect(page.getByText('No exact match, 1 similar')).toBeVisible()
  await expect(page.getByRole('button', { name: 'New guest “zhagnwei”' })).toBeVisible()

  await page.keyboard.press('Control+k')
  await page.keyboard.type('zhagnwei')
  const option = page.getByRole('option')
  await expect(option.first()).toContainText('similar')
  // Enter before the answer: what is meant, and not what stood there
  await page.keyboard.press('Escape')
  const release = await answersHeld(page, '"muller"')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('m')
  await expect(option.first()).toBeVisible()
  await page.keyboard.type('uller')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Search and commands' })).toBeVisible()
  release()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Müller')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Search and commands' }).fill('zhuge 13800130001')
  await expect(option).toHaveText('New guest “zhuge 13800130001”')
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: 'New guest' })
  await expect(drawer.getByLabel('Family name (Latin)')).toHaveValue('Zhuge')
  await expect(drawer.getByLabel('Mobile')).toHaveValue('13800130001')
  await expect(page).toHaveURL(/\/guests$/)

  // Chosen before it was seen: nobody whose name is only similar
  await hotel.visit(page, '/bookings/new')
  const answer = await answersHeld(page, '"zhagnwei"')
  const field = page.getByRole('combobox', { name: 'Guest', exact: true })
  await field.fill('zhagnwei')
  await field.press('Enter')
  answer()
  await expect(option.first()).toContainText('similar')
  await field.press('Enter')
  await expect(page.locator('.k-bk-chosen')).toContainText('张伟')
})
