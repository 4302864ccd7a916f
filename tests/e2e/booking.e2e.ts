import { expect, type Page } from '@playwright/test'
import type { BookingId } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel

test.use({ viewport: { width: 1366, height: 768 } })

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

const drawer = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })
const nights = (page: Page) => page.locator('.k-bk-nights tbody tr')
const head = (page: Page) => page.locator('.k-bk-head')

const get = (id: number) => hotel.must('booking.get', { id: id as BookingId })

async function book(guest: string, arrival: string, departure: string, room?: string): Promise<BookingId> {
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as never,
    arrival: arrival as never,
    departure: departure as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find((one) => one.number === room)?.id ?? null,
  })
  return id
}

async function show(page: Page, id: BookingId, options = {}): Promise<void> {
  await hotel.visit(page, `/bookings/${id}`, options)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(String(10_000_000 + id))
  // Its keys act once the main area has the focus
  await expect(page.locator('#main')).toBeFocused()
}

test('a drawer in which nothing is chosen changes nothing, and no key opens another over it', async ({
  page,
}) => {
  const id = await book('smith', '2026-05-04', '2026-05-06', '804')
  await hotel.must('booking.changeRate', {
    id,
    version: (await get(id)).version,
    rates: [{ night: '2026-05-04' as never, rateMinor: 50_000 }],
    reason: 'Rate matched',
  })
  const before = await get(id)
  await show(page, id)
  await page.keyboard.press('t')
  const type = drawer(page, 'Change room type')
  await expect(type.locator('.k-effect')).toContainText('Nothing changes')
  await expect(type.getByRole('button', { name: 'Change room type' })).toBeDisabled()
  await page.keyboard.press('x')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await page.keyboard.press('r')
  const room = drawer(page, 'Assign room')
  await expect(room.getByRole('radio', { name: 'Room 804' })).toBeChecked()
  await expect(room.getByRole('button', { name: 'Assign room' })).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  await page.keyboard.press('ArrowDown')
  await expect(room.getByRole('button', { name: 'Assign room' })).toBeEnabled()
  await room.getByRole('row', { name: /804 · now/ }).click()
  await expect(room.locator('.k-effect')).toContainText('Nothing changes')
  await page.keyboard.press('Escape')

  await page.keyboard.press('p')
  const rate = drawer(page, 'Change rate')
  const field = rate.getByRole('textbox', { name: /^Rate, Tue 5 May/ })
  await field.fill('abc')
  await expect(field).toHaveAccessibleDescription('An amount like 680 or 680.50')
  await expect(rate.getByRole('row', { name: /^Tue 5 May/ }).getByRole('alert')).toBeVisible()
  await field.fill('')
  await page.keyboard.press('Escape')
  expect(await get(id)).toEqual(before)

  await page.goto(`${hotel.origin}/guests/${made.guests.smith}`)
  await expect(page.locator('.g-page')).toBeVisible()
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('Alt+t')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await expect(page.locator(':focus')).toHaveCount(1)
  await expect(page.getByRole('dialog').locator(':focus')).toHaveCount(1)
})

test('dates are changed seeing the effect, and taken back by one key', async ({ page }) => {
  const id = await book('anna', '2026-04-01', '2026-04-03')
  await show(page, id)
  await page.keyboard.press('d')
  const change = drawer(page, 'Change dates')
  await expect(change.getByLabel('Arrival')).toBeFocused()
  await change.getByLabel('Departure').focus()
  await page.keyboard.type('mon')
  // What was understood is beside the text, and its effect below, before Enter
  await expect(change.locator('.k-date-tools').last()).toHaveText('Mon 6 Apr')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('+5')
  await expect(change.locator('.k-date-tools').last()).toHaveText('Mon 6 Apr')
  await expect(change.locator('.k-effect')).toContainText('Mon 6 Apr 2026')
  await expect(change.locator('.k-effect')).toContainText('¥3,400.00')
  await expect(change.locator('.k-effect-nights tbody tr')).toHaveCount(3)
  expect((await get(id)).nights).toHaveLength(2)
  await page.keyboard.press('Enter')
  await expect(change).toHaveCount(0)
  await expect(status(page)).toContainText('Dates changed')
  await expect(nights(page)).toHaveCount(5)
  await page.keyboard.press('Control+z')
  await expect(nights(page)).toHaveCount(2)
  expect((await get(id)).departure).toBe('2026-04-03')
})

