import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDevices, usualDeviceTimes } from '#hosts/host/devices/devices.ts'
import { type Misdeed, type Simulator, startSimulator } from '#tests/support/adapter.ts'
import { tempFolder } from '#tests/support/app.ts'

const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10'
const order = { room: '305', from: '2026-03-02T14:00', until: '2026-03-04T12:00', keys: 2, job: 'one' }
/** A device that never answers is waited for so long in a test. */
const short = { ...usualDeviceTimes, aboutMs: 150, readMs: 150, cardMs: 150, printMs: 150, openMs: 500 }

let folder: ReturnType<typeof tempFolder>
let simulator: Simulator
let devices: ReturnType<typeof createDevices>
beforeEach(async () => {
  folder = tempFolder()
  simulator = await startSimulator()
  simulator.writeFile(folder.path)
  devices = createDevices(folder.path, short)
})
afterEach(async () => {
  devices.close()
  await simulator.stop()
  folder.remove()
})

const code = (code: string) => ({ ok: false, refusal: { code } })

test('an adapter is found by its file, with what it says of itself and of its devices', async () => {
  expect(await devices.look()).toEqual([
    {
      id: 'simulator',
      name: 'Simulator',
      version: '1.0',
      trouble: null,
      devices: [
        { id: 'desk', kind: 'reader', name: 'Desk reader', state: 'ready', cards: null },
        { id: 'lock', kind: 'encoder', name: 'Lock encoder', state: 'ready', cards: 100 },
        { id: 'laser', kind: 'printer', name: 'Laser', state: 'ready', cards: null },
      ],
    },
  ])
})

describe('its file', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['another machine', { address: '192.168.1.20' }, 'NOT_LOOPBACK'],
    ['a name, which whoever answers for names may lead anywhere', { address: 'localhost' }, 'NOT_LOOPBACK'],
    ['an address with a host before it', { address: '127.0.0.1@evil.example' }, 'NOT_LOOPBACK'],
    ['all addresses', { address: '0.0.0.0' }, 'NOT_LOOPBACK'],
    ['a short secret', { secret: 'short' }, 'SECRET_SHORT'],
    ['a secret that is a second header', { secret: 'aaaaaaaaaaaaaaaa\r\nx: y' }, 'SECRET_SHORT'],
    ['no port', { port: 0 }, 'FILE_WRONG'],
  ])('with %s is not used', async (_what, more, trouble) => {
    simulator.writeFile(folder.path, more)
    expect(await devices.look()).toMatchObject([{ trouble, devices: [] }])
    expect(await devices.read('simulator/desk')).toMatchObject(code('DEVICE_AWAY'))
    expect(simulator.asked).toEqual([])
  })

  test('that is no JSON, or longer than any such file, is named; others beside it are used', async () => {
    mkdirSync(folder.path, { recursive: true })
    writeFileSync(join(folder.path, 'broken.json'), '{')
    writeFileSync(join(folder.path, 'long.json'), `"${'x'.repeat(5000)}"`)
    writeFileSync(join(folder.path, 'README.txt'), 'no adapter')
    const found = await devices.look()
    expect(found.map(({ id, trouble }) => [id, trouble])).toEqual([
      ['broken', 'FILE_WRONG'],
      ['long', 'FILE_WRONG'],
      ['simulator', null],
    ])
  })

  test('with an old secret: the adapter does not let us in', async () => {
    simulator.writeFile(folder.path, { secret: 'another-secret-0123456789' })
    expect(await devices.look()).toMatchObject([{ trouble: 'DEVICE_NOT_ALLOWED' }])
  })
})

