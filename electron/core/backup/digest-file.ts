import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'

export type FileDigest = { bytes: number; sha256: string }

const chunkBytes = 4 * 1024 * 1024

/** Reads a file from its beginning to its end: its size and its SHA-256 in base64url. `progress` counts bytes. */
export async function digestOfFile(
  path: string,
  progress: (done: number, total: number) => void,
): Promise<FileDigest> {
  const file = await open(path, 'r')
  try {
    return await digestOf(file, progress)
  } finally {
    await file.close()
  }
}

/** Copies a file part by part; what was written is on its disk when this returns. `progress` counts bytes. */
export async function copyByParts(
  path: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const file = await open(path, 'r')
  try {
    const target = await open(to, 'w', 0o600)
    try {
      await eachPart(file, progress, (part, position) => writeWhole(target, part, position))
      await target.sync()
    } finally {
      await target.close()
    }
  } finally {
    await file.close()
  }
}

async function digestOf(
  file: FileHandle,
  progress: (done: number, total: number) => void,
): Promise<FileDigest> {
  const hash = createHash('sha256')
  const bytes = await eachPart(file, progress, (part) => void hash.update(part))
  return { bytes, sha256: hash.digest('base64url') }
}

/** Hands a file over part by part, in order; the next part is read meanwhile. Answers the bytes read. */
async function eachPart(
  file: FileHandle,
  progress: (done: number, total: number) => void,
  take: (part: Buffer, position: number) => Promise<void> | void,
): Promise<number> {
  const { size } = await file.stat()
  const read = (buffer: Buffer, position: number) => file.read(buffer, 0, chunkBytes, position)
  let [now, next] = [Buffer.allocUnsafe(chunkBytes), Buffer.allocUnsafe(chunkBytes)]
  let { bytesRead } = await read(now, 0)
  let position = 0
  while (bytesRead > 0) {
    const ahead = read(next, position + bytesRead)
    try {
      await take(now.subarray(0, bytesRead), position)
      position += bytesRead
      progress(position, size)
    } finally {
      // The file is not closed under a read.
      bytesRead = (await ahead).bytesRead
    }
    ;[now, next] = [next, now]
  }
  return position
}

/** One write may take less than it is given. */
async function writeWhole(target: FileHandle, part: Buffer, position: number): Promise<void> {
  for (let written = 0; written < part.length; ) {
    const { bytesWritten } = await target.write(part, written, part.length - written, position + written)
    written += bytesWritten
  }
}
