import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { examineImages } from '#db/queries/doctor/images.ts'
import { createDevices, usualDeviceTimes } from '#hosts/host/devices/devices.ts'
import type { InputOf, OperationName } from '#shared/contract/index.ts'
import { usualExplore } from '#shared/domain/report/explore/ask.ts'
import type { BookingId } from '#shared/values/index.ts'
import { type Simulator, startSimulator } from '#tests/support/adapter.ts'
import { tempFolder } from '#tests/support/app.ts'
import { type BookingHotel, openBookingHotel } from '../booking/hotel.ts'

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const chosen = { reader: 'simulator/desk', encoder: 'simulator/lock', printer: 'simulator/laser' }

let folder: ReturnType<typeof tempFolder>
let simulator: Simulator
let t: BookingHotel
let bookingId: BookingId
beforeEach(async () => {
  folder = tempFolder()
  simulator = await startSimulator()
  simulator.writeFile(folder.path)
  const devices = createDevices(folder.path, { ...usualDeviceTimes, readMs: 150, cardMs: 150 })
  t = await openBookingHotel({ devices, printer: async () => new TextEncoder().encode('%PDF-1.7') })
  bookingId = await t.book({
    arrival: '2026-03-02',
    departure: '2026-03-04',
    roomId: t.rooms['201'],
    roomTypeId: t.dlx,
  })
})
afterEach(async () => {
  expect(t.defects).toEqual([])
  const raw = openRaw(t.file, { readonly: true })
  const own = ['desk-devices', 'key-log']
  expect(
    examineImages(raw, () => undefined).filter(({ params }) => own.includes(String(params?.entity))),
  ).toEqual([])
  // Nothing of a document is in the log, in no receipt and in no table of its own
  expect(raw.serialize().includes('L898902C3')).toBe(false)
  raw.close()
  await t.close()
  await simulator.stop()
  folder.remove()
})

async function comeIn() {
  const { obstacles } = await t.must('stay.reviewCheckIn', { id: bookingId })
  const accept = obstacles.flatMap(({ question }) => (question ? [question as never] : []))
  await t.must('stay.checkIn', { id: bookingId, version: await t.version(bookingId), accept })
}

test('a desk chooses its devices; another machine has none of them, and it is undone', async () => {
  expect(await t.must('device.list', {})).toMatchObject([{ id: 'simulator', trouble: null }])
  expect(await t.must('device.desk', {})).toMatchObject({ workstation: 'TEST-PC', reader: '', version: 0 })
  const first = await t.call('device.saveDesk', { version: 0, ...chosen })
  await t.must('device.saveDesk', { version: 1, ...chosen, printer: '' })
  expect(await t.must('device.desk', {})).toEqual({
    workstation: 'TEST-PC',
    ...chosen,
    printer: '',
    version: 2,
  })
  const other = t.app.desk({
    workstation: 'FRONT-2/browser',
    language: 'en',
    user: { id: null, login: 'clerk', name: 'clerk', role: 'clerk', language: 'en' },
  })
  expect(await other.call('device.desk', {})).toMatchObject({
    output: { workstation: 'FRONT-2', reader: '', version: 0 },
  })
  expect(await other.call('device.saveDesk', { version: 0, ...chosen })).toMatchObject({ ok: true })
  const [latest] = (await t.must('change.list', { entity: 'desk-devices' })).rows
  expect(latest).toMatchObject({ actor: 'clerk' })
  await t.must('change.undo', { change: (latest as { seq: number }).seq })
  expect(await other.call('device.desk', {})).toMatchObject({ output: { reader: '', version: 0 } })
  expect(first).toMatchObject({ ok: true })
})

test('a document on the reader, or pushed by it, comes to the page and is kept nowhere', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  simulator.document = zone
  expect(await t.must('device.readDocument', {})).toEqual({ text: zone })
  const waits = t.must('device.nextScan', {})
  await simulator.push(zone)
  expect(await waits).toEqual({ text: zone })
})

test('keys are made for the room until the hour of departure, once for a call, and are on the log of keys', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  await comeIn()
  const made = await t.call('device.encodeKeys', { bookingId, keys: 2 }, 'the-same-call')
  expect(made).toMatchObject({
    output: { room: '201', until: '2026-03-04T12:00', made: 2, trouble: null },
  })
  expect(await t.call('device.encodeKeys', { bookingId, keys: 2 }, 'the-same-call')).toMatchObject({
    output: { made: 2 },
  })
  expect(simulator.encoded).toMatchObject([
    { room: '201', from: expect.stringMatching(/^2026-03-02T/), keys: 2 },
  ])
  expect((await t.must('house.keys', {})).rows).toMatchObject([{ keys: 2, returned: 0 }])
  expect(await t.must('device.readKey', {})).toMatchObject({ room: '201' })
  expect(await t.must('device.eraseKey', {})).toEqual({})
})

test('where the cards run out, those that were made are on the log and the desk is told', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  await comeIn()
  simulator.cards = 1
  expect(await t.must('device.encodeKeys', { bookingId, keys: 3 })).toMatchObject({
    made: 1,
    trouble: 'DEVICE_OUT_OF_CARDS',
  })
  expect((await t.must('house.keys', {})).rows).toMatchObject([{ keys: 1 }])
})

test('a registration card goes to the printer, and the log says who took it out', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  expect(await t.must('registration.card', { bookingId, format: 'printer' })).toMatchObject({ content: '' })
  await t.must('device.tryPrinter', {})
  expect(simulator.printed.map(({ bytes }) => bytes)).toEqual([8, 8])
  expect((await t.must('change.list', { entity: 'report' })).rows).toMatchObject([
    { operation: 'registration.card', actor: 'admin', after: { format: 'printer' } },
  ])
})

