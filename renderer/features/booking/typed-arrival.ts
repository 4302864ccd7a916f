import { clockText } from '#renderer/parts/request/clock-text.ts'
import type { Key } from '#shared/i18n/index.ts'
import { type BusinessDate, type Currency, isBusinessDate, parseMoney } from '#shared/values/index.ts'
import { amountFault } from './change/read-rates.ts'

/** When the guest comes, how long it is held and what was asked for, as typed; empty: not set. */
export type TypedArrival = { expectedTime: string; holdUntil: string; deposit: string; depositDueOn: string }

/** Nothing said of the arrival. */
export const untypedArrival: TypedArrival = {
  expectedTime: '',
  holdUntil: '',
  deposit: '',
  depositDueOn: '',
}

const isClock = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

/** What of the arrival can't be meant, by field, with the key of its words. */
export function wrongArrival(
  typed: TypedArrival,
  currency: string,
): Partial<Record<keyof TypedArrival, Key>> {
  const wrong: Partial<Record<keyof TypedArrival, Key>> = {}
  for (const field of ['expectedTime', 'holdUntil'] as const) {
    const text = clockText(typed[field])
    if (text !== '' && !isClock(text)) wrong[field] = 'invalid.time'
  }
  const fault = amountFault(typed.deposit, currency as Currency)
  if (fault) wrong.deposit = fault
  if (typed.depositDueOn !== '' && !isBusinessDate(typed.depositDueOn)) wrong.depositDueOn = 'invalid.date'
  return wrong
}

/** The arrival as the core takes it; a deposit of nothing is none. */
export function arrivalInput(typed: TypedArrival, currency: Currency) {
  const orNone = (text: string) => (text.trim() === '' ? null : clockText(text))
  const depositMinor = typed.deposit.trim() === '' ? null : parseMoney(typed.deposit, currency) || null
  return {
    expectedTime: orNone(typed.expectedTime),
    holdUntil: orNone(typed.holdUntil),
    depositMinor,
    depositDueOn:
      depositMinor === null || typed.depositDueOn === '' ? null : (typed.depositDueOn as BusinessDate),
  }
}
