import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { PassThrough, Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { createFiles } from '#core/kernel/given-files.ts'
import { createUploads } from '#core/kernel/uploads.ts'
import { answerNotReceived, receiveFile } from '#hosts/host/receive-file.ts'
import { givenRoles } from '#shared/domain/access/given-roles.ts'

const mega = 1024 ** 2
const may = async () => true
const of = (...pieces: (string | Buffer)[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)))

function session(quota?: number) {
  const files = createFiles()
  const uploads = createUploads(files, quota)
  const kept = () => files.all().map(({ path }) => path)
  return { files, uploads, kept }
}

/** Nothing of a file that was not taken is left in the temporary folder. */
function leftOver(before: string[]): string[] {
  return uploadsInTemp().filter((name) => !before.includes(name))
}
const uploadsInTemp = () =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`keyrack-upload-${process.pid}-`))

test('a file is kept for this user alone under a plain name, and goes when the session ends', async () => {
  const { files, uploads, kept } = session()
  const taken = await receiveFile(uploads, encodeURIComponent('folder/预订.csv'), of('a,b\n', '1,2\n'), may)
  expect(taken).toEqual({ file: expect.any(String), name: '预订.csv', bytes: 8 })
  const [path = ''] = kept()
  expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n')
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  uploads.end()
  expect([existsSync(path), kept()]).toEqual([false, []])
  expect(files.take((taken as { file: string }).file)).toBeNull()
})

test('a file that a job reads stays until the job lets it go', async () => {
  const { files, uploads, kept } = session()
  const taken = await receiveFile(uploads, 'a.csv', of('a\n'), may)
  const [path = ''] = kept()
  const file = files.take((taken as { file: string }).file)
  if (!file) throw new Error('no file')
  const [letGo, letGoToo] = [files.hold(file), files.hold(file)]
  uploads.end()
  letGo()
  expect(existsSync(path)).toBe(true)
  letGoToo()
  expect(existsSync(path)).toBe(false)
})

test('a session hands over no more than its share; what is not taken leaves its room free', async () => {
  const { uploads, kept } = session(3 * mega)
  const before = uploadsInTemp()
  expect(await receiveFile(uploads, 'a', of(Buffer.alloc(1.5 * mega)), may)).toMatchObject({
    bytes: 1.5 * mega,
  })
  expect(await receiveFile(uploads, 'b', of(Buffer.alloc(mega), Buffer.alloc(mega)), may)).toBe('too-much')
  expect(await receiveFile(uploads, 'c', of(Buffer.alloc(1.5 * mega)), may)).toMatchObject({
    bytes: 1.5 * mega,
  })
  // An empty file takes room too: a disk's list of files is full some day.
  expect(await receiveFile(uploads, 'd', of(''), may)).toBe('too-much')
  expect(leftOver(before)).toHaveLength(2)
  uploads.end()
  expect(kept()).toEqual([])
  expect(await receiveFile(uploads, 'e', of('a'), may)).toMatchObject({ bytes: 1 })
  uploads.end()
})

test.each<[string, () => Readable, object | string]>([
  ['over the limit', () => of(Buffer.alloc(11)), 'too-large'],
  ['at the limit', () => of(Buffer.alloc(10)), { bytes: 10 }],
  ['on a full disk', () => failing('ENOSPC'), 'disk-full'],
  ['over the user’s share of a disk', () => failing('EDQUOT'), 'disk-full'],
  ['cut off', () => failing('ECONNRESET'), 'broken'],
  ['that falls silent', () => new PassThrough(), 'too-slow'],
])('a file %s', async (_what, content, answer) => {
  const { uploads, kept } = session()
  const before = uploadsInTemp()
  const taken = await receiveFile(uploads, 'a', content(), may, 10, { silent: 20, whole: 1000 })
  if (typeof answer === 'string') {
    expect(taken).toBe(answer)
    expect([kept(), leftOver(before)]).toEqual([[], []])
  } else expect(taken).toMatchObject(answer)
  uploads.end()
})

test('a file that comes byte by byte without end is given up', async () => {
  const { uploads } = session()
  async function* drips() {
    for (;;) {
      yield Buffer.from('x')
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  const taken = receiveFile(uploads, 'a', Readable.from(drips()), may, undefined, { silent: 1000, whole: 30 })
  expect(await taken).toBe('too-slow')
})

test('who may not any more once it has arrived leaves nothing', async () => {
  const { uploads, kept } = session()
  expect(await receiveFile(uploads, 'a', of('a'), async () => false)).toBe('shut-out')
  expect(kept()).toEqual([])
})

test('each reason has an answer of its own', () => {
  const why = ['too-large', 'too-much', 'disk-full', 'broken', 'too-slow', 'shut-out'] as const
  const statuses = why.map((one) => answerNotReceived(one, null).status)
  expect(statuses).toEqual([413, 413, 507, 400, 408, 401])
  expect(answerNotReceived('shut-out', { rights: givenRoles.clerk })).toMatchObject({
    status: 403,
    reply: { fault: { code: 'NOT_PERMITTED' } },
  })
  expect(new Set(why.map((one) => JSON.stringify(answerNotReceived(one, null).reply))).size).toBe(why.length)
})

function failing(code: string): Readable {
  return new Readable({
    read() {
      this.destroy(Object.assign(new Error(code), { code }))
    },
  })
}
