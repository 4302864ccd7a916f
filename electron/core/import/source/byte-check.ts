import iconv from 'iconv-lite'
import type { Encoding } from '#shared/domain/import/encodings.ts'

/** Finds the first byte of a file that is no character of an encoding, as the file streams by. */
export type ByteCheck = {
  see: (chunk: Buffer) => void
  /** Where the first wrong byte is; -1 while there is none. */
  readonly wrongAt: number
  /** The same when the file is over: a character that is cut off is wrong. */
  end: () => number
}

type Kind = 'single' | 'lead' | 'long' | 'wrong'
const kinds = { wrong: 0, single: 1, lead: 2, long: 3 } as const satisfies Record<Kind, number>

/** Bytes of an encoding: alone, as the first of two, or as the first of more. */
type Table = { first: Uint8Array; pairs: Uint8Array; third: Uint8Array | null }

const tables = new Map<Encoding, Table>()

/** A check of any encoding but UTF-8, which Node checks by itself. */
export function checkBytes(encoding: Encoding): ByteCheck {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return checkWide(encoding)
  const { first, pairs, third } = tableOf(encoding)
  let wrongAt = -1
  let seen = 0
  /** Bytes of a character that is not whole yet. */
  const begun: number[] = []

  function take(byte: number): boolean {
    const [lead = 0, second = 0, more = 0] = begun
    begun.push(byte)
    if (begun.length === 1) return first[byte] !== kinds.wrong
    if (begun.length === 2)
      return pairs[(lead << 8) | byte] !== 0 || (first[lead] === kinds.long && isLong(lead, byte))
    if (begun.length === 3) return third ? third[(second << 8) | byte] !== 0 : byte >= 0x81 && byte <= 0xfe
    return more >= 0x81 && byte >= 0x30 && byte <= 0x39
  }

  /** Whether the bytes so far are a whole character. */
  function isWhole(): boolean {
    const [lead = 0, second = 0] = begun
    if (begun.length === 1) return first[lead] === kinds.single
    if (begun.length === 2) return pairs[(lead << 8) | second] !== 0
    return begun.length === (third ? 3 : 4)
  }

  function isLong(lead: number, second: number): boolean {
    return third ? lead === 0x8f && second >= 0xa1 : second >= 0x30 && second <= 0x39
  }

  return {
    see: (chunk) => {
      for (let at = 0; at < chunk.length && wrongAt < 0; at++) {
        const byte = chunk[at] as number
        if (begun.length === 0 && first[byte] === kinds.single) continue
        // Nearly every character that is no single byte is a pair within the chunk.
        if (begun.length === 0 && pairs[(byte << 8) | (chunk[at + 1] ?? 0)] !== 0) {
          at++
          continue
        }
        if (!take(byte)) wrongAt = seen + at - begun.length + 1
        else if (isWhole()) begun.length = 0
      }
      seen += chunk.length
    },
    get wrongAt() {
      return wrongAt
    },
    end: () => (wrongAt < 0 && begun.length > 0 ? seen - begun.length : wrongAt),
  }
}

function tableOf(encoding: Encoding): Table {
  const known = tables.get(encoding)
  if (known) return known
  const first = new Uint8Array(256)
  const pairs = new Uint8Array(65_536)
  for (let byte = 0; byte < 256; byte++)
    first[byte] = iconv.decode(Buffer.of(byte), encoding).includes('\ufffd') ? kinds.wrong : kinds.single
  if (!isSingleByte(encoding)) fillPairs(encoding, first, pairs)
  const third = encoding === 'euc-jp' ? pairsBehind(encoding, 0x8f) : null
  if (third) first[0x8f] = kinds.long
  if (encoding === 'gb18030') for (let lead = 0x81; lead <= 0xfe; lead++) first[lead] = kinds.long
  const table = { first, pairs, third }
  tables.set(encoding, table)
  return table
}

function isSingleByte(encoding: Encoding): boolean {
  return !['gb18030', 'big5', 'shift-jis', 'euc-jp', 'euc-kr'].includes(encoding)
}

/** Each first byte with all second ones, a line each, decoded at once. */
function fillPairs(encoding: Encoding, first: Uint8Array, pairs: Uint8Array): void {
  for (let lead = 0x80; lead < 256; lead++) {
    if (first[lead] === kinds.single) continue
    for (const trail of trailsBehind(encoding, [lead])) {
      pairs[(lead << 8) | trail] = 1
      first[lead] = kinds.lead
    }
  }
}

function pairsBehind(encoding: Encoding, prefix: number): Uint8Array {
  const pairs = new Uint8Array(65_536)
  for (let second = 0xa1; second < 0xff; second++)
    for (const trail of trailsBehind(encoding, [prefix, second])) pairs[(second << 8) | trail] = 1
  return pairs
}

function trailsBehind(encoding: Encoding, before: readonly number[]): number[] {
  const trails = Array.from({ length: 256 - 0x30 }, (_, index) => index + 0x30)
  const bytes = Buffer.from(trails.flatMap((trail) => [...before, trail, 10]))
  const lines = iconv.decode(bytes, encoding).split('\n')
  return trails.filter((_, index) => {
    const line = lines[index] ?? ''
    return line !== '' && !line.includes('\ufffd') && [...line].length <= 2 && !/[\u0000-\u007f]/.test(line)
  })
}

/** UTF-16 has no wrong unit but half a character without its other half, and no odd byte at its end. */
function checkWide(encoding: 'utf-16le' | 'utf-16be'): ByteCheck {
  const high = encoding === 'utf-16le' ? 1 : 0
  let wrongAt = -1
  let seen = 0
  let odd = -1
  let half = -1

  function take(unit: number, at: number) {
    const isSecond = unit >= 0xdc00 && unit <= 0xdfff
    if (half >= 0 !== isSecond) wrongAt = half >= 0 ? half : at
    half = unit >= 0xd800 && unit <= 0xdbff ? at : -1
  }

  return {
    see: (chunk) => {
      for (let at = 0; at < chunk.length && wrongAt < 0; at++) {
        const byte = chunk[at] as number
        if (odd < 0) odd = byte
        else {
          take(high === 1 ? (byte << 8) | odd : (odd << 8) | byte, seen + at - 1)
          odd = -1
        }
      }
      seen += chunk.length
    },
    get wrongAt() {
      return wrongAt
    },
    end: () => {
      if (wrongAt >= 0) return wrongAt
      if (half >= 0) return half
      return odd >= 0 ? seen - 1 : -1
    },
  }
}
