import { fork } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { keyrack, onlyLine } from '#tests/hosts/cli/keyrack.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
afterEach(() => folder.remove())

/** A hotel closed in order, then opened again, some guests made, and killed: they are in the -wal alone. */
async function killedHotel(guests = 25) {
  folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  const t = await openTestApp({ file })
  await t.close()
  copyFileSync(file, `${file}.older`)
  const child = fork(join(import.meta.dirname, '../../support/create-guests.ts'), [file, String(guests)])
  const [last] = (await once(child, 'message')) as [number]
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
  return { file, last }
}

async function lostIn(file: string) {
  const store = await openStore(file, { mode: 'existing' })
  if ('trouble' in store) throw new Error(store.trouble.code)
  const { lost } = store
  store.close()
  return lost
}

test('nothing is missing after a kill', async () => {
  const { file, last } = await killedHotel()
  expect(await lostIn(file)).toBeNull()
  const raw = openRaw(file, { readonly: true })
  expect(raw.prepare('select max(seq) as seq from changes').get()).toEqual({ seq: last })
  raw.close()
})

const findingsIn = async (file: string) => {
  const app = await compose({ file, mode: 'existing', toExamine: true, log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const { findings } = await app.examine()
  await app.close()
  return findings
}
const log = { defect: () => undefined, info: () => undefined }

/** New guests, in the places that the lost ones had in the log. */
async function workOn(file: string) {
  const app = await compose({ file, mode: 'existing', log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const user = { id: null, login: 'test', name: 'Test', role: 'administrator', language: 'en' } as const
  const desk = app.desk({ workstation: 'TEST-PC', language: 'en', user })
  for (let number = 0; number < 30; number += 1) await desk.call('guest.create', { nativeName: '新客' })
  await app.close()
}

test.each<[string, (file: string) => void]>([
  ['a deleted -wal', (file) => rmSync(`${file}-wal`)],
  [
    'a damaged -wal',
    (file) => {
      const bytes = readFileSync(`${file}-wal`)
      const middle = Math.floor(bytes.length / 2)
      writeFileSync(`${file}-wal`, bytes.fill(0x5a, middle, middle + 50))
    },
  ],
  [
    'an older copy in its place',
    (file) => {
      for (const ending of ['-wal', '-shm']) rmSync(`${file}${ending}`)
      copyFileSync(`${file}.older`, file)
    },
  ],
])('%s: what is missing is named, at every opening until it is settled', async (_what, harm) => {
  const { file, last } = await killedHotel()
  harm(file)
  const missing = { severity: 'error', code: 'CHANGES_LOST', params: { to: last } }
  expect(await findingsIn(file)).toMatchObject([missing])
  expect(await lostIn(file)).toMatchObject({ to: last })
  await workOn(file)
  expect(await lostIn(file)).toMatchObject({ to: last })
  expect(await findingsIn(file)).toMatchObject([missing])
  rmSync(`${file}-mark`)
  expect(await lostIn(file)).toBeNull()
  expect(await findingsIn(file)).toEqual([])
})

test('the command line says so in words, and doctor’s exit code is not 0', async () => {
  const { file, last } = await killedHotel(2)
  rmSync(`${file}-wal`)
  const doctor = await keyrack(['doctor', '--store', file])
  expect(doctor.code).toBe(1)
  expect(doctor.stdout).toContain(`Changes ${last - 1} to ${last} were saved once`)
  const state = await keyrack(['call', 'setup.state', '--store', file])
  expect(state.code).toBe(0)
  expect(state.stderr).toContain(`Changes ${last - 1} to ${last} were saved once`)
  expect(onlyLine(state.stdout)).toMatchObject({ ok: true })
  // And every page, in its status line
  const hotel = await keyrack(['call', 'hotel.state', '--store', file])
  expect(onlyLine(hotel.stdout)).toMatchObject({
    output: { store: { lost: { from: last - 1, to: last, mark: `${file}-mark` } } },
  })
})

test('a store that is moved alone is whole, and a new one in an old place too', async () => {
  const { file } = await killedHotel(2)
  expect(await lostIn(file)).toBeNull()
  const moved = join(folder.path, 'moved.keyrack')
  copyFileSync(file, moved)
  expect(await lostIn(moved)).toBeNull()
  rmSync(file)
  const store = await openStore(file, { mode: 'new' })
  if ('trouble' in store) throw new Error(store.trouble.code)
  store.close()
  expect(await lostIn(file)).toBeNull()
})

test('a mark that can’t be read or written stops nobody', async () => {
  const { file } = await killedHotel(2)
  writeFileSync(`${file}-mark`, Buffer.alloc(300, 0xff))
  expect(await lostIn(file)).toBeNull()
  rmSync(`${file}-mark`)
  mkdirSync(`${file}-mark`)
  await workOn(file)
  expect(await findingsIn(file)).toEqual([])
})
