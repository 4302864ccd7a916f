import { clockText } from '#renderer/parts/request/clock-text.ts'
import { minutesOf } from '#shared/domain/booking/day-use.ts'
import { type BusinessDate, type Currency, parseMoney } from '#shared/values/index.ts'
import { amountFault } from './change/read-rates.ts'

/** Hours of day use as typed; a time that is empty is the one proposed, a price what the rule says. */
export type TypedHours = { from: string; to: string; price: string; overtime: string }
export type Hours = { from: string; to: string }
export type HoursInput = Hours & { priceMinor?: number; overtimeMinor?: number }

export const untypedHours: TypedHours = { from: '', to: '', price: '', overtime: '' }

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
const lastMinute = 24 * 60 - 1

/** Today from the next five minutes on, on another day from noon; for as long as one block of hours. */
export function proposeHours(
  day: BusinessDate,
  clock: { date: string; time: string },
  blockHours: number,
): Hours {
  const start = day === clock.date ? Math.ceil(minutesOf(clock.time) / 5) * 5 : 12 * 60
  const from = Math.min(start, lastMinute - 1)
  return { from: timeOf(from), to: endOf(timeOf(from), blockHours) }
}

/** When hours end that begin then, within the day. */
export function endOf(from: string, hours: number): string {
  return timeOf(Math.min(minutesOf(from) + hours * 60, lastMinute))
}

function timeOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

/** What of the hours can't be meant. */
export function wrongHours(typed: TypedHours, currency: Currency) {
  const isWrong = (text: string) => text !== '' && !isClock(clockText(text))
  return {
    from: isWrong(typed.from) ? ('invalid.time' as const) : undefined,
    to: isWrong(typed.to) ? ('invalid.time' as const) : undefined,
    price: amountFault(typed.price, currency) ?? undefined,
    overtime: amountFault(typed.overtime, currency) ?? undefined,
  }
}

/** The hours as the core takes them; null while something of them can't be meant. */
export function hoursInput(
  typed: TypedHours,
  proposed: Hours,
  blockHours: number,
  currency: Currency,
): HoursInput | null {
  if (Object.values(wrongHours(typed, currency)).some(Boolean)) return null
  const from = clockText(typed.from) || proposed.from
  const amount = (text: string) => (text.trim() === '' ? null : parseMoney(text, currency))
  const priceMinor = amount(typed.price)
  const overtimeMinor = amount(typed.overtime)
  return {
    from,
    to: clockText(typed.to) || (typed.from === '' ? proposed.to : endOf(from, blockHours)),
    ...(priceMinor === null ? {} : { priceMinor }),
    ...(overtimeMinor === null ? {} : { overtimeMinor }),
  }
}
