import { type BusinessDate, dayFrom, weekdayOf } from '#shared/values/business-date.ts'

/** Words for days in both languages, whatever the screen speaks: a clerk types what comes to the fingers. */
const near: Readonly<Record<string, number>> = {
  today: 0,
  tod: 0,
  今天: 0,
  今日: 0,
  今: 0,
  tomorrow: 1,
  tom: 1,
  tmr: 1,
  tmrw: 1,
  明天: 1,
  明日: 1,
  明: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
  大後天: 3,
  yesterday: -1,
  昨天: -1,
  昨日: -1,
  前天: -2,
}

const english = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const HAN_WEEKDAYS = '日一二三四五六'
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const monthNames =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/

/** `today`, `明天`: so many days from the business date; undefined for another word. */
export function nearDay(word: string): number | undefined {
  return Object.hasOwn(near, word) ? near[word] : undefined
}

/** 0 = Sunday … 6: `fr`, `fri`, `friday`, `周五`, `星期五`, `礼拜五`; undefined for another word. */
export function weekdayOfWord(word: string): number | undefined {
  const han = /^(?:周|週|星期|礼拜)([日天一二三四五六])$/.exec(word)?.[1]
  if (han) return HAN_WEEKDAYS.indexOf(han === '天' ? '日' : han)
  if (!/^[a-z]{2,9}$/.test(word)) return undefined
  const usual = word === 'tues' ? 'tue' : word === 'thur' || word === 'thurs' ? 'thu' : word
  const at = english.findIndex((name) => name.startsWith(usual))
  return at < 0 ? undefined : at
}

/** 1–12: `mar`, `march`, `sept`; undefined for another word. */
export function monthOfWord(word: string): number | undefined {
  return monthNames.test(word) ? months.indexOf(word.slice(0, 3)) + 1 : undefined
}

const weeks: Readonly<Record<string, number>> = {
  这: 0,
  本: 0,
  this: 0,
  下: 1,
  next: 1,
  下下: 2,
  上: -1,
  last: -1,
}

/** The weekday of this, the next or the last week, which begins on Monday: `下周五`, `next fri`; undefined for another word. */
export function dayOfWeek(word: string, today: BusinessDate): BusinessDate | null | undefined {
  const [, which = '', weekday = ''] = /^(这|本|下下|下|上|this |next |last )(.+)$/.exec(word) ?? []
  const day = weekdayOfWord(weekday.trim())
  const week = weeks[which.trim()]
  if (day === undefined || week === undefined) return undefined
  const fromMonday = (one: number) => (one + 6) % 7
  return dayFrom(today, week * 7 + fromMonday(day) - fromMonday(weekdayOf(today)))
}

/** The next such weekday from a day on, or the last one up to it. */
export function nearestWeekday(day: number, from: BusinessDate, back: boolean): BusinessDate | null {
  const ahead = (day - weekdayOf(from) + 7) % 7
  return dayFrom(from, back && ahead > 0 ? ahead - 7 : ahead)
}
