import {
  type BusinessDate,
  dayFrom,
  dayOf,
  isBusinessDate,
  monthOf,
  parseBusinessDate,
  yearOf,
} from '#shared/values/business-date.ts'

/**
 * A day as a clerk types it, read from `base` (the business date, or the arrival): `2026-03-05`, `20260305`,
 * `3-5`, `3/5`, `0305` (the next such day from the base on), `5` (the next 5th), `+3` nights on. Null when it is no day.
 */
export function typedDate(text: string, base: BusinessDate): BusinessDate | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/[年月./]/g, '-')
    .replace(/日$/, '')
  const nights = /^([+-])(\d{1,3})$/.exec(plain)
  if (nights) return dayFrom(base, Number(`${nights[1]}${nights[2]}`))
  const whole = /^(\d{4})-?(\d{1,2})-?(\d{1,2})$/.exec(plain)
  if (whole) return parseBusinessDate(form(Number(whole[1]), Number(whole[2]), Number(whole[3])))
  const monthDay = /^(\d{1,2})-(\d{1,2})$/.exec(plain) ?? /^(\d{2})(\d{2})$/.exec(plain)
  if (monthDay) return nextOn(Number(monthDay[1]), Number(monthDay[2]), base)
  const day = /^(\d{1,2})$/.exec(plain)
  return day ? nextDay(Number(day[1]), base) : null
}

function nextOn(month: number, day: number, base: BusinessDate): BusinessDate | null {
  const year = yearOf(base)
  // 29 February may be up to eight years away
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = form(year + ahead, month, day)
    if (isBusinessDate(date) && date >= base) return date
  }
  return null
}

function nextDay(day: number, base: BusinessDate): BusinessDate | null {
  for (let ahead = 0; ahead < 4; ahead++) {
    const months = monthOf(base) - 1 + ahead
    const date = form(yearOf(base) + Math.floor(months / 12), (months % 12) + 1, day)
    if (isBusinessDate(date) && (ahead > 0 || day >= dayOf(base))) return date
  }
  return null
}

function form(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
