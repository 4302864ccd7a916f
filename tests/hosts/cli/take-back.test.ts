import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
const store = at('hotel.keyrack')
beforeAll(async () => {
  await (await openTestApp({ file: store })).close()
  writeFileSync(
    at('March.csv'),
    'Confirmation No,Guest name,Arrival,Departure,Room type,Rate\nK1,Ann Lee,2026-03-20,2026-03-22,DBL,300\n',
  )
})
afterAll(() => folder.remove())

test('keyrack imports lists what came in, keyrack take-back takes it back, and the file comes in again', async () => {
  expect((await keyrack(['imports', '--store', store])).stdout).toBe(
    'Nothing was imported into this store yet.\n',
  )
  expect(await keyrack(['import', at('March.csv'), '--store', store])).toMatchObject({ code: 0 })
  expect((await keyrack(['imports', '--store', store])).stdout).toMatch(
    /^1 {2}March\.csv: 1 bookings, .*by cli:/,
  )
  const taken = await keyrack(['take-back', '1', '--store', store])
  expect(taken).toMatchObject({ code: 0 })
  expect(taken.stdout).toContain('Import 1 (March.csv) is taken back; the file may be imported again.')
  expect(taken.stdout).toMatch(
    / {11}1 {2}bookings removed\n {11}1 {2}guests removed\n {11}1 {2}room types removed/,
  )
  expect((await keyrack(['imports', '--store', store, '--lang', 'zh'])).stdout).toMatch(
    /已于 .* 由 cli:.* 撤回/,
  )
  const again = await keyrack(['take-back', '1', '--store', store])
  expect(again).toMatchObject({ code: 1, stdout: '' })
  expect(again.stderr).toContain('This import was already taken back on')
  expect(await keyrack(['import', at('March.csv'), '--store', store])).toMatchObject({ code: 0 })
  expect(onlyLine((await keyrack(['imports', '--store', store, '--json'])).stdout)).toMatchObject({
    batches: [
      { id: 2, takenBack: null },
      { id: 1, takenBack: { by: expect.stringMatching(/^cli:/) } },
    ],
  })
})

test.each([
  [['take-back', '--store', store], 2, 'An argument is missing.'],
  [['take-back', 'March.csv', '--store', store], 2, '“March.csv” is no number of an import.'],
  [['take-back', '77', '--store', store], 1, 'There is no such import.'],
])('%j is answered in words', async (args, code, words) => {
  const ran = await keyrack(args)
  expect(ran.code).toBe(code)
  expect(ran.stderr).toContain(words)
})
