import { expect } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import { addDays, type BookingId, type BusinessDate } from '#shared/values/index.ts'
import { testBusinessDate } from '../support/app.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'
import { sheetsOf } from '../support/sheets.ts'
import type { SmallHotel } from '../support/small-hotel.ts'

let hotel: Served
let made: SmallHotel
servedToJourneys((served, small) => {
  hotel = served
  made = small
})

const today = testBusinessDate as BusinessDate

/** A booking from today of a guest who has none yet, in a room of its own. */
async function book(guest: string, number: string): Promise<BookingId> {
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as never,
    arrival: today,
    departure: addDays(today, 2),
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find((room) => room.number === number)?.id as never,
  })
  return id
}

test('at check-in a guest is given what waits, each by its key; who is incognito is so wherever found', async ({
  page,
}) => {
  const { house } = catalogues.en
  const id = await book('ouyangXue', '801')
  await hotel.must('house.addMessage', { bookingId: id, text: 'Call the office' })
  await hotel.must('house.addParcel', { bookingId: id, keptIn: 'Shelf 3', fromName: 'SF Express' })
  await hotel.must('house.addTrace', { bookingId: id, department: 'concierge', from: today, text: 'Tickets' })
  await hotel.visit(page, `/bookings/${id}/check-in`)
  const pane = page.locator('.k-waiting')
  await expect(pane.locator('li')).toHaveCount(3)
  expect(await complaints(page)).toEqual([])
  await page.keyboard.press('Alt+1')
  await expect(status(page)).toContainText(house.doneOf.markMessage.given)
  await expect(pane.locator('li')).toHaveCount(2)
  await page.keyboard.press('Alt+1')
  await expect(status(page)).toContainText(house.doneOf.markParcel.given)
  const [parcel] = (await hotel.must('house.parcels', { view: 'closed' })).rows
  expect(parcel?.givenTo).toContain('Ouyang Xue')
  await page.keyboard.press('Alt+1')
  await expect(page.locator('#main')).toContainText(house.waiting.none)

  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Checked in')
  await hotel.must('house.setIncognito', { bookingId: id, version: 1, active: true })
  const word = house.mark.incognito
  await page.keyboard.press('Control+k')
  await page.keyboard.type('ouyang')
  await expect(page.getByRole('option').filter({ hasText: 'Ouyang Xue' }).first()).toContainText(word)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('801')
  await expect(page.getByRole('option').filter({ hasText: '801' }).first()).toContainText(word)
  await page.keyboard.press('Escape')
  await hotel.visit(page, '/guests?text=ouyang', { language: 'zh' })
  const row = page.locator('#main .k-list-row').filter({ hasText: '欧阳雪' })
  await expect(row).toContainText(catalogues.zh.house.mark.incognito)
  await hotel.must('house.setIncognito', { bookingId: id, version: 2, active: false })
  await expect(row).not.toContainText(catalogues.zh.house.mark.incognito)
})

for (const language of ['en', 'zh'] as const) {
  test(`the list of wake-up calls is printed by one key, and a call in the past is refused in words: ${language}`, async ({
    page,
  }) => {
    const { house } = catalogues[language]
    const [due] = (await hotel.must('booking.list', { view: 'due-in', limit: 20 })).rows
    const bookingId = due?.id as BookingId
    const from = addDays(today, 1)
    await hotel.must('house.addWakeCall', { bookingId, callAt: language === 'en' ? '06:30' : '06:45', from })
    const sheets = await sheetsOf(page)
    await hotel.visit(page, '/house?show=wake-calls', { language })
    await expect(page.locator('#main .k-list-row').first()).toBeVisible()
    expect(await complaints(page)).toEqual([])
    await page.locator('#main .k-list').focus()
    await page.keyboard.press('p')
    await expect.poll(() => sheets.join()).toContain('06:30')
    expect(sheets.join()).toContain(house.paper.title['wake-calls'])
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByLabel(house.field.from, { exact: true }).fill(addDays(today, -1))
    await page.keyboard.press('Control+Enter')
    const past = house.refusal.WAKE_PAST.split('}}').at(-1) as string
    await expect(page.getByRole('dialog')).toContainText(past)
  })
}

