import { expect, type Page, test as plain } from '@playwright/test'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'

/** A manager plans the year: types a budget like a spreadsheet, pastes one, takes one from a file; figures of the hotels around. */
let hotel: Served

plain.beforeAll(async () => {
  hotel = await serveHotel({ seed: { demo: { seed: 7, rooms: 12, years: 1 } } })
})
plain.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test.use({ viewport: { width: 1366, height: 768 } })

const cell = (page: Page, row: number, column: number) => page.locator(`input[data-at="${row},${column}"]`)
const budgetOf = (year: number) => hotel.must('budget.get', { year })

test('a budget is typed and pasted by keys, and saved', async ({ page }) => {
  await hotel.visit(page, '/reports/plan-budget?year=2027')
  await expect(cell(page, 0, 0)).toBeVisible()
  // A digit that comes at once after the focus, before a frame is drawn, is not typed over by the next one
  await cell(page, 0, 0).evaluate(async (field: HTMLInputElement) => {
    field.focus()
    await Promise.resolve()
    document.execCommand('insertText', false, '3')
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
  await page.keyboard.type('10')
  await page.keyboard.press('ArrowRight')
  await expect(cell(page, 0, 1)).toBeFocused()
  await page.keyboard.type('280')
  await page.keyboard.press('Enter')
  await expect(cell(page, 1, 1)).toBeFocused()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', '98,000\t120000\n')
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(cell(page, 1, 2)).toHaveValue(/120,000/)
  await page.keyboard.type('x')
  await expect(page.getByText('1 cell is not a figure')).toBeVisible()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('98000')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Budget saved')
  const { cells, level } = await budgetOf(2027)
  expect([level, cells.map(({ month, nights, revenueMinor }) => [month, nights, revenueMinor])]).toEqual([
    'house',
    [
      [1, 310, 0],
      [2, 280, 9_800_000],
      [3, 0, 12_000_000],
    ],
  ])
})

test('last year is copied, raised, by type; a file is looked at before it is taken', async ({ page }) => {
  await hotel.visit(page, '/reports/plan-budget?year=2028')
  const before = await hotel.must('budget.readActual', { year: 2027, level: 'house' })
  expect(before.cells).toEqual([])
  await page.goto(`${hotel.origin}/reports/plan-budget?year=2026`)
  await expect(cell(page, 0, 0)).toBeVisible()
  await page.getByLabel('Change in per cent').fill('10')
  await page.keyboard.press('Enter')
  const actual = await hotel.must('budget.readActual', { year: 2025, level: 'type' })
  const december = actual.cells.find(({ month }) => month === 12)
  const row = (await hotel.must('room.listTypes', {})).findIndex(({ id }) => id === december?.roomTypeId)
  await expect(cell(page, row, 11)).toHaveValue(String(Math.round((december?.nights ?? 0) * 1.1)))

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import…' }).click()
  const wrong = 'Month,Nights,Revenue\n1,310,98000\n14,5,5\n'
  await (await chooser).setFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from(wrong) })
  await expect(page.getByText('Line 3, month: is not a month')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Put into the grid' })).toBeDisabled()
  await page.getByRole('button', { name: 'Leave it' }).click()
  const again = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import…' }).click()
  const right = '月份,间夜,收入\n1月,310,98000\n2月,280,91000.50\n'
  await (await again).setFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from(right) })
  await page.getByRole('button', { name: 'Put into the grid' }).click()
  await expect(cell(page, 0, 1)).toHaveValue('280')
  expect((await budgetOf(2026)).level).toBe('type')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Budget saved')
  expect(await budgetOf(2026)).toMatchObject({
    level: 'house',
    cells: [{ nights: 310 }, { revenueMinor: 9_100_050 }],
  })
})

test('what somebody else saved meanwhile is named before it is written over', async ({ page }) => {
  await hotel.visit(page, '/reports/plan-budget?year=2029')
  // From then on the page hears of others
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  await cell(page, 0, 0).fill('100')
  const theirs = { month: 1, roomTypeId: 0 as const, segment: '' as const, nights: 90, revenueMinor: 0 }
  await hotel.must('budget.save', { year: 2029, version: 0, level: 'house', cells: [theirs] })
  await expect(page.locator('.form-theirs')).toContainText('House, Jan, Room-nights')
  await page.keyboard.press('Control+s')
  expect((await budgetOf(2029)).cells[0]?.nights).toBe(90)
  await page.locator('.form-theirs button').first().click()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Budget saved')
  expect((await budgetOf(2029)).cells[0]?.nights).toBe(100)
})

test('room types that can’t be read are named, and read again by a press', async ({ page }) => {
  let broken = true
  await page.route('**/rpc', async (route) => {
    if (broken && route.request().postData()?.includes('"room.listTypes"')) await route.abort()
    else await route.continue()
  })
  await hotel.visit(page, '/reports/plan-budget?year=2027')
  const retry = page.getByRole('alert').getByRole('button', { name: 'Try again' })
  await expect(retry).toBeVisible()
  broken = false
  await retry.click()
  await expect(cell(page, 0, 0)).toBeVisible()
})

test('a file that does not arrive is named', async ({ page }) => {
  await page.route('**/upload', (route) => route.abort())
  await hotel.visit(page, '/reports/plan-budget?year=2027')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import…' }).click()
  await (await chooser).setFiles({ name: 'budget.csv', mimeType: 'text/csv', buffer: Buffer.from('1,2,3\n') })
  await expect(page.getByRole('alert')).toContainText('The file did not arrive')
})

test('the hotels around by month and day, commissions, and what clerks see', async ({ page }) => {
  await hotel.visit(page, '/reports/plan-comp-set?year=2027')
  await cell(page, 0, 0).fill('3100')
  await cell(page, 1, 0).fill('1550')
  await cell(page, 2, 0).fill('775000')
  await expect(page.locator('.pg-shown', { hasText: 'Occupancy' })).toContainText('50.0 %')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Competitor set saved')
  expect((await hotel.must('compSet.get', { year: 2027 })).cells).toEqual({
    '2027-01': { roomsAvailable: 3100, roomsSold: 1550, revenueMinor: 77_500_000 },
  })

  await page.keyboard.press('Alt+7')
  const first = page.getByLabel(/^Commission of/).first()
  await expect(first).toBeFocused()
  await first.fill('101')
  await expect(page.getByText('Enter 0 to 100')).toBeVisible()
  await first.fill('12.5')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Commission saved')
  expect((await hotel.must('commission.list', {})).some(({ basisPoints }) => basisPoints === 1250)).toBe(true)
  // What is saved is shown as it is stored, in the field that one is still in
  const second = page.getByLabel(/^Commission of/).nth(1)
  await second.fill('7.50')
  await page.keyboard.press('Enter')
  await expect(second).toHaveValue('7.5')
  await expect(second).toBeFocused()

  await page.keyboard.press('Alt+8')
  await expect(page.getByLabel('Clerks see')).toBeVisible()
})
