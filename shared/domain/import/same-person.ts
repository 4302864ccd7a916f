/**
 * Whether two rows may mean one person. A number that both give is no proof against their names: a clerk types the
 * number of the row above, an agency gives its own telephone for everybody. The same name in other dress does not
 * contradict: order, case, marks, titles, initials, a name left out, characters beside their pinyin, 王* of an agency.
 */
import type { BusinessDate } from '../../values/index.ts'
import { latinWords, spellings } from '../name/fold.ts'
import type { GuestNames } from '../name/name.ts'
import { pinyinName, plainSyllable, readingsOf, readsAs } from '../name/pinyin.ts'
import { foldCharacter, simplified } from '../name/script.ts'
import { isPlaceholderName } from './placeholder.ts'

/** `same`: one name in two forms. `fits`: nothing contradicts, nothing proves it (a name is missing or short). */
export type Match = 'same' | 'fits' | 'differs'

export type Person = GuestNames & { birthDate: BusinessDate | null }

/** Two dates of birth are two persons, whatever they are called. */
export function matchPersons(a: Person, b: Person): Match {
  if (a.birthDate && b.birthDate && a.birthDate !== b.birthDate) return 'differs'
  return compareNames(a, b)
}

/** What two names say of each other; scripts that can't be compared (Чехов and Chekhov) count as different. */
export function compareNames(a: GuestNames, b: GuestNames): Match {
  const one = writtenForms(a)
  const two = writtenForms(b)
  if (isNameless(one) || isNameless(two)) return 'fits'
  const found: Match[] = []
  if (one.characters && two.characters) found.push(compareCharacters(one.characters, two.characters))
  for (const [script, forms] of one.words) {
    const others = two.words.get(script)
    if (others) found.push(bestOf(forms, others, compareWords))
  }
  if (found.length === 0) found.push(compareScripts(one, two))
  if (found.includes('differs')) return 'differs'
  return found.includes('same') ? 'same' : 'fits'
}

/** A name taken apart: its Chinese characters, and by script its words in each way they are spelled. */
type Written = { characters: string; words: ReadonlyMap<string, readonly string[][]> }

const TITLES = new Set(
  (
    'mr mrs ms miss mstr mister master dr prof professor sir madam madame mme mlle monsieur mx herr frau fraulein ' +
    'senor senora senorita chd inf'
  ).split(' '),
)
const CHINESE_TITLE = /(?:先生|女士|小姐|太太|夫人|教授|博士|医生|经理|老师|阿姨)$/u
const CHARACTERS = /[\p{Script=Han}〇\p{Script=Hiragana}\p{Script=Katakana}ー]/u
const SEPARATORS = /[\s·•・‧.．,，、]+/gu
/** 王*, 王某某, 张XX: an agency hides the rest. */
const HIDDEN = /[*＊×●○]+|某+|(?<=\p{Script=Han})[xX]+/gu
const REMARK = /[(（【[].*?[)）】\]]/gu

function writtenForms({ nativeName, familyName, givenName }: GuestNames): Written {
  const native = isPlaceholderName(nativeName) ? '' : nativeName.normalize('NFKC')
  const latin = `${familyName} ${givenName}`.trim()
  const hasCharacters = CHARACTERS.test(native)
  const characters = hasCharacters ? charactersOf(native) : ''
  const rest = hasCharacters ? latinBeside(native) : native.replace(REMARK, ' ').trim() || native
  const words = new Map<string, string[][]>()
  for (const text of [rest, isPlaceholderName(latin) ? '' : latin]) {
    const script = scriptOf(text)
    if (script === null) continue
    const ways = spellings(text.replaceAll('.', ' ')).map(nameWords)
    words.set(script, [...(words.get(script) ?? []), ...ways.filter(({ length }) => length > 0)])
  }
  return { characters, words }
}

function isNameless({ characters, words }: Written): boolean {
  return characters === '' && [...words.values()].every(({ length }) => length === 0)
}

function charactersOf(native: string): string {
  const plain = native
    .replace(HIDDEN, '*')
    .replace(REMARK, (remark) => (CHARACTERS.test(remark) ? '' : remark))
  const kept = [...plain.replace(SEPARATORS, '')]
    .filter((sign) => sign === '*' || CHARACTERS.test(sign))
    .join('')
  return [...kept.replace(CHINESE_TITLE, '')].map(foldCharacter).join('')
}

