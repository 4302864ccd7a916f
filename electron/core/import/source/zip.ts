import type { Readable } from 'node:stream'
import { type Entry, openPromise } from 'yauzl'

/** An entry of a ZIP file as its central directory states it. */
export type ZipEntry = Entry

/** The file is not a whole ZIP, or its parts contradict each other. */
export class ZipDamaged extends Error {}
/** An entry unpacks to more than it states or than may be. */
export class ZipBomb extends Error {}

const maxEntries = 10_000
const maxDirectory = 16_000_000

/** The entries of a ZIP by their names, with `/` between folders and none at the beginning, as some writers have it. */
export type ZipParts = ReadonlyMap<string, ZipEntry>

/** Reads the central directory: nothing is unpacked, so that sizes are judged before a byte is inflated. */
export async function zipEntries(path: string): Promise<ZipParts> {
  return await damagedUnlessRead(async () => {
    // Names are looked up, never written to: a leading slash is no danger here.
    const zip = await openPromise(path, { decodeStrings: false })
    const entries = new Map<string, ZipEntry>()
    let length = 0
    try {
      if (zip.entryCount > maxEntries) throw new ZipDamaged('entries')
      for await (const entry of zip.eachEntry()) {
        length += 46 + entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength
        if (length > maxDirectory) throw new ZipDamaged('directory')
        if (entry.isEncrypted()) throw new ZipDamaged('encrypted')
        entries.set(entry.fileNameRaw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, ''), entry)
      }
    } finally {
      zip.close()
    }
    return entries
  })
}

/** The bytes of an entry as a stream; what unpacks to another size than its directory states ends it with an error. */
export async function* zipStream(path: string, entry: ZipEntry): AsyncGenerator<Buffer> {
  const stream = await damagedUnlessRead(async () => {
    const zip = await openPromise(path)
    try {
      return await zip.openReadStreamPromise(entry)
    } finally {
      // The stream keeps the file open until it ends or is left.
      zip.close()
    }
  })
  yield* piecesOf(stream, entry)
}

async function* piecesOf(stream: Readable, entry: ZipEntry): AsyncGenerator<Buffer> {
  try {
    yield* stream as AsyncIterable<Buffer>
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('too many bytes in the stream'))
      throw new ZipBomb(String(entry.fileName))
    throw damage(error)
  } finally {
    stream.destroy()
  }
}

async function damagedUnlessRead<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw damage(error)
  }
}

/** What the reader says of the file's contents is damage; what the system says of the file (EIO) is not. */
function damage(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const ofSystem = 'code' in error && !String(error.code).startsWith('Z_')
  return ofSystem ? error : new ZipDamaged(error.message)
}
