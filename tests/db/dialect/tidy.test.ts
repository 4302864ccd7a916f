import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { erasePersonalOf } from '#db/repositories/change/erase.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { keyrack } from '../../hosts/cli/keyrack.ts'

/** A word of somebody who has another name by now. Its beginning may be shared with the term before it in the index. */
const gone = 'zxvgone'
let folder: ReturnType<typeof tempFolder>
let t: TestApp

beforeEach(async () => {
  folder = tempFolder()
  t = await openTestApp({ file: join(folder.path, 'hotel.keyrack') })
})
afterEach(() => folder.remove())

async function renameAndErase(): Promise<void> {
  const { id } = await t.must('guest.create', { familyName: 'Qqzxvgone', givenName: 'Anna' })
  for (let number = 0; number < 40; number++)
    await t.must('guest.create', { familyName: `Other${number}`, givenName: 'Li' })
  await t.must('guest.update', { id, version: 1, familyName: 'Qqkept' })
  await t.app.store.exclusively((tx) => erasePersonalOf(tx, id))
  await t.close()
  expect(t.defects).toEqual([])
}

function tokensLeft(): unknown {
  const raw = openRaw(t.file, { readonly: true })
  const left = raw
    .prepare('select count(*) from guest_search_data where instr(block, cast(? as blob)) > 0')
    .pluck()
    .get(gone)
  raw.close()
  return left
}

test('the tokens of a removed word stay in the index until it is tidied, and nothing of it in the file then', async () => {
  await renameAndErase()
  expect(tokensLeft()).toBeGreaterThan(0)
  const ran = await keyrack(['doctor', '--tidy', '--store', t.file])
  expect([ran.code, ran.stderr]).toEqual([0, ''])
  expect(ran.stdout).toMatch(/removed what was left of deleted words.*\n.*✓/)
  expect(tokensLeft()).toBe(0)
  expect(readFileSync(t.file).includes(gone)).toBe(false)
  const again = await openTestApp({ file: t.file, setUp: false })
  const desk = again.deskAs('clerk')
  const found = (await desk.call('guest.search', { text: 'qqkept' })) as { output: { rows: unknown[] } }
  expect(found.output.rows).toHaveLength(1)
  await again.close()
})

test('tidying twice changes nothing, and a program gets one line', async () => {
  await renameAndErase()
  for (let time = 0; time < 2; time++) {
    const { code, stdout } = await keyrack(['doctor', '--tidy', '--json', '--store', t.file])
    expect([code, stdout.split('\n').length]).toEqual([0, 2])
  }
})

test('the planner keeps no sample of a name or a number', async () => {
  await renameAndErase()
  // What a program from before took: a sample of an index is a name.
  const raw = openRaw(t.file, { readonly: false })
  raw.exec('analyze')
  const samples = raw.prepare('select count(*) from sqlite_stat4').pluck()
  expect(samples.get()).toBeGreaterThan(0)
  raw.close()
  await keyrack(['doctor', '--tidy', '--store', t.file])
  const after = openRaw(t.file, { readonly: true })
  expect(after.prepare('select count(*) from sqlite_stat4').pluck().get()).toBe(0)
  expect(after.prepare('select count(*) from sqlite_stat1').pluck().get()).toBeGreaterThan(0)
  after.close()
})
