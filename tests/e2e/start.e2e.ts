import { expect } from '@playwright/test'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { smallHotel } from '../support/small-hotel.ts'

let hotel: Served

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: (app) => smallHotel(app) })
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

/** Holds back whoever waits until it is opened. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open: () => open() }
}

const always = ['setup.state', 'access.session', 'hotel.state']
const starts = [
  { address: '/guests', asks: ['guest.search'], rows: '.k-list-row' },
  { address: '/guests?in=1', asks: ['guest.search'], rows: '.g-total' },
  { address: '/guests/1', asks: ['guest.profile'], rows: '#guest-stays .k-list-row' },
  { address: '/bookings/new', asks: ['room.listTypes', 'rate.list', 'room.list'], rows: '.k-picker input' },
]

for (const { address, asks, rows } of starts) {
  test(`the start asks its questions before the program is loaded, each once: ${address}`, async ({
    page,
  }) => {
    const beginsWith = [...always, ...asks]
    const asked: string[] = []
    const allAsked = new Promise<void>((resolve) => {
      page.on('request', (request) => {
        if (!request.url().endsWith('/rpc')) return
        asked.push((request.postDataJSON() as { operation: string }).operation)
        if (beginsWith.every((name) => asked.includes(name))) resolve()
      })
    })
    // The program is held back until it has been asked for it all
    await page.route(/\/assets\/(?!boot)[\w-]+\.js$/, async (route) => {
      await allAsked
      await route.continue()
    })
    await hotel.visit(page, address)
    await expect(page.locator(rows).first()).toBeVisible()
    for (const name of beginsWith)
      expect(
        asked.filter((one) => one === name),
        name,
      ).toEqual([name])
  })
}

test('a skeleton stands before any program is there, and while the files of a screen come', async ({
  page,
}) => {
  const program = gate()
  const screen = gate()
  await hotel.visit(page, '/guests')
  await expect(page.locator('.k-list-row').first()).toBeVisible()
  await page.route(/\/assets\/(first|ChangesPage)-[\w-]+\.js$/, async (route) => {
    await (route.request().url().includes('/first-') ? program : screen).opened
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  await expect(page.locator('.k-bone-rows i').first()).toBeVisible()
  program.open()
  await expect(page.locator('.k-list-row').first()).toBeVisible()
  await page.locator('a[href="/changes"]').click()
  await expect(page.locator('main').getByRole('status', { name: 'Loading' })).toBeVisible()
  screen.open()
  await expect(page.locator('main').getByRole('status', { name: 'Loading' })).toHaveCount(0)
  await expect(page.locator('main .k-pane').first()).toBeVisible()
})

test('an empty hotel says the next step with its key, until it has its first guest', async ({ page }) => {
  const empty = await serveHotel()
  const { must, origin } = empty
  const main = page.locator('main')
  await empty.visit(page, '/today')
  await expect(main).toContainText('No room types yet. A hotel is set up in this order')
  await page.keyboard.press('Alt+U')
  await expect(page).toHaveURL(/\/settings\/room-types$/)

  const type = { code: 'DLX', nameEn: 'Deluxe', nameZh: '豪华间', maxPersons: 2, baseRateMinor: 1 }
  const roomTypeId = (await must('room.saveType', type)).id
  await page.goto(`${origin}/bookings/new`)
  await expect(main).toContainText('No rooms yet.')
  await page.keyboard.press('Alt+U')
  await expect(page).toHaveURL(/\/settings\/rooms$/)
  await expect(page.locator('.k-status')).toContainText('Live')

  const room = { number: '801', floor: 8, features: [], housekeeping: 'clean' as const }
  await must('room.save', { ...room, roomTypeId })
  await page.keyboard.press('F9')
  await expect(main).toContainText('No rate plans yet')
  await page.keyboard.press('Alt+U')
  await expect(page).toHaveURL(/\/settings\/rate-plans$/)

  await must('rate.save', { code: 'BAR', nameEn: 'Best', nameZh: '门市价', meal: 'room-only' })
  await page.keyboard.press('F2')
  await expect(main).toContainText('This hotel has no guests yet.')
  await expect(main.getByRole('link', { name: 'Import bookings' })).toBeVisible()
  await page.keyboard.press('F7')
  await expect(page).toHaveURL(/\/bookings\/new$/)
  await must('guest.create', { nativeName: '张伟', contacts: [] })
  await page.keyboard.press('F2')
  await expect(main).toContainText('No more arrivals due on this date.')
  await expect(main).not.toContainText('no guests yet')
  expect(empty.defects).toEqual([])
  await empty.close()
})
