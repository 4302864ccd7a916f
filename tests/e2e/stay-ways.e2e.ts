import { expect, type Page } from '@playwright/test'
import { checkInQuestions } from '#shared/domain/stay/stay.ts'
import { catalogues } from '#shared/i18n/index.ts'
import { addDays, type BookingId, type BusinessDate, type GuestId } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

/** Where the desk is led from what stops it, and what is done beside the page of a stay by keys. */
let hotel: Served
let made: SmallHotel

test.use({ viewport: { width: 1366, height: 768 } })

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

async function book(
  guest: string,
  room: string,
  booker?: GuestId,
  companions: GuestId[] = [],
): Promise<BookingId> {
  const { businessDate } = await hotel.must('hotel.state', {})
  const today = businessDate as BusinessDate
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as GuestId,
    ...(booker ? { bookerId: booker } : {}),
    companions,
    adults: 1 + companions.length,
    arrival: today,
    departure: addDays(today, 1),
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === room)?.id ?? null,
  })
  return id
}

async function stopAt(blocks: 'check-in' | 'check-out', guestId: GuestId): Promise<void> {
  const { guest } = await hotel.must('guest.profile', { id: guestId })
  const alert = { area: blocks, text: `See the manager before ${blocks}`, blocks }
  await hotel.must('guest.saveAlert', { guestId, version: guest.version, ...alert })
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('an alert that stops a guest leads to that guest, at the arrival and at the departure', async ({
  page,
}) => {
  const guestId = made.guests.smith as GuestId
  const id = await book('smith', '804')
  await hotel.must('stay.checkIn', { id, version: 1, accept: [...checkInQuestions] })
  await stopAt('check-out', guestId)
  await hotel.visit(page, `/bookings/${id}/check-out`)
  await expect(page.locator('.k-obstacles')).toContainText('See the manager before check-out')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Open guest' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/guests/${guestId}$`))
  await expect(heading(page)).toContainText('Smith')

  const other = await book('tanaka', '805')
  await stopAt('check-in', made.guests.tanaka as GuestId)
  await page.goto(`${hotel.origin}/bookings/${other}/check-in`)
  await expect(page.locator('.k-obstacles')).toContainText('See the manager before check-in')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: 'Open guest' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(heading(page)).toContainText('Tanaka')
})

test('a signature is taken by Ctrl+Enter; an empty one is said to be none', async ({ page }) => {
  const id = await book('anna', '806')
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(heading(page)).toHaveText('Check-in')
  await page.keyboard.press('s')
  const drawer = page.getByRole('dialog', { name: 'Signature' })
  const pad = drawer.getByRole('img', { name: 'Place for the signature' })
  await expect(pad).toBeVisible()
  // What is signed stands above it
  await expect(drawer).toContainText(/Registration.*Anna.*806/s)
  await expect(drawer.getByRole('button', { name: /^Take signature/ })).toContainText('Ctrl')
  await page.keyboard.press('Control+Enter')
  await expect(drawer.getByRole('alert')).toHaveText('This is no signature. Sign within the box.')
  expect(await complaints(page)).toEqual([])
  const box = await pad.boundingBox()
  if (!box) throw new Error('no place to sign')
  await page.mouse.move(box.x + 40, box.y + 40)
  await page.mouse.down()
  for (let at = 1; at <= 12; at++) await page.mouse.move(box.x + 40 + at * 15, box.y + 40 + (at % 3) * 20)
  await page.mouse.up()
  await expect(drawer.getByRole('alert')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  const signed = page.getByRole('button', { name: /^Signed/ })
  await expect(signed).toBeVisible()
  // Looked at again, it stays as it is
  await page.keyboard.press('s')
  await expect(pad).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toBeHidden()
  await expect(signed).toBeVisible()
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.k-stay-bar')).toContainText('In room 806')
})

test('dates and parts say that they are read, or why they can’t be, and are asked again', async ({
  page,
}) => {
  const id = await book('liNa', '807')
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(heading(page)).toHaveText('Check-in')
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'stay.persons') await route.abort()
    else await route.continue()
  })
  await page.keyboard.press('a')
  const drawer = page.getByRole('dialog', { name: 'Dates and parts of the rate' })
  const again = drawer.getByRole('button', { name: /^Try again/ })
  await expect(again).toBeVisible()
  expect(await complaints(page)).toEqual([])
  await page.unroute('**/rpc')
  await again.click()
  await expect(drawer.getByLabel(/Li.*: parts/)).toBeFocused()
})

test('in a Chinese desk guests are named as Chinese lists them, and asked in Chinese where no language is on file', async ({
  page,
}) => {
  const id = await book('shanLei', '809', undefined, [made.guests.zhangWei as GuestId])
  await hotel.visit(page, `/bookings/${id}/check-in`, { language: 'zh' })
  await expect(page.locator('.k-obstacles')).toContainText('单磊 Shan Lei、张伟 Zhang Wei')
  await page.keyboard.press('o')
  const { give } = catalogues.zh.guest.consent.usual
  await expect(page.getByRole('dialog')).toContainText(give.split('{{')[0] as string)
})

test('the notes of the shift say that they can’t be read, and are asked again', async ({ page }) => {
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'today.notes') await route.abort()
    else await route.continue()
  })
  await hotel.visit(page, '/today')
  await page.locator('.k-day-list').first().waitFor()
  await page.keyboard.press('Alt+s')
  const drawer = page.getByRole('dialog', { name: 'Shift’s notes' })
  const again = drawer.getByRole('button', { name: /^Try again/ })
  await expect(again).toBeVisible()
  await page.unroute('**/rpc')
  await again.click()
  await expect(again).toBeHidden()
})

test('who booked has a card in the head of the booking', async ({ page }) => {
  const id = await book('ouyangXue', '808', made.guests.zhangMin as GuestId)
  await hotel.visit(page, `/bookings/${id}`)
  const booker = page.locator('.k-bk-booker a')
  await expect(page.locator('.k-bk-booker')).toHaveText(/booked by Zhang Min/)
  await booker.focus()
  await page.keyboard.press('Space')
  await expect(page.getByRole('dialog', { name: /^Guest card: Zhang Min/ })).toBeVisible()
  await page.keyboard.press('Escape')
  await booker.press('Enter')
  await expect(heading(page)).toContainText('Zhang Min')
})

test('a field of a drawer that has not slid in yet gets the focus, and the screen stays where it is', async ({
  page,
}) => {
  await hotel.visit(page, '/today')
  await page.locator('.k-day-list').first().waitFor()
  const left = await page.locator('#main').evaluate((main) => {
    const field = Object.assign(document.createElement('input'), { style: 'position:absolute; left:100%' })
    main.append(field)
    field.focus()
    return [document.activeElement === field, main.scrollLeft]
  })
  expect(left).toEqual([true, 0])
})
