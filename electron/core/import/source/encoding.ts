import { isAscii, isUtf8 } from 'node:buffer'
import type { Encoding } from '#shared/domain/import/encodings.ts'
import { guessEncoding, possibleEncodings, readableEncodings } from './plausible.ts'

export type { Encoding } from '#shared/domain/import/encodings.ts'
/** `choices`: encodings in which the file could be read, for a person to say which. */
export type EncodingTrouble = { trouble: 'FILE_BINARY' | 'FILE_ENCODING'; at: number; choices?: Encoding[] }

/** Looks at every byte of a file as it streams by and says at the end how it is written. */
export type EncodingWatch = {
  see: (chunk: Buffer) => void
  /** True as soon as the bytes can't be text: the rest needn't be read. */
  readonly binary: boolean
  /** The mark that the file begins with. */
  readonly mark: { encoding: Encoding; bom: number } | null
  /** The first byte that is not UTF-8; -1 where all are. */
  readonly notUtf8At: number
  /** Whether every line beyond ASCII was judged; in a large file the first of them are. */
  readonly judgedAll: boolean
  end: () => { encoding: Encoding; bom: number } | EncodingTrouble
}

/**
 * UTF-8 where every byte fits it; else the encoding in which the lines beyond ASCII read like text (`guessEncoding`), or
 * unknown where that is not clear. UTF-16 only by its mark. `wide`: a person says that it is UTF-16, whose text is full
 * of NUL bytes.
 */
export function watchEncoding({ wide = false } = {}): EncodingWatch {
  const utf8 = watchUtf8()
  const sample = sampleLines()
  let seen = 0
  let binaryAt = -1
  let controls = 0
  let controlAt = -1
  let bom: { encoding: Encoding; bom: number } | null = null

  return {
    see: (chunk) => {
      if (seen === 0) bom = bomOf(chunk)
      const isWide = wide || (bom !== null && bom.encoding !== 'utf-8')
      if (!isWide && binaryAt < 0) {
        const found = controlsIn(chunk)
        if (found.count > 0 && controlAt < 0) controlAt = seen + found.at
        controls += found.count
        const nul = chunk.indexOf(0)
        if (nul >= 0) binaryAt = seen + nul
        else if (controls > strayControls && controls > (seen + chunk.length) * strayShare)
          binaryAt = controlAt
      }
      if (!isWide && binaryAt < 0) {
        utf8.see(chunk, seen)
        sample.see(chunk)
      }
      seen += chunk.length
    },
    get binary() {
      return binaryAt >= 0
    },
    get mark() {
      return bom
    },
    get notUtf8At() {
      return bom && bom.encoding !== 'utf-8' ? 0 : utf8.end()
    },
    get judgedAll() {
      return !sample.full
    },
    end: () => {
      if (binaryAt >= 0) return { trouble: 'FILE_BINARY', at: binaryAt }
      if (bom && bom.encoding !== 'utf-8') return bom
      const wrongAt = utf8.end()
      if (wrongAt < 0 && bom) return bom
      const lines = sample.end()
      if (wrongAt < 0) return sample.full ? { encoding: 'utf-8', bom: 0 } : utf8Unless(lines)
      // A file that says it is UTF-8 and isn't has been damaged on its way: no guess is better than that.
      const encoding = bom ? null : guessEncoding(lines)
      if (encoding) return { encoding, bom: 0 }
      return controlAt >= 0
        ? { trouble: 'FILE_BINARY', at: controlAt }
        : { trouble: 'FILE_ENCODING', at: wrongAt, choices: bom ? [] : possibleEncodings(lines) }
    },
  }
}

/** Letters and signs of the scripts that take two bytes a character, as languages of today use them. */
const usualPair =
  /[\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u01cd-\u01dc\u0218-\u021b\u02bb\u02bc\u0386-\u03ce\u0400-\u045f\u0490\u0491\u0531-\u0587\u05d0-\u05ea\u060c\u0621-\u064a\u0660-\u0669\u067e\u0686\u0698\u06a9\u06af\u06cc]|[\u0300-\u0309\u0323]/
const scripts = [
  /^\p{Script=Greek}+$/u,
  /^\p{Script=Cyrillic}+$/u,
  /^\p{Script=Hebrew}+$/u,
  /^\p{Script=Arabic}+$/u,
  /^\p{Script=Armenian}+$/u,
]
const pairsTogether = /(?<before>[A-Za-z]?)(?<signs>[\u0080-\u07ff]+)(?<after>[A-Za-z]?)/g

