import iconv from 'iconv-lite'
import { type Encoding, encodings } from '#shared/domain/import/encodings.ts'
import { simplified as simplifiedForm } from '#shared/domain/name/script.ts'
import { checkBytes } from './byte-check.ts'
import { hangul, kanji, simplified, type Tiers } from './everyday-characters.ts'
import { westernDoubts } from './western.ts'

/** Encodings that are guessed where a text is no UTF-8. Others can be stated. */
const guessed = ['gb18030', 'big5', 'shift-jis', 'euc-jp', 'euc-kr', 'windows-1252'] as const
type Guessed = (typeof guessed)[number]

/** How much a text of an encoding looks like one, as the logarithm of how likely its characters are. */
type Score = { encoding: Guessed; sum: number; each: number }

/** Worse than this for each character is no text of the language: mostly characters that nobody uses. */
const worstEach = -8
/** A guess must be this much likelier than one that is text too, or nearly: three characters that only it makes everyday ones. */
const leastAhead = 14
/** One that reads like nothing is no rival: it only has to be clearly behind. */
const noRival = -10.2
const leastAheadOfNone = 8

/**
 * The encoding in which a sample of lines reads like text, or null where none does or two do. A wrong guess would make
 * other names of a guest list without a fault in any row; to ask costs one choice.
 */
export function guessEncoding(sample: Buffer): Guessed | null {
  const [best, ...others] = scoresOf(sample)
  if (!best || best.each < worstEach) return null
  const near = others.some(
    ({ sum, each }) => best.sum - sum < (each < noRival ? leastAheadOfNone : leastAhead),
  )
  return near ? null : best.encoding
}

/** Encodings of Asia in which a sample may be text, the likeliest first. */
export function readableEncodings(sample: Buffer): Encoding[] {
  return scoresOf(sample).flatMap(({ encoding, each }) =>
    each >= noRival && encoding !== 'windows-1252' ? [encoding] : [],
  )
}

/**
 * Encodings in which every byte of a sample is a character, for a person to choose from: the likeliest first, then those of
 * one byte a character, which nothing rules out.
 */
export function possibleEncodings(sample: Buffer): Encoding[] {
  const likely = scoresOf(sample).map(({ encoding }) => encoding)
  const others = stated.filter((encoding) => {
    const check = checkBytes(encoding)
    check.see(sample)
    return !likely.includes(encoding as Guessed) && check.end() < 0
  })
  return [...likely, ...others]
}

const stated: readonly Encoding[] = encodings.filter((encoding) => !encoding.startsWith('utf'))

/** Encodings in which every byte of a sample is a character and the characters are such, the likeliest first. */
export function scoresOf(sample: Buffer): Score[] {
  const scores = guessed.flatMap((encoding) => scoreOf(encoding, sample) ?? [])
  return scores.sort((a, b) => b.sum - a.sum)
}

function scoreOf(encoding: Guessed, sample: Buffer): Score | null {
  const text = iconv.decode(sample, encoding)
  // Characters that an encoding leaves open to each program mean nothing here.
  if (/[\ufffd\u0080-\u009f\ue000-\uf8ff]/.test(text)) return null
  if (encoding === 'windows-1252') return westernScore(text)
  const known = new Map<string, number>()
  let sum = 0
  let count = 0
  const signs = [...text]
  for (const [index, sign] of signs.entries()) {
    if (sign < '\u0080') continue
    count++
    const each = known.get(sign) ?? likelihood(encoding, sign)
    known.set(sign, each)
    sum += each
    sum += inPlace(sign, signs[index - 1] ?? '', signs[index + 1] ?? '')
  }
  // A Japanese list without any kana is rare; what is read as one may be the names of another language.
  if ((encoding === 'shift-jis' || encoding === 'euc-jp') && !anyKana.test(text)) sum += noKana
  const each = count === 0 ? 0 : sum / count
  return { encoding, sum, each: isKanaAlone(text, count) ? Math.min(each, unclear) : each }
}

/** No text, but as near to one that it keeps others from being guessed. */
const unclear = -8.5
/** Of half-width kana in names, one in twenty-five at least is a mark (ﾀﾞ, ﾌﾟ). */
const kanaPerMark = 25

/**
 * Half-width kana without the marks that Japanese names are full of: the letters of any language that writes one byte
 * each (Thai, Arabic) read like that.
 */
