import { expect } from '@playwright/test'
import { addDays, type BusinessDate, type GuestId } from '#shared/values/index.ts'
import { testBusinessDate } from '../support/app.ts'
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
  await expect(status(page)).toContainText('Tanaka Hiroshi 田中 博: Note saved')
  await expect(note).toBeFocused()
  await page.keyboard.press('Control+Z')
  await expect(status(page)).toContainText('Undone: “Tanaka Hiroshi 田中 博: Note saved”')
  await expect(note).toHaveValue('')
  expect((await guestNow(id)).notes).toEqual([])
})

test('a guest’s own changes are on the profile, and the log names whom each was for, with sign-ins folded', async ({
  page,
}) => {
  const id = made.guests.tanaka as GuestId
  const { version } = await guestNow(id)
  const mobile = { kind: 'mobile', value: '13911110000', primary: false } as const
  await hotel.must('guest.saveContact', { guestId: id, version, ...mobile })
  await hotel.visit(page, `/guests/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('田中')
  await page.keyboard.press('Alt+6')
  const own = page.getByRole('region', { name: 'Changes' }).locator('.k-change')
  await expect(own.first()).toContainText('Contact saved')
  await expect(own.first()).toContainText('+8613911110000')
  await expect(own.filter({ hasText: 'Booking created' })).not.toHaveCount(0)
  // Signing in for this visit, and again for the next, is one line of the log
  await hotel.visit(page, '/changes')
  const log = page.locator('.change-log .k-change')
  await expect(log.first()).toContainText(/\d+ sign-ins and sign-outs/)
  const contact = log.filter({ hasText: 'Contact saved' }).first()
  await expect(contact.getByRole('link')).toHaveText('Tanaka Hiroshi 田中 博')
  const folded = await log.count()
  await page.keyboard.press('Alt+s')
  await expect(log.first()).toContainText('Signed in')
  expect(await log.count()).toBeGreaterThan(folded)
  await page.keyboard.press('Alt+s')
  await contact.getByRole('button', { name: 'Undo' }).click()
  await expect(log.first()).toContainText('Undone')
  expect((await guestNow(id)).contacts.map(({ value }) => value)).not.toContain('+8613911110000')
})

test('stays begin at the business date, with the next arrival chosen and the keys going on from it', async ({
  page,
}) => {
  const { id } = await hotel.must('guest.create', { nativeName: '常客', givenName: 'Regular' })
  for (let at = 1; at <= 14; at++) {
    const arrival = addDays(testBusinessDate as BusinessDate, at * 30)
    await hotel.must('booking.create', {
      guestId: id,
      arrival,
      departure: addDays(arrival, 1),
      roomTypeId: made.types.DLX as never,
      ratePlanId: made.plan,
    })
  }
  await hotel.visit(page, `/guests/${id}`)
  const stays = page.getByRole('grid', { name: 'Bookings and stays' })
  const chosen = stays.locator('[aria-selected="true"]')
  await expect(chosen).toContainText('Wed 1 Apr')
  await expect(chosen).toBeInViewport({ ratio: 1 })
  await expect(page.locator('.g-today')).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Alt+5')
  await page.keyboard.press('ArrowUp')
  await expect(chosen).toContainText('Fri 1 May')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await page.goBack()
  await expect(chosen).toContainText('Wed 1 Apr')
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
