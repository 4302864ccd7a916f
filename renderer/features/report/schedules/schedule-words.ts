import { hourText } from '#renderer/parts/form/hours.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { dayText, weekdayText } from '#shared/i18n/day-text.ts'
import { describeReply, listText, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { addDays, businessDateOf } from '#shared/values/business-date.ts'

export type Schedule = OutputOf<'report.schedules'>['schedules'][number]

/** From Monday, as a week is read; 0 is Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 0] as const
const aSunday = businessDateOf('2026-03-01')

/** 5 → Fri, 周五. */
export function weekdayName(weekday: number, language: Language): string {
  return weekdayText(addDays(aSunday, weekday), language)
}

/** Every day 06:00, 18:00; Mon, Fri 06:00. */
export function whenText(
  { hours, weekdays: chosen }: Pick<Schedule, 'hours' | 'weekdays'>,
  language: Language,
): string {
  const days = weekdays.filter((day) => chosen.includes(day))
  const on =
    days.length === 0 || days.length === weekdays.length
      ? words(language, 'reportSchedule.everyDay')
      : listText(
          days.map((day) => weekdayName(day, language)),
          language,
        )
  return `${on} ${listText(hours.map(hourText), language)}`
}

/** An hour on the hotel's clock, `2026-03-02T06`: Mon 2 Mar 06:00. */
export function nextText(hour: string, language: Language): string {
  return `${dayText(businessDateOf(hour.slice(0, 10)), language, 'day')} ${hourText(Number(hour.slice(11)))}`
}

/** Why the last file was not written; null where it was, or none was yet. */
export function failureText({ last }: Schedule, language: Language): string | null {
  return last?.failure
    ? describeReply({ ok: false, refusal: last.failure }, language, 'report.runSchedule')
    : null
}
