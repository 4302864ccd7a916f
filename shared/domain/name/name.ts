/**
 * A guest's names in two scripts: `nativeName` is the whole name as its own script writes it (张伟),
 * `familyName` and `givenName` are the Latin ones of the passport (Zhang, Wei). Any of them may be empty.
 */
import { ok, type Result, refuse } from '../../values/index.ts'

export interface GuestNames {
  nativeName: string
  familyName: string
  givenName: string
}

export type TextCode =
  | 'text.tooLong'
  | 'text.control'
  | 'text.bidi'
  | 'text.surrogate'
  | 'text.emoji'
  | 'text.marks'

export interface TextRule {
  /** Longest text kept, in UTF-16 units after tidying. */
  max: number
  /** Line breaks and tabs are allowed. */
  multiline?: boolean
  /** Pictographs are allowed: in notes, never in names. */
  emoji?: boolean
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/
const BREAKS = /[\t\n]/
/** Marks that turn the reading direction: they make one name read as another. Letters never need them. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** What shows nothing at all: zero-width, soft hyphens, fillers of Korean syllables. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu
/** Those that are kept: joiners that Persian and emoji need, selectors of a character's form. Directions are refused. */
const MEANT = /[\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]|\p{Variation_Selector}|[\u{e0000}-\u{e007f}]/u
/** Letters of a flag that only emoji are made of: in a name they would be text that nobody sees. */
const TAGS = /[\u{e0000}-\u{e007f}]/gu
/** No script stacks so many marks over one letter (Tibetan has six): a pile of them covers the lines around. */
const STACKED = /\p{M}{9}/u
/** Emoji and pictures; ©, ® and ™ are signs that text is written with. */
const PICTOGRAPH = /(?![©®™])\p{Extended_Pictographic}/u
const HAN = /\p{Script=Han}/u
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/**
 * Tidies typed or imported text: NFC, one kind of line break, no invisible characters, trimmed. Refuses
 * what can't be shown honestly: control characters, direction overrides, half characters, over-long text.
 * Right-to-left letters (Arabic, Hebrew) are ordinary letters and pass.
 */
export function cleanText(text: string, rule: TextRule): Result<string, TextCode> {
  if (!text.isWellFormed()) return refuse('text.surrogate')
  // A megabyte pasted into a name needn't be normalised to be refused.
  if (text.length > rule.max * 4 + 1000) return refuse('text.tooLong', { max: rule.max, length: text.length })
  const seen = withoutUnseen(text.replace(/\r\n?/g, '\n'))
  const tidy = (rule.emoji ? seen : seen.replace(TAGS, '')).normalize('NFC').trim()
  if (CONTROL.test(tidy) || (!rule.multiline && BREAKS.test(tidy))) return refuse('text.control')
  if (DIRECTION.test(tidy)) return refuse('text.bidi')
  if (hasStackedMarks(tidy)) return refuse('text.marks')
  if (!rule.emoji && PICTOGRAPH.test(tidy)) return refuse('text.emoji')
  if (tidy.length > rule.max) return refuse('text.tooLong', { max: rule.max, length: tidy.length })
  return ok(tidy)
}

/** The text without characters that show nothing; joiners, directions and selectors of a form stay. */
export function withoutUnseen(text: string): string {
  return text.replace(INVISIBLE, keptIfMeant)
}

/** More marks over one letter than any script has. */
export function hasStackedMarks(text: string): boolean {
  return STACKED.test(text)
}

function keptIfMeant(sign: string): string {
  return MEANT.test(sign) ? sign : ''
}

/** True when any character is a Chinese one (also in a Japanese or an old Korean name). */
export function hasHan(text: string): boolean {
  return HAN.test(text)
}

/** True for a guest whose source gave no name at all. */
export function isUnnamed(names: GuestNames): boolean {
  return names.nativeName === '' && names.familyName === '' && names.givenName === ''
}

/** The Latin name in the order its bearer uses: Zhang Wei beside 张伟, Anna Müller otherwise; may be empty. */
export function latinName(names: GuestNames): string {
  const familyFirst = hasHan(names.nativeName)
  const parts = familyFirst ? [names.familyName, names.givenName] : [names.givenName, names.familyName]
  return parts.filter((part) => part !== '').join(' ')
}

/** A guest as a row of a list names one: the native name where there is one, and the Latin name beside it. */
export function bothNames(names: GuestNames): { guestName: string; guestLatinName: string } {
  const guestLatinName = latinName(names)
  return { guestName: names.nativeName || guestLatinName, guestLatinName }
}

/**
 * The two names of a person in the order a reader of that language needs them: the own script first only where the
 * language reads it (张伟 on a Chinese page; never 김지은 or محمد there), else the Latin name first. The second is empty
 * where there is no other, both for an unnamed guest: the page has words for that.
 */
export function orderNames(nativeName: string, latin: string, language: string): [string, string] {
  const [first = '', second = ''] = readsScriptOf(nativeName, language)
    ? [nativeName, latin]
    : [latin || nativeName, latin && nativeName]
  return [first, second === first ? '' : second]
}

/** Every letter is Chinese or Latin, and one is Chinese: 佐藤 reads in Chinese, 佐藤さくら does not. */
function readsScriptOf(name: string, language: string): boolean {
  return language.startsWith('zh') && hasHan(name) && !/[^\p{Script=Han}\p{Script=Latin}\P{L}]/u.test(name)
}

/** The one name a page in that language shows where it has room for one: the first of `orderNames`. */
export function displayName(names: GuestNames, language: string): string {
  return orderNames(names.nativeName, latinName(names), language)[0]
}

/** Both names within a text: “张伟 Zhang Wei”. One that is read from the right keeps its place among the words around. */
export function wholeName(nativeName: string, latin: string, language: string): string {
  return orderNames(nativeName, latin, language)
    .filter((name) => name !== '')
    .map((name) => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name))
    .join(' ')
}
