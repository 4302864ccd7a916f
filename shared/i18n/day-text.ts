import { type BusinessDate, toDayNumber } from '../values/index.ts'
import type { Language } from './types.ts'

/** Day by day as Intl has it (a test compares): its formatters cost the first screen more than all else it writes. */
const weekdays: Record<Language, readonly string[]> = {
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
}
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** The first day of the epoch was a Thursday. */
const EPOCH_WEEKDAY = 4

/**
 * `short`: Sat 7 Mar 2026, 2026/03/07 周六. `day` leaves out the year; `plain`, for dates that nobody comes or goes on
 * (a birth, a passport’s end), the weekday; `axis`, below the bars of a chart, both.
 */
export type DayStyle = 'short' | 'day' | 'plain' | 'axis'

/** A business date as every screen and every sentence writes it. */
export function dayText(date: BusinessDate, language: Language, style: DayStyle = 'short'): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const weekday = style === 'plain' || style === 'axis' ? '' : weekdayText(date, language)
  const hasYear = style === 'short' || style === 'plain'
  if (language === 'zh') return `${hasYear ? `${year}/` : ''}${month}/${day} ${weekday}`.trimEnd()
  return `${weekday} ${Number(day)} ${months[Number(month) - 1]}${hasYear ? ` ${year}` : ''}`.trimStart()
}

/** The days of a period by its first and last: Sat 7 Mar 2026 – Sun 8 Mar 2026. */
export function daysText(
  first: BusinessDate,
  last: BusinessDate,
  language: Language,
  style?: DayStyle,
): string {
  const from = dayText(first, language, style)
  return first === last ? from : `${from} – ${dayText(last, language, style)}`
}

/** Sat, 周六. */
export function weekdayText(date: BusinessDate, language: Language): string {
  const day = toDayNumber(date) + EPOCH_WEEKDAY
  return weekdays[language][((day % 7) + 7) % 7] ?? ''
}
