import { fork, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openStore } from '#db/dialect/sqlite/store.ts'
import { removeLeftovers } from '#hosts/host/leftovers.ts'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack } from '../cli/keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
afterAll(() => folder.remove())

test('what a killed program left is removed; what a living one uses, and what is not ours, stays', async () => {
  const temp = tempFolder()
  const ended = spawn(process.execPath, ['-e', ''])
  await once(ended, 'exit')
  const name = (what: string) => `keyrack-upload-${what}${randomUUID()}`
  const gone = [name(`${ended.pid}-`), name(`${ended.pid}-`).replace('upload', 'findings'), name('')]
  const stay = [name(`${process.pid}-`), name(''), `keyrack-upload-${ended.pid}-x`, 'hotel.keyrack']
  for (const file of [...gone, ...stay]) writeFileSync(join(temp.path, file), 'x')
  utimesSync(join(temp.path, gone[2] ?? ''), 0, 0)
  const link = name(`${ended.pid}-`)
  symlinkSync(join(temp.path, 'hotel.keyrack'), join(temp.path, link))
  removeLeftovers(temp.path)
  expect(readdirSync(temp.path).sort()).toEqual([...stay, link].sort())
  removeLeftovers(join(temp.path, 'nowhere'))
  temp.remove()
})

const demo = (file: string) =>
  keyrack(['demo', '--rooms', '5', '--years', '1', '--bookings', '40', '--store', at(file)])

test('a file without a hotel, as a killed demo leaves it, is filled; a hotel is left alone', async () => {
  const store = await openStore(at('killed.keyrack'), { mode: 'new' })
  if ('trouble' in store) throw new Error(store.trouble.code)
  store.close()
  const ran = await demo('killed.keyrack')
  expect(ran.code, ran.stderr).toBe(0)
  const changes = () => keyrack(['call', 'change.list', '{"limit":1}', '--store', at('killed.keyrack')])
  const before = await changes()
  const again = await demo('killed.keyrack')
  expect([again.code, again.stderr]).toEqual([3, expect.stringContaining('There is already a store')])
  expect(await changes()).toEqual(before)
})

test('a served desk ends when whoever started it is gone', async () => {
  const main = join(import.meta.dirname, '../../../electron/cli/main.ts')
  const child = fork(main, ['serve', '--json', '--store', at('killed.keyrack')], {
    silent: true,
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  await once(child.stdout as NodeJS.ReadableStream, 'data')
  child.disconnect()
  const [code] = await once(child, 'exit')
  expect(code).toBe(0)
})