function isKanaAlone(text: string, count: number): boolean {
  const half = text.match(/[\uff61-\uff9f]/g)?.length ?? 0
  const marked = text.match(/[ｳｶ-ﾄﾊ-ﾎ][ﾞﾟ]/g)?.length ?? 0
  const marks = text.match(/[ﾞﾟ]/g)?.length ?? 0
  return half * 2 > count && (marked * kanaPerMark < half || marked * 20 < marks * 19)
}

/** One odd accent among fifty is a foreign name. */
const accentsPerDoubt = 50

function westernScore(text: string): Score | null {
  const { signs, doubts } = westernDoubts(text)
  if (doubts * accentsPerDoubt > signs) return null
  return { encoding: 'windows-1252', sum: signs * western + doubts * strange, each: western }
}

const western = -5
const strange = -13

/** Han beside a Latin letter (M黮ler) is a sign of a wrong guess, though there are VIP客人; kana (Mﾜler) is a surer one. */
const gluedHan = -1.5
const gluedKana = -5
const stray = -5
const latin = /[A-Za-z]/
const isWide = /[\p{Script=Han}\p{Script=Hangul}]/u
/** Half-width marks (ﾀﾞ) and small letters (ｼｬ, ｷｯﾌﾟ, ｰ) follow another one. */
const mark = /[ﾞﾟ]/
const markable = /[ｳｶ-ﾄﾊ-ﾎ]/
const small = /[ｧ-ｰ]/

/** What is against a character because of those beside it. */
function inPlace(sign: string, before: string, after: string): number {
  const besides = Number(latin.test(before)) + Number(latin.test(after))
  if (isWide.test(sign)) return besides * gluedHan
  if (!halfKana.test(sign)) return 0
  const alone = (mark.test(sign) && !markable.test(before)) || (small.test(sign) && !halfKana.test(before))
  return besides * gluedKana + (alone ? stray : 0)
}

const everydaySign =
  /[、。，．：；！？（）「」『』【】《》〈〉“”‘’…—－～·・　／０-９Ａ-Ｚａ-ｚ￥％＆＃＋＊＝℃①-⑩]/
const noKana = -6
const anyKana = /[ぁ-ヺ\uff66-\uff9f]/
const kana = /[ぁ-ゖァ-ヺー]/
const halfKana = /[\uff61-\uff9f]/

/** The logarithm of how likely a character is in a text of the encoding's language. */
function likelihood(encoding: Exclude<Guessed, 'windows-1252'>, sign: string): number {
  if (everydaySign.test(sign)) return -6.5
  switch (encoding) {
    case 'gb18030':
      return isHan(sign) ? (ofTiers(simplified, sign) ?? gbLikelihood(sign)) : strange
    case 'big5':
      return isHan(sign)
        ? (ofTiers(simplified, simplifiedForm(sign)) ?? rarity(encoding, sign, 0xa4, 0xc6))
        : strange
    case 'euc-kr':
      if (!/\p{Script=Hangul}/u.test(sign)) return strange
      return ofTiers(hangul, sign) ?? rarity(encoding, sign, 0xb0, 0xc8)
    default:
      if (kana.test(sign)) return -4.7
      if (halfKana.test(sign)) return -4.7
      if (!isHan(sign)) return strange
      return (
        ofTiers(kanji, sign) ??
        (encoding === 'euc-jp' ? rarity(encoding, sign, 0xb0, 0xcf) : rarity(encoding, sign, 0x88, 0x97))
      )
  }
}

function isHan(sign: string): boolean {
  return /\p{Script=Han}/u.test(sign)
}

function ofTiers({ frequent, everyday }: Tiers, sign: string): number | null {
  if (frequent.has(sign)) return -5.2
  return everyday.has(sign) ? -6.4 : null
}

/** Traditional characters in a GBK file are those of a guest from elsewhere. */
function gbLikelihood(sign: string): number {
  return ofTiers(simplified, simplifiedForm(sign)) === null ? rarity('gb18030', sign, 0xb0, 0xf7) : -8.5
}

/** Encodings order their characters by use: the first of them are the known ones, the others are in few names only. */
function rarity(encoding: Guessed, sign: string, first: number, last: number): number {
  const [lead = 0, trail = 0] = iconv.encode(sign, encoding)
  const low = encoding === 'gb18030' || encoding === 'euc-kr' ? trail >= 0xa1 : true
  return lead >= first && lead <= last && low ? -10 : -12.5
}
