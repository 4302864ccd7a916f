import { expect } from '@playwright/test'
import type { GuestId } from '#shared/values/index.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

const guestNow = async (id: GuestId) => (await hotel.must('guest.profile', { id })).guest

test('Ctrl+Z takes a note back from the field that saving it emptied', async ({ page }) => {
  const id = made.guests.tanaka as GuestId
  await hotel.visit(page, `/guests/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('田中')
  await page.keyboard.press('Alt+N')
  const note = page.getByRole('textbox', { name: 'New note' })
  await page.keyboard.type('Arrives by train.')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Note saved')
  await expect(note).toBeFocused()
  await page.keyboard.press('Control+Z')
  await expect(status(page)).toContainText('Undone: “Note saved”')
  await expect(note).toHaveValue('')
  expect((await guestNow(id)).notes).toEqual([])
})

test('a document that contradicts the file says which says what, and is only to be closed', async ({
  page,
}) => {
  const { id } = await hotel.must('guest.create', { nativeName: '周明', gender: 'male' })
  await hotel.visit(page, `/guests/${id}`)
  await page.getByRole('button', { name: /New document/ }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('Number on the document').fill('11010519491231002X')
  await page.keyboard.press('Enter')
  await expect(drawer.getByRole('alert')).toContainText(
    'The document gives Female as gender, the profile Male.',
  )
  await expect(drawer.getByRole('alert')).toBeFocused()
  await expect(drawer.locator('.k-drawer-foot button')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('a new guest undone is gone from the screen, with the way to the list', async ({ page }) => {
  await hotel.visit(page, '/guests')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.press('Alt+N')
  await page.getByRole('dialog', { name: 'New guest' }).getByLabel('Name in own script').fill('司马青')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('司马青')
  await page.keyboard.press('Control+Z')
  await expect(page.getByRole('alert')).toContainText('This guest does not exist')
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
  await page.getByRole('link', { name: 'Back to the guest list' }).click()
  await expect(page.getByRole('searchbox')).toBeFocused()
})

test('a guest who is asked and says no is not asked again', async ({ page }) => {
  const id = made.guests.tanaka as GuestId
  await hotel.visit(page, `/guests/${id}`)
  const consents = page.locator('#guest-consents')
  await consents.getByRole('button', { name: 'SMS: Record refusal' }).click()
  await page.keyboard.press('Enter')
  await expect(consents).toContainText('no consent')
  expect((await guestNow(id)).consents).toMatchObject([{ channel: 'sms', granted: false }])
  await expect(consents.getByRole('button', { name: 'SMS: Record refusal' })).toHaveCount(0)
  await consents.getByRole('button', { name: 'SMS: Record consent' }).click()
  await page.keyboard.press('Enter')
  await expect(consents.getByRole('button', { name: 'SMS: Withdraw' })).toBeVisible()
})
