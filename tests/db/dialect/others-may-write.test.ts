import { chmodSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { compose } from '#core/compose.ts'
import { openTestApp, tempFolder } from '#tests/support/app.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

// Windows keeps no such rights in a file's mode.
test.skipIf(process.platform === 'win32').each<[string, number, number, boolean]>([
  ['nobody but its owner', 0o600, 0o700, false],
  ['its owner; others may read', 0o644, 0o755, false],
  ['its group', 0o660, 0o700, true],
  ['everybody', 0o606, 0o700, true],
  ['its owner, in a folder that everybody may write', 0o600, 0o777, true],
  ['its owner, in such a folder where files stay their owners’', 0o600, 0o1777, false],
])('a store that may be written by %s', async (_who, fileMode, folderMode, told) => {
  const place = join(folder.path, `${fileMode}-${folderMode}`)
  mkdirSync(place)
  const file = join(place, 'hotel.keyrack')
  await (await openTestApp({ file })).close()
  chmodSync(file, fileMode)
  chmodSync(place, folderMode)
  const lines: string[] = []
  const log = { defect: () => undefined, info: (text: string) => void lines.push(text) }
  const app = await compose({ file, mode: 'existing', log })
  if ('trouble' in app) throw new Error(app.trouble.code)
  expect(app.othersMayWrite).toBe(told)
  expect(lines.some((line) => line.includes('other users'))).toBe(told)
  const { findings } = await app.examine()
  await app.close()
  expect(findings).toEqual(told ? [{ severity: 'warning', code: 'OTHERS_MAY_WRITE', params: { file } }] : [])
})