/** How many characters of two bytes there are, and how many that no word has: rare ones, or scripts mixed in one word. */
function oddPairs(text: string): { pairs: number; odd: number } {
  let pairs = 0
  let odd = 0
  // Lists have names: a text of small Greek letters alone (κΰ is 魏伟) may be none.
  const named = !/[\u0370-\u052f]/.test(text) || /(?=[\u0370-\u052f])\p{Lu}/u.test(text)
  for (const { groups } of text.matchAll(pairsTogether)) {
    const { before = '', signs = '', after = '' } = groups ?? {}
    const rare = [...signs].filter((sign) => !usualPair.test(sign)).length
    const isWord =
      signs.length === 1 ||
      before !== '' ||
      after !== '' ||
      (named && scripts.some((script) => script.test(signs)))
    pairs += signs.length
    odd += isWord ? rare : signs.length
  }
  return { pairs, odd }
}

/**
 * The bytes of a few Chinese or Korean names may happen to be UTF-8, of letters that nobody uses (叶雪 is Ҷѩ). Where they
 * may be text of another encoding a person has to say which.
 */
function utf8Unless(lines: Buffer): { encoding: Encoding; bom: number } | EncodingTrouble {
  const text = lines.toString()
  const { pairs, odd } = oddPairs(text)
  const others = /[\u0800-\uffff]/.test(text) || odd * 10 <= pairs ? [] : readableEncodings(lines)
  if (others.length === 0) return { encoding: 'utf-8', bom: 0 }
  const at = lines.findIndex((byte) => byte >= 0x80)
  return { trouble: 'FILE_ENCODING', at, choices: ['utf-8', ...others] }
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

/** Enough lines beyond ASCII to tell any encoding from any other. */
const sampleBytes = 65_536
/** A line is judged by its first part; a file without line breaks is one line. */
const longestLine = 8192
/** A byte below this (a blank, a comma, a quote, a line break) is no part of a character of any encoding that is guessed. */
const firstTrail = 0x30

/** Gathers the first lines that are not of ASCII alone: a list of ten thousand guests may have one with an accent. */
function sampleLines() {
  const lines: Buffer[] = []
  let length = 0
  /** The beginning of a line whose end comes with the next chunk. */
  let begun = Buffer.alloc(0)
  /** The beginning was judged and is gone: what follows may begin within a character. */
  let cut = false

  function take(line: Buffer) {
    let end = Math.min(line.length, longestLine)
    if (line.length > longestLine) while (end > 0 && (line[end - 1] as number) >= firstTrail) end--
    if (isAscii(line.subarray(0, end))) return
    lines.push(Buffer.from(line.subarray(0, end)), Buffer.of(10))
    length += end + 1
  }

  /** Takes the lines around each byte beyond ASCII. */
  function takeLines(bytes: Buffer, until: number) {
    let from = 0
    for (let at = 0; at < until && length < sampleBytes; at++) {
      const byte = bytes[at] as number
      if (byte === 10 || byte === 13) from = at + 1
      if (byte < 0x80) continue
      while (at < until && bytes[at] !== 10 && bytes[at] !== 13) at++
      take(bytes.subarray(from, at))
      from = at + 1
    }
  }

  return {
    get full() {
      return length >= sampleBytes
    },
    see: (chunk: Buffer) => {
      if (length >= sampleBytes) return
      const plain = isAscii(chunk) && isAscii(begun)
      let whole = plain ? chunk : Buffer.concat([begun, chunk])
      if (cut)
        whole = whole.subarray(
          Math.max(
            0,
            whole.findIndex((byte) => byte < firstTrail),
          ),
        )
      const last = Math.max(whole.lastIndexOf(10), whole.lastIndexOf(13)) + 1
      if (!plain) takeLines(whole, last)
      const rest = whole.subarray(last)
      cut = rest.length > longestLine
      if (cut) take(rest)
      begun = cut ? Buffer.alloc(0) : Buffer.from(rest)
    },
    end: () => {
      if (length < sampleBytes) take(begun)
      return Buffer.concat(lines)
    },
  }
}

function watchUtf8() {
  let carried = Buffer.alloc(0)
  let wrongAt = -1
  let seen = 0
  return {
    see: (chunk: Buffer, offset: number) => {
      seen = offset + chunk.length
      if (wrongAt >= 0) return
      const whole = carried.length > 0 ? Buffer.concat([carried, chunk]) : chunk
      const cut = whole.length - unfinished(whole)
      if (!isUtf8(whole.subarray(0, cut)))
        wrongAt = offset - carried.length + firstWrong(whole.subarray(0, cut))
      carried = Buffer.from(whole.subarray(cut))
    },
    end: () => {
      // A character that is cut off at the end is none.
      return wrongAt < 0 && carried.length > 0 ? seen - carried.length : wrongAt
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

/** Halves its way to the character where it stops being UTF-8, for the message. */
function firstWrong(bytes: Buffer): number {
  let good = 0
  let bad = bytes.length
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, part.length - unfinished(part)))) good = middle
    else bad = middle
  }
  return good - unfinished(bytes.subarray(0, good))
}
