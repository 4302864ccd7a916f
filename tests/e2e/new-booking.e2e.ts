import { expect, type Page } from '@playwright/test'
import { writeWith } from '#db/dialect/building.ts'
import type { BookingId, GuestId, RoomTypeId } from '#shared/values/index.ts'
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

const nights = (page: Page) => page.locator('.k-bk-nights tbody tr')
const head = (page: Page) => page.locator('.k-bk-head')

const get = (id: number) => hotel.must('booking.get', { id: id as BookingId })

/** Ctrl+Enter again and again while the form is open, as hands do that doubt the first press. */
async function pressUntilGone(page: Page, form: string): Promise<void> {
  await page.evaluate(
    (selector) =>
      new Promise<void>((gone) => {
        const press = () => {
          if (!document.querySelector(selector)) return gone()
          const options = { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', options))
          setTimeout(press)
        }
        press()
      }),
    form,
  )
}

test('made by keyboard alone: guest, dates, nights, Enter', async ({ page }) => {
  await hotel.visit(page, '/today')
  await page.waitForSelector('.k-list-row')
  await page.keyboard.press('F7')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('zhangwei')
  // The whole line is seen, over any pane beside it
  const line = page.getByRole('option').first()
  await expect(line).toContainText('8000')
  await expect(line.locator('> span').last()).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await page.keyboard.type('+3')
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Arrival')).toHaveValue('5 Mar 2026')
  await expect(page.getByLabel('Nights')).toBeFocused()
  await page.keyboard.type('2')
  await expect(page.getByLabel('Departure')).toHaveValue('7 Mar 2026')
  await expect(page.locator('.k-bk-sum')).toContainText('¥1,360.00')
  await pressUntilGone(page, '.k-bk-new')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await expect(status(page)).toContainText('Booking created')
  await expect(nights(page)).toHaveCount(2)
  const id = Number(page.url().split('/').at(-1))
  expect(await get(id)).toMatchObject({ arrival: '2026-03-05', departure: '2026-03-07', totalMinor: 136_000 })
  const log = await hotel.must('change.list', { operation: 'booking.create', limit: 50 })
  const booked = log.rows.filter((row) => row.after?.arrival === '2026-03-05')
  expect(booked.map((row) => row.entityId)).toEqual([id])

  // Esc leads to where the clerk came from, not to the form; the form is empty again
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/\/today$/)
  await expect(page.locator('.k-list-row').first()).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await expect(page.getByLabel('Arrival')).toHaveValue('2 Mar 2026')
})

test('while the guest’s preferences are read, their place says so', async ({ page }) => {
  let answer = () => undefined as unknown
  const asked = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'guest.profile') await asked
    await route.continue()
  })
  await hotel.visit(page, '/bookings/new')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('zhangwei')
  await page.keyboard.press('Enter')
  const details = page.locator('.k-bk-new-left')
  await expect(details.getByRole('status', { name: 'Loading' })).toBeVisible()
  answer()
  await expect(details.getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await expect(details).toContainText('No preferences on file.')
})

test('the key after the one that chooses the guest is already for the arrival', async ({ page }) => {
  await hotel.visit(page, '/bookings/new')
  await page.getByRole('combobox', { name: 'Guest', exact: true }).pressSequentially('lina')
  await expect(page.getByRole('option').first()).toContainText('李娜')
  const focused = await page.evaluate(() => {
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
    document.activeElement?.dispatchEvent(enter)
    return document.activeElement?.id
  })
  await expect(page.getByLabel('Arrival')).toHaveId(focused ?? '')
})

test('Ctrl+Enter saves from a list of choices too, and does not open it', async ({ page }) => {
  await hotel.visit(page, '/bookings/new')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('zhangwei')
  await expect(page.getByRole('option').first()).toContainText('8000')
  await page.keyboard.press('Enter')
  await page.getByRole('combobox', { name: 'Segment' }).focus()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
})

