import { randomUUID } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Uploads } from '#core/kernel/uploads.ts'
import { allows, operations, type Reply, type Rights } from '#shared/contract/index.ts'
import { plainFileName } from '#shared/domain/privacy/file-name.ts'

/** Who may hand a file over: who may import it. */
export function mayGiveFiles(user: { rights: Rights } | null): boolean {
  const needed = operations['import.inspect'].permission
  return user !== null && needed !== 'public' && allows(user.rights, needed)
}

/** The largest file accepted for import. */
export const fileLimit = 2 * 1024 ** 3

export type ReceivedFile = { file: string; name: string; bytes: number }

/**
 * Why a file was not taken: it is over the limit; the session has handed over as much as it may; the disk is full; it did
 * not arrive whole; it came too slowly; whoever sends it may not any more.
 */
export type NotReceived = 'too-large' | 'too-much' | 'disk-full' | 'broken' | 'too-slow' | 'shut-out'

class Refused extends Error {
  readonly why: NotReceived

  constructor(why: NotReceived) {
    super(why)
    this.why = why
  }
}

/** How long a body may be silent, and how long it may take in all, in milliseconds. */
export type Patience = { silent: number; whole: number }
export const filePatience: Patience = { silent: 30_000, whole: 1_800_000 }

/**
 * Takes a file that a page sends, as a stream, into a private file that goes with the session. Of what is not taken
 * nothing is kept; what has not been read of the stream is the host's to throw away.
 */
export async function receiveFile(
  uploads: Uploads,
  name: string,
  content: Readable,
  mayStill: () => Promise<boolean>,
  limit: number = fileLimit,
  patience: Patience = filePatience,
): Promise<ReceivedFile | NotReceived> {
  const room = uploads.begin()
  if (!room) return 'too-much'
  const path = join(tmpdir(), `keyrack-upload-${process.pid}-${randomUUID()}`)
  let bytes = 0
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      for await (const chunk of inTime(content, patience)) {
        bytes += chunk.length
        if (bytes > limit) throw new Refused('too-large')
        if (!room.claim(chunk.length)) throw new Refused('too-much')
        await file.appendFile(chunk)
      }
    } finally {
      await file.close()
    }
    if (!(await mayStill())) throw new Refused('shut-out')
    const plain = plainFileName(decoded(name))
    return { file: room.keep({ path, name: plain }), name: plain, bytes }
  } catch (error) {
    room.giveBack()
    await rm(path, { force: true })
    return reasonOf(error)
  }
}

/** The pieces of a stream as long as they come in time; the stream itself stays open, so that an answer can be sent. */
async function* inTime(content: Readable, { silent, whole }: Patience): AsyncGenerator<Buffer> {
  const pieces: AsyncIterator<Buffer> = content.iterator({ destroyOnReturn: false })
  const until = performance.now() + whole
  for (;;) {
    const left = until - performance.now()
    if (left <= 0) throw new Refused('too-slow')
    const piece = await within(Math.min(silent, left), pieces.next())
    if (piece.done) return
    yield piece.value
  }
}

function within<T>(milliseconds: number, awaited: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Refused('too-slow')), milliseconds)
    awaited.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function reasonOf(error: unknown): NotReceived {
  if (error instanceof Refused) return error.why
  const code = error instanceof Error && 'code' in error ? error.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'broken'
}

const answers: Readonly<Record<Exclude<NotReceived, 'shut-out'>, { status: number; code: string }>> = {
  'too-large': { status: 413, code: 'invalid.fileTooLarge' },
  'too-much': { status: 413, code: 'invalid.filesTooMany' },
  'disk-full': { status: 507, code: 'invalid.diskFull' },
  'too-slow': { status: 408, code: 'invalid.fileTooSlow' },
  broken: { status: 400, code: 'invalid.brokenFile' },
}

/** The answer to who handed over a file that was not taken: the status and the reply. */
export function answerNotReceived(
  why: NotReceived,
  user: { rights: Rights } | null,
): { status: number; reply: Reply } {
  if (why === 'shut-out') {
    const { permission } = operations['import.inspect']
    return user && permission !== 'public' && permission !== 'signed-in'
      ? { status: 403, reply: { ok: false, fault: { code: 'NOT_PERMITTED', needed: permission, who: '' } } }
      : { status: 401, reply: { ok: false, fault: { code: 'NOT_SIGNED_IN' } } }
  }
  const { status, code } = answers[why]
  const params: Record<string, number> = why === 'too-large' ? { gigabytes: fileLimit / 1024 ** 3 } : {}
  return {
    status,
    reply: { ok: false, fault: { code: 'INVALID_INPUT', issues: [{ path: [], code, params }] } },
  }
}

/** What the page calls the file; something that isn't our page may send it as it is. */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
