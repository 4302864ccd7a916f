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

/** The same while every part is written to another file, which is on its disk when this returns. */
export async function copyWithDigest(
  path: string,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<FileDigest> {
  const file = await open(path, 'r')
  try {
    const target = await open(to, 'w', 0o600)
    try {
      const digest = await digestOf(file, progress, target)
      await target.sync()
      return digest
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
  target?: FileHandle,
): Promise<FileDigest> {
  const { size } = await file.stat()
  const hash = createHash('sha256')
  const chunk = Buffer.allocUnsafe(chunkBytes)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await file.read(chunk, 0, chunkBytes, bytes)
    if (bytesRead === 0) return { bytes, sha256: hash.digest('base64url') }
    const part = chunk.subarray(0, bytesRead)
    hash.update(part)
    if (target) await writeWhole(target, part, bytes)
    bytes += bytesRead
    progress(bytes, size)
  }
}

/** One write may take less than it is given. */
async function writeWhole(target: FileHandle, part: Buffer, position: number): Promise<void> {
  for (let written = 0; written < part.length; ) {
    const { bytesWritten } = await target.write(part, written, part.length - written, position + written)
    written += bytesWritten
  }
}
