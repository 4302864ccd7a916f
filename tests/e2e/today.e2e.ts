import { expect, type Page } from '@playwright/test'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BookingId } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys } from '../support/served-small-hotel.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel

test.use({ viewport: { width: 1366, height: 768 } })

servedToJourneys((served, small) => {
  hotel = served
  made = small
})

const ready = (page: Page) => page.locator('.k-status-ready')
const count = (page: Page, name: RegExp) =>
  page.getByRole('group', { name: 'The day in figures' }).getByRole('link', { name })

async function book(guest: string, room: string, more: object = {}): Promise<BookingId> {
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as never,
    arrival: businessDate,
    departure: businessDate.replace('-02', '-03') as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === room)?.id ?? null,
    ...more,
  })
  return id
}

async function put(number: string, state: Housekeeping): Promise<void> {
  const room = (await hotel.must('room.list', {})).find((one) => one.number === number)
  await hotel.must('housekeeping.setRooms', {
    rooms: [{ id: room?.id as never, version: room?.version ?? 0, state }],
  })
}

async function arrives(id: BookingId): Promise<void> {
  const { version } = await hotel.must('booking.get', { id })
  await hotel.must('stay.noteArrival', { id, version, waits: true })
}

test('whose room becomes ready is told at every desk that may check them in, once, with the way there', async ({
  page,
  browser,
}) => {
  await hotel.must('access.createUser', {
    login: 'mop',
    name: 'Mop',
    role: 'housekeeper',
    language: 'en',
    password: 'a long one',
  })
  const id = await book('smith', '804')
  await put('804', 'dirty')
  await arrives(id)
  const other = await (await browser.newContext()).newPage()
  const cleaner = await (await browser.newContext()).newPage()
  await hotel.visit(page, '/folios')
  await hotel.visit(other, '/today?list=queue', { language: 'zh' })
  await hotel.visit(cleaner, '/housekeeping', { login: 'mop', password: 'a long one' })
  await expect(cleaner.locator('#main')).toContainText('804')
  const row = other.getByRole('grid', { name: '等房' }).getByRole('row').nth(1)
  await expect(row).toContainText('Smith')
  await expect(row).not.toContainText('房间已备好')
  await expect(ready(page)).toBeEmpty()

  await put('804', 'clean')
  await expect(ready(page)).toContainText(/Room ready: ?804 +John Smith waiting since \d\d:\d\d/)
  await expect(row.getByRole('link', { name: '房间已备好' })).toHaveAttribute(
    'href',
    `/bookings/${id}/check-in`,
  )
  await expect(ready(other).getByRole('link')).toHaveCount(1)
  await expect(ready(cleaner)).toBeEmpty()
  expect(await complaints(page)).toEqual([])
  expect(await complaints(other)).toEqual([])

  await page.keyboard.press('Control+F2')
  await expect(page).toHaveURL(new RegExp(`/bookings/${id}/check-in$`))
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(ready(page)).toBeEmpty()
  await expect(ready(other)).toBeEmpty()
  await other.context().close()
  await cleaner.context().close()
})

test('each figure has an address; its list is sorted and found in by the keyboard alone', async ({
  page,
}) => {
  const rooms: Record<string, string> = { zhangMin: '802', liNa: '803', anna: '805' }
  for (const [guest, room] of Object.entries(rooms)) await arrives(await book(guest, room))
  await hotel.visit(page, '/today')
  await page.getByLabel('Find in today’s lists').fill('8')
  await count(page, /^Queue 3/).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/today\?list=queue$/)
  const list = page.getByRole('grid', { name: 'Queue' })
  const first = list.getByRole('row').nth(1)
  // The lists beside keep what they are narrowed to
  await expect(page.getByLabel('Find in today’s lists')).toHaveValue('8')
  await expect(page.getByLabel('Find in this list')).toBeFocused()
  await expect(first).toContainText('802')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Alt+r')
  await page.keyboard.press('Alt+r')
  await expect(first).toContainText('805')
  await expect(page).toHaveURL(/list=queue&by=-room$/)
  await page.keyboard.type('li na')
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)

  await page.goBack()
  await expect(list.getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await expect(page).toHaveURL(/\/today$/)
  await page.goForward()
  await expect(list).toBeVisible()
  await page.reload()
  await expect(first).toContainText('803')
  await page.goto(`${hotel.origin}/today?list=queue`)
  await expect(list.getByRole('row')).toHaveCount(4)
  await expect(page.getByLabel('Find in this list')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(list).toHaveCount(0)
  await count(page, /^Due out/).click()
  await expect(
    page.getByRole('grid', { name: 'Due out' }).or(page.locator('.k-day-list').nth(1)),
  ).toBeVisible()
  await expect(page).toHaveURL(/list=due-out$/)
})

test('who is expected no longer and what is overdue is told by the clock alone', async ({ page }) => {
  const id = await book('tanaka', '807', { holdUntil: '18:00' })
  const { businessDate: dueOn } = await hotel.must('hotel.state', {})
  await hotel.must('request.create', {
    bookingId: id,
    kind: 'crib',
    department: 'housekeeping',
    dueOn,
    dueTime: '15:00',
  })
  // Noon in the hotel, on the desk's own clock too
  await page.clock.install({ time: new Date(`${dueOn}T04:00:00Z`) })
  let asked = 0
  page.on('request', (request) => {
    if (request.postData()?.includes('"today.read"')) asked++
  })
  await hotel.visit(page, '/today')
  await expect(page.getByRole('link', { name: 'Housekeeping: 1 due' })).toBeVisible()
  await expect(count(page, /^Expected no-shows 0/)).toBeVisible()
  const before = asked
  hotel.advance(170)
  await page.clock.runFor('02:50:00')
  expect(asked).toBe(before)
  hotel.advance(20)
  await page.clock.runFor('00:20:00')
  await expect(page.getByRole('link', { name: 'Housekeeping: 1 due, 1 overdue' })).toBeVisible()
  await expect(count(page, /^Expected no-shows 0/)).toBeVisible()
  hotel.advance(180)
  await page.clock.runFor('03:00:00')
  await expect(count(page, /^Expected no-shows 1/)).toBeVisible()
})

test('what the screen only adds is asked for once the lists and figures are painted', async ({ page }) => {
  const first = ['today.read', 'booking.list']
  const added = ['today.notes', 'folio.list', 'insight.arrivals']
  const asked: string[] = []
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route('**/rpc', async (route) => {
    const { operation } = route.request().postDataJSON() as { operation: string }
    asked.push(operation)
    if (first.includes(operation)) await opened
    await route.continue()
  })
  await hotel.visit(page, '/today')
  await expect(page.getByRole('group', { name: 'The day in figures' })).toBeVisible()
  await page.evaluate(() => new Promise((resolve) => void requestIdleCallback(resolve)))
  expect(asked).toEqual(expect.arrayContaining(first))
  expect(asked.filter((one) => added.includes(one))).toEqual([])
  open()
  await expect.poll(() => added.filter((one) => !asked.includes(one))).toEqual([])
})
