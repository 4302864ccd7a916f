import { expect, type Locator, type Page } from '@playwright/test'
import { checkInQuestions } from '#shared/domain/stay/stay.ts'
import { addDays, type BookingId, type GuestId } from '#shared/values/index.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { prepareWalk, type Walked, walkedHotel } from '../support/walk.ts'

/** Wherever a guest is named, their card is one key or a resting pointer away. */
let hotel: Served
let walked: Walked

test.use({ viewport: { width: 1366, height: 768 } })

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: walkedHotel })
  walked = await prepareWalk(hotel)
  const bookingId = walked.inHouse as BookingId
  const from = (await hotel.must('hotel.state', {})).businessDate
  await hotel.must('house.addTrace', { bookingId, department: 'concierge', from, text: 'Taxi' })
  await hotel.must('house.addMessage', { bookingId, text: 'Call home' })
  await hotel.must('house.addWakeCall', { bookingId, callAt: '23:50', from })
  await hotel.must('house.addParcel', { bookingId, keptIn: 'Safe 2' })
  await hotel.must('house.giveKeys', { bookingId, keys: 1 })
  await hotel.must('house.addLuggage', { bookingId, keptIn: 'Rack 4' })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const card = (page: Page) => page.getByRole('dialog', { name: /^Guest card: / })
const names = (within: Locator) => within.locator('[data-guest]:visible')

/** The pointer rests on the first name, and leaves it. */
async function byPointer(page: Page, within: Locator, where: string): Promise<void> {
  await names(within).first().hover()
  await expect(card(page), where).toBeVisible()
  await page.mouse.move(2, 2)
  await expect(card(page), where).toBeHidden()
}

test('a name that comes under a pointer at rest shows no card, one that the pointer is moved to does', async ({
  page,
}) => {
  await page.clock.install()
  await hotel.visit(page, '/guests')
  const name = names(page.locator('#main')).nth(2)
  const { x, y, height } = (await name.boundingBox()) ?? { x: 0, y: 0, height: 0 }
  // Its files and its answer are there from now on: it would be drawn at once
  await byPointer(page, page.locator('#main .k-list-row').nth(2), 'the list')
  await page.keyboard.press('F2')
  await expect(page.locator('.k-day-list').first()).toBeVisible()
  await page.mouse.move(x + 8, 4)
  await page.mouse.move(x + 8, y + height / 2)
  await page.evaluate(() => {
    addEventListener('pointerover', ({ target }) => {
      const of = target instanceof Element && target.closest('[data-guest]')
      if (of) document.documentElement.dataset.over = of.getAttribute('data-guest') ?? ''
    })
  })
  await page.keyboard.press('F9')
  await expect(page.locator('html[data-over]')).toBeAttached()
  await page.clock.fastForward(2_000)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await expect(card(page)).toHaveCount(0)
  await page.mouse.move(x + 10, y + height / 2)
  await page.clock.fastForward(2_000)
  await expect(card(page)).toBeVisible()
})

/** Chooses the first row that names a guest. */
async function chooseNamed(page: Page, list: Locator): Promise<void> {
  await list.focus()
  await page.keyboard.press('Home')
  const isNamed = () =>
    list.evaluate((grid) =>
      Boolean(
        document
          .getElementById(grid.getAttribute('aria-activedescendant') ?? '')
          ?.querySelector('[data-guest]'),
      ),
    )
  for (let rows = 0; rows < 40 && !(await isNamed()); rows++) await page.keyboard.press('ArrowDown')
}

/** Space with the focus there shows the card, Esc puts it away. */
async function bySpace(page: Page, focus: Locator, where: string): Promise<void> {
  await focus.focus()
  await page.keyboard.press('Space')
  await expect(card(page), where).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card(page), where).toBeHidden()
}

const lists = [
  '/today',
  '/guests',
  '/house?show=guests',
  '/house?show=traces',
  '/house?show=messages',
  '/house?show=wake-calls',
  '/house?show=parcels',
  '/house?show=keys',
  '/house?show=luggage',
  '/registration',
  '/folios',
  '/cashier?register=deposits',
  '/close',
  '/insight/leaving',
]

test('of the chosen row of a list, by Space and by the pointer', async ({ page }) => {
  await hotel.visit(page, '/today')
  for (const address of lists) {
    await page.goto(hotel.origin + address)
    const list = page.locator('#main [role=grid]').filter({ has: page.locator('[data-guest]') })
    await expect(list.first(), address).toBeVisible()
    await chooseNamed(page, list.first())
    await bySpace(page, list.first(), address)
    await byPointer(page, list.first(), address)
  }
})

