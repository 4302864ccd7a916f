/** Names of guests as confirmations write them, taken apart where they say how; where they leave it open, with a doubt. */
import { type GuestNames, hasHan } from '../name/name.ts'
import { PINYIN_FAMILIES } from '../name/pinyin-families.ts'
import type { Doubt } from './fact.ts'

export type ReadName = { names: GuestNames; others: string[]; doubt: Doubt | null }

const TITLE =
  /^(?:mrs?|ms|miss|mx|dr|prof|herr|frau|mme|sr|sra)\.?\s+|\s+(?:mrs?|ms|miss)\.?$|(?:先生|女士|小姐|様|さま|님)$/giu
/** What agencies put in place of letters that they hide. */
const MASKED = /[*＊×]|某|(?:先生|女士|小姐)$|\bx{2,}\b/iu
const NATIVE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** A person's name in any script: letters, spaces, hyphens, apostrophes, points, slash or comma between the parts. */
const NAME = /^[\p{L}\p{M} .'’·・,/*＊×-]{2,80}$/u

/** First names that are no family names: only with one of them first is the order of an English name sure. */
const GIVEN_NAMES = new Set(
  (
    'aaron adam alan albert alex alexander alexandra alfred alice alison amanda amy ana andrea andreas andrew angela ' +
    'anita ann anna anne annette anthony antonio arthur barbara ben benjamin bernard brian bruce carl carla carlos ' +
    'carol caroline catherine charlotte chiara christian christina christine christopher claire claudia clara ' +
    'colin craig cristina daniel daniela david deborah denise dennis diana diane dominik donna dorothy douglas edward ' +
    'elena eleanor elizabeth ella emily emma eric erik eva evelyn fabian felix fernando fiona florian frances ' +
    'francesca francesco francisco frank franz frederic gabriel gareth gary george georgia gerald giulia giuseppe ' +
    'graham grace guido hannah hans harold harry heather heidi helen helena helga henri henry howard hugo ian ines ' +
    'ingrid irene isabel isabella ivan jacob jacques jane janet jean jeffrey jennifer jeremy jessica jesus joan joanna ' +
    'joel johan johanna johannes john jonas jonathan jorge josé jose joseph joshua juan judith julia julian julie karen ' +
    'karin karl katharina katherine kathleen keith kenneth kevin klaus kristina lara larry laura lauren lea ' +
    'leonard leonie linda lisa lorenzo louise lucas lucia lucy luigi luis luisa lukas manuel marc marco margaret maria ' +
    'marie mario mark markus marta martin martina mary matteo matthew matthias maximilian megan melissa michael ' +
    'michaela michel michelle miguel monica monika nadia nancy natalia natalie nathan niamh nicholas nicole nigel nina ' +
    'nora norbert olga oliver olivia oscar otto pablo pamela paolo patricia patrick paula pedro peter petra philip ' +
    'philippa philippe pierre rachel rafael ralf raymond rebecca renate richard robert roberto roger ronald rosa ruth ' +
    'ryan sabine samantha samuel sandra sarah scott sebastian sergio sharon silvia simon simone sofia sophie stefan ' +
    'stefanie stephanie stephen steven susan susanne sven tanja teresa theresa thomas tiago timothy tobias ulrich ' +
    'ursula valentina valerie vanessa vera veronica victor victoria vincent virginia walter wendy werner wilhelm ' +
    'william wolfgang yvonne zoe'
  ).split(' '),
)
/** The name or names in a value; null where it holds none (a number of persons, a sentence). */
export function readName(text: string): ReadName | null {
  const plain = text
    .replace(/[([](?:\d+|adults?|children|primary|main|booker|主宾|大人|成人)[^)\]]*[)\]]/giu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const both = /^(.+?)\s?[([/]?\s?([\p{Script=Han}·]{2,8})[)\]]?$/u.exec(plain)
  const reversed = /^([\p{Script=Han}·]{2,8})\s?[([/]?\s?([A-Za-z][A-Za-z ,/'-]+)[)\]]?$/u.exec(plain)
  if (both && !hasHan(both[1] ?? '') && /[A-Za-z]{2}/.test(both[1] ?? ''))
    return inTwoScripts(both[2]!, both[1]!)
  if (reversed) return inTwoScripts(reversed[1]!, reversed[2]!)
  const [first = '', ...more] = personsIn(plain)
  const others = namesBefore(more)
  const name = first.replace(TITLE, '').trim()
  if (!NAME.test(first) || !/\p{L}/u.test(name)) return null
  const masked: Doubt | null = MASKED.test(first) ? 'nameMasked' : null
  if (NATIVE.test(name)) {
    const doubt = masked ?? (mayBeTwo(first) ? 'several' : null)
    return { names: { nativeName: name, familyName: '', givenName: '' }, others, doubt }
  }
  const { doubt, ...latin } = latinOrder(name)
  return { names: { nativeName: '', ...latin }, others, doubt: masked ?? doubt }
}

function inTwoScripts(native: string, latin: string): ReadName {
  const { doubt, ...names } = latinOrder(
    latin
      .replace(TITLE, '')
      .replace(/[\s(/[]+$/, '')
      .trim(),
  )
  // Beside a name in characters its Latin form begins with the family name where its first word reads like one
  return { names: { nativeName: native.trim(), ...names }, others: [], doubt }
}

/** Several persons are parted by commas of a list, by “and” or by 、; a comma between two Latin words parts a name. */
function personsIn(text: string): string[] {
  if (NATIVE.test(text))
    return text
      .split(/\s?[,;、&]\s?|\s?\/\s?|(?<=\p{Script=Han})(?:和|及)(?=\p{Script=Han}{2})/u)
      .filter(Boolean)
  const persons = text.split(/\s*[;&、]\s*|\s+and\s+|\s+und\s+|\s+et\s+/iu).filter(Boolean)
  if (persons.length > 1) return persons
  const commas = text.split(/\s*,\s*/)
  const isList =
    commas.length > 2 ||
    commas.some((part) => part.includes('/')) ||
    (commas.length === 2 && commas.every((part) => part.includes(' ')))
  return isList ? commas.filter(Boolean) : [text]
}

/** A list of names ends where something else follows: “梁静, 3月7日入住”. */
function namesBefore(parts: readonly string[]): string[] {
  const end = parts.findIndex((part) => !NAME.test(part) || /[请勿房晚间共店价单]/u.test(part))
  return end < 0 ? [...parts] : parts.slice(0, end)
}

/** Two words of two characters each may be two guests (张伟 李娜) or one name (山田 太郎). */
function mayBeTwo(name: string): boolean {
  const words = name.split(' ')
  return words.length > 1 && words.every((word) => word.length >= 2)
}

/**
 * Family and given name of a Latin name. Sure where a slash, a comma or capitals part them, and where an English first name
 * is first; else the likelier order, with a doubt.
 */
function latinOrder(name: string): { familyName: string; givenName: string; doubt: Doubt | null } {
  const parted = /^([^,/]+)[,/]\s*([^,/]+)$/.exec(name)
  if (parted)
    return {
      familyName: nameCase(parted[1]!),
      givenName: nameCase(parted[2]!.replace(TITLE, '')),
      doubt: null,
    }
  const words = name.split(/\s+/)
  const capital = words.filter((word) => /^\p{Lu}[\p{Lu}'’-]+$/u.test(word))
  if (capital.length > 0 && capital.length < words.length) {
    const rest = words.filter((word) => !capital.includes(word))
    const together =
      words.slice(0, capital.length).every((word) => capital.includes(word)) ||
      words.slice(-capital.length).every((word) => capital.includes(word))
    if (together && rest.every((word) => word.length > 1))
      return { familyName: nameCase(capital.join(' ')), givenName: nameCase(rest.join(' ')), doubt: null }
  }
  const [first = '', ...rest] = words
  if (rest.length === 0) return { familyName: nameCase(first), givenName: '', doubt: 'nameOrder' }
  const last = words.at(-1) ?? ''
  const lower = (word: string) => word.toLowerCase()
  const sure =
    words.length === 2 && GIVEN_NAMES.has(lower(first)) && !GIVEN_NAMES.has(lower(last)) && last.length > 1
  const familyFirst = PINYIN_FAMILIES.has(lower(first))
  return familyFirst
    ? { familyName: nameCase(first), givenName: nameCase(rest.join(' ')), doubt: 'nameOrder' }
    : {
        familyName: nameCase(last),
        givenName: nameCase(words.slice(0, -1).join(' ')),
        doubt: sure ? null : 'nameOrder',
      }
}

/** ZHANG → Zhang: a name in capitals or small letters alone is written as names are; any other is left as it is. */
export function nameCase(text: string): string {
  const plain = text.trim()
  if (plain !== plain.toUpperCase() && plain !== plain.toLowerCase()) return plain
  return plain
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
}
