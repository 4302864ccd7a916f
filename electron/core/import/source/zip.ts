import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { createInflateRaw } from 'node:zlib'

/** An entry of a ZIP file as its central directory states it. */
export type ZipEntry = { name: string; method: number; packed: number; unpacked: number; offset: number }

/** The file is not a whole ZIP, or its parts contradict each other. */
export class ZipDamaged extends Error {}
/** An entry unpacks to more than it states or than may be. */
export class ZipBomb extends Error {}

const endRecord = 0x06054b50
const centralRecord = 0x02014b50
const localRecord = 0x04034b50
/** End record and the longest comment behind it. */
const longestTail = 22 + 65_535
const mostEntries = 10_000
const longestDirectory = 16_000_000

/** Reads the central directory: nothing is unpacked, so that sizes are judged before a byte is inflated. */
export async function zipEntries(path: string, size: number): Promise<Map<string, ZipEntry>> {
  const tail = await bytesAt(path, Math.max(0, size - longestTail), Math.min(size, longestTail))
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || tail.length - end < 22 || tail.readUInt32LE(end) !== endRecord)
    throw new ZipDamaged('no end')
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const offset = tail.readUInt32LE(end + 16)
  // 0xffff and 0xffffffff announce ZIP64, which no table of this size needs.
  if (count > mostEntries || length > longestDirectory || offset + length > size)
    throw new ZipDamaged('directory')
  const directory = await bytesAt(path, offset, length)
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== centralRecord)
      throw new ZipDamaged('entry')
    const nameLength = directory.readUInt16LE(at + 28)
    const next = at + 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    entries.set(name, {
      name,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    })
    if (directory.readUInt16LE(at + 8) & 1) throw new ZipDamaged('encrypted')
    at = next
  }
  return entries
}

/** The bytes of an entry as a stream; what unpacks to more than its directory states ends it. */
export async function zipStream(path: string, entry: ZipEntry): Promise<AsyncIterable<Buffer>> {
  const head = await bytesAt(path, entry.offset, 30)
  if (head.length < 30 || head.readUInt32LE(0) !== localRecord) throw new ZipDamaged(entry.name)
  if (entry.packed === 0) return Readable.from([])
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  const packed = createReadStream(path, { start, end: start + entry.packed - 1 })
  const limit = limited(entry)
  if (entry.method === 0) return passOn(packed, limit)
  if (entry.method !== 8) throw new ZipDamaged(`method ${entry.method}`)
  const inflated = createInflateRaw()
  passOn(packed, inflated)
  return passOn(inflated, limit)
}

function limited(entry: ZipEntry): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seen += chunk.length
      next(seen > entry.unpacked ? new ZipBomb(entry.name) : null, chunk)
    },
    flush(done) {
      done(seen < entry.unpacked ? new ZipDamaged(entry.name) : null)
    },
  })
}

/** `pipe` that carries errors on, and stops the source when the reader goes away. */
function passOn<T extends Transform | ReturnType<typeof createInflateRaw>>(
  from: NodeJS.ReadableStream & { destroy: () => unknown },
  to: T,
): T {
  from.on('error', (error) => {
    const zlib = 'code' in error && String(error.code).startsWith('Z_')
    to.destroy(zlib ? new ZipDamaged(error.message) : error)
  })
  to.on('close', () => from.destroy())
  from.pipe(to)
  return to
}

async function bytesAt(path: string, position: number, length: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const buffer = Buffer.alloc(length)
    const { bytesRead } = await file.read(buffer, 0, length, position)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
