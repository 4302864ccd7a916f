import { expect } from '@playwright/test'
import { writeWith } from '#db/dialect/building.ts'
import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import { addDays, type BookingId, type BusinessDate, type GuestId } from '#shared/values/index.ts'
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

test('one list of choices at a time: the key of the next one closes the one before', async ({ page }) => {
  await hotel.visit(page, '/changes')
  await page.locator('.k-change, .k-list-row').first().waitFor()
  const lists = page.locator('.ant-select-dropdown:visible')
  for (const key of ['Alt+O', 'Alt+W', 'Alt+E']) {
    await page.keyboard.press(key)
    await expect(lists, key).toHaveCount(1)
  }
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

test('Alt+H shows a guest and a booking as known at an earlier date, read only, and leads back', async ({
  page,
}) => {
  const id = made.guests.smith as GuestId
  await hotel.visit(page, `/guests/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smith')
  await page.keyboard.press('Alt+h')
  // Yesterday the hotel knew of nobody
  await expect(page.getByRole('alert')).toContainText('not on file yet')
  const day = page.getByRole('textbox', { name: 'As of the end of' })
  await expect(day).toBeFocused()
  await day.fill(testBusinessDate)
  await page.keyboard.press('Enter')
  const bar = page.getByRole('region', { name: /^As of/ })
  await expect(bar).toContainText('Read only.')
  await expect(bar).toContainText('Last change until then: ')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smith')
  await expect(page.getByRole('textbox')).toHaveCount(1)
  await expect(page.getByText('No booking on file at that time.')).toBeVisible()
  await page.keyboard.press('Alt+h')
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeVisible()

  await hotel.visit(page, `/bookings/1?asOf=${testBusinessDate}`)
  await expect(bar).toContainText('Booking created')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10000001')
  await expect(page.getByRole('toolbar').getByRole('button')).toHaveCount(0)
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('toolbar').getByRole('button')).not.toHaveCount(0)
})

test('a booking of then is drawn with the date of then: its nights are to come, its request is not overdue', async ({
  page,
}) => {
  const id = 1 as BookingId
  await hotel.must('request.create', { bookingId: id, kind: 'crib' })
  const openDay = async (date: string) => {
    await hotel.app.store.exclusively((tx) =>
      writeWith(tx)
        .updateTable('settings')
        .set({ business_date: date as BusinessDate })
        .execute(),
    )
    hotel.app.store.forgetSettings()
  }
  await openDay(addDays(testBusinessDate as BusinessDate, 5))
  try {
    await hotel.visit(page, `/bookings/${id}?asOf=${testBusinessDate}`)
    await expect(page.getByRole('region', { name: /^As of/ })).toContainText('Read only.')
    await expect(page.locator('.k-bk-request')).toContainText('Crib')
    await expect(page.locator('.k-bk-nights tbody tr')).toHaveCount(2)
    await expect(page.locator('.k-bk-past, .k-bk-request .k-wrong')).toHaveCount(0)
    await page.keyboard.press('Alt+h')
    await expect(page.locator('.k-bk-past')).toHaveCount(2)
    await expect(page.locator('.k-bk-request .k-wrong')).toHaveCount(1)
  } finally {
    await openDay(testBusinessDate)
  }
})

test('a guest’s page of then has the bookings, requests and tiers of then, and leads to the booking of then', async ({
  page,
}) => {
  const { anna, smith } = made.guests as Record<'anna' | 'smith', GuestId>
  const programme = await hotel.must('loyalty.saveProgramme', {
    code: 'THEN',
    nameEn: 'Then',
    nameZh: '当时',
    parameters: exampleProgrammes[0]?.parameters as never,
  })
  const member = await hotel.must('loyalty.enrol', { guestId: anna, programmeId: programme.id as never })
  await hotel.must('request.create', { bookingId: 4 as BookingId, kind: 'crib' })
  const [{ moment } = { moment: '' }] = (await hotel.must('change.list', { limit: 1 })).rows
  // What came after it
  await hotel.must('loyalty.setTier', { id: member.id, version: 1, tier: 'platinum', reason: 'Chain match' })
  await hotel.must('booking.changeGuests', {
    id: 4 as BookingId,
    version: (await hotel.must('booking.get', { id: 4 as BookingId })).version,
    kind: 'guests',
    guestId: smith,
    reason: 'Wrong guest',
  })
  await hotel.visit(page, `/guests/${anna}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Müller')
  await expect(page.getByText('No booking yet.')).toBeVisible()

  await hotel.visit(page, `/guests/${anna}?asOf=${moment}`)
  const bar = page.getByRole('region', { name: /^As of/ })
  await expect(bar).toContainText('Read only.')
  await expect(page.locator('#guest-requests')).toContainText('Crib')
  await expect(page.locator('#guest-requests').getByRole('button')).toHaveCount(0)
  await expect(page.locator('#guest-loyalty')).toContainText('Member')
  await expect(page.locator('#guest-loyalty')).not.toContainText('Platinum')
  await page.keyboard.press('Alt+6')
  await expect(page.getByRole('region', { name: 'Changes' })).toContainText('Request')
  await expect(page.getByRole('region', { name: 'Changes' })).not.toContainText('Wrong guest')
  await page.keyboard.press('Alt+5')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('10000004')
  await expect(bar).toContainText('Read only.')
  await expect(page.getByText('Müller').first()).toBeVisible()
  await page.keyboard.press('Alt+h')
  await expect(page.getByText('Smith').first()).toBeVisible()
})

test('where there is nothing of a date, the date that has something is offered', async ({ page }) => {
  const id = made.guests.liNa as GuestId
  await hotel.visit(page, `/guests/${id}?asOf=2020-01-01`)
  await expect(page.getByRole('alert')).toContainText('not on file yet')
  await page.getByRole('link', { name: /^Show as of/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Li Na')
  await hotel.visit(page, `/guests/${id}?asOf=2099-01-01`)
  await expect(page.getByRole('alert')).toContainText('after the business date')
  await page.getByRole('link', { name: /^Show as of/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Li Na')
  // What is no date is none: the guest of now, and no banner
  await hotel.visit(page, `/guests/${id}?asOf=yesterday`)
  await expect(page.getByRole('textbox', { name: 'New note' })).toBeVisible()
  await hotel.visit(page, `/guests/999999?asOf=${testBusinessDate}`)
  await page.getByRole('link', { name: 'Back to the guest list' }).click()
  // Who is not on file any more has a past
  const gone = await hotel.must('guest.create', { familyName: 'Gone' })
  const [{ seq } = { seq: 0 }] = (await hotel.must('change.list', { limit: 1 })).rows
  await hotel.must('change.undo', { change: seq })
  await hotel.visit(page, `/guests/${gone.id}`)
  await expect(page.getByRole('alert')).toContainText('This guest does not exist')
  await page.keyboard.press('Alt+h')
  await expect(page.getByRole('alert')).toContainText('not on file yet')
  await page.getByRole('link', { name: /^Show as of/ }).click()
  await expect(page.getByRole('alert')).toContainText('taken off the file')
  await page.getByRole('link', { name: 'Show as it was before that' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Gone')
})

test('a tier of a long name is whole in the lists of the day', async ({ page }) => {
  const programme = await hotel.must('loyalty.saveProgramme', {
    code: 'DAY',
    nameEn: 'Day',
    nameZh: '日',
    parameters: exampleProgrammes[0]?.parameters as never,
  })
  const guestId = made.guests.liNa as GuestId
  const member = await hotel.must('loyalty.enrol', { guestId, programmeId: programme.id as never })
  await hotel.must('loyalty.setTier', {
    id: member.id,
    version: 1,
    tier: 'ambassador',
    reason: 'Chain match',
  })
  await hotel.visit(page, '/today')
  const tag = page.getByRole('grid', { name: 'Due in' }).locator('.k-tag', { hasText: 'Ambassador' })
  const [whole, cell] = await Promise.all([tag.boundingBox(), tag.locator('..').boundingBox()])
  expect(whole?.width).toBeLessThanOrEqual(cell?.width ?? 0)
  expect(await tag.locator('.k-cut').evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0)
})
