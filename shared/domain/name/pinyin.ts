/**
 * Chinese names in pinyin. Surnames have readings of their own (单 Shàn, 仇 Qiú, 曾 Zēng, 解 Xiè, 查 Zhā) and
 * some have two characters (欧阳). Readings are kept once found: a million guests share few surnames and syllables.
 */
import { pinyin } from 'pinyin-pro'
import { foldLatin, type GuestNames, hasHan, latinWords } from './name.ts'

/** A Chinese name taken apart; syllables are small letters without tones, ü written v (lv, nv). */
export interface PinyinName {
  family: string
  given: string
  familySyllables: readonly string[]
  givenSyllables: readonly string[]
}

const COMPOUND = new Set(
  (
    '欧阳 上官 司马 诸葛 夏侯 尉迟 皇甫 长孙 慕容 宇文 令狐 公孙 东方 端木 百里 南宫 独孤 万俟 呼延 澹台 司徒 司空 轩辕 闻人 ' +
    '申屠 钟离 太史 赫连 淳于 单于 濮阳 公冶 宗政 仲孙 鲜于 闾丘 亓官 司寇 子车 颛孙 巫马 公西 漆雕 乐正 壤驷 公良 拓跋 宰父 ' +
    '谷梁 段干 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 第五 完颜 纳兰 叶赫 哥舒 ' +
    '歐陽 司馬 諸葛 尉遲 長孫 東方 獨孤 萬俟 澹臺 軒轅 聞人 鍾離 赫連 單于 濮陽 閭丘 顓孫 巫馬 樂正 東郭 東門 南宮'
  ).split(' '),
)

/** Characters that given names use with more than one reading: the dictionary's is first, these are found too. */
const OTHER_READING: Record<string, string> = {
  乐: 'yue',
  樂: 'yue',
  盛: 'cheng',
  晟: 'cheng',
  茜: 'xi',
  朝: 'zhao',
  行: 'hang',
  长: 'zhang',
  長: 'zhang',
  重: 'zhong',
  柏: 'bo',
  曾: 'ceng',
  单: 'dan',
  翟: 'di',
  覃: 'tan',
  缪: 'mou',
  娜: 'nuo',
  仔: 'zai',
  藏: 'cang',
  尉: 'yu',
  洗: 'xian',
  参: 'shen',
  露: 'lou',
  蔚: 'yu',
}

const HAN_ONLY = /^[\p{Script=Han}〇]+$/u
const SEPARATORS = /[\s·•・‧.．]+/gu
const KEPT = 50_000
const surnames = new Map<string, readonly string[]>()
const givens = new Map<string, readonly string[]>()

/** Takes a Chinese name apart; null when it isn't written in Chinese characters alone (·and spaces aside). */
export function pinyinName(nativeName: string): PinyinName | null {
  const name = nativeName.replace(SEPARATORS, '')
  if (!HAN_ONLY.test(name)) return null
  const characters = [...name]
  const compound = COMPOUND.has(characters.slice(0, 2).join(''))
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

/** The other reading a clerk may type for a character of a given name (乐: le, also yue); null for most. */
export function otherReading(character: string): string | null {
  return OTHER_READING[character] ?? null
}

/**
 * The Latin name as a Chinese passport writes it: 张伟 → Zhang, Wei; ü is YU (吕 → Lyu, GB/T 28039-2011).
 * Null where pinyin would be a guess: other scripts, a name with a middle dot, a bearer from elsewhere
 * (a Hong Kong 陳 is Chan, a Japanese 林 is Hayashi).
 */
export function suggestLatin(nativeName: string, nationality = ''): { family: string; given: string } | null {
  if (nationality !== '' && nationality !== 'CHN') return null
  if (/[·•・‧]/.test(nativeName)) return null
  const name = pinyinName(nativeName)
  if (!name || name.given === '') return null
  const written = (syllables: readonly string[]) => capital(syllables.map(passportSyllable).join(''))
  return { family: written(name.familySyllables), given: written(name.givenSyllables) }
}

/** Sorts after every letter of every script in the store's byte order. */
const LAST = '\u{10fffd}'

/**
 * What a list of guests is ordered by: family name first, pinyin and Latin among each other
 * ("zhang wei 张伟", "muller anna"); unnamed guests come last. Plain text: byte order is list order.
 */
export function sortKey(names: GuestNames): string {
  const chinese = names.nativeName === '' ? null : pinyinName(names.nativeName)
  if (chinese) {
    const syllables = [...chinese.familySyllables, ...chinese.givenSyllables].join(' ')
    return `${syllables} ${names.nativeName}`
  }
  const latin = [...latinWords(names.familyName), ...latinWords(names.givenName)].join(' ')
  if (latin !== '') return names.nativeName === '' ? latin : `${latin} ${names.nativeName}`
  return names.nativeName === '' ? LAST : foldLatin(names.nativeName)
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

function surnameSyllables(family: string): readonly string[] {
  return remember(surnames, family, () =>
    family === '单于' || family === '單于' ? ['chan', 'yu'] : read(family, 'head'),
  )
}

function givenNameSyllables(given: string): readonly string[] {
  return remember(givens, given, () => read(given, 'off'))
}

function read(text: string, surname: 'head' | 'off'): string[] {
  const found = pinyin(text, { type: 'array', toneType: 'none', v: true, surname })
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
