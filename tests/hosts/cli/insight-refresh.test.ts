import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestApp, tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
const store = join(folder.path, 'hotel.keyrack')
beforeAll(async () => {
  await (await openTestApp({ file: store })).close()
})
afterAll(() => folder.remove())

test('keyrack insight refresh computes, and keyrack insight status says what there is', async () => {
  const never = await keyrack(['insight', 'status', '--store', store])
  expect(never).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing was computed yet.') })
  const refreshed = await keyrack(['insight', 'refresh', '--store', store])
  expect(refreshed).toMatchObject({ code: 0 })
  expect(refreshed.stdout).toMatch(/^As of 2026-03-02, computed .*; 0 changes since/)
  expect(refreshed.stdout).toMatch(/✓ facts +\d+\.\d s/)
  const status = await keyrack(['insight', 'status', '--format', 'json', '--store', store])
  expect(onlyLine(status.stdout)).toMatchObject({ asOf: '2026-03-02', changesSince: 0, noFile: null })
  const table = await keyrack(['insight', 'status', '--format', 'csv', '--store', store])
  expect(table.stdout).toMatch(/^kind,asOf,moment,seconds,state,code\n(.*\n)*facts,2026-03-02,.*,done,\n/)
  const wrong = await keyrack(['insight', 'status', '--rebuild', '--store', store])
  expect(wrong).toMatchObject({ code: 2, stdout: '' })
  expect(wrong.stderr).toContain('--rebuild')
})