describe('where an adapter', () => {
  test.each<[string, Misdeed, string]>([
    ['never answers', 'silent', 'DEVICE_SLOW'],
    ['answers with broken JSON', 'broken-json', 'DEVICE_GARBLED'],
    ['answers with another shape', 'wrong-shape', 'DEVICE_GARBLED'],
    ['answers without an end', 'endless', 'DEVICE_GARBLED'],
    ['leads to another address', 'leads-away', 'DEVICE_AWAY'],
    ['speaks no HTTP', 'not-http', 'DEVICE_AWAY'],
    ['is busy', { code: 'BUSY' }, 'DEVICE_BUSY'],
    ['refuses without a code it knows', { code: 'NONSENSE' as 'BUSY', status: 500 }, 'DEVICE_GARBLED'],
  ])('%s, every call says so', async (_what, misdeed, expected) => {
    simulator.misdeed = misdeed
    expect(await devices.look()).toMatchObject([{ trouble: expected, devices: [] }])
    expect(await devices.read('simulator/desk')).toMatchObject(code(expected))
    expect(await devices.encode('simulator/lock', { ...order, keys: 1 })).toMatchObject(code(expected))
    expect(await devices.readKey('simulator/lock')).toMatchObject(code(expected))
    if (misdeed !== 'wrong-shape') {
      expect(await devices.eraseKey('simulator/lock')).toMatchObject(code(expected))
      expect(await devices.print('simulator/laser', 'Card', new Uint8Array(3))).toMatchObject(code(expected))
    }
  })

  test('has stopped, it is away', async () => {
    await simulator.stop()
    expect(await devices.look()).toMatchObject([{ trouble: 'DEVICE_AWAY' }])
    expect(await devices.nextScan('simulator/desk')).toMatchObject(code('DEVICE_AWAY'))
    simulator = await startSimulator()
  })

  test('speaks another version, nothing of it is used', async () => {
    simulator.protocol = 2
    expect(await devices.look()).toMatchObject([{ trouble: 'DEVICE_OTHER_VERSION', devices: [] }])
  })
})

test('a document is read, or there was none', async () => {
  expect(await devices.read('simulator/desk')).toMatchObject(code('DEVICE_NO_DOCUMENT'))
  simulator.document = zone
  expect(await devices.read('simulator/desk')).toEqual({ text: zone })
  expect(await devices.read('simulator/other')).toMatchObject(code('DEVICE_UNKNOWN_DEVICE'))
  expect(await devices.read('nobody/desk')).toMatchObject(code('DEVICE_AWAY'))
})

describe('what a reader pushes', () => {
  test('comes to who waits; stuttered twice it comes once, and then the next', async () => {
    const first = devices.nextScan('simulator/desk')
    await simulator.push(zone, 2)
    expect(await first).toEqual({ text: zone })
    const second = devices.nextScan('simulator/desk')
    await simulator.push('110101199003070134')
    expect(await second).toEqual({ text: '110101199003070134' })
  })

  test('of another reader is not ours', async () => {
    const waits = devices.nextScan('simulator/desk')
    await simulator.pushRaw('event: scan\ndata: {"reader":"other","text":"x"}\n\n')
    await simulator.pushRaw('event: state\ndata: {}\n\n: still here\n\n')
    await simulator.push(zone)
    expect(await waits).toEqual({ text: zone })
  })

  test('is told as garbled where nobody can read it', async () => {
    const waits = devices.nextScan('simulator/desk')
    await simulator.pushRaw('event: scan\ndata: {"reader":"desk"\n\n')
    expect(await waits).toMatchObject(code('DEVICE_GARBLED'))
  })

  test('goes to the window that asked last, and to nobody without an end', async () => {
    const earlier = devices.nextScan('simulator/desk')
    await simulator.pushRaw(': opened\n\n')
    const later = devices.nextScan('simulator/desk')
    expect(await earlier).toBeNull()
    await simulator.pushRaw(`event: scan\ndata: ${'x'.repeat(20_000)}`)
    expect(await later).toMatchObject(code('DEVICE_AWAY'))
  })

  test('nothing is waited for once the program ends', async () => {
    const waits = devices.nextScan('simulator/desk')
    await simulator.pushRaw(': opened\n\n')
    devices.close()
    expect(await waits).toBeNull()
  })
})

describe('keys', () => {
  test('are made once for a job, read and erased', async () => {
    expect(await devices.encode('simulator/lock', order)).toEqual({ made: 2, trouble: null })
    expect(await devices.encode('simulator/lock', order)).toEqual({ made: 2, trouble: null })
    expect(simulator.encoded).toEqual([order])
    expect(await devices.readKey('simulator/lock')).toEqual({
      room: '305',
      from: order.from,
      until: order.until,
    })
    expect(await devices.eraseKey('simulator/lock')).toEqual({})
    expect(await devices.readKey('simulator/lock')).toMatchObject(code('DEVICE_NO_CARD'))
  })

  test('that were made before the cards ran out are told', async () => {
    simulator.cards = 1
    expect(await devices.encode('simulator/lock', order)).toEqual({ made: 1, trouble: 'DEVICE_OUT_OF_CARDS' })
    expect(await devices.encode('simulator/lock', { ...order, job: 'two' })).toMatchObject(
      code('DEVICE_OUT_OF_CARDS'),
    )
  })
})

test('a paper goes to the printer whole', async () => {
  expect(await devices.print('simulator/laser', 'Card', new Uint8Array(70_000))).toEqual({})
  expect(simulator.printed).toEqual([{ title: 'Card', bytes: 70_000 }])
})
