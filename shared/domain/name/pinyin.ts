/**
 * Chinese names in pinyin. Surnames have readings of their own (单 Shàn, 仇 Qiú, 曾 Zēng, 解 Xiè, 查 Zhā) and
 * some have two characters (欧阳). Readings are kept once found: a million guests share few surnames and syllables.
 */
import { pinyin } from 'pinyin-pro'
import { foldLatin, latinWords } from './fold.ts'
import { type GuestNames, hasHan } from './name.ts'
import { foldCharacter, simplified } from './script.ts'

/** A Chinese name taken apart; syllables are small letters without tones, ü written v (lv, nv). */
export interface PinyinName {
  family: string
  given: string
  familySyllables: readonly string[]
  givenSyllables: readonly string[]
}

/** Surnames of two characters, simplified. */
const COMPOUND = new Set(
  (
    '欧阳 上官 司马 诸葛 夏侯 尉迟 皇甫 长孙 慕容 宇文 令狐 公孙 东方 端木 百里 南宫 独孤 万俟 呼延 澹台 司徒 司空 轩辕 闻人 ' +
    '申屠 钟离 太史 赫连 淳于 单于 濮阳 公冶 宗政 仲孙 鲜于 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 宰父 ' +
    '谷梁 段干 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 完颜 纳兰 叶赫 哥舒'
  ).split(' '),
)

/**
 * Surnames that the dictionary's own table of surnames lacks, read as CC-CEDICT, Unicode CLDR (Han-Latin/Names) and
 * overtrue/pinyin list them. Whichever reading is typed, the guest is found (readingsOf).
 */
const SURNAMES = new Map(
  (
    '种 chong|重 chong|秘 bi|佴 nai|祭 zhai|郇 xun|粘 nian|藏 zang|扎 za|幺 yao|乾 qian|丌 ji|傕 jue|扁 pian|晟 cheng|炅 gui|' +
    '炔 gui|番 pan|薳 wei|角 jue|颉 xie|隽 juan|裨 pi|鄚 mo|尨 pang|佫 he|藉 ji|还 huan|单于 chan yu'
  )
    .split('|')
    .map((entry) => entry.split(' '))
    .map(([name, ...read]) => [name as string, read]),
)

const DOT = /[·•・‧.．]/u
const HAN_ONLY = /^[\p{Script=Han}〇]+$/u
/** Between the parts of a name, or unseen in it (a variation selector after a Japanese character). */
const SEPARATORS = /[\s·•・‧.．\p{Default_Ignorable_Code_Point}]+/gu
const KEPT = 50_000
const surnames = new Map<string, readonly string[]>()
const givens = new Map<string, readonly string[]>()
const readings = new Map<string, readonly string[]>()

/** Takes a Chinese name apart; null when it isn't written in Chinese characters alone (·and spaces aside). */
export function pinyinName(nativeName: string): PinyinName | null {
  // Most names are characters alone: taking separators out of a million of them for nothing is felt.
  const name = HAN_ONLY.test(nativeName) ? nativeName : nativeName.replace(SEPARATORS, '')
  if (!HAN_ONLY.test(name)) return null
  const characters = [...name]
  const compound = COMPOUND.has(characters.slice(0, 2).map(simplified).join(''))
  const size = compound ? 2 : 1
  const family = characters.slice(0, size).join('')
  const given = characters.slice(size).join('')
  return {
    family,
    given,
    familySyllables: surnameSyllables(family),
    givenSyllables: given === '' ? [] : givenNameSyllables(given),
  }
}

/** All that the dictionary reads a character as, without tones, the commonest first (乐: le, yue, yao, lao). */
export function readingsOf(character: string): readonly string[] {
  return remember(readings, character, () => [
    ...new Set(syllables(pinyin(character, { type: 'array', toneType: 'none', v: true, multiple: true }))),
  ])
}

/** The syllables of each part of a name that a dot separates (阿卜杜拉·买买提); none where there is no dot. */
export function dottedParts(nativeName: string): string[][] {
  if (!DOT.test(nativeName)) return []
  const parts = nativeName.split(DOT).filter((part) => HAN_ONLY.test(part))
  return parts.map((part) => [...givenNameSyllables(part)])
}

