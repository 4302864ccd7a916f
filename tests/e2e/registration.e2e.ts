import { expect } from '@playwright/test'
import type { GuestId } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { nobodysPassport, scan, scanFromEachFocus, setSlowScanner } from '../support/scanning.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

const julies = [
  'P<FRAMARTIN<<JULIE<<<<<<<<<<<<<<<<<<<<<<<<<<',
  '09AB123457FRA9004012F3106017<<<<<<<<<<<<<<04',
]
const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']

test.beforeEach(async ({ page }) => {
  await page.addInitScript(setSlowScanner, 4000)
})

test('a passport is scanned from any focus: it lands whole beside the guest, and no field and no key has any of it', async ({
  page,
}) => {
  const id = made.guests.smith as GuestId
  await hotel.visit(page, `/guests/${id}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smith')
  await page.keyboard.press('Alt+N')
  const note = page.getByRole('textbox', { name: 'New note' })
  await page.keyboard.type('Late arrival')
  await scan(page, zone)
  await expect(page.getByRole('heading', { name: 'Document read' })).toBeVisible()
  await expect(note).toHaveValue('Late arrival')
  const compared = page.getByRole('table', { name: 'Compared with the profile' })
  await expect(compared.getByRole('row', { name: /Latin name/ })).toContainText('Eriksson Anna Maria')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Document read' })).toBeHidden()
  const { guest } = await hotel.must('guest.profile', { id })
  expect(guest.familyName).toBe('Smith')
  expect(guest.documents.map(({ kind, country }) => [kind, country])).toEqual([['passport', 'UTO']])
  // The same document at another guest: whose it is, and the way there
  await hotel.visit(page, `/guests/${made.guests.anna}`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Müller')
  await scan(page, zone)
  await expect(page.getByRole('alert')).toContainText('Smith')
  await page.getByRole('button', { name: /^Open/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Smith')
})

test('Shift+F9 shows what is to be done; a visitor is noted and leaves by keys', async ({ page }) => {
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests.shanLei as GuestId,
    arrival: businessDate,
    departure: '2026-03-04' as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === '803')?.id as never,
  })
  await hotel.must('stay.checkIn', { id, version: 1, accept: ['not-registered'] })
  await hotel.visit(page, '/today')
  // The program listens to keys from here on
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Today')
  await page.keyboard.press('Shift+F9')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Registration of guests')
  await page.keyboard.press('Alt+4')
  await expect(page.getByText('No visitor is in the house.')).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: 'Room' }).fill('999')
  await page.getByRole('textbox', { name: 'Visitor' }).fill('Li Si')
  await page.getByRole('textbox', { name: 'Document number' }).fill('11010519491231002X')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('room', { ignoreCase: true })
  await page.getByRole('textbox', { name: 'Room' }).fill('803')
  await page.keyboard.press('Enter')
  const visitors = page.getByRole('grid', { name: 'Visitors' })
  await expect(visitors.getByRole('row', { name: /803.*Li Si.*Shan Lei/ })).toContainText('In the house')
  await page.keyboard.press('l')
  await expect(page.getByText('No visitor is in the house.')).toBeVisible()
  const { rows } = await hotel.must('registration.visitors', { show: 'day' })
  expect(rows).toMatchObject([{ name: 'Li Si', roomNumber: '803', leftAt: expect.any(String) }])
})

/** Smith has the document of the zone on file, and Tanaka has a booking from today. */
async function ownerAndBooking() {
  const owner = made.guests.smith as GuestId
  const { guest } = await hotel.must('guest.profile', { id: owner })
  if (guest.documents.length === 0)
    await hotel.must('registration.takeDocument', {
      guestId: owner,
      version: guest.version,
      text: zone.join('\n'),
    })
  const { businessDate } = await hotel.must('hotel.state', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests.tanaka as GuestId,
    arrival: businessDate,
    departure: '2026-03-04' as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
  })
  return { owner, id }
}

test('at check-in a document of another guest brings that guest, and consents are asked in the guest’s language', async ({
  page,
}) => {
  const { owner, id } = await ownerAndBooking()
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByText('Never asked:')).toBeVisible()
  await page.keyboard.press('o')
  await expect(page.getByRole('dialog', { name: /^Consents of/ })).toContainText('The hotel may send me')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('2')
  await expect(page.getByText('Never asked:')).toBeHidden()
  await scan(page, zone)
  const both = page.getByRole('table', { name: 'The document and both guests' })
  await expect(both).toContainText('Tanaka')
  await expect(both).toContainText('Smith')
  expect(await complaints(page)).toEqual([])
  await expect(both.getByRole('row', { name: /Valid until/ })).toContainText('expired')
  await expect(page.getByRole('button', { name: /^Take .*Smith.* for this booking/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('table', { name: 'Compared with the profile' })).toBeVisible()
  expect((await hotel.must('booking.get', { id })).guest.id).toBe(owner)
  await page.keyboard.press('Control+Enter')
  const read = page.getByRole('dialog', { name: 'Document read' })
  await expect(read).toBeHidden()
  // One more comes along: the document is pasted, and whose it is is said by the arrow keys
  await page.keyboard.press('i')
  const field = page.getByRole('textbox', { name: /^Document/ })
  await expect(field).toBeFocused()
  await field.evaluate((input, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, julies.join('\n'))
  await expect(read.getByRole('radio', { name: /Smith/ })).toBeFocused()
  await expect(read.getByRole('table', { name: 'Compared with the profile' })).toContainText('Martin Julie')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(read.getByRole('radio', { name: 'Another guest on file' })).toBeChecked()
  await expect(read.getByRole('combobox', { name: 'Guest on file' })).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('ArrowDown')
  await expect(read.getByRole('button', { name: /^New guest Julie Martin, accompanying/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(read.getByRole('radio', { name: /Martin/ })).toBeChecked()
  await expect(read.getByRole('table', { name: 'Compared with the profile' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(read).toBeHidden()
  const { companions, adults } = await hotel.must('booking.get', { id })
  expect([companions.map((one) => one.latinName), adults]).toEqual([['Julie Martin'], 2])
  const { guest } = await hotel.must('guest.profile', { id: companions[0]?.id as GuestId })
  expect([guest.birthDate, guest.documents.map(({ kind }) => kind)]).toEqual(['1990-04-01', ['passport']])
})

test('at check-in a passport is scanned from a field, a button and a list', async ({ page }) => {
  const { businessDate } = await hotel.must('hotel.state', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests.anna as GuestId,
    arrival: businessDate,
    departure: '2026-03-03' as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
  })
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByRole('button', { name: /^Enter what is missing/ })).toBeVisible()
  await page.evaluate(setSlowScanner, 2000)
  await scanFromEachFocus(page)
})

test('at check-in all that the law asks of a family is entered by keys, and nothing is left to be asked', async ({
  page,
}) => {
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const mother = await hotel.must('guest.create', {
    familyName: 'Dupont',
    givenName: 'Marie',
    nationality: 'FRA',
  })
  const child = await hotel.must('guest.create', {
    familyName: 'Dupont',
    givenName: 'Luc',
    nationality: 'FRA',
    gender: 'male',
    birthDate: '2016-02-03',
  })
  const { id } = await hotel.must('booking.create', {
    guestId: mother.id,
    companions: [child.id],
    adults: 1,
    children: 1,
    arrival: businessDate,
    departure: '2026-03-04' as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === '805')?.id as never,
  })
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByRole('button', { name: /^Enter what is missing/ })).toBeVisible()
  await page.keyboard.press('m')
  const sheet = page.getByRole('dialog', { name: /^Sheet of the minor · .*Luc/ })
  await expect(sheet.getByLabel('Guardian', { exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await page.keyboard.press('e')
  const details = page.getByRole('dialog', { name: /^Details · .*Dupont/ })
  const at = (name: string) => details.getByLabel(name, { exact: true })
  await expect(at('Gender')).toBeFocused()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.type('fem')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(at('Date of birth')).toBeFocused()
  await page.keyboard.type('1985-04-05')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(at('Document number')).toBeFocused()
  await page.keyboard.type('12AB34567')
  await at('Visa kind').fill('L')
  await at('Entry date').fill('2026-03-01')
  await at('Port of entry').fill('Pudong')
  await page.keyboard.press('Enter')
  // The child is next
  await expect(details).toContainText('Luc')
  await expect(at('Document number')).toBeVisible()
  await at('Document number').fill('12AB34568')
  await at('Visa kind').fill('L')
  await at('Entry date').fill('2026-03-01')
  await at('Port of entry').fill('Pudong')
  await page.keyboard.press('Enter')
  await expect(details).toBeHidden()
  await expect(sheet.getByLabel('Guardian', { exact: true })).toBeFocused()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.type('Marie Dupont')
  await page.keyboard.press('Tab')
  await page.keyboard.type('+33612345678')
  await page.keyboard.press('Tab')
  await page.keyboard.type('mother')
  await page.keyboard.press('Enter')
  await expect(sheet).toBeHidden()
  await expect(page.getByText('Registration complete')).toHaveCount(2)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.k-stay-bar')).toContainText('In room 805')
  const { persons } = await hotel.must('registration.persons', { bookingId: id })
  expect(persons.map(({ missing }) => missing)).toEqual([[], []])
})

test('a document scanned into the guests of a booking adds its guest, and makes the guest whom nobody has on file', async ({
  page,
}) => {
  const { owner, id } = await ownerAndBooking()
  await hotel.visit(page, `/bookings/${id}`)
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('g')
  const guests = page.getByRole('dialog', { name: 'Change guests' })
  await guests.getByRole('combobox', { name: 'Accompanying guests' }).focus()
  const read = page.getByRole('dialog', { name: 'Document read' })
  await scan(page, zone)
  await expect(read.getByRole('button', { name: /^Add .*Smith.* as an accompanying guest/ })).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(read).toBeHidden()
  await expect(guests.getByRole('button', { name: /^Remove .*Smith/ })).toBeVisible()
  await scan(page, zone)
  await expect(read.getByText('is on this booking already')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(read).toBeHidden()
  await scan(page, nobodysPassport.lines)
  await expect(read).toContainText('Nobody has this document on file.')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(read.getByRole('table', { name: 'Compared with the profile' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(read).toBeHidden()
  await expect(guests.getByRole('combobox', { name: 'Accompanying guests' })).toHaveValue('')
  await expect(guests.locator('.k-effect')).toContainText('Weber')
  await page.keyboard.press('Control+Enter')
  await expect(guests).toBeHidden()
  const { companions, adults } = await hotel.must('booking.get', { id })
  expect(adults).toBe(3)
  expect(companions.map((one) => one.latinName)).toEqual([expect.stringContaining('Smith'), 'Klara Weber'])
  expect(companions[0]?.id).toBe(owner)
  const { guest } = await hotel.must('guest.profile', { id: companions[1]?.id as GuestId })
  expect(guest.documents.map(({ kind }) => kind)).toEqual(['passport'])
  expect(guest.birthDate).toBe('1985-03-12')
})
