/**
 * Folding: what is the same to somebody who types a name becomes the same text. One home of it for the index, for
 * what is typed and for every comparison of names, so that they can't differ. Chinese characters are folded in
 * `script.ts`, whose table is large.
 */
import { LATIN_LETTERS } from './latin-letters.ts'

/**
 * Letters of one sound that keyboards and habits write by turns, as Lucene's Arabic and Persian normalisers have them:
 * the feminine ending and the forms of heh, of yeh and of kaf, the lengthening stroke and the lone hamza left out. Alef
 * with hamza or madda, and hamza on waw or yeh, come apart by Unicode's own data.
 */
const ARABIC = 'ٱا ةه ۃه ہه ھه ەه ىي یي ېي ےي ۍي کك ڪك ء ـ'
const GREEK = 'ςσ'

const LETTERS = new Map(
  `${LATIN_LETTERS} ${ARABIC} ${GREEK}`.split(' ').map((entry) => [entry.charAt(0), entry.slice(1)]),
)
const LETTER = new RegExp(`[${[...LETTERS.keys()].join('')}]`, 'g')

/** Most of what is typed and on file is ASCII: nothing in it has to be normalised. */
export const ASCII = /^[\x00-\x7f]*$/
/** An accent that stands alone (´ in O´Neil) comes apart into a space and a mark: it is typed for an apostrophe. */
export const LONE_ACCENT = / \p{M}+/gu
/** What shows nothing at all: zero-width, soft hyphen, variation selectors. Gone first: some of them are marks too, and no accent. */
export const IGNORED = /\p{Default_Ignorable_Code_Point}/gu
/**
 * Marks, and the few vowel signs that newer Unicode calls letters while the store's index still parts words at them.
 */
const UNSEEN = /[\p{M}\u19b0-\u19c0\u19c8\u19c9\u1cf2\u1cf3]/gu
const KATAKANA = /[ァ-ヶヽヾ]/g
/**
 * Apostrophes, primes and modifier letters in their place (Hawaiian ʻ, Ukrainian ʼ, transliterated ʾ and ʿ), Armenian
 * and Hebrew ones, the saltillo, the dot of Catalan l·l.
 */
const APOSTROPHE = /['`·‘-‛′‵ʹ-˗˞˟˥-˿՚ՙ׳״ꞌ]/g

/** Small letters without marks, for comparing and finding: "Müller" → "muller", "Ørsted" → "orsted", "ヤマ" → "やま". */
export function foldLatin(text: string): string {
  // Most names are plain ASCII: normalising a million of them for nothing is felt.
  if (ASCII.test(text)) return text.toLowerCase()
  // Composed again at the end, or Korean syllables would stay in pieces.
  const apart = text.normalize('NFKD').replace(IGNORED, '').replace(LONE_ACCENT, "'").replace(UNSEEN, '')
  return hiragana(apart.toLowerCase().normalize('NFC')).replace(LETTER, (letter) => LETTERS.get(letter) ?? '')
}

/** Katakana as hiragana: a reading is typed in either. */
export function hiragana(text: string): string {
  return text.replace(KATAKANA, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60))
}

/** Letters that many spell with two, with those two: German, Nordic, and Serbian or Croatian đ. */
const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa', đ: 'dj' }
const DIGRAPH = /[äöüøåđ]/g
/** So many different ones of them in a name are spelled independently. */
const MOST_DIGRAPHS = 3

/** As a passport spells out umlauts (ICAO 9303-3 §6): "Müller" → "mueller"; equals foldLatin without them. */
export function foldPassport(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return foldLatin(spelledOut(text.normalize('NFC').toLowerCase(), /[äöüøå]/g))
}

/**
 * Every way a name is spelled, folded, foldLatin's first: "Åse Ødegård" → "ase odegard", "aase odegaard",
 * "ase oedegard", "aase oedegaard". A letter is spelled alike throughout one of them.
 */
export function spellings(text: string): string[] {
  const plain = foldLatin(text)
  if (ASCII.test(text)) return [plain]
  const lower = text.normalize('NFC').toLowerCase()
  const letters = [...new Set(lower.match(DIGRAPH))].slice(0, MOST_DIGRAPHS)
  let ways = [lower]
  for (const letter of letters)
    ways = [...ways, ...ways.map((way) => way.replaceAll(letter, DIGRAPHS[letter] ?? letter))]
  return [plain, ...ways.slice(1).map(foldLatin)]
}

function spelledOut(lower: string, letters: RegExp): string {
  return lower.replace(letters, (letter) => DIGRAPHS[letter] ?? letter)
}

/** Without apostrophes of any kind: "o'neil" → "oneil". */
export function withoutApostrophes(text: string): string {
  return text.replace(APOSTROPHE, '')
}

/** The words of a Latin name, folded: "O'Neil-Smith" → ["oneil", "smith"]. */
export function latinWords(text: string, fold: (text: string) => string = foldLatin): string[] {
  return wordsOf(withoutApostrophes(fold(text)).replaceAll('.', ''))
}

/** The smallest pieces of a folded name, for the index: "o'neil j.r." → ["o", "neil", "j", "r"]. */
export function namePieces(folded: string): string[] {
  return wordsOf(folded.replace(APOSTROPHE, ' '))
}

/** Letters and digits between anything else. */
export function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
}
