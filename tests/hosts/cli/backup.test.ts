import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { commandLine, keyrack, onlyLine, start } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
const store = at('hotel.keyrack')
beforeAll(async () => {
  await (await openTestApp({ file: store })).close()
})
afterAll(() => folder.remove())

let folders = 0
function newFolder(): string {
  folders += 1
  const path = at(`copies-${folders}`)
  mkdirSync(path)
  return path
}

describe('keyrack backup', () => {
  test('copies a store that another process has open, and keyrack backups lists the copy', async () => {
    const holder = fork(join(import.meta.dirname, '../../support/hold-store.ts'), [store])
    expect(await once(holder, 'message')).toContain('open')
    try {
      const to = newFolder()
      const ran = await keyrack(['backup', '--store', store, '--to', to, '--json'])
      expect(ran).toMatchObject({ code: 0, stderr: '' })
      const made = onlyLine(ran.stdout)
      expect(made).toMatchObject({ ok: true, manifest: { facts: { hotelName: 'Test Hotel' } }, removed: [] })
      const listed = onlyLine((await keyrack(['backups', '--from', to, '--json'])).stdout)
      expect(listed).toEqual({
        ok: true,
        copies: [{ file: made.file.slice(to.length + 1), state: 'whole', manifest: made.manifest }],
      })
      expect((await keyrack(['backups', '--from', to])).stdout).toContain('verified\n  Test Hotel, ')
      expect((await keyrack(['backups', '--from', to, '--lang', 'zh'])).stdout).toContain(
        '已校验\n  Test Hotel，',
      )
    } finally {
      holder.kill()
      await once(holder, 'exit')
    }
  })

  test('says in words what it made, in both languages', async () => {
    const to = newFolder()
    const ran = await keyrack(['backup', '--store', store, '--to', to])
    expect(ran.stdout).toMatch(
      /hotel-\d{8}-\d{6}Z\.keyrack: Test Hotel, business date 2026-03-02, 0 guests, .* changes; 2 MB, copied and checked in [\d.]+ s\.\n$/,
    )
    const again = await keyrack(['backup', '--store', store, '--to', to, '--lang', 'zh'])
    expect(again.stdout).toMatch(/Test Hotel，营业日 2026-03-02/)
    // The second of a day takes the place of the first.
    expect(again.stdout).toMatch(/已按规则（7 天、5 周、12 个月）删除 1 份较早的备份。/)
    const kept = await keyrack(['backup', '--store', store, '--to', to, '--keep-all', '--json'])
    expect(onlyLine(kept.stdout).removed).toEqual([])
    expect(readdirSync(to)).toHaveLength(4)
  })

  test.each([
    [['backup', '--store', store], 2, '--to is missing. Add --to FOLDER.'],
    [['backups'], 2, '--from is missing. Add --from FOLDER.'],
    [
      ['backup', '--store', store, '--to', store],
      1,
      'is the store itself. Give a folder, best on another disk.',
    ],
    [['backup', '--store', store, '--to', at('no')], 1, 'There is no folder'],
    [['backups', '--from', at('no')], 1, 'There is no folder'],
    [['backup', '--store', at('no.keyrack'), '--to', folder.path], 3, 'There is no store at'],
  ])('%j is answered', async (args, code, words) => {
    const ran = await keyrack(args)
    expect(ran).toMatchObject({ code, stdout: '' })
    expect(ran.stderr).toContain(words)
  })

  test('leaves a newer store, one without a hotel and a file that is none uncopied', async () => {
    const to = newFolder()
    copyFileSync(store, at('newer.keyrack'))
    const raw = new Sqlite(at('newer.keyrack'))
    raw.pragma('user_version = 99')
    raw.close()
    const newer = await keyrack(['backup', '--store', at('newer.keyrack'), '--to', to])
    expect(newer).toMatchObject({ code: 1 })
    expect(newer.stderr).toContain('it has format 99, and this program reads formats up to')

    await (await openTestApp({ file: at('empty.keyrack'), setUp: false })).close()
    const empty = await keyrack(['backup', '--store', at('empty.keyrack'), '--to', to])
    expect(empty.stderr).toContain('This store has no hotel yet')

    writeFileSync(at('list.keyrack'), 'name;phone\n')
    const list = await keyrack(['backup', '--store', at('list.keyrack'), '--to', to])
    expect(list).toMatchObject({ code: 3 })
    expect(readdirSync(to)).toEqual([])
  })

  test.runIf(process.platform !== 'win32')('that may not write on says so and leaves nothing', async () => {
    const to = newFolder()
    const line = `ulimit -f 100; exec "${process.execPath}" "${commandLine}" backup --store "${store}" --to "${to}" --lang en`
    const child = spawn('sh', ['-c', line])
    let said = ''
    child.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')))
    expect((await once(child, 'close'))[0]).toBe(1)
    expect(said).toContain('Nothing was backed up: ')
    expect(readdirSync(to)).toEqual([])
  })

  test.runIf(process.platform !== 'win32')('stops at Ctrl+C and leaves nothing', async () => {
    const to = newFolder()
    const child = start(['backup', '--store', store, '--to', to, '--json'])
    let said = ''
    child.stdout.on('data', (text: Buffer) => (said += text.toString('utf8')))
    while (readdirSync(to).length === 0) await new Promise(setImmediate)
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(onlyLine(said)).toMatchObject({ ok: false, refusal: { code: 'CANCELLED' } })
    expect(code).toBe(130)
    expect(readdirSync(to)).toEqual([])
  })
})