test('where Space chooses rows or is typed, by the pointer', async ({ page }) => {
  await hotel.visit(page, '/today')
  for (const address of ['/housekeeping', '/requests']) {
    await page.goto(hotel.origin + address)
    await expect(names(page.locator('#main')).first(), address).toBeVisible()
    await byPointer(page, page.locator('#main'), address)
  }
  const { confirmationNo } = await hotel.must('booking.get', { id: walked.inHouse as BookingId })
  await page.keyboard.press('Control+k')
  await page.keyboard.type(confirmationNo)
  const found = page.getByRole('option', { name: confirmationNo }).first()
  await expect(found).toBeVisible()
  await byPointer(page, found, 'palette')
})

test('of a name that is a link, by Space on it', async ({ page }) => {
  await hotel.visit(page, '/today')
  for (const address of [
    `/bookings/${walked.inHouse}`,
    `/bookings/${walked.dueIn}/check-in`,
    `/folios/${walked.folio}`,
  ]) {
    await page.goto(hotel.origin + address)
    const link = page.locator('#main a:has([data-guest])').first()
    await expect(link, address).toBeVisible()
    await bySpace(page, link, address)
    await byPointer(page, page.locator('#main'), address)
  }
})

test('of each guest of a room, by arrows from the chosen row', async ({ page }) => {
  const { businessDate: arrival } = await hotel.must('hotel.state', {})
  const departure = addDays(arrival, 1)
  const quad = { code: 'QUAD', nameEn: 'Quad', nameZh: '四人间', maxPersons: 4, baseRateMinor: 90_000 }
  const { id: roomTypeId } = await hotel.must('room.saveType', quad)
  const { id: roomId } = await hotel.must('room.save', { number: 'Q1', roomTypeId, floor: 9 })
  const people: { id: GuestId; name: string }[] = []
  for (const givenName of ['Ada', 'Ben', 'Cleo', 'Dora'])
    people.push({
      id: (await hotel.must('guest.create', { familyName: 'Quint', givenName })).id,
      name: `${givenName} Quint`,
    })
  const [first, ...others] = people
  const { id } = await hotel.must('booking.create', {
    guestId: first?.id as GuestId,
    companions: others.map((one) => one.id),
    adults: people.length,
    arrival,
    departure,
    roomTypeId,
    roomId,
    ratePlanId: (await hotel.must('rate.list', {}))[0]?.id as never,
  })
  await hotel.must('stay.checkIn', { id, version: 1, accept: [...checkInQuestions] })
  await hotel.visit(page, '/house?show=guests')
  await page.getByText('Ada Quint').click()
  await page.keyboard.press('Space')
  for (const { name } of [...people, ...people.slice(0, 1)]) {
    await expect(page.getByRole('dialog', { name: `Guest card: ${name}` })).toBeVisible()
    await page.keyboard.press('ArrowRight')
  }
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await page.getByText(`+${others.length - 1}`, { exact: true }).hover()
  await expect(page.getByRole('dialog', { name: 'Guest card: Cleo Quint' })).toBeVisible()
})

test('of whoever a sentence names, by Space on the name and by the pointer', async ({ page }) => {
  const { businessDate: arrival } = await hotel.must('hotel.state', {})
  const out = (await hotel.must('booking.list', { view: 'in-house', limit: 100 })).rows.find(
    (row) => row.id !== walked.inHouse && row.arrival < arrival && row.roomNumber !== null,
  )
  const room = (await hotel.must('room.list', {})).find(({ number }) => number === out?.roomNumber)
  if (!out || !room) throw new Error('nobody came before today')
  const { version } = await hotel.must('booking.get', { id: out.id })
  if (out.departure > arrival)
    await hotel.must('booking.changeDates', {
      id: out.id,
      version,
      arrival: out.arrival,
      departure: arrival,
    })
  const { id: guestId } = await hotel.must('guest.create', { familyName: 'Nextin', givenName: 'Nell' })
  const { id } = await hotel.must('booking.create', {
    guestId,
    arrival,
    departure: addDays(arrival, 1),
    roomTypeId: room.roomTypeId,
    roomId: room.id,
    ratePlanId: (await hotel.must('rate.list', {}))[0]?.id as never,
  })
  await hotel.visit(page, '/today')
  await page.getByText('Nell Nextin').click()
  const line = page.locator('.k-day-room')
  await expect(line).toContainText('is still in it')
  await bySpace(page, line.locator('a[data-guest]'), 'the room of the chosen row')
  await byPointer(page, line, 'the room of the chosen row')
  await page.goto(`${hotel.origin}/bookings/${id}/check-in`)
  const obstacles = page.locator('.k-obstacles')
  const occupied = obstacles.getByRole('listitem').filter({ hasText: out.confirmationNo })
  await bySpace(page, occupied.locator('a[data-guest]'), 'who is in the room')
  await bySpace(page, obstacles.getByRole('link', { name: 'Nell Nextin' }), 'who is not registered')
})