test('a guest who is not on file is made on the way', async ({ page }) => {
  await hotel.visit(page, '/bookings/new')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('Grace Hopper')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Family name (Latin)')).toHaveValue('Hopper')
  await page.getByLabel('Mobile phone').fill('+1 212 555 0187')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await expect(page.locator('.k-bk-chosen')).toContainText('Grace Hopper')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await expect(head(page)).toContainText('Hopper')
})

test('a typed text fills the new guest as the guest list reads it, an e-mail too', async ({ page }) => {
  await hotel.visit(page, '/bookings/new')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await page.keyboard.type('Jean Bartik jean@bartik.example +1 212 555 0188')
  await page.keyboard.press('Alt+N')
  await expect(page.getByLabel('Family name (Latin)')).toHaveValue('Bartik')
  await expect(page.getByLabel('Mobile phone')).toHaveValue('+1 212 555 0188')
  const email = page.getByLabel('E-mail')
  await expect(email).toHaveValue('jean@bartik.example')
  await email.fill('jean@')
  await page.keyboard.press('Enter')
  await expect(email).toHaveAttribute('aria-invalid', 'true')
  await email.fill('jean@bartik.example')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
})

test('what is half typed for one guest is not offered for the next, and comes back for that one', async ({
  page,
}) => {
  const f7 = async (guest: string) => {
    await page.goto(`${hotel.origin}/guests/${made.guests[guest]}`)
    await expect(page.locator('.g-page')).toBeVisible()
    await page.keyboard.press('F7')
    await expect(page.getByLabel('Arrival')).toBeFocused()
  }
  const back = page.getByText('Unsaved entry restored')
  await hotel.visit(page, '/today')
  await f7('smith')
  await page.getByLabel('Rate override').fill('99')
  await page.getByLabel('Comment').fill('Late arrival')
  await f7('tanaka')
  await expect(page.locator('.k-bk-chosen')).toContainText('Tanaka')
  await expect(page.getByLabel('Rate override')).toHaveValue('')
  await expect(page.getByLabel('Comment')).toHaveValue('')
  // Of a form that was opened and left as it was nothing stays
  await page.keyboard.press('F7')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await expect(back).toHaveCount(0)
  await f7('smith')
  await expect(back).toBeVisible()
  await expect(page.locator('.k-bk-chosen')).toContainText('Smith')
  await expect(page.getByLabel('Rate override')).toHaveValue('99.00')
  await expect(page.getByLabel('Comment')).toHaveValue('Late arrival')
  await page.getByRole('button', { name: 'Discard' }).click()
})

test('day use is booked: no night, its hours with their price, and the room it was opened for', async ({
  page,
}) => {
  const room = (await hotel.must('room.list', {})).find((one) => one.number === '805')
  await hotel.visit(page, `/bookings/new?room=${room?.id}`)
  await page.getByRole('combobox', { name: 'Guest', exact: true }).fill('lina')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  const persons = page.getByLabel('Adults')
  await persons.fill('25')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.k-bk-save .k-trouble-line')).toBeVisible()
  await persons.fill('1')
  await page.getByLabel('Nights', { exact: true }).fill('0')
  await expect(page.locator('.k-bk-new .k-trouble-line')).toHaveCount(0)
  await expect(page.locator('.k-bk-sum')).toHaveText('Day use¥340.00')
  await expect(page.getByLabel('From', { exact: true })).toHaveAttribute('placeholder', '12:00')
  const left = page.locator('.k-prices > [role=row]').nth(1).getByRole('gridcell').first()
  const [dlx] = await hotel.must('room.availability', {
    arrival: '2026-03-02' as never,
    departure: '2026-03-03' as never,
  })
  await expect(left).toHaveText(String(dlx?.left))
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await expect(head(page)).toContainText('Day use')
  expect(await get(Number(page.url().split('/').at(-1)))).toMatchObject({
    arrival: '2026-03-02',
    departure: '2026-03-02',
    nights: [],
    dayUse: { from: '12:00', to: '16:00', roomNumber: '805', priceMinor: 34_000 },
  })
})