test('what another desk changed before this page hears of changes is shown once it hears', async ({
  page,
}) => {
  const id = await book('anna', '2026-04-01', '2026-04-03')
  const isOpening = Promise.withResolvers<void>()
  const mayOpen = Promise.withResolvers<void>()
  await page.route('**/events', async (route) => {
    isOpening.resolve()
    await mayOpen.promise
    await route.continue()
  })
  await show(page, id)
  await expect(nights(page)).toHaveCount(2)
  await isOpening.promise
  const dates = { arrival: '2026-04-01' as never, departure: '2026-04-04' as never }
  await hotel.must('booking.changeDates', { id, version: (await get(id)).version, ...dates })
  mayOpen.resolve()
  await expect(nights(page)).toHaveCount(3)
})

test('two desks edit one booking: the second sees both versions, and overwrites nothing unseen', async ({
  page,
  browser,
}) => {
  const id = await book('anna', '2026-04-01', '2026-04-03')
  const other = await (await browser.newContext()).newPage()
  await show(other, id)
  await other.keyboard.press('d')
  await drawer(other, 'Change dates').getByLabel('Departure').fill('2026-04-04')
  await show(page, id)
  await page.keyboard.press('d')
  const change = drawer(page, 'Change dates')
  await change.getByLabel('Departure').fill('2026-04-06')
  await expect(change.locator('.k-effect')).toContainText('Mon 6 Apr 2026')
  await other.keyboard.press('Control+Enter')
  const note = change.locator('.k-bk-conflict')
  await expect(note).toContainText('Dates changed')
  await expect(note).toContainText('Sat 4 Apr 2026')
  await expect(change.getByLabel('Departure')).toHaveValue('2026-04-06')
  await expect(change.getByRole('button', { name: 'Change dates' })).toBeDisabled()
  await page.keyboard.press('Control+Enter')
  expect((await get(id)).departure).toBe('2026-04-04')
  await note.getByRole('button').click()
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Dates changed')
  expect((await get(id)).departure).toBe('2026-04-06')
})

test('a field edited in its place overwrites nobody unseen either, and keeps what it began upon', async ({
  page,
}) => {
  const id = await book('anna', '2026-04-01', '2026-04-03')
  await show(page, id)
  await page.getByRole('button', { name: /^Comment/ }).click()
  const field = page.getByRole('textbox', { name: 'Comment' })
  await field.fill('Airport pick-up at nine')
  await hotel.must('booking.changeDetails', {
    id,
    version: (await get(id)).version,
    comment: 'Sister books the same days',
  })
  await expect(page.locator('.k-change').first()).toContainText('Sister books the same days')
  await field.press('Enter')
  const told = page.getByRole('alert').filter({ hasText: 'Changed meanwhile to' })
  await expect(told).toContainText('Sister books the same days')
  // As after a crash: what was typed comes back beside what is on file
  await page.reload()
  await expect(field).toHaveValue('Airport pick-up at nine')
  await expect(page.locator('.k-inline-back')).toContainText('On file: Sister books the same days')
  await field.press('Enter')
  expect((await get(id)).comment).toBe('Sister books the same days')
  await field.press('Alt+k')
  await field.press('Enter')
  await expect(status(page)).toContainText('Details changed')
  expect((await get(id)).comment).toBe('Airport pick-up at nine')
})

test('a taken room is refused in words before it is done; a free one is given', async ({ page }) => {
  await book('liNa', '2026-04-10', '2026-04-12', '803')
  const id = await book('smith', '2026-04-11', '2026-04-13')
  await show(page, id)
  await page.keyboard.press('r')
  const change = drawer(page, 'Assign room')
  await expect(change.getByLabel('Room number')).toBeFocused()
  await page.keyboard.type('803')
  await expect(change.getByRole('alert')).toContainText('Room 803 is taken on the night of')
  await expect(change.getByRole('button', { name: 'Assign room' })).toBeDisabled()
  await page.keyboard.press('Enter')
  expect((await get(id)).nights[0]?.roomNumber).toBeNull()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('804')
  await expect(change.locator('.k-effect')).toContainText('804')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Room changed')
  expect((await get(id)).nights.map((night) => night.roomNumber)).toEqual(['804', '804'])
})

