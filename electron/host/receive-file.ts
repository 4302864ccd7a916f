import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Files } from '#core/kernel/given-files.ts'
import { operations, type Role, roleAllows } from '#shared/contract/index.ts'
import { plainFileName } from '#shared/domain/name/file-name.ts'

/** Who may hand a file over: who may import it. */
export function mayGiveFiles(user: { role: Role } | null): boolean {
  const needed = operations['import.inspect'].permission
  return user !== null && needed !== 'public' && roleAllows(user.role, needed)
}

/** The largest file accepted for import. */
export const fileLimit = 2 * 1024 ** 3

export type ReceivedFile = { file: string; name: string; bytes: number }

class TooLarge extends Error {}

/**
 * Takes a file that a page sends, as a stream, into a private file that goes when the program closes.
 * `too-large` when it is over the limit, `broken` when it did not arrive whole or the disk is full, `shut-out` when
 * whoever sends it may not any more once it has arrived: nothing is kept then.
 */
export async function receiveFile(
  files: Files,
  name: string,
  content: Readable,
  mayStill: () => Promise<boolean>,
  limit: number = fileLimit,
): Promise<ReceivedFile | 'too-large' | 'broken' | 'shut-out'> {
  const path = join(tmpdir(), `keyrack-upload-${process.pid}-${randomUUID()}`)
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      bytes += chunk.length
      if (bytes > limit) pass(new TooLarge())
      else pass(null, chunk)
    },
  })
  try {
    await pipeline(content, counted, createWriteStream(path, { mode: 0o600, flags: 'wx' }))
    if (!(await mayStill())) {
      await rm(path, { force: true })
      return 'shut-out'
    }
    const plain = plainFileName(decoded(name))
    return { file: files.give({ path, name: plain, temporary: true }), name: plain, bytes }
  } catch (error) {
    await rm(path, { force: true })
    return error instanceof TooLarge ? 'too-large' : 'broken'
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