/**
 * The Latin name as a Chinese passport writes it: 张伟 → Zhang, Wei; ü is YU (吕 → Lyu, GB/T 28039-2011).
 * Null where pinyin would be a guess: other scripts, a name with a middle dot, a bearer from elsewhere
 * (a Hong Kong 陳 is Chan, a Japanese 林 is Hayashi).
 */
export function suggestLatin(nativeName: string, nationality = ''): { family: string; given: string } | null {
  if (nationality !== '' && nationality !== 'CHN') return null
  if (DOT.test(nativeName)) return null
  const name = pinyinName(nativeName)
  if (!name || name.given === '') return null
  const written = (syllables: readonly string[]) => capital(syllables.map(passportSyllable).join(''))
  return { family: written(name.familySyllables), given: written(name.givenSyllables) }
}

/** Sorts after every letter of every script in the store's byte order. */
const LAST = '\u{10fffd}'

/**
 * What a list of guests is ordered by: family name first, pinyin and Latin among each other
 * ("zhang wei 张伟", "muller anna"); unnamed guests come last. Plain text: byte order is list order. 張偉 has the key of
 * 张伟: the one who is looked for may be written either way.
 */
export function sortKey(names: GuestNames): string {
  const chinese = names.nativeName === '' ? null : pinyinName(names.nativeName)
  if (chinese) {
    const syllables = [...chinese.familySyllables, ...chinese.givenSyllables].join(' ')
    return `${syllables} ${[...(chinese.family + chinese.given)].map(foldCharacter).join('')}`
  }
  const latin = [...latinWords(names.familyName), ...latinWords(names.givenName)].join(' ')
  if (latin !== '') return names.nativeName === '' ? latin : `${latin} ${names.nativeName}`
  if (names.nativeName === '') return LAST
  return latinWords(names.nativeName).join(' ') || foldLatin(names.nativeName)
}

/** True when a Latin name is one that the Chinese name may be written as, in either order, joined or not. */
export function readsAs(nativeName: string, latin: string): boolean {
  const name = hasHan(nativeName) ? pinyinName(nativeName) : null
  if (!name) return false
  const plain = (syllables: readonly string[]) => syllables.map(plainSyllable).join('')
  const family = plain(name.familySyllables)
  const given = plain(name.givenSyllables)
  const typed = latinWords(latin).map(plainSyllable).join('')
  return typed === family + given || typed === given + family
}

/** One spelling of ü (lü, lv, lyu and lu are typed by turns): the plain u. */
export function plainSyllable(syllable: string): string {
  return syllable.replace(/ü|v|(?<=^[ln])yu/g, 'u')
}

/** A surname is looked up simplified: the dictionary's table of surnames has no 單 and no 區. */
function surnameSyllables(family: string): readonly string[] {
  return remember(surnames, family, () => {
    const simple = [...family].map(simplified).join('')
    return SURNAMES.get(family) ?? SURNAMES.get(simple) ?? readAs(simple, 'head')
  })
}

function givenNameSyllables(given: string): readonly string[] {
  return remember(givens, given, () => readAs(given, 'off'))
}

function readAs(text: string, surname: 'head' | 'off'): string[] {
  return syllables(pinyin(text, { type: 'array', toneType: 'none', v: true, surname }))
}

function syllables(found: readonly string[]): string[] {
  return found.filter((syllable) => /^[a-z]+$/.test(syllable))
}

function remember(
  store: Map<string, readonly string[]>,
  key: string,
  make: () => readonly string[],
): readonly string[] {
  const kept = store.get(key)
  if (kept) return kept
  // Dropping everything when full is cheaper than keeping an order of use, and as good for names.
  if (store.size >= KEPT) store.clear()
  const made = make()
  store.set(key, made)
  return made
}

function passportSyllable(syllable: string): string {
  return syllable.replace('v', 'yu')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
