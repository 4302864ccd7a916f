import { expect, type Page } from '@playwright/test'
import { checkInQuestions, checkOutQuestions } from '#shared/domain/stay/stay.ts'
import { catalogues } from '#shared/i18n/index.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { testBusinessDate } from '../support/app.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'

let hotel: Served
servedToJourneys((served) => {
  hotel = served
})

const today = testBusinessDate as BusinessDate
const rows = (page: Page) => page.locator('#main .k-list-row')
const ofBooking = async (id: BookingId) => (await hotel.must('booking.get', { id })).requests

for (const language of ['en', 'zh'] as const) {
  test(`a clerk works off the board by the keyboard alone: ${language}`, async ({ page }) => {
    const { request, today: words, house } = catalogues[language]
    const [first] = (await hotel.must('booking.list', { view: 'due-in', limit: 5 })).rows
    const id = first?.id as BookingId
    const crib = await hotel.must('request.create', { bookingId: id, kind: 'crib', dueTime: '09:00' })
    await hotel.must('request.create', { bookingId: id, kind: 'quiet' })
    await hotel.must('house.addTrace', { department: 'engineering', from: today, text: `Boiler ${language}` })

    // From the counts of the day to the department's own board
    await hotel.visit(page, '/today', { language })
    const work = words.work
      .replace('{{department}}', request.department.engineering)
      .replace('{{count}}', '1')
    await page.getByRole('link', { name: work }).press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(request.title)
    await expect(rows(page)).toHaveCount(1)
    await expect(rows(page)).toContainText(`Boiler ${language}`)
    await page.keyboard.press('Alt+1')
    await expect(rows(page)).toHaveCount(3)
    expect(await complaints(page)).toEqual([])

    // The overdue one stands on top; another desk's work shows at once
    await expect(rows(page).first()).toContainText(request.kind.crib)
    await expect(rows(page).first()).toContainText('09:00')
    await page.keyboard.press('a')
    await expect(status(page)).toContainText(request.doneOf.advance.acknowledge)
    await page.keyboard.press('x')
    await page.keyboard.type('None left')
    await page.keyboard.press('Tab')
    await page.getByLabel(request.alternative).fill('A rail for the bed')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(request.doneOf.advance.decline)
    await expect(rows(page)).toHaveCount(2)
    expect((await ofBooking(id)).find((one) => one.id === crib.id)).toMatchObject({
      status: 'declined',
      reason: 'None left',
      alternative: 'A rail for the bed',
    })

    // Both that are left at once
    await rows(page).first().click()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await expect(page.locator('#main')).toContainText(request.chosenCount.replace('{{count}}', '2'))
    await page.keyboard.press('d')
    await expect(status(page)).toContainText(request.doneOf.markTogether.done)
    await expect(page.locator('#main')).toContainText(request.none.board)
    await page.keyboard.press('Control+z')
    await expect(rows(page)).toHaveCount(2)
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('d')
    await expect(page.locator('#main')).toContainText(request.none.board)

    // A trace is added where it is missed
    await page.keyboard.press('n')
    await page.getByRole('textbox', { name: house.field.text, exact: true }).fill('Flowers')
    await page.keyboard.press('Enter')
    await expect(rows(page)).toContainText('Flowers')
    await hotel.must('house.markTrace', {
      id: (await hotel.must('house.traces', {})).rows[0]?.id as never,
      version: 1,
      action: 'done',
    })
    await expect(page.locator('#main')).toContainText(request.none.board)

    // What was offered instead stands on the booking
    await hotel.visit(page, `/bookings/${id}`, { language })
    await expect(page.locator('#main')).toContainText(
      request.instead.replace('{{what}}', 'A rail for the bed'),
    )
  })

  test(`what a stay that is over left open is declined at once, for one reason: ${language}`, async ({
    page,
  }) => {
    const { request } = catalogues[language]
    const due = (await hotel.must('booking.list', { view: 'due-in', limit: 5 })).rows
    const id = due.at(-1)?.id as BookingId
    const open: number[] = []
    for (const kind of ['crib', 'quiet'] as const)
      open.push((await hotel.must('request.create', { bookingId: id, kind })).id)
    const { version, arrival, departure, roomTypeId } = await hotel.must('booking.get', { id })
    const [room] = await hotel.must('room.free', { arrival, departure, roomTypeId, bookingId: id })
    const cameIn = await hotel.must('stay.checkIn', {
      id,
      version,
      roomId: room?.id,
      accept: [...checkInQuestions],
    })
    const left = { id, version: cameIn.version, accept: [...checkOutQuestions] }
    await hotel.must('stay.checkOut', left)

    await hotel.visit(page, '/requests', { language })
    await expect(page.locator('#main')).toContainText(request.none.board)
    await page.getByRole('radio', { name: request.state.left }).click()
    await expect(rows(page)).toHaveCount(2)
    expect(await complaints(page)).toEqual([])
    await rows(page).first().click()
    await page.keyboard.press('Alt+a')
    await page.keyboard.press('x')
    await page.keyboard.type('The stay is over')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(request.doneOf.markTogether.decline)
    await expect(page.locator('#main')).toContainText(request.none.left)
    for (const one of (await ofBooking(id)).filter((request) => open.includes(request.id)))
      expect(one).toMatchObject({ status: 'declined', reason: 'The stay is over' })
  })
}
