import { expect, type Page } from '@playwright/test'
import { checkInQuestions } from '#shared/domain/stay/stay.ts'
import { addDays, type BookingId } from '#shared/values/index.ts'
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

const bar = (page: Page) => page.locator('.k-stay-bar')

async function book(guest: string, nights: number, room: string | null, type = 'DLX'): Promise<BookingId> {
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const departure = new Date(`${businessDate}T00:00:00Z`)
  departure.setUTCDate(departure.getUTCDate() + nights)
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as never,
    arrival: businessDate,
    departure: departure.toISOString().slice(0, 10) as never,
    roomTypeId: made.types[type] as never,
    ratePlanId: made.plan,
    roomId: rooms.find((one) => one.number === room)?.id ?? null,
  })
  return id
}

const stayOf = (id: BookingId) => hotel.must('stay.get', { id })

test('a guest comes, moves and goes by the keyboard alone, and each step is taken back', async ({ page }) => {
  const id = await book('smith', 2, '804')
  await hotel.visit(page, `/bookings/${id}`)
  await expect(page.locator('#main')).toBeFocused()
  await expect(bar(page)).toContainText('the guest has not come yet')
  await page.keyboard.press('+')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await expect(page.locator('.k-obstacles')).toContainText('missing for')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked in')
  await expect(bar(page)).toContainText('In room 804')
  expect(await stayOf(id)).toMatchObject({ roomNumber: '804', keysOut: 1, checkedOutAt: null })

  // The suite is free for the second night: the move is planned, of another type, and taken back
  await page.keyboard.press('v')
  const move = page.getByRole('dialog', { name: 'Move from room 804' })
  await expect(move.getByLabel('Room number')).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(move.getByRole('combobox', { name: 'From night' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('810')
  await expect(move.getByRole('radio', { name: 'Room 810' })).toBeChecked()
  await expect(move.getByRole('checkbox', { name: /upgrade/ })).toBeChecked()
  await move.getByRole('button', { name: 'Guest’s request' }).click()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(bar(page)).toContainText('810 planned for')
  expect((await hotel.must('booking.get', { id })).nights.map(({ roomNumber }) => roomNumber)).toEqual([
    '804',
    '810',
  ])
  await page.keyboard.press('Control+z')
  await expect(bar(page)).not.toContainText('planned for')

  await page.keyboard.press('v')
  await expect(move.getByLabel('Room number')).toBeFocused()
  await page.keyboard.type('803')
  await expect(move.getByRole('radio', { name: 'Room 803' })).toBeChecked()
  await move.getByRole('button', { name: 'Noise' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(bar(page)).toContainText('In room 803')

  await page.keyboard.press('-')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-out')
  await expect(page.locator('.k-obstacles')).toContainText('nights given up: 2')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked out')
  await expect(bar(page)).toContainText('Checked out')
  await page.keyboard.press('Alt+z')
  await expect(status(page)).toContainText('Check-out reversed')
  await expect(bar(page)).toContainText('In room 803')
})

test('some hours are booked, used, overstayed, charged and left by the keyboard alone', async ({ page }) => {
  await hotel.call('chart.load', { chart: 'cn-small' })
  await hotel.visit(page, `/bookings/new?guest=${made.guests.anna}`)
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await page.getByLabel('Nights', { exact: true }).fill('0')
  await page.keyboard.press('Alt+p')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('From', { exact: true })).toBeFocused()
  await page.keyboard.type('1200')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1330')
  await page.keyboard.press('Tab')
  await expect(page.locator('.k-bk-sum')).toHaveText('Day use¥340.00')
  expect(await complaints(page)).toEqual([])
  const room = page.getByRole('combobox', { name: 'Room', exact: true })
  await room.focus()
  await page.keyboard.type('805')
  await page.keyboard.press('Enter')
  await page.getByLabel('Comment').focus()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await expect(page.locator('.k-bk-head')).toContainText('Day use 12:00–13:30')
  const id = Number(page.url().split('/').at(-1)) as BookingId

  await page.keyboard.press('h')
  const drawer = page.getByRole('dialog', { name: 'Change hours' })
  const until = drawer.getByLabel('To', { exact: true })
  await until.fill('14:00')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.k-bk-head')).toContainText('Day use 12:00–14:00')

  await page.keyboard.press('+')
  await expect(page.locator('.k-stay-big')).toHaveText('805')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(bar(page)).toContainText('In room 805')

  const { late } = await hotel.must('stay.reviewCheckOut', { id })
  const now = Number(late.time.slice(0, 2)) * 60 + Number(late.time.slice(3))
  hotel.advance(14 * 60 + 45 - now)
  await page.keyboard.press('-')
  await expect(page.locator('.k-obstacles')).toContainText('Day use is not charged yet: ¥442.00')
  await expect(page.locator('#main')).toContainText('1 hour begun')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('t')
  await expect(page.locator('.k-obstacles')).toContainText('balance of ¥442.00')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked out')
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect(bar(page)).toContainText('In room 805')
})

/** A guest on file with all that the law asks for, booked into a clean room: nothing is left to be asked at the desk. */
async function bookPrepared(room: string): Promise<BookingId> {
  const guest = await hotel.must('guest.create', {
    nativeName: '林静',
    familyName: 'Lin',
    givenName: 'Jing',
    nationality: 'CHN',
    birthDate: '1949-12-31' as never,
    gender: 'female',
    contacts: [{ kind: 'mobile', value: '13900001234', primary: true }],
  })
  const { id: guestId } = guest
  const { version } = (await hotel.must('guest.profile', { id: guestId })).guest
  await hotel.must('guest.saveDocument', {
    guestId,
    version,
    kind: 'resident-id',
    number: '11010519491231002X',
    country: 'CHN',
  })
  await hotel.must('registration.saveDetails', { guestId, version: 0, address: '北京市朝阳区建国路1号' })
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId,
    arrival: businessDate,
    departure: addDays(businessDate, 1),
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === room)?.id ?? null,
  })
  expect((await hotel.must('stay.reviewCheckIn', { id })).obstacles).toEqual([])
  return id
}

test('a prepared guest is in house by twelve keys at most, from wherever the desk was', async ({
  page,
  keys,
}) => {
  const id = await bookPrepared('802')
  await hotel.visit(page, '/guests')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const before = keys.pressed()
  await page.keyboard.press('F2')
  await expect(page.locator('.k-day-list').first().locator('.k-list-row').first()).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('lj')
  await expect(page.locator('.k-day-list').first().getByText('Lin Jing')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('+')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await expect(page.locator('.k-stay-bar')).toContainText(String(10_000_000 + id))
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked in')
  // Found by initials, checked in by one key: the keys of the search are counted with the others
  expect(keys.pressed() - before).toBeLessThanOrEqual(12)
  expect(await stayOf(id)).toMatchObject({ roomNumber: '802' })
})

test('a guest without a room waits for one, and is told what is in the way', async ({ page }) => {
  const id = await book('shanLei', 1, null)
  await hotel.visit(page, `/bookings/${id}/check-in`, { language: 'zh' })
  await expect(page.locator('.k-obstacles')).toContainText('尚未排房')
  await page.keyboard.press('q')
  await expect(status(page)).toContainText('候房登记已更改')
  expect((await stayOf(id)).arrivedAt).not.toBeNull()
  await page.keyboard.press('r')
  await expect(page.locator('.k-stay-room')).toBeFocused()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await expect(page.locator('.k-obstacles')).not.toContainText('尚未排房')
  await page.keyboard.press('Escape')
  // No money is taken: the card on file holds, and the page says so
  const money = page.locator('.k-facts', { hasText: '保证方式' })
  await expect(money).toContainText('暂无')
  await page.keyboard.press('c')
  await expect(page.getByRole('dialog', { name: '登记担保' }).getByLabel('凭据')).toBeFocused()
  await page.keyboard.press('Alt+6')
  await page.getByLabel('凭据').fill('4111111111111111')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await page.getByLabel('凭据').fill('Visa 1881')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(money).toContainText('担保：信用卡担保')
  expect(await hotel.must('booking.get', { id })).toMatchObject({
    guarantee: 'card',
    comment: '信用卡担保: Visa 1881',
  })
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('已办理入住')
})

test('a walk-in from nothing: found, booked, given a room and checked in by keys alone', async ({
  page,
  keys,
}) => {
  await hotel.visit(page, '/today')
  await page.locator('.k-day-list').first().waitFor()
  await page.keyboard.press('w')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Walk-in')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('Grace Hopper')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Family name (Latin)')).toHaveValue('Hopper')
  await page.getByLabel('Mobile phone').pressSequentially('+12125550187')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await expect(page.locator('.k-bk-sum')).toContainText('¥')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await page.keyboard.press('r')
  await expect(page.locator('.k-stay-room')).toBeFocused()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio').first()).toBeChecked()
  await expect(page.locator('.k-obstacles')).not.toContainText('No room is assigned')
  await page.keyboard.press('Escape')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked in')
  expect(keys.beside('Grace Hopper+12125550187')).toBeLessThanOrEqual(12)
  const id = Number(page.url().split('/').at(-1)) as BookingId
  expect(await hotel.must('booking.get', { id })).toMatchObject({ channel: 'walk-in', status: 'in-house' })
})

