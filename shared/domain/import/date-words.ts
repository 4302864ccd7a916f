/** Months and weekdays by name, in English and Chinese, with the weekdays of Japanese and Korean dates. */

const months = [
  'january|jan',
  'february|febr|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
]
const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** By the days since Sunday. */
const weekdays = [
  'sunday|sun|星期日|星期天|周日|周天|週日|礼拜日|礼拜天|禮拜日|日曜日|日曜|일요일',
  'monday|mon|星期一|周一|週一|礼拜一|禮拜一|月曜日|月曜|월요일',
  'tuesday|tues|tue|星期二|周二|週二|礼拜二|禮拜二|火曜日|火曜|화요일',
  'wednesday|weds|wed|星期三|周三|週三|礼拜三|禮拜三|水曜日|水曜|수요일',
  'thursday|thurs|thur|thu|星期四|周四|週四|礼拜四|禮拜四|木曜日|木曜|목요일',
  'friday|fri|星期五|周五|週五|礼拜五|禮拜五|金曜日|金曜|금요일',
  'saturday|sat|星期六|周六|週六|礼拜六|禮拜六|土曜日|土曜|토요일',
]
/** One sign for the weekday, where brackets say that it is one: 2026-03-12(四). */
const weekdayLetters = ['日|일', '一|月|월', '二|火|화', '三|水|수', '四|木|목', '五|金|금', '六|土|토']

const monthNumbers = new Map(
  months.flatMap((words, index) => [
    ...words.split('|').map((word) => [word, index + 1] as const),
    [`${chineseMonths[index]}月`, index + 1] as const,
    [`${index + 1}月`, index + 1] as const,
    [`0${index + 1}月`.slice(-3), index + 1] as const,
  ]),
)
const weekdayNumbers = new Map(
  [...weekdays.entries(), ...weekdayLetters.entries()].flatMap(([index, words]) =>
    words.split('|').map((word) => [word, index] as const),
  ),
)

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|')

/** Alternatives of a regular expression, the longest first. */
export const monthWords = longestFirst(monthNumbers.keys())
export const dayWords = longestFirst(weekdays.flatMap((words) => words.split('|')))
export const dayLetters = weekdayLetters.join('|')

/** 1–12; 0 for a word that is no month. */
export function monthOfWord(word: string): number {
  return monthNumbers.get(word.toLowerCase()) ?? 0
}

/** Days since Sunday, 0–6; null for a word that is no weekday. */
export function weekdayOfWord(word: string): number | null {
  return weekdayNumbers.get(word.toLowerCase()) ?? null
}
