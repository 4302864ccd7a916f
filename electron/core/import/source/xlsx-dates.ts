import { businessDateOf, fromDayNumber, toDayNumber } from '#shared/values/index.ts'

/** Number formats that every spreadsheet has built in and that show a date or a time (ECMA-376 18.8.30). */
const builtIn = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** True when a cell of that number format shows a date: by its number, or by its own pattern (`yyyy"年"m"月"d"日"`). */
export function isDateFormat(id: number, pattern: string | undefined): boolean {
  if (pattern === undefined) return builtIn.some(([from, to]) => id >= from && id <= to)
  // Quoted text, escaped characters, colours and conditions are no part of the pattern's letters.
  const letters = pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  return /[ymdhs]/i.test(letters) && !/general/i.test(letters)
}

/** Day 0 of the two date systems as a day number since 1970. The first counts a 29 February 1900 that never was. */
const zeroOf1900 = -25_569
const zeroOf1904 = -24_107
/** Days that a date can be; a 0 that is shown as one (1900-01-00) is none. */
const firstDay = toDayNumber(businessDateOf('1900-01-01'))
const lastDay = toDayNumber(businessDateOf('2199-12-31'))

/** A serial number is held to a hundred-thousandth of a second: what is closer to the next day than this is that day. */
const nothing = 1e-9

/**
 * The day (and time, when the cell has one) of a spreadsheet's serial number, as `2026-03-05` or `2026-03-05 14:30`. A time
 * never moves the day: 23:59:59 is of the day that ends.
 */
export function excelDate(serial: number, date1904: boolean): string {
  const day = Math.floor(serial + nothing)
  const minutes = Math.min(1439, Math.floor(Math.round((serial - day) * 86_400) / 60))
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  if (day === 0 && minutes > 0) return time
  const known = day + (date1904 ? zeroOf1904 : day < 60 ? zeroOf1900 + 1 : zeroOf1900)
  if (!Number.isFinite(serial) || day < 0 || known < firstDay || known > lastDay) return String(serial)
  const date = fromDayNumber(known)
  return minutes <= 0 ? date : `${date} ${time}`
}
