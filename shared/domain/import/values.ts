/**
 * Words of a file as people and programs write them: statuses, meals and sexes in both languages, countries by code or
 * name.
 */
import { alpha2Of, alpha3Of, countries } from '../country/countries.ts'
import type { ImportedStatus } from './row.ts'
import { channelWords, mealWords, segmentWords, statusWords } from './trade-words.ts'

/** Text without case, spaces and marks, for looking words up. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function dictionary<T extends string>(words: Record<T, string | readonly string[]>): Map<string, T> {
  return new Map(
    (Object.entries(words) as [T, string | readonly string[]][]).flatMap(([value, lists]) =>
      [value, ...[lists].flat().flatMap((list) => list.split('|'))].map(
        (word) => [plainWord(word), value] as const,
      ),
    ),
  )
}

const statuses = dictionary<ImportedStatus>(statusWords)
const meals = dictionary(mealWords)
const segments = dictionary(segmentWords)
const channels = dictionary(channelWords)
const genderWords = dictionary<'female' | 'male' | 'other'>({
  female: 'f|w|woman|ms|mrs|miss|女|女性|女士|小姐',
  male: 'm|man|mr|男|男性|先生',
  other: 'x|其他',
})
const languageWords = dictionary({
  zh: 'cn|chi|zho|chinese|mandarin|zh-cn|zh-tw|zh-hk|中文|汉语|普通话|国语',
  yue: 'cantonese|粤语|广东话',
  en: 'eng|english|en-us|en-gb|英语|英文',
  ja: 'jp|jpn|japanese|日语|日文',
  ko: 'kr|kor|korean|韩语|韩文|朝鲜语',
  fr: 'fra|fre|french|法语|法文',
  de: 'deu|ger|german|德语|德文',
  es: 'spa|spanish|西班牙语|西语',
  pt: 'por|portuguese|葡萄牙语|葡语',
  it: 'ita|italian|意大利语',
  ru: 'rus|russian|俄语|俄文',
  ar: 'ara|arabic|阿拉伯语',
  th: 'tha|thai|泰语',
  vi: 'vie|vietnamese|越南语',
})

/** A remark in brackets behind a word says who takes the money or how: “Expedia (Hotel Collect Booking)”. */
function withoutRemark(text: string): string {
  return text.normalize('NFKC').replace(/[([【][^()[\]【】]*[)\]】]\s*$/, '')
}

/** The meaning of a word, with its remark or without. */
function meaningOf<T extends string>(words: ReadonlyMap<string, T>, text: string): T | null {
  return words.get(plainWord(text)) ?? words.get(plainWord(withoutRemark(text))) ?? null
}

/** A status is read whole: a remark may take it back, as in “Confirmed (cancelled by phone)”. */
export const readStatus = (text: string) => statuses.get(plainWord(text)) ?? null
export const readMeal = (text: string) => meaningOf(meals, text)
export const readSegment = (text: string) => meaningOf(segments, text)
export const readChannel = (text: string) => meaningOf(channels, text)
export const readGender = (text: string) => genderWords.get(plainWord(text)) ?? null
export const readLanguage = (text: string) => languageWords.get(plainWord(text)) ?? null

let names: Map<string, string> | null = null

/** Alpha-3 of a country given by a code or by its English or Chinese name; null when it is none. */
export function readCountry(text: string): string | null {
  return alpha3Of(text) ?? countryNames().get(plainWord(text)) ?? null
}

function countryNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of ['en', 'zh-Hans']) {
    const display = new Intl.DisplayNames([language], { type: 'region' })
    for (const alpha3 of countries) names.set(plainWord(display.of(alpha2Of(alpha3) ?? '') ?? ''), alpha3)
  }
  // As front desks write them.
  const everyday =
    'UK GBR|England GBR|USA USA|America USA|Korea KOR|Russia RUS|Holland NLD|中国大陆 CHN|大陆 CHN|香港 HKG|澳门 MAC|台湾 TWN|中国台湾 TWN|Hong Kong HKG|Macau MAC|Taiwan TWN'
  for (const pair of everyday.split('|')) names.set(plainWord(pair.slice(0, -4)), pair.slice(-3))
  return names
}
