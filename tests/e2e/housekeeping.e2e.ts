import { expect, type Locator, type Page } from '@playwright/test'
import { catalogues } from '#shared/i18n/index.ts'
import type { RoomId } from '#shared/values/index.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { focusFaults, targetFaults } from '../support/sight.ts'
import { type SmallHotel, smallHotel } from '../support/small-hotel.ts'
import { writeStays } from '../support/stays.ts'

/** Housekeeping by the keyboard alone at the desk, and by touch on a telephone. */
let hotel: Served
let made: SmallHotel
let rooms: { id: RoomId; number: string; floor: number }[]

/** Who signs in with the given role of housekeepers. */
const housekeeper = { login: 'ling', password: 'quiet corridor' }

test.beforeEach(async () => {
  hotel = await serveHotel({
    seed: async (app) => {
      made = await smallHotel(app)
      rooms = await app.must('room.list', {})
      const [first, second, third] = rooms
      if (!first || !second || !third) throw new Error('three rooms')
      const [bookingId] = writeStays(app.file, [
        {
          guestId: made.guests.anna as number,
          arrival: '2026-02-27',
          departure: '2026-03-04',
          status: 'in-house',
          roomId: first.id,
        },
      ])
      const state = 'dirty' as const
      const dirty = [first, third].map(({ id }) => ({ id, version: 1, state }))
      await app.must('housekeeping.setRooms', { rooms: dirty })
      const wish = { bookingId: bookingId as never, department: 'housekeeping', dueOn: '2026-03-02' } as const
      await app.must('request.create', { ...wish, kind: 'crib' })
      await app.must('request.create', { ...wish, kind: 'other', text: 'Two robes' })
      const trace = { department: 'housekeeping', from: '2026-03-02', text: 'Turn the mattress' } as const
      await app.must('house.addTrace', { ...trace, bookingId: bookingId as never })
      await app.must('house.addTrace', { ...trace, text: 'Lobby plants' })
      await app.must('house.setDoNotDisturb', { bookingId: bookingId as never, version: 0, active: true })
      const { id: userId } = await app.must('access.createUser', {
        ...housekeeper,
        name: 'Ling',
        role: 'housekeeper',
        language: 'zh',
      })
      const ling = await app.must('housekeeping.saveAttendant', {
        name: 'Ling',
        language: 'zh',
        credits: 480,
        userId,
      })
      await app.must('housekeeping.giveRooms', { attendantId: ling.id, roomIds: [first.id, third.id] })
    },
  })
})

test.afterEach(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

/** A picture of one point. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

const rowOf = (page: Page, number: string) => page.locator('#main .k-list-row', { hasText: number }).first()
const stateOf = async (number: string) =>
  (await hotel.must('housekeeping.board', {})).rooms.find((room) => room.number === number)

/** Reads the page again with the answer of a picture held: what is below does not move when it comes. */
async function keepsItsPlace(page: Page, below: Locator, picture: string): Promise<void> {
  let answer = () => undefined as unknown
  const asked = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'ticket.picture') await asked
    await route.continue()
  })
  await page.reload()
  await below.waitFor()
  await expect(page.locator(picture)).toHaveCount(0)
  const before = await below.boundingBox()
  answer()
  await expect(page.locator(picture)).toBeVisible()
  expect(await below.boundingBox()).toEqual(before)
}

/** What may be complained of on a screen: axe, targets, the ring of the focus. */
async function faultsOf(page: Page): Promise<string[]> {
  return [...(await complaints(page)), ...(await targetFaults(page)), ...(await focusFaults(page))]
}

