import { execFileSync } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freePath } from '#core/report/files/free-path.ts'
import { refusalOf, writeWhole } from '#core/report/files/write-whole.ts'
import { tempFolder } from '../../support/app.ts'

let folder: ReturnType<typeof tempFolder>

beforeEach(() => {
  folder = tempFolder()
})
afterEach(() => folder.remove())

const content = new TextEncoder().encode('whole')

describe('a file that is written whole or not at all', () => {
  it('takes the place of the one before', async () => {
    const path = join(folder.path, 'a.csv')
    writeFileSync(path, 'before')
    expect(await writeWhole(path, content)).toBeNull()
    expect([readdirSync(folder.path), readFileSync(path, 'utf8')]).toEqual([['a.csv'], 'whole'])
  })

  it('is refused where the folder is gone', async () => {
    const gone = join(folder.path, 'gone')
    expect(await writeWhole(join(gone, 'a.csv'), content)).toEqual({
      ok: false,
      refusal: { code: 'FILE_FOLDER_MISSING', params: { folder: gone } },
    })
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('is refused where a folder has its name, and leaves nothing', async () => {
    mkdirSync(join(folder.path, 'a.csv', 'in it'), { recursive: true })
    expect(await writeWhole(join(folder.path, 'a.csv'), content)).toMatchObject({
      refusal: { code: 'FILE_IS_FOLDER' },
    })
    expect(readdirSync(folder.path)).toEqual(['a.csv'])
  })

  it('leaves the file from before, and nothing else, when it is cancelled in the middle', async () => {
    const path = join(folder.path, 'a.pdf')
    writeFileSync(path, 'before')
    let looks = 0
    const job = {
      get cancelled() {
        looks += 1
        // The first part is on the disk by then
        return looks > 1
      },
    }
    expect(await writeWhole(path, new Uint8Array(3 * 1024 * 1024), job)).toMatchObject({
      refusal: { code: 'CANCELLED' },
    })
    expect([looks, readdirSync(folder.path), readFileSync(path, 'utf8')]).toEqual([2, ['a.pdf'], 'before'])
  })

  it.runIf(process.platform !== 'win32')('goes behind links, which stay links', async () => {
    mkdirSync(join(folder.path, 'archive'))
    const file = join(folder.path, 'archive', 'a.csv')
    writeFileSync(file, 'before')
    const near = join(folder.path, 'near.csv')
    const far = join(folder.path, 'far.csv')
    symlinkSync('archive/a.csv', near)
    symlinkSync('near.csv', far)
    expect(await writeWhole(far, content)).toBeNull()
    expect([readFileSync(file, 'utf8'), lstatSync(far).isSymbolicLink()]).toEqual(['whole', true])
    // One into nothing makes the file that it names
    const made = join(folder.path, 'made.csv')
    symlinkSync('archive/new.csv', made)
    expect(await writeWhole(made, content)).toBeNull()
    expect(readdirSync(join(folder.path, 'archive'))).toEqual(['a.csv', 'new.csv'])
    expect(lstatSync(made).isSymbolicLink()).toBe(true)
    // One in a folder that is a link itself leads on from where that folder is
    mkdirSync(join(folder.path, 'real', 'deep'), { recursive: true })
    symlinkSync('real/deep', join(folder.path, 'short'))
    symlinkSync('../up.csv', join(folder.path, 'short', 'up.csv'))
    expect(await writeWhole(join(folder.path, 'short', 'up.csv'), content)).toBeNull()
    expect(readdirSync(join(folder.path, 'real'))).toEqual(['deep', 'up.csv'])
    const round = join(folder.path, 'round.csv')
    symlinkSync('round.csv', round)
    expect(await writeWhole(round, content)).toMatchObject({
      refusal: { code: 'FILE_BROKEN_OFF', params: { problem: 'ELOOP' } },
    })
  })

  it.runIf(process.platform !== 'win32')('refuses a pipe, also behind a link, and leaves it', async () => {
    const pipe = join(folder.path, 'pipe.csv')
    execFileSync('mkfifo', [pipe])
    const link = join(folder.path, 'link.csv')
    symlinkSync('pipe.csv', link)
    for (const path of [pipe, link])
      expect(await writeWhole(path, content)).toMatchObject({ refusal: { code: 'FILE_NOT_PLAIN' } })
    expect([lstatSync(pipe).isFIFO(), readdirSync(folder.path)]).toEqual([true, ['link.csv', 'pipe.csv']])
  })

  it.runIf(process.platform === 'linux' && process.getuid?.() === 0)(
    'refuses a device, and leaves it',
    async () => {
      const device = join(folder.path, 'device.csv')
      execFileSync('mknod', [device, 'c', '1', '3'])
      expect(await writeWhole(device, content)).toMatchObject({ refusal: { code: 'FILE_NOT_PLAIN' } })
      expect(lstatSync(device).isCharacterDevice()).toBe(true)
    },
  )

  it.each([
    ['ENOSPC', 'write', 'FILE_DISK_FULL'],
    ['EDQUOT', 'write', 'FILE_DISK_FULL'],
    ['EROFS', 'write', 'FILE_NO_ACCESS'],
    ['EACCES', 'write', 'FILE_NO_ACCESS'],
    ['EBUSY', 'replace', 'FILE_OPEN_ELSEWHERE'],
    ['EPERM', 'replace', 'FILE_OPEN_ELSEWHERE'],
    ['EACCES', 'replace', 'FILE_OPEN_ELSEWHERE'],
    ['EIO', 'write', 'FILE_BROKEN_OFF'],
  ] as const)('says of %s at %s: %s', (code, stage, said) => {
    const error = Object.assign(new Error(code), { code })
    expect(refusalOf(error, stage, '/there/a.xlsx').refusal.code).toBe(said)
  })

  it('throws what the system did not say', () => {
    expect(() => refusalOf(new TypeError('a defect'), 'write', '/a')).toThrow('a defect')
  })

  it('finds a name that nothing has yet', async () => {
    const start = join(folder.path, 'Daily 2026-03-02')
    expect(await freePath(start, 'pdf')).toBe(`${start}.pdf`)
    writeFileSync(`${start}.pdf`, '')
    writeFileSync(`${start} (2).pdf`, '')
    expect(await freePath(start, 'pdf')).toBe(`${start} (3).pdf`)
  })
})
