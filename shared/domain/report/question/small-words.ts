import type { PeriodWord } from '../catalogue.ts'
import type { Direction, Meaning } from './meanings.ts'
import type { Words } from './words.ts'

export const spanWords: Readonly<Partial<Record<PeriodWord, Words>>> = {
  today: { en: 'today, tonight', zh: '今天, 今日, 当天, 当日, 今晚' },
  yesterday: { en: 'yesterday', zh: '昨天, 昨日' },
  'this-week': { en: 'this week, current week', zh: '本周, 这周, 这个星期, 本星期, 这星期' },
  'last-week': { en: 'last week, previous week, past week', zh: '上周, 上星期, 上个星期, 上一周' },
  'this-month': { en: 'this month, current month', zh: '本月, 这个月, 当月, 这月' },
  'last-month': { en: 'last month, previous month', zh: '上个月, 上月' },
  'month-to-date': { en: 'month to date, mtd', zh: '本月至今, 本月累计, 月初至今, 本月以来' },
  'this-quarter': { en: 'this quarter, current quarter', zh: '本季度, 本季, 这个季度' },
  'last-quarter': { en: 'last quarter, previous quarter', zh: '上季度, 上个季度, 上季' },
  'this-year': { en: 'this year, current year', zh: '今年, 本年, 本年度' },
  'last-year': { en: 'last year, previous year', zh: '去年, 上年, 上一年, 上年度' },
  'year-to-date': { en: 'year to date, ytd', zh: '今年至今, 年初至今, 今年累计, 今年以来, 本年累计' },
}

/** Days away from the business date. */
export const dayWords: readonly { days: number; words: Words }[] = [
  { days: -2, words: { en: 'the day before yesterday, day before yesterday', zh: '前天, 前日' } },
  { days: 1, words: { en: 'tomorrow', zh: '明天, 明日' } },
  { days: 2, words: { en: 'the day after tomorrow, day after tomorrow', zh: '后天' } },
]

/** Weeks, months, quarters and years away from the one of the business date, where the catalogue has no word for them. */
export const unitWords: readonly {
  unit: 'week' | 'month' | 'quarter' | 'year'
  away: number
  words: Words
}[] = [
  { unit: 'week', away: 1, words: { en: 'next week', zh: '下周, 下星期, 下个星期' } },
  { unit: 'week', away: -2, words: { en: 'the week before last, week before last', zh: '上上周, 上上星期' } },
  { unit: 'month', away: 1, words: { en: 'next month', zh: '下个月, 下月' } },
  {
    unit: 'month',
    away: -2,
    words: { en: 'the month before last, month before last', zh: '上上个月, 上上月' },
  },
  { unit: 'quarter', away: 1, words: { en: 'next quarter', zh: '下季度, 下个季度' } },
  { unit: 'year', away: 1, words: { en: 'next year', zh: '明年, 下一年' } },
  { unit: 'year', away: -2, words: { en: 'the year before last, year before last', zh: '前年' } },
]

/** Months in English; Chinese ones are figures. */
export const monthWords: readonly string[] = [
  'january, jan',
  'february, feb',
  'march, mar',
  'april, apr',
  'may',
  'june, jun',
  'july, jul',
  'august, aug',
  'september, sep, sept',
  'october, oct',
  'november, nov',
  'december, dec',
]

export const halfWords: readonly { half: 1 | 2; words: Words }[] = [
  { half: 1, words: { en: 'first half, h1', zh: '上半年' } },
  { half: 2, words: { en: 'second half, h2', zh: '下半年' } },
]

export const orderWords: Readonly<Record<Direction, Words>> = {
  most: {
    en: 'most, top, highest, largest, biggest, longest, descending',
    zh: '最多, 最高, 最大, 最长, 由高到低, 从高到低, 降序, 排名, 排行',
  },
  least: {
    en: 'least, fewest, lowest, smallest, bottom, shortest, ascending',
    zh: '最少, 最低, 最小, 最短, 由低到高, 从低到高, 升序',
  },
}

export const againstWords: readonly { what: Extract<Meaning, { is: 'against' }>['what']; words: Words }[] = [
  {
    what: 'last-year',
    words: {
      en: 'same time last year, year on year, year over year, yoy, same period last year, same dates last year, stly',
      zh: '同比, 去年同期, 上年同期',
    },
  },
  {
    what: 'same-weekday',
    words: {
      en: 'same weekday last year, same weekday, same weekdays',
      zh: '去年同一星期, 同星期, 按星期对齐, 去年同星期',
    },
  },
  {
    what: 'festival',
    words: {
      en: 'same festival last year, same festival, same holiday last year, same festival day',
      zh: '去年同一节日, 同节日, 按节日对齐, 去年同节日',
    },
  },
  {
    what: 'none',
    words: { en: 'without comparison, no comparison, uncompared', zh: '不对比, 不比较, 无对比' },
  },
  {
    what: 'previous',
    words: { en: 'previous period, period before', zh: '环比, 上期, 上一期' },
  },
]

/** What joins the pieces, and what adds nothing. */
export const joinWords: Readonly<
  Record<
    Extract<Meaning['is'], 'by' | 'versus' | 'and' | 'to' | 'between' | 'since' | 'first' | 'little'>,
    Words
  >
> = {
  by: {
    en: 'by, per, each, every, for each, split by, grouped by, broken down by, sorted by, ordered by, order by, sort by, by each',
    zh: '按, 按照, 分, 各, 各个, 每, 每个, 依',
  },
  versus: {
    en: 'vs, versus, against, compared with, compared to, compare with, compare to, compared, compare, comparison',
    zh: '对比, 比, 较, 相比, 比较, 对照, 与之相比, 相较, 比起',
  },
  and: { en: 'and, plus, &', zh: '和, 与, 及, 以及, 跟' },
  to: { en: 'to, until, till, through, -, ..', zh: '到, 至, 截至' },
  between: { en: 'between', zh: '介于' },
  since: { en: 'since, from', zh: '自, 自从, 从' },
  first: { en: 'first figure, first column', zh: '首个指标, 首列' },
  little: {
    en:
      "the, a, an, of, for, in, on, at, show, show me, me, what, what's, whats, which, who, how, how many, how much, many, much, was, were, is, are, " +
      'did, do, does, had, has, have, there, our, we, us, my, i, please, give, give me, list, with, during, over, hotel, figures, numbers, ' +
      'report, get, see, tell me, come, came, from which, guest, number of',
    zh:
      '的, 了, 吗, 客人, 人次, 呢, 请, 看, 看看, 查, 查看, 查询, 显示, 给我, 我, 我们, 多少, 是, 有, 在, 哪些, 哪个, 哪, 什么, 情况, 数据, 报表, 酒店, 一下, ' +
      '想, 要, 怎么样, 如何, 分别, 里, 中, 内, 间, 期间, 时候, 请问, 想看, 想知道, 以来, 来看, 统计, 分析, 排序',
  },
}
