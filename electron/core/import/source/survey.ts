import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import type { Params } from '#shared/contract/index.ts'
import { checkBytes } from './byte-check.ts'
import { type Encoding, type EncodingTrouble, type EncodingWatch, watchEncoding } from './encoding.ts'
import { maxSharedStrings } from './xlsx.ts'
import { isWorkbook, workbookParts } from './xlsx-package.ts'
import { ZipBomb, ZipDamaged, zipEntries } from './zip.ts'

/** Why a file is no table that can be read. */
export type TableTrouble = { code: TableCode; params: Params }
export type TableCode =
  | 'FILE_UNKNOWN'
  | 'FILE_EMPTY'
  | 'FILE_BINARY'
  | 'FILE_ENCODING'
  | 'FILE_BOMB'
  | 'FILE_DAMAGED'
  | 'FILE_TOO_LARGE'
  | 'FILE_NOT_TABLE'
  | 'SHEET_UNKNOWN'
  | 'SHEET_EMPTY'

/** Why a file as a whole is not taken; the codes of the contract. */
export type FileTrouble = { code: FileCode; params: Params }
export type FileCode =
  | TableCode
  | 'FILE_COLUMNS_MISSING'
  | 'WHERE_UNKNOWN'
  | 'ALREADY_IMPORTED'
  | 'HOTEL_DIFFERS'
  | 'COLUMN_TWICE'
  | 'COLUMNS_ALIKE'
  | 'MAPPING_INCOMPLETE'

/** What reading a file once from end to end tells of it. */
export type Survey = {
  bytes: number
  format: 'csv' | 'xlsx'
  compressed: boolean
  encoding: Encoding
  /** Bytes of the mark at the beginning. */
  bom: number
  /** Of the content: the same table, packed or not, is the same file. */
  sha256: string
  /** Line breaks, for the progress; 0 when not known. */
  lines: number
}

/** A packed file that grows to more than this many times its size, once it is large, is a bomb and no table. */
const mostGrowth = 200
const harmlessBytes = 100_000_000
/** No table of bookings is larger: three hundred years of a large hotel. */
const mostBytes = 16_000_000_000

/**
 * Reads a file whole, as a stream, and refuses what can't be a table before anything else looks at it. `stated`: how a
 * person says that its characters are written; it is not guessed then.
 */
export async function surveyFile(path: string, stated?: Encoding): Promise<Survey | TableTrouble> {
  const file = await open(path, 'r').catch(() => null)
  if (!file) return { code: 'FILE_UNKNOWN', params: {} }
  try {
    const { size } = await file.stat()
    if (size === 0) return { code: 'FILE_EMPTY', params: {} }
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (buffer.readUInt32LE(0) === 0x04034b50) return await surveyWorkbook(path, size)
    return await surveyText(path, size, buffer[0] === 0x1f && buffer[1] === 0x8b, stated)
  } finally {
    await file.close()
  }
}

async function surveyWorkbook(path: string, bytes: number): Promise<Survey | TableTrouble> {
  try {
    const entries = await zipEntries(path)
    for (const entry of entries.values()) {
      if (
        entry.uncompressedSize > harmlessBytes &&
        entry.uncompressedSize > entry.compressedSize * mostGrowth
      )
        return trouble('FILE_BOMB', { megabytes: Math.round(entry.uncompressedSize / 1e6) })
    }
    if (!(await isWorkbook(path, entries))) return trouble('FILE_BINARY')
    const { strings } = await workbookParts(path, entries)
    if ((strings?.uncompressedSize ?? 0) > maxSharedStrings) return trouble('FILE_TOO_LARGE')
  } catch (error) {
    if (error instanceof ZipBomb) return trouble('FILE_BOMB')
    if (error instanceof ZipDamaged) return trouble('FILE_DAMAGED')
    throw error
  }
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  const sha256 = hash.digest('hex')
  return {
    bytes,
    format: 'xlsx' as const,
    compressed: false,
    encoding: 'utf-8' as const,
    bom: 0,
    sha256,
    lines: 0,
  }
}