for (const language of ['en', 'zh'] as const) {
  const { housekeeping, request, shell } = catalogues[language]

  test(`the board by the keyboard: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    const numbers = rooms.map(({ number }) => number)
    const [first = '', second = '', third = '', fourth = ''] = numbers
    await hotel.visit(page, '/', { language, theme: language === 'en' ? 'night' : 'light' })
    // The program listens to keys from here on
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.keyboard.press('Shift+F4')
    await expect(rowOf(page, first)).toContainText(shell.mark.dirty)
    await expect(rowOf(page, first)).toContainText(shell.mark.occupied)
    expect(await faultsOf(page)).toEqual([])

    // By number, with the effect before Enter
    await page.keyboard.press('q')
    await page.keyboard.type(`${third} c ${second} d 9999`)
    await expect(page.locator('.hk-quick-effect')).toContainText('9999')
    await page.keyboard.press('Enter')
    expect(await stateOf(third)).toMatchObject({ state: 'dirty' })
    for (let at = 0; at < 5; at++) await page.keyboard.press('Backspace')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(housekeeping.done.setRooms)
    await expect(rowOf(page, third)).toContainText(shell.mark.clean)
    await expect(rowOf(page, second)).toContainText(shell.mark.dirty)

    // Two rooms chosen, one key; and back by one
    await page.getByRole('grid').focus()
    await page.keyboard.press('Home')
    for (const number of [second, third]) {
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Space')
      await expect(rowOf(page, number).locator('.hk-chosen')).toBeVisible()
    }
    await page.keyboard.press('p')
    await expect(rowOf(page, second)).toContainText(shell.mark.pickup)
    await expect(rowOf(page, third)).toContainText(shell.mark.pickup)
    await page.keyboard.press('Control+z')
    await expect(rowOf(page, third)).toContainText(shell.mark.clean)

    // A room is closed, with its reason
    await page.getByRole('grid').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('o')
    await expect(page.getByRole('dialog').getByRole('textbox').last()).toBeFocused()
    await page.keyboard.type('Leak')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(housekeeping.done.closeRoom)
    await expect(rowOf(page, fourth)).toContainText(shell.mark['out-of-order'])

    await page.keyboard.press('u')
    await expect(page.getByLabel(catalogues[language].field.name.linenEvery)).toBeFocused()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.type('2')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(housekeeping.done.saveSettings)
    expect(await hotel.must('housekeeping.settings', {})).toMatchObject({ linenEvery: 2, version: 1 })

    await page.keyboard.press('s')
    await expect(page.getByRole('dialog')).toContainText('Ling')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Control+Enter')
    await expect(status(page)).toContainText(housekeeping.done.assign)
    await expect(rowOf(page, second)).toContainText('Ling')

    // What is wanted, today and on the next day
    await page.keyboard.press('f')
    await expect(page.locator('.hk-bar')).toContainText(
      `DLX ${housekeeping.forecast.inAll.replace('{{count}}', '2')}`,
    )
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('n')
    await expect(page.locator('.hk-bar')).toContainText(
      `DLX ${housekeeping.forecast.inAll.replace('{{count}}', '1')}`,
    )
    await expect(page).toHaveURL(/date=2026-03-03/)
  })

  test(`what is noted: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: 1366, height: 768 })
    const [first, second] = rooms
    if (!first || !second) throw new Error('two rooms')
    await hotel.must('ticket.create', {
      roomId: second.id,
      category: 'plumbing',
      text: 'Tap drips',
      picture: png,
    })
    await hotel.must('housekeeping.noteSeen', { roomId: first.id, persons: 0 })
    const closing = { roomId: second.id, kind: 'out-of-service' } as const
    await hotel.must('housekeeping.closeRoom', {
      ...closing,
      from: '2026-03-02',
      to: '2026-03-04',
      reason: 'Paint',
    })
    await hotel.must('housekeeping.closeRoom', {
      ...closing,
      from: '2026-03-10',
      to: '2026-03-12',
      reason: 'Pipes',
    })
    await hotel.visit(page, '/housekeeping/notes', { language, theme: language === 'en' ? 'night' : 'light' })
    await expect(page.locator('#main')).toContainText('Tap drips')
    expect(await faultsOf(page)).toEqual([])
    const { ticket } = catalogues[language]
    const start = page.getByRole('button', { name: new RegExp(`^${ticket.action.start}`) })
    await keepsItsPlace(page, start, '.hk-picture')
    await start.press('Enter')
    await expect(page.locator('#main')).toContainText(ticket.status['in-work'])
    // What it says is changed, what was done is kept
    await page
      .getByRole('button', { name: new RegExp(`^${ticket.edit}: ${second.number} Tap`) })
      .press('Enter')
    await page.getByLabel(ticket.text).fill('Tap drips, cold side')
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await expect(page.locator('#main')).toContainText('Tap drips, cold side')
    await page
      .getByRole('button', { name: new RegExp(`^${ticket.action.done}: ${second.number}`) })
      .press('Enter')
    await page.keyboard.type('New washer')
    await page.keyboard.press('Enter')
    await expect(status(page)).toContainText(ticket.doneOf.advance.done)
    expect(await hotel.must('ticket.list', { show: 'done' })).toMatchObject([
      { text: 'Tap drips, cold side', resolution: 'New washer' },
    ])

    // Of two closures of a room the later one is lifted
    await page
      .getByRole('button', { name: new RegExp(`^${housekeeping.close.edit}: ${second.number} Paint`) })
      .press('Enter')
    await expect(page.getByRole('dialog')).toContainText('Ada Min')
    expect(await complaints(page)).toEqual([])
    await page.getByRole('radio', { name: housekeeping.close.another }).press('Space')
    await page.keyboard.press('Escape')
    await page
      .getByRole('button', { name: new RegExp(`^${housekeeping.close.edit}: ${second.number} Pipes`) })
      .press('Enter')
    await page.getByRole('button', { name: housekeeping.close.lift }).press('Enter')
    await expect(status(page)).toContainText(housekeeping.done.reopenRoom)
    expect((await hotel.must('housekeeping.closures', {})).map(({ reason }) => reason)).toEqual(['Paint'])
    await page.getByRole('button', { name: new RegExp(housekeeping.notes.settle) }).press('Enter')
    await page.getByRole('dialog').getByRole('textbox').fill('Bed was made')
    await page.keyboard.press('Enter')
    await expect(page.locator('#main')).toContainText(housekeeping.notes.noDifferences)
  })

  test.describe(() => {
    test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

    test(`a housekeeper’s rooms on a telephone: ${language}`, async ({ page }) => {
      const [first = '', , third = ''] = rooms.map(({ number }) => number)
      await hotel.visit(page, '/', { language, ...housekeeper })
      const card = (number: string) => page.getByRole('region', { name: number, exact: true })
      await expect(card(first)).toContainText(shell.mark.dirty)
      await expect(page.locator('.hk-room')).toHaveCount(2)
      // Housekeeping alone, and what the desk itself is set to
      await expect(page.getByRole('navigation').getByRole('link')).toHaveText([
        new RegExp(housekeeping.rail),
        catalogues[language].settings.title,
      ])
      await card(third).locator('.hk-room-head').tap()
      expect(await complaints(page)).toEqual([])
      for (const box of await page.locator('.hk-my button').all())
        expect((await box.boundingBox())?.height).toBeGreaterThanOrEqual(44)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)

      await card(third).getByRole('button', { name: housekeeping.my.form.linen }).tap()
      await card(third)
        .getByRole('button', { name: `${housekeeping.linenKind.sheet} +` })
        .tap()
      await card(third)
        .getByRole('button', { name: `${housekeeping.linenKind.sheet} +` })
        .tap()
      await card(third).getByRole('button', { name: housekeeping.my.save }).tap()
      await expect(status(page)).toContainText(housekeeping.done.noteVisit)
      // What was done is read whole, beside its undo and not under it
      const told = page.getByRole('status').filter({ hasText: housekeeping.done.noteVisit })
      expect(await told.evaluate((line) => line.scrollWidth - line.clientWidth)).toBe(0)
      const said = await told.boundingBox()
      const undo = await status(page).getByRole('button').boundingBox()
      const live = await page.locator('.k-status-live').boundingBox()
      if (!said || !undo || !live) throw new Error('nothing in the status line')
      expect(live.x + live.width).toBeLessThanOrEqual(said.x)
      expect(said.x + said.width).toBeLessThanOrEqual(undo.x)
      await card(third).getByRole('button', { name: housekeeping.my.done }).tap()
      await expect(card(third)).toContainText(shell.mark.clean)
      expect(await stateOf(third)).toMatchObject({
        state: 'clean',
        task: { outcome: 'done', counts: { sheet: 2 } },
      })

      // What the desk knows of the guest, and what is asked for them
      const head = card(first).locator('.hk-room-head')
      await expect(head).toContainText(housekeeping.outcome['do-not-disturb'])
      await head.tap()
      const { action } = request
      const ask = (name: string) => card(first).getByRole('button', { name: new RegExp(`^${name}`) })
      await ask(`${action.acknowledge}: ${first} ${request.kind.crib}`).tap()
      await expect(card(first).locator('.hk-ask').first()).toContainText(shell.mark.acknowledged)
      await ask(`${action.done}: ${first} ${request.kind.crib}`).tap()
      await expect(card(first).locator('.hk-ask')).toHaveCount(2)
      await ask(`${action.decline}: .*Two robes`).tap()
      await card(first).getByRole('button', { name: housekeeping.ask.usual.inUse }).tap()
      expect(await complaints(page)).toEqual([])
      await card(first)
        .getByRole('button', { name: catalogues[language].booking.requests.decline, exact: true })
        .tap()
      await expect(card(first).locator('.hk-ask')).toHaveCount(1)
      await ask(`${action.done}: .*Turn the mattress`).tap()
      await expect(card(first).locator('.hk-ask')).toHaveCount(0)
      await page.getByRole('button', { name: new RegExp(`^${action.done}: .*Lobby plants`) }).tap()
      await expect(page.locator('.hk-others')).toHaveCount(0)
      const closed = await hotel.must('request.board', { department: 'housekeeping', state: 'closed' })
      expect(
        closed.rows.map(({ text, status, reason, statusBy }) => [text, status, reason, statusBy]),
      ).toEqual(
        expect.arrayContaining([
          ['', 'done', null, 'Ling'],
          ['Two robes', 'declined', housekeeping.ask.usual.inUse, 'Ling'],
          ['Turn the mattress', 'done', null, 'Ling'],
          ['Lobby plants', 'done', null, 'Ling'],
        ]),
      )

      await card(first).getByRole('button', { name: housekeeping.outcome['do-not-disturb'] }).last().tap()
      await expect(card(first).locator('.hk-room-head')).toContainText(housekeeping.outcome['do-not-disturb'])
      await card(first).getByRole('button', { name: housekeeping.my.form.seen }).tap()
      await card(first).getByRole('radio', { name: '0' }).tap()
      await card(first).getByRole('button', { name: housekeeping.my.save }).tap()
      await expect(status(page)).toContainText(housekeeping.done.noteSeen)
      expect(await stateOf(first)).toMatchObject({ discrepancy: { kind: 'skip' } })

      await card(first).getByRole('button', { name: housekeeping.my.form.ticket }).tap()
      await page.getByLabel(catalogues[language].ticket.text).fill('Tap drips')
      await page.locator('.hk-picture-input').setInputFiles({
        name: 'tap.png',
        mimeType: 'image/png',
        buffer: Buffer.from(png, 'base64'),
      })
      await expect(page.locator('.hk-picture')).toBeVisible()
      await card(first).getByRole('button', { name: housekeeping.my.save }).tap()
      await expect(status(page)).toContainText(catalogues[language].ticket.done.create)
      const [ticket] = await hotel.must('ticket.list', {})
      expect(ticket).toMatchObject({ roomNumber: first, text: 'Tap drips', picture: expect.any(String) })

      await card(first).getByRole('button', { name: housekeeping.my.form.lost }).tap()
      await page.getByLabel(housekeeping.my.what).fill('Scarf')
      await card(first).getByRole('button', { name: housekeeping.my.save }).tap()
      await expect(status(page)).toContainText(catalogues[language].house.done.addFoundItem)
    })
  })
}