test('a longer stay whose room is promised: the other guest moves in the same act, in at most eight keys', async ({
  page,
  keys,
}) => {
  const promised = await book('liNa', '2026-07-03', '2026-07-05', '805')
  const id = await book('smith', '2026-07-01', '2026-07-03', '805')
  await show(page, id)
  await page.keyboard.press('d')
  const change = drawer(page, 'Change dates')
  await expect(change.getByLabel('Arrival')).toBeFocused()
  await page.keyboard.press('Tab')
  // The nights, marked as they are: one figure makes the stay longer
  await page.keyboard.type('3')
  const ways = change.locator('.k-bk-way-list > li')
  await expect(ways).toHaveCount(2)
  await expect(change.locator('.k-bk-holders')).toContainText(String(10_000_000 + promised))
  await expect(change.locator('.k-bk-holders')).toContainText('Li Na')
  await expect(change.getByRole('link', { name: /Li Na/ })).toHaveAttribute('href', `/bookings/${promised}`)
  await expect(ways.first()).toContainText('Room 805 → ')
  await expect(ways.first()).toContainText('¥1,360.00 → ¥2,040.00')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Alt+1')
  await expect(change).toHaveCount(0)
  await expect(status(page)).toContainText('Bookings changed together')
  expect(keys.pressed()).toBeLessThanOrEqual(8)
  const rooms = async (of: BookingId) => (await get(of)).nights.map((night) => night.roomNumber)
  expect(await rooms(id)).toEqual(['805', '805', '805'])
  expect(await rooms(promised)).not.toContain('805')
  await status(page).getByRole('button').click()
  await expect(nights(page)).toHaveCount(2)
  expect(await rooms(promised)).toEqual(['805', '805'])
})

test('cancelled with a reason, reinstated, and only what is allowed is offered', async ({ page }) => {
  const id = await book('tanaka', '2026-04-20', '2026-04-22')
  await show(page, id)
  await page.keyboard.press('x')
  const cancel = drawer(page, /^Cancel booking/)
  await expect(cancel.getByLabel('Reason')).toBeFocused()
  await expect(cancel.getByRole('button', { name: 'Cancel booking' })).toBeDisabled()
  await page.keyboard.type('Flight cancelled')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Booking cancelled')
  await expect(head(page)).toContainText('Cancelled')
  // What was booked, which nobody holds or owes any more
  await expect(head(page)).toContainText('Booked: 2 nights, ¥1,360.00')
  await expect(head(page)).not.toContainText('Total')
  await expect(page.getByText('Flight cancelled').first()).toBeVisible()
  expect(await get(id)).toMatchObject({ status: 'cancelled', cancelReason: 'Flight cancelled' })

  await page.keyboard.press('d')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('i')
  const reinstate = drawer(page, /^Reinstate booking/)
  await expect(reinstate.locator('.k-effect-nights tbody tr')).toHaveCount(2)
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Booking reinstated')
  await expect(head(page)).toContainText('Confirmed')
  await page.keyboard.press('Control+z')
  await expect(head(page)).toContainText('Cancelled')
})

test('type, rate and guests change beside their effect', async ({ page }) => {
  const id = await book('shanLei', '2026-05-04', '2026-05-06')
  await show(page, id)
  await page.keyboard.press('t')
  await expect(drawer(page, 'Change room type').getByRole('radio', { name: /DLX/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.k-effect')).toContainText('¥2,560.00')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Room type changed')
  // The key that follows the word is the page’s: the drawer has closed before it.
  expect(await page.getByRole('dialog').count()).toBe(0)
  await page.keyboard.press('p')
  const rate = drawer(page, 'Change rate')
  await rate.getByLabel('All nights').focus()
  await page.keyboard.type('1000.50')
  await expect(rate.locator('.k-effect')).toContainText('¥2,001.00')
  // A rate by hand is not saved without its reason, which one of the usual ones gives
  await expect(rate.getByRole('button', { name: 'Change rate' })).toBeDisabled()
  await expect(rate.getByLabel('Reason')).toHaveAttribute('placeholder', 'A rate override needs a reason.')
  await rate.getByRole('button', { name: 'Rate matched' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Rate changed')
  await page.keyboard.press('g')
  const guests = drawer(page, 'Change guests')
  await guests.getByRole('combobox', { name: 'Accompanying guests' }).focus()
  await page.keyboard.type('lina')
  await page.keyboard.press('Enter')
  await expect(guests.locator('.k-effect')).toContainText('Accompanying guests')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Guests changed')
  const after = await get(id)
  expect(after).toMatchObject({ roomTypeId: made.types.STE, totalMinor: 200_100 })
  expect(after.companions.map((one) => one.id)).toEqual([made.guests.liNa])

  // What the telephone asks first is there, and one key from being edited
  const first = page.locator('.k-bk-first')
  await expect(first).toContainText(/Telephone.*Expected at.*Guarantee.*Held until.*Deposit asked.*Company/s)
  await page.keyboard.press('e')
  const details = drawer(page, 'Edit details')
  await expect(details.getByLabel('Expected at')).toBeFocused()
  await page.keyboard.type('2230')
  await page.keyboard.press('Tab')
  await page.keyboard.type('9pm')
  await expect(details.getByLabel('Held until')).toHaveAccessibleDescription(/a time like 14:30/)
  await details.getByLabel('Held until').fill('2300')
  await details.getByLabel('Deposit asked').fill('300')
  await details.getByLabel('Deposit due by').fill('1/5')
  await expect(details.locator('.k-effect')).toContainText('22:30')
  await details.getByLabel('Deposit asked').press('Enter')
  await expect(status(page)).toContainText('Details changed')
  await expect(first).toContainText('22:30')
  await expect(first).toContainText('¥300.00 by Fri 1 May')
  expect(await get(id)).toMatchObject({
    expectedTime: '22:30',
    holdUntil: '23:00',
    depositMinor: 30_000,
    depositDueOn: '2026-05-01',
  })
  await page.keyboard.press('Control+z')
  await expect(first.getByRole('button', { name: 'Expected at: not set. Edit' })).toBeVisible()
})

test('a request is noted, taken up and declined with a reason', async ({ page }) => {
  const id = await book('ouyangXue', '2026-05-10', '2026-05-12')
  await show(page, id)
  await page.keyboard.press('n')
  const note = drawer(page, 'New request')
  await note.getByLabel('In the guest’s words').fill('not beside the ice machine')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Request')
  const row = page.locator('.k-bk-request')
  await expect(row).toContainText('Quiet room: not beside the ice machine')
  await row.getByRole('button', { name: /^Acknowledge/ }).click()
  await expect(row).toContainText('Acknowledged')
  await row.getByRole('button', { name: /^Decline/ }).click()
  await page.keyboard.type('Sold out')
  await page.keyboard.press('Enter')
  await expect(row).toContainText('Declined')
  expect((await get(id)).requests[0]).toMatchObject({ status: 'declined', reason: 'Sold out' })
})

test('no letter of an input method opens or does anything', async ({ page }) => {
  const id = await book('zhangMin', '2026-06-01', '2026-06-02')
  await show(page, id)
  await page.evaluate(() => {
    for (const key of ['d', 'x', 'r', 'Enter']) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, isComposing: true, bubbles: true }),
      )
    }
  })
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('x')
  await page.keyboard.type('病')
  await page.evaluate(() => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
    )
  })
  await expect(drawer(page, /^Cancel booking/)).toBeVisible()
  expect((await get(id)).status).toBe('confirmed')
})

