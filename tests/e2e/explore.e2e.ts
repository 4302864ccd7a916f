import { expect, type Page, test as plain } from '@playwright/test'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'

/** A manager asks for figures in a line, and puts together a table of their own, by keys alone. */
let hotel: Served

plain.beforeAll(async () => {
  hotel = await serveHotel({ seed: { demo: { seed: 7, rooms: 12, years: 1 } } })
})
plain.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test.use({ viewport: { width: 1366, height: 768 } })

const pivot = (page: Page) => page.locator('.xp-pivot')
/** The worker that figures come from starts with the first of them: on a busy machine that takes its time. */
const starting = { timeout: 60_000 }
const palette = (page: Page) => page.getByRole('combobox', { name: 'Search and commands' })

/** Words of the fields, of the head and of the search that have less room than they take. */
const cutWords = (page: Page) =>
  page.evaluate(() => {
    const cut = [...document.querySelectorAll<HTMLElement>('.rp-bar *, .xp-tools *')].filter(
      (one) => getComputedStyle(one).textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth,
    )
    const pen = document.createElement('canvas').getContext('2d') as CanvasRenderingContext2D
    const fields = [...document.querySelectorAll<HTMLInputElement>('.rp-find input')].filter((one) => {
      pen.font = getComputedStyle(one).font
      return pen.measureText(one.placeholder).width > one.clientWidth
    })
    return [...cut.map((one) => one.textContent), ...fields.map((one) => one.placeholder)]
  })

test('a question in the palette opens its report; what is not understood is written anew by Enter', async ({
  page,
}) => {
  await hotel.visit(page, '/today')
  // Keys have no effect before the screen is there
  await page.locator('.k-list-row').first().waitFor()
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type('top 3 chanels by cancellations last month')
  await expect(page.getByRole('option').first()).toContainText('“chanels” is not understood')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toHaveValue('top 3 channel by cancellations last month')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/reports\/cancellations\?.*period=last-month/)
  await expect(page).toHaveURL(/by=channel/)
  test.slow()
  await expect(page.locator('.rp-figures').first().locator('tr[data-row]')).toHaveCount(3, starting)
})

test('the catalogue takes a question too', async ({ page }) => {
  await hotel.visit(page, '/reports/explore')
  test.slow()
  await expect(pivot(page)).toBeVisible(starting)
  await page.keyboard.press('Control+f')
  await page.keyboard.type('上月各房型平均房价')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/reports\/occupancy\?.*by=roomType/)
  // What was asked for is said and drawn first, and is a parameter to change
  await expect(page).toHaveURL(/figure=adr/)
  await expect(page.locator('.rp-says')).toContainText(/^ADR over the period: [\d,.]+\. /, starting)
  await expect(page.locator('.rp-charts')).toContainText('ADR by Room type: highest')
  await page.getByRole('combobox', { name: 'Figure', exact: true }).click()
  await page.getByTitle('RevPAR', { exact: true }).click()
  await expect(page.locator('.rp-says')).toContainText(/^RevPAR over the period/, starting)
  await expect(page).toHaveURL(/figure=revpar/)
  // The table below needs the room: all parameters stand in one row
  expect(await page.locator('.rp-bar').evaluate((bar) => bar.clientHeight)).toBeLessThan(80)
})

test('a pivot is made, followed to its bookings, saved for all and its saving undone', async ({ page }) => {
  await hotel.visit(page, '/reports/explore')
  test.slow()
  await expect(pivot(page)).toContainText('Superior King', starting)

  await page.keyboard.press('Alt+p')
  await page.keyboard.type('last 30')
  await page.keyboard.press('Enter')
  await expect(pivot(page).locator('[aria-busy=false]')).toHaveCount(0)
  expect(await cutWords(page)).toEqual([])
  // Each key does what it is printed beside
  const columns = page.getByRole('combobox', { name: 'Columns' })
  await expect(page.locator('.rp-labelled').filter({ has: columns }).locator('.k-label')).toHaveText(
    'Columns Alt C',
  )
  await page.keyboard.press('Alt+c')
  await expect(columns).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Swap rows and columns' })).toContainText('Alt W')
  // All that is shown is named above it
  const figures = page
    .locator('.rp-labelled')
    .filter({ has: page.getByRole('combobox', { name: 'Figures' }) })
  await expect(figures).toContainText('Rooms soldOccupancyADRRevPARRoom revenue')
  await page.keyboard.press('Alt+w')
  await expect(pivot(page).locator('thead')).toContainText('Superior King')
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('channel')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(pivot(page).locator('tbody th').first()).toHaveText('Online agency')

  const ask = {
    period: { period: 'last-30-days' },
    rows: ['channel'],
    columns: ['roomType'],
    measures: ['roomsSold', 'occupancy', 'adr', 'revpar', 'roomRevenue'],
    filters: [],
    totals: true,
    order: null,
    basis: 'usali',
  }
  const found = await hotel.must('explore.run', { ask })
  const corner = found.pivot.cells.at(-1)?.at(-1)?.[0]
  await expect(pivot(page).locator('tfoot td').nth(-5)).toHaveText(String(corner))

  await pivot(page).focus()
  await page.keyboard.press('Enter')
  const bookings = page.getByRole('grid', { name: /^Bookings: Online agency · / })
  await expect(bookings).toBeFocused()
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(pivot(page)).toBeFocused()

  await page.keyboard.press('Alt+m')
  await page.keyboard.type('Channels by type')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Pivot saved')
  await expect(page).toHaveURL(/saved=\d+/)
  expect(await hotel.must('explore.list', {})).toMatchObject([{ name: 'Channels by type', ask }])
  // Chosen again, the open one is as it was saved
  await page.keyboard.press('Alt+w')
  await expect(pivot(page).locator('thead')).toContainText('Online agency')
  await page.getByRole('combobox', { name: 'Saved', exact: true }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: 'Channels by type' }).click()
  await expect(pivot(page).locator('thead')).toContainText('Superior King')
  await page.keyboard.press('Control+z')
  await expect.poll(() => hotel.must('explore.list', {})).toEqual([])
})