test('a report, the dashboard and a pivot go to the printer, and the log says who took them out', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  const parameters = { from: '2026-03-01', to: '2026-03-07' }
  const occupancy = { name: 'occupancy', parameters, format: 'printer' } as const
  expect(await t.must('report.export', occupancy)).toMatchObject({ content: '' })
  await t.must('report.exportDashboard', { format: 'printer' })
  await t.must('explore.export', { ask: usualExplore, format: 'printer' })
  expect(simulator.printed.map(({ title, bytes }) => [title.split(' ')[0], bytes])).toEqual([
    ['Occupancy', 8],
    ['Dashboard', 8],
    ['Explore', 8],
  ])
  const { rows } = await t.must('change.list', { entity: 'report' })
  expect(rows.map(({ after }) => after?.format)).toEqual(['printer', 'printer', 'printer'])
  simulator.misdeed = { code: 'OUT_OF_PAPER' }
  expect(await t.call('report.export', occupancy)).toMatchObject({ refusal: { code: 'DEVICE_OUT_OF_PAPER' } })
  expect((await t.must('change.list', { entity: 'report' })).rows).toHaveLength(3)
})

test('a paper that the printer did not take leaves nothing in the log', async () => {
  await t.must('device.saveDesk', { version: 0, ...chosen })
  const paper = { of: 'guests', language: 'en', format: 'printer' } as const
  await t.must('house.paper', paper)
  await simulator.stop()
  expect(await t.call('house.paper', paper)).toMatchObject({ refusal: { code: 'DEVICE_AWAY' } })
  expect((await t.must('change.list', { entity: 'report' })).rows).toHaveLength(1)
  simulator = await startSimulator()
})

describe('is refused', () => {
  const refused = async <N extends OperationName>(name: N, input: InputOf<N>, code: string) =>
    expect(await t.call(name, input)).toMatchObject({ ok: false, refusal: { code } })
  const choose = () => t.must('device.saveDesk', { version: 0, ...chosen })

  test.each<[string, () => Promise<void>]>([
    ['reading without a reader', () => refused('device.readDocument', {}, 'DEVICE_NOT_CHOSEN')],
    ['waiting without a reader', () => refused('device.nextScan', {}, 'DEVICE_NOT_CHOSEN')],
    [
      'keys without an encoder',
      () => refused('device.encodeKeys', { bookingId, keys: 1 }, 'DEVICE_NOT_CHOSEN'),
    ],
    ['reading a key without an encoder', () => refused('device.readKey', {}, 'DEVICE_NOT_CHOSEN')],
    ['erasing without an encoder', () => refused('device.eraseKey', {}, 'DEVICE_NOT_CHOSEN')],
    [
      'a card without a printer',
      () => refused('registration.card', { bookingId, format: 'printer' }, 'DEVICE_NOT_CHOSEN'),
    ],
    [
      'a report without a printer',
      () => refused('report.export', { name: 'occupancy', format: 'printer' }, 'DEVICE_NOT_CHOSEN'),
    ],
    ['a try without a printer', () => refused('device.tryPrinter', {}, 'DEVICE_NOT_CHOSEN')],
    [
      'keys for a guest who has not come',
      async () => {
        await choose()
        await refused('device.encodeKeys', { bookingId, keys: 1 }, 'NOT_IN_HOUSE')
        expect(simulator.encoded).toEqual([])
      },
    ],
    [
      'keys for a booking that is not',
      async () => {
        await choose()
        await refused('device.encodeKeys', { bookingId: 999 as BookingId, keys: 1 }, 'BOOKING_UNKNOWN')
      },
    ],
    [
      'a card of a booking that is not',
      async () => {
        await choose()
        const card = { bookingId: 999 as BookingId, format: 'printer' } as const
        await refused('registration.card', card, 'BOOKING_UNKNOWN')
      },
    ],
    [
      'a reader whose adapter has stopped',
      async () => {
        await choose()
        await simulator.stop()
        await refused('device.readDocument', {}, 'DEVICE_AWAY')
        simulator = await startSimulator()
      },
    ],
    [
      'a reader that does not answer in time',
      async () => {
        await choose()
        simulator.misdeed = 'silent'
        await refused('device.readDocument', {}, 'DEVICE_SLOW')
      },
    ],
    [
      'an encoder that answers nonsense: no key is on the log',
      async () => {
        await choose()
        await comeIn()
        simulator.misdeed = 'broken-json'
        await refused('device.encodeKeys', { bookingId, keys: 1 }, 'DEVICE_GARBLED')
        expect((await t.must('house.keys', {})).rows).toEqual([])
      },
    ],
  ])('%s', (_what, run) => run())

  test('a device that is no name of one, and more keys than an order has', async () => {
    const wrong = { fault: { code: 'INVALID_INPUT' } }
    expect(await t.call('device.saveDesk', { version: 0, ...chosen, reader: 'http://evil/x' })).toMatchObject(
      wrong,
    )
    expect(await t.call('device.encodeKeys', { bookingId, keys: 21 })).toMatchObject(wrong)
  })

  test('what a housekeeper asks', async () => {
    const desk = t.deskAs('housekeeper')
    for (const name of ['device.readDocument', 'device.saveDesk', 'device.encodeKeys'])
      expect(await desk.call(name, {})).toMatchObject({ fault: { code: 'NOT_PERMITTED' } })
  })

  test('choosing over the choice of somebody else', async () => {
    await choose()
    expect(await t.call('device.saveDesk', { version: 0, ...chosen })).toMatchObject({
      fault: { code: 'CONFLICT' },
    })
  })
})