for (const language of ['en', 'zh'] as const) {
  test(`at check-out what was met is kept, what is open is settled, and the guest is asked: ${language}`, async ({
    page,
  }) => {
    const { stay, request, guest, house } = catalogues[language]
    const id = await book(language === 'en' ? 'shanLei' : 'smith', language === 'en' ? '803' : '804')
    const { version, ...terms } = await hotel.must('stay.settings', {})
    await hotel.must('stay.saveSettings', { ...terms, askFeedback: true, version })
    await hotel.must('stay.checkIn', { id, version: 1, accept: ['not-registered'] })
    const asked = await hotel.must('request.create', { bookingId: id, kind: 'crib' })
    await hotel.must('request.advance', { id: asked.id, version: 1, action: 'done' })
    await hotel.must('request.create', { bookingId: id, kind: 'other', text: 'Two robes' })
    await hotel.must('house.addMessage', { bookingId: id, text: 'Call back' })
    const rooms = await hotel.must('room.list', {})
    const roomId = rooms.find((room) => room.number === (language === 'en' ? '803' : '804'))?.id as never
    await hotel.must('house.addFoundItem', {
      roomId,
      what: `Scarf ${language}`,
      foundAt: 'desk',
      keptIn: 'Office',
    })

    await hotel.visit(page, `/bookings/${id}/check-out`, { language })
    const main = page.locator('#main')
    await expect(main).toContainText(stay.offer.title)
    await expect(main).toContainText(`Scarf ${language}`)
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Alt+1')
    await expect(status(page)).toContainText(house.doneOf.markMessage.given)
    // A wish that is done is proposed at once, the one before it is kept by one key
    await page.getByRole('button', { name: `${request.action.done} Two robes` }).press('Enter')
    await expect(main.getByText(stay.offer.taken, { exact: false }).first()).toBeVisible()
    await page.locator('.k-stay-bar').first().click()
    await page.keyboard.press('y')
    await expect(status(page)).toContainText(request.doneOf.answerOffer.taken)
    await page.keyboard.press('n')
    await expect(status(page)).toContainText(request.doneOf.answerOffer.declined)
    await expect(main).not.toContainText(stay.offer.title)
    // What is typed is saved with the departure
    await page.keyboard.press('f')
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Kind people')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: stay.answer['early-departure'] }).click()
    await page.keyboard.press('Control+Enter')
    await expect(status(page)).toContainText(stay.done.checkOut)
    expect((await hotel.must('stay.get', { id })).feedback).toMatchObject({ mark: 3, text: 'Kind people' })
    await expect(main).toContainText('Kind people')
    const { guest: host } = await hotel.must('booking.get', { id })
    await hotel.visit(page, `/guests/${host.id}`, { language })
    await expect(main).toContainText(stay.feedback.of.m3)
    await expect(main).toContainText(guest.preference.value['room-feature'].crib)
    // Lost property is settled in its own list, which finds it by what it is
    await hotel.visit(page, `/house?show=found&text=${encodeURIComponent(`Scarf ${language}`)}`, { language })
    await expect(page.locator('#main .k-list-row')).toHaveCount(1)
  })
}

test('the keys of a list of the house work as soon as it is there; what is typed to find keeps the field', async ({
  page,
}) => {
  const id = await book('liNa', '805')
  await hotel.must('house.addMessage', { bookingId: id, text: 'Tickets are at the desk' })
  await hotel.visit(page, '/house?show=messages')
  await expect(page.getByRole('grid', { name: 'Messages' })).toBeFocused()
  await page.keyboard.press('n')
  const drawer = page.getByRole('dialog', { name: 'New message' })
  await expect(drawer).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  const find = page.getByRole('searchbox', { name: 'Find: name, room, number, text' })
  await page.keyboard.press('Control+f')
  await page.keyboard.type('tickets areq')
  await expect(page.locator('#main')).toContainText('Nothing found')
  await page.keyboard.press('Backspace')
  await expect(page.locator('#main .k-list-row').first()).toContainText('Tickets are')
  await expect(find).toBeFocused()
  await expect(find).toHaveValue('tickets are')
})