async function surveyText(
  path: string,
  bytes: number,
  compressed: boolean,
  stated: Encoding | undefined,
): Promise<Survey | TableTrouble> {
  const hash = createHash('sha256')
  const watch = watchEncoding({ wide: stated?.startsWith('utf-16') ?? false })
  let seen = 0
  let lines = 0
  try {
    for await (const chunk of bytesOf(path, compressed)) {
      hash.update(chunk)
      watch.see(chunk)
      lines += lineBreaksIn(chunk)
      seen += chunk.length
      if (compressed && seen > harmlessBytes && seen > bytes * mostGrowth)
        return trouble('FILE_BOMB', { megabytes: Math.round(seen / 1e6) })
      if (seen > mostBytes) return trouble('FILE_TOO_LARGE')
      // What is packed may be a bomb beside being no text: its size is reported rather than its first byte.
      if (watch.binary && !(compressed && seen <= harmlessBytes)) break
    }
  } catch (error) {
    if (isGzipError(error)) return trouble('FILE_DAMAGED')
    throw error
  }
  if (seen === 0) return trouble('FILE_EMPTY')
  const written = await encodingOf(path, compressed, watch, stated)
  if ('code' in written) return written
  return { bytes, format: 'csv', compressed, ...written, sha256: hash.digest('hex'), lines }
}

/** How a text is written: as a person says, else as its bytes tell; and whether all of them are characters then. */
async function encodingOf(
  path: string,
  compressed: boolean,
  watch: EncodingWatch,
  stated: Encoding | undefined,
): Promise<{ encoding: Encoding; bom: number } | TableTrouble> {
  const found = watch.end()
  const guess = 'trouble' in found ? null : found
  if ('trouble' in found && (!stated || watch.binary)) return troubleOfText(found)
  const encoding = stated ?? guess?.encoding ?? 'utf-8'
  const bom = watch.mark?.encoding === encoding ? watch.mark.bom : 0
  // What was judged needs no second look; a large file was judged by its first lines.
  if (guess?.encoding === encoding && (encoding.startsWith('utf') || watch.judgedAll))
    return { encoding, bom }
  const contradicted = watch.mark !== null && bom === 0
  const wrongAt = contradicted
    ? 0
    : encoding === 'utf-8'
      ? watch.notUtf8At
      : await firstWrongByte(path, compressed, encoding, bom)
  if (wrongAt < 0) return { encoding, bom }
  return trouble('FILE_ENCODING', { why: stated ? 'stated' : 'none', at: wrongAt, encoding })
}

function troubleOfText({ trouble: code, at, choices = [] }: EncodingTrouble): TableTrouble {
  if (code === 'FILE_BINARY') return trouble(code, { at })
  const why = choices.length > 0 ? 'choices' : 'none'
  return trouble(code, { why, at, choices: choices.join(', ') })
}

async function firstWrongByte(
  path: string,
  compressed: boolean,
  encoding: Encoding,
  bom: number,
): Promise<number> {
  const check = checkBytes(encoding)
  let passed = bom
  for await (const chunk of bytesOf(path, compressed)) {
    check.see(passed > 0 ? chunk.subarray(passed) : chunk)
    passed = 0
    if (check.wrongAt >= 0) break
  }
  const wrongAt = check.end()
  return wrongAt < 0 ? wrongAt : wrongAt + bom
}

/** The bytes of a file, unpacked on the way. */
export async function* bytesOf(path: string, compressed: boolean): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: 64 * 1024 })
  if (!compressed) {
    yield* source as AsyncIterable<Buffer>
    return
  }
  const unpacked = createGunzip({ chunkSize: 64 * 1024 })
  source.on('error', (error) => unpacked.destroy(error))
  source.pipe(unpacked)
  try {
    yield* unpacked as AsyncIterable<Buffer>
  } finally {
    source.destroy()
  }
}

/** The unpacking failed: the file was cut short or changed. */
export function isGzipError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_')
}

function lineBreaksIn(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++
  return count
}

function trouble(code: TableCode, params: Params = {}): TableTrouble {
  return { code, params }
}
