import { expect, type Page } from '@playwright/test'
import type { BookingId, GuestId, UserId } from '#shared/values/index.ts'
import { test } from '../support/journeys.ts'
import { administrator, type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { type SmallHotel, smallHotel } from '../support/small-hotel.ts'

const number = 'E98765432'
const lina = {
  login: 'lina',
  name: 'Lina Chen',
  role: 'manager',
  language: 'en',
  password: 'a long one',
} as const

let hotel: Served
let made: SmallHotel
let linaId: UserId

test.beforeAll(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      made = await smallHotel(app)
      linaId = (await app.must('access.createUser', lina)).id
      await app.must('guest.saveDocument', {
        guestId: made.guests.zhangWei as GuestId,
        version: 1,
        kind: 'passport',
        number,
        country: 'CHN',
      })
    },
  })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

/** Everything that the browser has of this page: what it shows, its address and steps, and what is stored for it. */
async function everything(page: Page): Promise<string> {
  return await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      document.title,
      location.href,
      JSON.stringify(history.state),
      JSON.stringify(localStorage),
      JSON.stringify(sessionStorage),
    ].join('\n'),
  )
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Find a guest' })

async function signIn(page: Page, name: string, password: string): Promise<void> {
  await expect(page.getByLabel('User', { exact: true })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page.locator('.k-frame')).toBeVisible()
}