test('several come as one act: who can’t stays due in with the reason, and all of it is taken back as one', async ({
  page,
}) => {
  const ids = [await book('zhangMin', 1, '808'), await book('liNa', 1, '809')]
  const { rows } = await hotel.must('booking.list', { view: 'due-in', limit: 50 })
  const roomless = rows.find(({ roomNumber }) => roomNumber === null)?.id as BookingId
  await hotel.visit(page, '/today')
  await page.locator('.k-day-list').first().waitFor()
  await page.keyboard.press('g')
  const drawer = page.getByRole('dialog', { name: 'Check in several' })
  await expect(drawer.getByLabel('Name, room or number')).toBeFocused()
  for (const id of [...ids, roomless])
    await drawer.getByRole('checkbox', { name: String(10_000_000 + id) }).check()
  await page.keyboard.press('Control+Enter')
  const failed = drawer.getByRole('region', { name: 'could not be done' })
  await expect(failed.getByRole('listitem')).toHaveCount(3)
  expect(await complaints(page)).toEqual([])
  await drawer.getByRole('button', { name: /Go on without/ }).click()
  await page.keyboard.press('Control+Enter')
  await expect(failed.getByRole('listitem')).toHaveCount(1)
  await expect(failed).toContainText('No room is assigned')
  await expect(status(page)).toContainText('Done: 2 of 3')
  await page.keyboard.press('Escape')
  for (const id of ids) expect((await stayOf(id)).checkedInAt).not.toBeNull()
  expect((await stayOf(roomless)).checkedInAt).toBeNull()
  await page.keyboard.press('Control+z')
  await expect(status(page)).toContainText('Undone')
  for (const id of ids) expect((await stayOf(id)).checkedInAt).toBeNull()
})