test('what can not be meant is named at once, and nothing typed is cut', async ({ page }) => {
  await hotel.visit(page, '/bookings/new?guest=' + made.guests.anna)
  const arrival = page.getByLabel('Arrival')
  await arrival.fill('2026-02-30')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('There is no such date. Enter it like fri, +2 or 6/3.')
  await arrival.fill('2026-03-05')
  await page.getByLabel('Nights').fill('-2')
  await expect(page.getByText('0 to 400')).toBeVisible()
  await page.getByLabel('Nights').fill('1')
  await page.getByLabel('Comment').fill('x'.repeat(600))
  await expect(page.getByRole('alert').first()).toContainText('keep to 500 characters')
  await expect(page.getByLabel('Comment')).toHaveValue('x'.repeat(600))
})

test('a returning guest, other dates, another type and a company’s plan: at most 14 keys beside the text', async ({
  page,
  keys,
}) => {
  const { id: acme } = await hotel.must('account.save', { kind: 'company', code: 'ACME', name: 'Acme Works' })
  await hotel.must('rate.save', {
    code: 'COR',
    nameEn: 'Corporate',
    nameZh: '协议价',
    meal: 'breakfast',
    segment: 'corporate',
    channel: 'corporate',
    guarantee: 'company',
    accountKind: 'company',
  })
  await hotel.visit(page, '/today')
  await page.waitForSelector('.k-list-row')
  await page.keyboard.press('F7')
  const guest = page.getByRole('combobox', { name: 'Guest', exact: true })
  await expect(guest).toBeFocused()
  await page.keyboard.type('lina')
  await expect(page.getByRole('option').first()).toContainText('李娜')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  await page.keyboard.type('+9')
  await page.keyboard.press('Tab')
  await page.keyboard.type('2')
  await expect(page.getByLabel('Departure')).toHaveValue('13 Mar 2026')
  await page.keyboard.press('Alt+P')
  await expect(page.getByRole('grid')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.k-prices [aria-selected="true"]')).toHaveText('1,280')
  // The plan asks for its company before anything is saved, and its price is there meanwhile
  await page.keyboard.press('Enter')
  const company = page.getByRole('combobox', { name: 'Company' })
  await expect(company).toBeFocused()
  await expect(page.locator('.k-bk-sum')).toContainText('¥2,560.00')
  await page.keyboard.type('acme')
  await expect(page.locator('.ant-select-item-option-active')).toContainText('Acme Works')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ant-select', { has: company })).toContainText('Acme Works')
  // The list closes a moment after its choice is shown; until then Enter is its own
  await expect(company).toHaveAttribute('aria-expanded', 'false')
  await expect(company).toHaveValue('')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  expect(keys.beside('lina+92acme')).toBeLessThanOrEqual(14)
  const id = Number(page.url().split('/').at(-1))
  expect(await get(id)).toMatchObject({
    arrival: '2026-03-11',
    departure: '2026-03-13',
    company: { id: acme },
    segment: 'corporate',
    channel: 'corporate',
    guarantee: 'company',
    roomTypeId: made.types.STE,
  })
})

test('as last time from the profile by one key, and wishes left out one by one', async ({ page }) => {
  const guestId = made.guests.liNa as GuestId
  const room = (number: string) =>
    hotel.must('room.list', {}).then((all) => all.find((one) => one.number === number)!)
  await hotel.must('room.save', { ...(await room('801')), features: ['king'] })
  const { id } = await hotel.must('booking.create', {
    guestId,
    arrival: '2026-03-02' as never,
    departure: '2026-03-04' as never,
    roomTypeId: made.types.DLX as RoomTypeId,
    ratePlanId: made.plan,
    roomId: (await room('803')).id,
    adults: 2,
    requests: [{ kind: 'crib' }],
  })
  await hotel.app.store.exclusively((tx) =>
    writeWith(tx).updateTable('bookings').set({ status: 'in-house' }).where('id', '=', id).execute(),
  )
  const { version } = (await hotel.must('guest.profile', { id: guestId })).guest
  await hotel.must('guest.setPreference', { guestId, version, group: 'bed', value: 'twin' })

  await hotel.visit(page, `/guests/${guestId}`)
  await expect(page.getByRole('button', { name: 'Book as last time' })).toBeVisible()
  await page.keyboard.press('Alt+L')
  await expect(page.getByLabel('Adults')).toHaveValue('2')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  // Her room is taken tonight: by herself
  await expect(page.getByRole('listitem').filter({ hasText: 'Room 803 is taken' })).toBeVisible()
  await page.keyboard.type('+20')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Room 803 is taken')).toHaveCount(0)
  await expect(
    page.locator('.ant-select', { has: page.getByRole('combobox', { name: 'Room' }) }),
  ).toContainText('803')
  const twin = page.getByRole('checkbox', { name: /Twin beds/ })
  await expect(page.locator('li', { has: twin })).toContainText('no DLX room is like that')
  await twin.uncheck()
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  const booked = await get(Number(page.url().split('/').at(-1)))
  expect(booked).toMatchObject({ arrival: '2026-03-22', adults: 2, roomTypeId: made.types.DLX })
  expect(booked.nights.map(({ roomNumber }) => roomNumber)).toEqual(['803'])
  expect(booked.requests.map(({ kind }) => kind)).toEqual(['crib'])
})

test('a type that is sold out leads to other types, other dates and the waiting list', async ({ page }) => {
  const dates = { arrival: '2026-06-01' as never, departure: '2026-06-03' as never }
  for (let room = 1; room <= 9; room++) {
    await hotel.must('booking.create', {
      guestId: made.guests.anna as GuestId,
      ...dates,
      roomTypeId: made.types.DLX as RoomTypeId,
      ratePlanId: made.plan,
    })
  }
  await hotel.visit(page, `/bookings/new?guest=${made.guests.shanLei}`)
  await page.getByLabel('Arrival').fill('2026-06-01')
  await page.getByLabel('Nights', { exact: true }).fill('2')
  const ways = page.locator('.k-bk-out')
  await expect(ways).toHaveCount(0)
  await page.keyboard.press('Alt+P')
  // The form proposes what is left: the type that was asked for is the one above
  await page.keyboard.press('ArrowUp')
  await expect(ways).toContainText('DLX is sold out')
  await expect(ways).toContainText('Mon 1 Jun')
  await page.keyboard.press('Enter')
  const suite = ways.getByRole('button', { name: /STE/ })
  await expect(suite).toBeFocused()
  await expect(suite).toContainText('3 left')
  await expect(suite).toContainText('+¥1,200.00')
  await ways.getByRole('button', { name: /3 Jun/ }).first().click()
  await expect(page.getByLabel('Arrival')).toHaveValue('3 Jun 2026')
  await expect(ways).toHaveCount(0)
  await page.getByLabel('Arrival').fill('2026-06-01')
  await page.getByLabel('Arrival').blur()
  await ways.getByRole('button', { name: 'Add to the waiting list' }).click()
  await expect(ways).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  expect(await get(Number(page.url().split('/').at(-1)))).toMatchObject({ status: 'waitlisted', ...dates })
})

test('every plan of a hotel with many is reached by eye and key', async ({ page }) => {
  for (let at = 1; at <= 12; at++) {
    const nameZh = `房价 ${at}`
    await hotel.must('rate.save', { code: `PLAN${at}`, nameEn: `Plan ${at}`, nameZh, meal: 'room-only' })
  }
  await hotel.visit(page, '/bookings/new')
  await expect(page.locator('.k-prices-more')).toContainText('more plans')
  const last = page.locator('.k-prices-head > :last-child')
  await expect(last).not.toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('Alt+P')
  for (let at = 1; at <= 13; at++) await page.keyboard.press('ArrowRight')
  await expect(last).toBeInViewport({ ratio: 0.9 })
})