/** One Latin word beside characters is a nickname or a remark (李娜 Anna, 王一 VIP): only two are a name. */
function latinBeside(native: string): string {
  const words = native.replace(/[^\p{Script=Latin}'’ -]+/gu, ' ').trim()
  return nameWords(words).length > 1 ? words : ''
}

function nameWords(text: string): string[] {
  return latinWords(text).filter((word) => !TITLES.has(word))
}

function scriptOf(text: string): string | null {
  const letter = /\p{L}/u.exec(text)?.[0]
  if (!letter) return null
  return SCRIPTS.find(([, has]) => has.test(letter))?.[0] ?? 'other'
}
const SCRIPTS = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Arabic',
  'Hebrew',
  'Thai',
  'Hangul',
  'Armenian',
  'Georgian',
].map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'u')] as const)

function compareCharacters(a: string, b: string): Match {
  if (a === b) return 'same'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  // 王先生 is whoever is called 王.
  if (!short.includes('*') && !long.includes('*')) return isSurnameOf(short, long) ? 'fits' : 'differs'
  const [hidden, shown] = a.includes('*') ? [a, b] : [b, a]
  if (shown.includes('*')) return hidden.charAt(0) === shown.charAt(0) ? 'fits' : 'differs'
  const pattern = hidden.split('*').map((part) => part.replace(/[^\p{L}]/gu, ''))
  return new RegExp(`^${pattern.join('.+')}$`, 'u').test(shown) ? 'fits' : 'differs'
}

function isSurnameOf(short: string, whole: string): boolean {
  const family = pinyinName(whole)?.family
  return family !== undefined && [...family].map(foldCharacter).join('') === short
}

/** Words of one name all stand for words of the other, in any order; an initial stands for a word. */
function compareWords(a: readonly string[], b: readonly string[]): Match {
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  if (few.length === 0) return 'fits'
  const joined = new Set(turnsOf(few))
  if (turnsOf(many).some((turn) => joined.has(turn))) return 'same'
  if (few.length === many.length && few.toSorted().join(' ') === many.toSorted().join(' ')) return 'same'
  return standsFor(few, many) ? 'fits' : 'differs'
}

/** Written in one word, with any of its words first: weiming zhang is zhang wei ming. */
function turnsOf(words: readonly string[]): string[] {
  if (words.length > 6) return [words.join('')]
  return words.map((_, index) => [...words.slice(index), ...words.slice(0, index)].join(''))
}

function standsFor(few: readonly string[], many: readonly string[]): boolean {
  const left = [...many]
  const take = (fits: (word: string) => boolean) => {
    const at = left.findIndex(fits)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }
  const whole = few.filter((word) => word.length > 1)
  const initials = few.filter((word) => word.length === 1)
  return (
    whole.every((word) => take((other) => other === word) || take((other) => other === word.charAt(0))) &&
    initials.every((letter) => take((other) => other.startsWith(letter)))
  )
}

/** Characters beside Latin: the name in any reading of its characters, in either order. */
function compareScripts(one: Written, two: Written): Match {
  const characters = one.characters || two.characters
  const latin = (one.characters ? two : one).words.get('Latin')
  if (!characters || !latin || characters.includes('*')) return 'differs'
  const name = pinyinName(characters)
  if (!name) return 'differs'
  const pinyin = [name.familySyllables.join(''), ...(name.given ? [name.givenSyllables.join('')] : [])]
  return bestOf([pinyin.map(plainSyllable)], latin, (read, written) => {
    if (readsAs(characters, written.join(' ')) || isReadingOf(name, written)) return 'same'
    return compareWords(read, written.map(plainSyllable))
  })
}

function isReadingOf(
  { family, given }: { family: string; given: string },
  written: readonly string[],
): boolean {
  const text = written.map(plainSyllable).join('')
  return [family + given, given + family].some((order) => readsInto([...order], text))
}

function readsInto([character, ...rest]: readonly string[], text: string): boolean {
  if (character === undefined) return text === ''
  return readingsOf(simplified(character))
    .map(plainSyllable)
    .some((reading) => text.startsWith(reading) && readsInto(rest, text.slice(reading.length)))
}

function bestOf<T>(forms: readonly T[], others: readonly T[], compare: (a: T, b: T) => Match): Match {
  const found = forms.flatMap((form) => others.map((other) => compare(form, other)))
  return (['same', 'fits'] as const).find((match) => found.includes(match)) ?? 'differs'
}