test('what one desk does to a stay, the other shows at once; the second of two check-ins is told', async ({
  page,
  context,
}) => {
  const id = await book('tanaka', 1, '807')
  const other = await context.newPage()
  await hotel.visit(page, `/bookings/${id}`)
  await hotel.visit(other, `/bookings/${id}/check-in`)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await page.keyboard.press('+')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(bar(page)).toContainText('In room 807')
  await expect(other.locator('.k-obstacles')).toContainText('The booking is In-house')
})

test('what a guest says afterwards is noted by a digit and words, from the booking and from the profile', async ({
  page,
}) => {
  const id = await book('smith', 1, '810', 'STE')
  const at = async () => ({ id, version: (await hotel.must('booking.get', { id })).version })
  await hotel.must('stay.checkIn', { ...(await at()), accept: [...checkInQuestions] })
  await hotel.must('stay.checkOut', { ...(await at()), accept: ['early-departure', 'owing'] })
  await hotel.visit(page, `/bookings/${id}`)
  await expect(bar(page)).toContainText('Feedback')
  await page.keyboard.press('w')
  const drawer = page.getByRole('dialog', { name: 'How was the stay?' })
  await expect(drawer.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('4')
  await page.keyboard.press('Tab')
  await page.keyboard.type('The quiet side, again')
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(drawer).toHaveCount(0)
  await expect(bar(page)).toContainText('4 very good The quiet side, again')
  await page.keyboard.press('Control+z')
  await expect(bar(page)).not.toContainText('very good')

  const { guest } = await hotel.must('booking.get', { id })
  await page.goto(`${hotel.origin}/guests/${guest.id}`)
  await page.getByRole('button', { name: 'Note feedback of the latest stay' }).waitFor()
  await page.keyboard.press('Alt+w')
  await expect(drawer.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('2')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list').filter({ hasText: '2 fair' })).toBeVisible()
  expect(await stayOf(id)).toMatchObject({ feedback: { mark: 2, text: '' } })

  // What is on file is read late: the keys typed meanwhile are in the form
  await hotel.must('stay.noteFeedback', {
    id,
    version: (await stayOf(id)).version,
    mark: 2,
    text: 'Cold breakfast',
  })
  let answer = () => undefined as unknown
  const asked = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'stay.get') await asked
    await route.continue()
  })
  await page.reload()
  await page.getByRole('button', { name: 'Note feedback of the latest stay' }).waitFor()
  await page.keyboard.press('Alt+w')
  await expect(drawer.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('5')
  answer()
  await expect(drawer.getByRole('textbox')).toHaveValue('Cold breakfast')
  await expect(drawer.getByRole('radio').last()).toBeChecked()
  await page.keyboard.press('Control+Enter')
  await expect(drawer).toHaveCount(0)
  expect(await stayOf(id)).toMatchObject({ feedback: { mark: 5, text: 'Cold breakfast' } })
})
