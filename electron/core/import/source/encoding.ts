import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'

/** How a file's characters are written, as far as its bytes tell. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'
export type EncodingTrouble = { trouble: 'FILE_BINARY' | 'FILE_ENCODING'; at: number }

/** Looks at every byte of a file as it streams by and says at the end how it is written. */
export type EncodingWatch = {
  see: (chunk: Buffer) => void
  /** True as soon as the bytes can't be text: the rest needn't be read. */
  readonly binary: boolean
  end: () => { encoding: Encoding; bom: number } | EncodingTrouble
}

/** Two-byte characters of the everyday set (GB 2312: symbols and 6,763 characters) among all that GBK could mean. */
const plausibleShare = 0.9

/**
 * UTF-8 where every byte fits it; else GB 18030 where every byte fits that and nearly all characters are everyday
 * ones (Latin-1 accents read as GBK are rare characters, so they don't pass) and none is one that GBK leaves open (Big5
 * read as GBK is full of them); else unknown. UTF-16 only by its mark.
 */
export function watchEncoding(): EncodingWatch {
  const utf8 = watchUtf8()
  const gbk = watchGbk()
  let seen = 0
  let binaryAt = -1
  let controls = 0
  let controlAt = -1
  let bom: { encoding: Encoding; bom: number } | null = null

  return {
    see: (chunk) => {
      if (seen === 0) bom = bomOf(chunk)
      const wide = bom !== null && bom.encoding !== 'utf-8'
      if (!wide && binaryAt < 0) {
        const found = controlsIn(chunk)
        if (found.count > 0 && controlAt < 0) controlAt = seen + found.at
        controls += found.count
        const nul = chunk.indexOf(0)
        if (nul >= 0) binaryAt = seen + nul
        else if (controls > strayControls && controls > (seen + chunk.length) * strayShare)
          binaryAt = controlAt
      }
      if (!wide && binaryAt < 0) {
        utf8.see(chunk, seen)
        gbk.see(chunk)
      }
      seen += chunk.length
    },
    get binary() {
      return binaryAt >= 0
    },
    end: () => {
      if (binaryAt >= 0) return { trouble: 'FILE_BINARY', at: binaryAt }
      if (bom && bom.encoding !== 'utf-8') return bom
      const wrongAt = utf8.end()
      if (wrongAt < 0) return bom ?? { encoding: 'utf-8', bom: 0 }
      // A file that says it is UTF-8 and isn't has been damaged on its way: no guess is better than that.
      if (!bom && gbk.plausible()) return { encoding: 'gb18030', bom: 0 }
      return controlAt >= 0
        ? { trouble: 'FILE_BINARY', at: controlAt }
        : { trouble: 'FILE_ENCODING', at: wrongAt }
    },
  }
}

function bomOf(start: Buffer): { encoding: Encoding; bom: number } | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return { encoding: 'utf-8', bom: 3 }
  if (start[0] === 0xff && start[1] === 0xfe) return { encoding: 'utf-16le', bom: 2 }
  if (start[0] === 0xfe && start[1] === 0xff) return { encoding: 'utf-16be', bom: 2 }
  return null
}

/**
 * Bytes that no table has: control characters but tab, line feed, carriage return and page. A few strayed into a cell or
 * are at the end of a file from DOS; their rows are distinguished later. A picture is full of them, or has a NUL.
 */
function controlsIn(chunk: Buffer): { count: number; at: number } {
  const text = chunk.toString('latin1')
  const at = text.search(control)
  return at < 0 ? { count: 0, at } : { count: text.match(new RegExp(control, 'g'))?.length ?? 0, at }
}

const control = /[\u0000-\u0008\u000b\u000e-\u001f]/
const strayControls = 16
const strayShare = 0.01

function watchUtf8() {
  let carried = Buffer.alloc(0)
  let wrongAt = -1
  return {
    see: (chunk: Buffer, offset: number) => {
      if (wrongAt >= 0) return
      const whole = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const cut = whole.length - unfinished(whole)
      if (!isUtf8(whole.subarray(0, cut)))
        wrongAt = offset - carried.length + firstWrong(whole.subarray(0, cut))
      carried = Buffer.from(whole.subarray(cut))
    },
    end: () => {
      if (wrongAt < 0 && carried.length > 0) return 0
      return wrongAt
    },
  }
}

/** Bytes at the end that may be the beginning of a character whose rest comes with the next chunk. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number
    if (byte < 0x80 || byte > 0xf4) return 0
    if (byte >= 0xc0) {
      const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return length > back ? back : 0
    }
  }
  return 0
}

/** Halves its way to the byte where it stops being UTF-8, for the message. */
function firstWrong(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, part.length - unfinished(part)))) good = middle
    else bad = middle
  }
  return good
}

/** Pairs of bytes that stand for no character of GBK: unassigned, or set free for everybody's own. */
let open: Set<number> | null = null

function openPairs(): Set<number> {
  if (open) return open
  open = new Set()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail !== 0x7f && /[\ue000-\uf8ff\ufffd]/.test(iconv.decode(Buffer.of(lead, trail), 'gb18030')))
        open.add((lead << 8) | trail)
    }
  }
  return open
}

function watchGbk() {
  let fits = true
  let everyday = 0
  let others = 0
  /** Bytes of a character begun in the chunk before. */
  let begun: number[] = []

  function second(lead: number, trail: number) {
    if (openPairs().has((lead << 8) | trail)) fits = false
    if (trail >= 0xa1 && trail !== 0xff && ((lead >= 0xb0 && lead <= 0xf7) || (lead >= 0xa1 && lead <= 0xa9)))
      everyday++
    else others++
  }

  function take(byte: number) {
    if (begun.length === 0) {
      if (byte < 0x80) return
      if (byte === 0x80 || byte === 0xff) fits = false
      else begun.push(byte)
      return
    }
    if (begun.length === 1) {
      if (byte >= 0x30 && byte <= 0x39) begun.push(byte)
      else {
        if (byte < 0x40 || byte === 0x7f || byte === 0xff) fits = false
        second(begun[0] as number, byte)
        begun = []
      }
      return
    }
    // The four-byte form of GB 18030: lead, digit, lead, digit.
    const digit = begun.length === 3
    if (digit ? byte < 0x30 || byte > 0x39 : byte < 0x81 || byte === 0xff) fits = false
    if (digit) {
      others++
      begun = []
    } else begun.push(byte)
  }

  return {
    see: (chunk: Buffer) => {
      if (begun.length === 0 && isAscii(chunk)) return
      for (let at = 0; fits && at < chunk.length; at++) {
        const byte = chunk[at] as number
        if (byte >= 0x80 || begun.length > 0) take(byte)
      }
    },
    plausible: () =>
      fits && begun.length === 0 && everyday > 0 && everyday / (everyday + others) >= plausibleShare,
  }
}
