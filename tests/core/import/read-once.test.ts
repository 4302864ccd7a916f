import { utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readOnce } from '#core/import/read-once.ts'
import { tempFolder } from '#tests/support/app.ts'

let folder: ReturnType<typeof tempFolder>
beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

function given(name: string) {
  const path = join(folder.path, name)
  writeFileSync(path, 'a')
  return { path, name, temporary: false }
}

test('a file is read once for each of its parts, also by two who ask at the same time', async () => {
  const once = readOnce<number>()
  const file = given('once')
  let reads = 0
  const read = async () => ++reads
  expect(await Promise.all([once(file, 'March', read), once(file, 'March', read)])).toEqual([1, 1])
  expect(await once(file, 'April', read)).toBe(2)
  expect(await once(given('other'), 'March', read)).toBe(3)
  expect(await once(file, 'March', read)).toBe(1)
})

test('a file that was written to is read again, by its size or its time', async () => {
  const once = readOnce<number>()
  const file = given('written')
  let reads = 0
  const read = async () => ++reads
  await once(file, '', read)
  writeFileSync(file.path, 'ab')
  expect(await once(file, '', read)).toBe(2)
  utimesSync(file.path, 1, 1)
  expect(await once(file, '', read)).toBe(3)
  expect(await once(file, '', read)).toBe(3)
})

test('a reading that failed is not kept', async () => {
  const once = readOnce<number>()
  const file = given('failing')
  await expect(once(file, '', () => Promise.reject(new Error('disk')))).rejects.toThrow('disk')
  expect(await once(file, '', async () => 1)).toBe(1)
})