test('what one user opened is gone at the lock, comes back to its user, and never to the next', async ({
  page,
}) => {
  await hotel.visit(page, '/guests')
  await search(page).fill(number)
  const row = page.getByRole('row').filter({ hasText: '张伟' })
  await expect(row).toBeVisible()
  expect(
    await page.evaluate(() => location.href + JSON.stringify(history.state) + document.title),
  ).not.toContain(number)
  await page.reload()
  await expect(search(page)).toHaveValue(number)
  await expect(row).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Show number' }).click()
  await expect(page.getByText(number)).toBeVisible()

  await page.keyboard.press('F8')
  await expect(page.getByLabel('User', { exact: true })).toBeFocused()
  const locked = await everything(page)
  expect(locked).not.toContain(number)
  expect(locked).not.toContain('张伟')
  expect(locked).not.toContain('13800138000')

  await page.keyboard.type('lin')
  await expect(page.getByRole('button', { name: lina.name, pressed: true })).toBeVisible()
  await page.keyboard.type('zz')
  await expect(page.getByRole('alert')).toHaveText('No user of that name. Try another spelling.')
  await page.keyboard.press('Escape')
  // Nobody is typed: whoever was here comes back
  await page.keyboard.press('Enter')
  await page.keyboard.type(administrator.password)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('张伟')
  await expect(page.getByText(number)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(search(page)).toHaveValue(number)

  await page.keyboard.press('F8')
  await signIn(page, lina.name, lina.password)
  await expect(page).toHaveURL(/\/today$/)
  expect(await everything(page)).not.toContain(number)
  await page.keyboard.press('F9')
  await expect(search(page)).toHaveValue('')
  await page.goBack()
  await expect(page).toHaveURL(/\/today$/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByLabel('Password')).toBeVisible()
  expect(await everything(page)).not.toContain('张伟')
})

test('a password that is set elsewhere locks the page at once', async ({ page }) => {
  await hotel.visit(page, '/guests', { login: lina.login, password: lina.password })
  await expect(search(page)).toBeFocused()
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  const user = (await hotel.must('access.listUsers', {})).find(({ id }) => id === linaId)
  await hotel.must('access.updateUser', { id: linaId, version: user?.version ?? 0, password: 'another one' })
  await expect(page.getByLabel('Password')).toBeFocused()
  expect(await everything(page)).not.toContain('张伟')
})

test('an administrator sees who is signed in where and ends a session; the other page locks', async ({
  page,
  browser,
}) => {
  const mei = {
    login: 'mei',
    name: 'Mei Wang',
    role: 'clerk',
    language: 'en',
    password: 'a long one',
  } as const
  await hotel.must('access.createUser', mei)
  const elsewhere = await browser.newContext()
  const other = await elsewhere.newPage()
  await hotel.visit(other, '/guests', { login: mei.login, password: mei.password })
  await expect(other.getByText('Live', { exact: true })).toBeVisible()
  await hotel.visit(page, '/settings/users')
  const row = page.getByRole('listitem').filter({ hasText: mei.name })
  await expect(row).toContainText('/browser')
  await row.getByRole('button', { name: /^End the session of Mei Wang/ }).click()
  await expect(row).toHaveCount(0)
  await expect(other.getByLabel('Password')).toBeVisible()
  await elsewhere.close()
  await page.goto(`${hotel.origin}/settings/hotel`)
  const minutes = page.getByLabel('Lock after minutes unattended')
  await minutes.fill('999')
  await page.keyboard.press('Enter')
  await expect(page.getByText('enter at most 240')).toBeVisible()
  await minutes.fill('5')
  await page.keyboard.press('Enter')
  await expect(page.locator('.k-status')).toContainText('Hotel settings changed')
  expect(await hotel.must('hotel.state', {})).toMatchObject({ idleMinutes: 5 })
})

const get = (id: number) => hotel.must('booking.get', { id: id as BookingId })

/** Two nights from 20 May. */
async function book(guest: string): Promise<BookingId> {
  const stay = { arrival: '2026-05-20' as never, departure: '2026-05-22' as never }
  const of = { guestId: made.guests[guest] as never, roomTypeId: made.types.DLX as never }
  return (await hotel.must('booking.create', { ...of, ...stay, ratePlanId: made.plan })).id
}

test('what Esc left in a drawer is saved by no later change', async ({ page }) => {
  const id = await book('zhangMin')
  const agreed = ['2026-05-20', '2026-05-21'].map((night) => ({ night: night as never, rateMinor: 43_200 }))
  await hotel.must('booking.changeRate', {
    id,
    version: (await get(id)).version,
    rates: agreed,
    reason: 'Agreed',
  })
  await hotel.visit(page, `/bookings/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(10_000_000 + id))
  await expect(page.locator('#main')).toBeFocused()
  const dates = page.getByRole('dialog', { name: 'Change dates' })
  await page.keyboard.press('d')
  await dates.getByLabel('Arrival').fill('2026-05-18')
  await expect(dates.locator('.k-effect')).toContainText('18 May')
  await page.keyboard.press('Escape')
  await expect(dates).toHaveCount(0)

  await page.keyboard.press('d')
  await expect(dates.getByLabel('Arrival')).toHaveValue('20 May 2026')
  await expect(dates.locator('.k-draft-note')).toHaveCount(0)
  await dates.getByLabel('Nights', { exact: true }).fill('3')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Dates changed')
  const extended = await get(id)
  expect([extended.arrival, extended.departure]).toEqual(['2026-05-20', '2026-05-23'])
  expect(extended.nights.slice(0, 2).map((one) => one.rateMinor)).toEqual([43_200, 43_200])

  // Another screen drops it too: the drawer of the page that one comes back to is as on file
  await page.keyboard.press('d')
  await dates.getByLabel('Nights', { exact: true }).fill('9')
  await page.keyboard.press('F2')
  await expect(page).toHaveURL(/\/today$/)
  await page.goBack()
  await expect(dates.getByLabel('Nights', { exact: true })).toHaveValue('3')
  await expect(dates.locator('.k-draft-note')).toHaveCount(0)

  // Tab stays inside, both ways
  const isInside = () => dates.evaluate((box) => box.contains(document.activeElement))
  for (const key of [...Array<string>(16).fill('Tab'), ...Array<string>(16).fill('Shift+Tab')]) {
    await page.keyboard.press(key)
    expect(await isInside(), key).toBe(true)
  }
})

test('an unsaved entry comes back marked by field, and is saved only once it was kept', async ({ page }) => {
  const id = await book('zhangMin')
  await hotel.visit(page, `/bookings/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(10_000_000 + id))
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('d')
  const dates = page.getByRole('dialog', { name: 'Change dates' })
  const nightsField = dates.getByLabel('Nights', { exact: true })
  const note = dates.locator('.k-draft-note')
  await nightsField.fill('9')
  await dates.getByLabel('Reason').fill('Flight cancelled')
  await page.reload()
  await expect(note).toContainText('Unsaved entry restored')
  await expect(note.getByRole('row', { name: /^Departure/ })).toHaveText(/Departure.*22 May.*29 May/)
  await expect(note.getByRole('row', { name: /^Reason/ })).toHaveText(/Reason\s*empty\s*Flight cancelled/)
  await expect(note.getByRole('row')).toHaveCount(3)
  await expect(dates.getByRole('button', { name: 'Change dates' })).toBeDisabled()
  await nightsField.press('Enter')
  await nightsField.press('Control+Enter')
  expect((await get(id)).departure).toBe('2026-05-22')
  await page.keyboard.press('Alt+x')
  await expect(nightsField).toHaveValue('2')
  await expect(note).toHaveCount(0)

  await nightsField.fill('4')
  await page.keyboard.press('F8')
  await page.getByLabel('Password').fill(administrator.password)
  await page.keyboard.press('Enter')
  await expect(note.getByRole('row', { name: /^Departure/ })).toContainText('24 May')
  await page.keyboard.press('Alt+k')
  await expect(note).toHaveCount(0)
  // A reason is one line, however it is drawn
  await dates.getByLabel('Reason').press('Enter')
  await expect(status(page)).toContainText('Dates changed')
  expect((await get(id)).departure).toBe('2026-05-24')

  // In a line of the page
  await page.getByRole('button', { name: /^Comment/ }).click()
  await page.getByRole('textbox', { name: 'Comment' }).fill('Late bus')
  await page.reload()
  const comment = page.getByRole('textbox', { name: 'Comment' })
  await expect(page.locator('.k-inline-back')).toContainText('On file: empty')
  await comment.press('Enter')
  expect((await get(id)).comment).toBe('')
  await comment.press('Alt+k')
  await comment.press('Enter')
  await expect.poll(async () => (await get(id)).comment).toBe('Late bus')
  await page.getByRole('button', { name: /^Comment/ }).click()
  await comment.fill('Other')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^Comment/ }).click()
  await expect(comment).toHaveValue('Late bus')
})
