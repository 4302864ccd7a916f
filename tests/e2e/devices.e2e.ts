import { join } from 'node:path'
import { test as base, expect, type Page } from '@playwright/test'
import { createDevices, usualDeviceTimes } from '#hosts/host/devices/devices.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type Simulator, startSimulator } from '../support/adapter.ts'
import { tempFolder } from '../support/app.ts'
import { complaints } from '../support/complaints.ts'
import { type FolioHotel, folioHotel } from '../support/folio.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { sheetsOf } from '../support/sheets.ts'

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'

let folder: ReturnType<typeof tempFolder>
let simulator: Simulator
let hotel: Served
let made: FolioHotel

test.use({ viewport: { width: 1366, height: 768 } })

base.beforeAll(async () => {
  folder = tempFolder()
  simulator = await startSimulator()
  const devices = createDevices(join(folder.path, 'devices'), {
    ...usualDeviceTimes,
    readMs: 1500,
    cardMs: 1500,
  })
  hotel = await serveHotel({
    devices,
    printer: async () => new TextEncoder().encode('%PDF-1.7'),
    seed: async (app) => {
      made = await folioHotel(app)
    },
  })
})
base.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
  await simulator.stop()
  folder.remove()
})

async function book(guest: string, room: string): Promise<BookingId> {
  const { businessDate } = await hotel.must('hotel.state', {})
  const rooms = await hotel.must('room.list', {})
  const { id } = await hotel.must('booking.create', {
    guestId: made.guests[guest] as never,
    arrival: businessDate,
    departure: '2026-03-04' as never,
    roomTypeId: made.types.DLX as never,
    ratePlanId: made.plan,
    roomId: rooms.find(({ number }) => number === room)?.id ?? null,
  })
  return id
}

async function choose(page: Page, kind: string, device: string) {
  await page.getByRole('combobox', { name: kind }).focus()
  await page.keyboard.press('ArrowDown')
  await page.locator('.ant-select-item-option').filter({ hasText: device }).click()
}

/** What the desk's devices are is answered once the function that this answers is called. */
async function holdDevices(page: Page): Promise<() => void> {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/rpc', async (route) => {
    if (route.request().postDataJSON()?.operation === 'device.desk') await held
    await route.continue()
  })
  return release
}

test('a desk chooses its devices and tries them; the next check-in reads a document, and makes keys', async ({
  page,
}) => {
  await hotel.visit(page, '/settings/desk')
  await expect(page.getByText('No adapter is set up on this machine')).toBeVisible()
  simulator.writeFile(join(folder.path, 'devices'))
  await page.getByRole('button', { name: 'Look again' }).click()
  await expect(page.getByText('100 blank cards left')).toBeVisible()
  await choose(page, 'Document reader', 'Desk reader')
  await choose(page, 'Key encoder', 'Lock encoder')
  await choose(page, 'Printer', 'Laser')
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Devices of this desk chosen')
  await page.getByRole('button', { name: 'Try it' }).first().click()
  await expect(page.getByText('No document was laid on the reader')).toBeVisible()
  simulator.document = zone
  await page.getByRole('button', { name: 'Try it' }).first().click()
  await expect(page.getByText(/The reader works: Passport, \d+ characters/)).toBeVisible()
  expect(await complaints(page)).toEqual([])

  const id = await book('smith', '804')
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByRole('button', { name: /Read document/ })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByRole('heading', { name: 'Document read' })).toBeVisible()
  const compared = page.getByRole('table', { name: 'Compared with the profile' })
  await expect(compared.getByRole('row', { name: /Latin name/ })).toContainText('Eriksson Anna Maria')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { name: 'Document read' })).toBeHidden()
  // What the reader pushes by itself lands in the same place
  await simulator.push(zone)
  await expect(page.getByRole('heading', { name: 'Document read' })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await complaints(page)).toEqual([])

  await page.keyboard.press('1')
  await page.getByLabel('Keys').fill('2')
  await page.keyboard.press('Control+Enter')
  const keys = page.getByRole('dialog', { name: /Make keys/ })
  await expect(keys).toContainText('2 keys made for room 804')
  expect(await complaints(page)).toEqual([])
  expect(simulator.encoded).toMatchObject([{ room: '804', keys: 2 }])
  expect((await hotel.must('house.keys', {})).rows).toMatchObject([{ keys: 2 }])
})

test('a paper goes to the desk’s printer; where that fails, to the system’s dialog, and the desk is told why', async ({
  page,
}) => {
  const sheets = await sheetsOf(page)
  await hotel.visit(page, `/folios/${made.folio}`)
  const bill = page.getByRole('dialog')
  const print = async () => {
    await page.keyboard.press('z')
    await expect(bill.locator('.k-effect')).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(bill).toHaveCount(0)
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await print()
  await expect(status(page)).toContainText('Printed')
  expect(simulator.printed).toHaveLength(1)
  expect(sheets).toEqual([])

  simulator.misdeed = { code: 'OUT_OF_PAPER' }
  await print()
  await expect(status(page)).toContainText('Printer Laser: The printer is out of paper')
  await expect(status(page)).toContainText('Printers are chosen under Settings, This desk.')
  expect(sheets).toEqual([expect.stringContaining('Zhang Wei')])
  expect(await complaints(page)).toEqual([])
  simulator.misdeed = 'none'
})

test('a report goes to the desk’s printer too, also by a key before the desk’s devices are read', async ({
  page,
}) => {
  const sheets = await sheetsOf(page)
  const release = await holdDevices(page)
  await hotel.visit(page, '/reports/occupancy')
  await expect(page.getByRole('button', { name: /^Print/ })).toBeEnabled()
  const before = simulator.printed.length
  await page.keyboard.press('Control+p')
  release()
  await expect(status(page)).toContainText('Printed')
  expect(simulator.printed).toHaveLength(before + 1)
  expect(sheets).toEqual([])
})

test('a key that checks in before the desk’s devices are read makes the room’s keys', async ({ page }) => {
  const id = await book('liNa', '805')
  const release = await holdDevices(page)
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  release()
  await expect(page.getByRole('dialog', { name: /Make keys/ })).toContainText('1 key made for room 805')
})

test('where a device does not answer, the desk is told and goes on without it', async ({ page }) => {
  await simulator.stop()
  const id = await book('anna', '803')
  await hotel.visit(page, `/bookings/${id}/check-in`)
  await expect(page.getByRole('alert').filter({ hasText: 'does not answer' })).toContainText(
    'Continue by typing, or with a scanner.',
  )
  await page.keyboard.press('1')
  await page.keyboard.press('Control+Enter')
  const keys = page.getByRole('dialog', { name: /Make keys/ })
  await expect(keys.getByRole('alert')).toContainText('give keys by hand')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  expect(await hotel.must('stay.get', { id })).toMatchObject({ roomNumber: '803', keysOut: 0 })
  simulator = await startSimulator()
})
