import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cell } from '#hosts/cli/import-report.ts'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine, start } from './keyrack.ts'

const folder = tempFolder()
const at = (name: string) => join(folder.path, name)
afterAll(() => folder.remove())

const columns = { 姓名: 'nativeName', 到店日期: 'arrival', 离店日期: 'departure', 房型: 'roomType' }
const table = (...rows: string[]) => `${['姓名,到店日期,离店日期,房型', ...rows].join('\n')}\n`
const good = '张伟,2026-03-25,2026-03-27,KING'
const bad = '李娜,2026-02-30,2026-03-27,KING'

beforeAll(async () => {
  writeFileSync(at('a.csv'), table(good, bad))
  writeFileSync(at('mapping.json'), JSON.stringify({ columns }))
  const made = await keyrack(['init', '--hotel', 'Seagull', '--store', at('hotel.keyrack')])
  expect(made.code).toBe(0)
  symlinkSync(at('hotel.keyrack'), at('link.csv'))
  symlinkSync(at('gone'), at('nowhere.csv'))
  mkdirSync(at('folder'))
})

const importInto = (store: string, ...more: string[]) =>
  keyrack(['import', at('a.csv'), '--mapping', at('mapping.json'), '--store', at(store), ...more])

describe('--rejected writes over nothing', () => {
  test.each([
    ['the store', 'hotel.keyrack', /belongs to it/],
    ['the store by a link', 'link.csv', /belongs to it/],
    ['a file of the store that is not there yet', 'hotel.keyrack-wal', /belongs to it/],
    ['the file that is imported', 'a.csv', /not overwritten/],
    ['the mapping', 'mapping.json', /not overwritten/],
    ['a link into nothing', 'nowhere.csv', /not overwritten/],
    ['a folder', 'folder', /is a folder/],
  ])('%s', async (_what, name, words) => {
    const before = readdirSync(folder.path)
    const store = readFileSync(at('hotel.keyrack'))
    const ran = await importInto('hotel.keyrack', '--rejected', at(name))
    expect(ran.code, ran.stderr).toBe(2)
    expect(ran.stderr).toMatch(words)
    expect(readFileSync(at('hotel.keyrack')).equals(store)).toBe(true)
    expect(readdirSync(folder.path)).toEqual(before)
  })

  test('the store that the import itself makes', async () => {
    const ran = await importInto('new.keyrack', '--rejected', at('new.keyrack'))
    expect(ran.code).toBe(2)
    expect(readdirSync(folder.path)).not.toContain('new.keyrack')
  })

  test('a list that can’t be written takes nothing of the import away, and says where it can be had', async () => {
    // Its name leaves no room for the name it has while it is being written.
    const ran = await importInto('full.keyrack', '--json', '--rejected', at('x'.repeat(250)))
    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('The import succeeded, as batch 1')
    expect(ran.stderr).not.toContain('defect')
    expect(onlyLine(ran.stdout)).toMatchObject({ imported: 1, unwritten: expect.any(String) })
    const again = await keyrack([
      'call',
      'import.findings',
      '{"source":"batch:1"}',
      '--store',
      at('full.keyrack'),
    ])
    expect(onlyLine(again.stdout)).toMatchObject({
      output: { rows: [{ reason: 'rateMissing' }, { reason: 'dateImpossible' }] },
    })
  })
})

describe('what can’t be read is told apart', () => {
  test.each([
    ['a folder', ['import', '.'], /\. is a folder/],
    ['a device', ['import', '/dev/null'], /\/dev\/null is not a regular file/],
    ['nothing', ['import', at('nothing.csv')], /There is no file/],
    [
      'a mapping that is not there',
      ['import', at('a.csv'), '--mapping', at('no.json')],
      /There is no file .*no\.json/,
    ],
    ['a mapping that is a folder', ['import', at('a.csv'), '--mapping', '.'], /\. is a folder/],
    ['a mapping that is no JSON', ['import', at('a.csv'), '--mapping', at('a.csv')], /not valid JSON/],
  ])('%s', async (_what, args, words) => {
    const ran = await keyrack([...args, '--store', at('none.keyrack')])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(words)
  })

  test.skipIf(process.platform === 'win32')('a pipe', async () => {
    execFileSync('mkfifo', [at('pipe')])
    const ran = await keyrack(['import', at('pipe'), '--store', at('none.keyrack')])
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('not a regular file')])
  })

  test('a mapping with a byte-order mark is read', async () => {
    writeFileSync(at('bom.json'), `\ufeff${JSON.stringify({ columns })}`)
    const args = ['import', at('a.csv'), '--mapping', at('bom.json'), '--dry-run', '--json']
    const ran = await keyrack([...args, '--store', at('none.keyrack')])
    expect(ran.code, ran.stderr).toBe(0)
    expect(onlyLine(ran.stdout)).toMatchObject({ imported: 1 })
  })
})

test('the columns that are read and not read are told', async () => {
  writeFileSync(at('wide.csv'), `姓名,到店日期,离店日期,房型,鞋码\n${good},43\n`)
  const ran = await keyrack(['import', at('wide.csv'), '--dry-run', '--store', at('none.keyrack')])
  expect(ran.stdout).toContain('到店日期 → Arrival')
  expect(ran.stdout).toContain('Not read: 鞋码')
  const wrong = await keyrack(['import', at('wide.csv'), '--where', '姓=x', '--store', at('none.keyrack')])
  expect(wrong.stderr).toContain('has no column “姓” for the row filter')
})

// Windows keeps no such rights in a file's mode.
test.skipIf(process.platform === 'win32')('what an import writes is for this user’s eyes only', async () => {
  mkdirSync(at('own'))
  const store = ['--store', at('own/hotel.keyrack')]
  const files = [at('a.csv'), '--mapping', at('mapping.json'), '--rejected', at('own/rejected.csv')]
  const child = start(['import', ...files, ...store])
  expect(await once(child, 'close')).toEqual([0, null])
  const names = readdirSync(at('own'))
  expect(names).toEqual(expect.arrayContaining(['hotel.keyrack', 'hotel.keyrack-lock', 'rejected.csv']))
  const open = names.filter((name) => (statSync(at(`own/${name}`)).mode & 0o077) !== 0)
  expect(open).toEqual([])
})

test.each([
  ['张伟', '"张伟"'],
  ['say "yes"', '"say ""yes"""'],
  ['=1+1', `"'=1+1"`],
  ['-2', `"'-2"`],
  ['@sum', `"'@sum"`],
  [' =1+1', `"' =1+1"`],
  ['\u3000＝1+1', `"'\u3000＝1+1"`],
  ['\u200e+1', `"'\u200e+1"`],
  ['＋1', `"'＋1"`],
  ['－1', `"'－1"`],
  ['＠a', `"'＠a"`],
  ['\t1', `"'\t1"`],
  ['1 = 1', '"1 = 1"'],
])('%j is written as %j, which no spreadsheet takes for a formula', (text, written) => {
  expect(cell(text)).toBe(written)
})