test('the lists of the day are found in by typing and sorted by a key, which this desk remembers', async ({
  page,
}) => {
  await hotel.visit(page, '/today')
  const dueIn = page.getByRole('grid', { name: 'Due in' })
  await expect(dueIn).toBeFocused()
  const names = dueIn.locator('.k-list-row')
  const all = await names.count()
  expect(all).toBeGreaterThan(1)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('zhangw')
  await expect(names).toHaveCount(1)
  await expect(names).toContainText('Zhang Wei')
  await expect(page.locator('.k-day-count').first()).toHaveText(`1 of ${all}`)
  // A syllable that is still being composed finds nothing yet; the characters chosen do
  const ime = await page.context().newCDPSession(page)
  await page.keyboard.press('Control+a')
  await ime.send('Input.imeSetComposition', { text: 'li', selectionStart: 2, selectionEnd: 2 })
  await ime.send('Input.insertText', { text: '李' })
  await expect(names).toContainText('Li Na')
  await page.keyboard.press('Escape')
  await expect(names).toHaveCount(all)
  await page.keyboard.type('nobody')
  await expect(page.getByText('Nobody in this list matches “nobody”.').first()).toBeVisible()
  await page.keyboard.press('Escape')
  // The rows first, then a room for the one that sorts last by name
  await page.keyboard.press('ArrowDown')
  await expect(dueIn).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(head(page)).toContainText('Zhang Wei')
  const id = Number(page.url().split('/').at(-1)) as BookingId
  const room = (await hotel.must('room.list', {})).find(({ number }) => number === '809')
  await hotel.must('booking.assignRoom', {
    id,
    version: (await get(id)).version,
    roomId: room?.id ?? null,
  } as never)
  await page.keyboard.press('F2')
  await page.keyboard.press('Alt+r')
  await expect(names.first()).toContainText('809')
  await expect(page.locator('.k-day-room')).toContainText('Vacant')
  await page.reload()
  await expect(names.first()).toContainText('809')
  await expect(page.getByRole('button', { name: /^Room(?!s)/ })).toHaveAttribute('aria-pressed', 'true')
})

test('a row that was clicked is where the keys go on from, with the ring around it', async ({ page }) => {
  await hotel.visit(page, '/today')
  const dueIn = page.getByRole('grid', { name: 'Due in' })
  await expect(dueIn).toBeFocused()
  const rows = dueIn.locator('.k-list-row')
  await page.keyboard.press('Control+f')
  await rows.first().click()
  await expect(dueIn).toBeFocused()
  await page.keyboard.press('End')
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true')
  await expect(rows.last()).toHaveCSS('outline-style', 'solid')
  await page.keyboard.press('Enter')
  await expect(head(page)).toContainText('Zhang Wei')
})
