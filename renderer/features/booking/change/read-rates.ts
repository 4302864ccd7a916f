import { type BusinessDate, type Currency, maxMinor, parseMoney } from '#shared/values/index.ts'

/** What is wrong with an amount as typed, by the key of its words. */
export type AmountFault = 'booking.change.amountWrong' | 'booking.change.amountLarge'

/** What is wrong with a rate as typed; null for an amount that may be charged a night, and for none. */
export function amountFault(text: string, currency: Currency): AmountFault | null {
  if (text.trim() === '') return null
  const minor = parseMoney(text, currency)
  if (minor === null || minor < 0) return 'booking.change.amountWrong'
  return minor > maxMinor ? 'booking.change.amountLarge' : null
}

export type RatesRead = {
  rates: { night: BusinessDate; rateMinor: number }[]
  /** Nights whose text is no amount, with what is wrong; `all` for the one that stands for all. */
  wrong: Map<string, AmountFault>
}

/**
 * Rates as typed: one for all nights, and those that nights have of their own, which go before it. What is empty
 * changes nothing. Nights that are not `ahead` (slept already, or no longer of the stay) are left out.
 */
export function readRates(
  ahead: readonly BusinessDate[],
  all: string,
  own: Readonly<Record<string, string>>,
  currency: Currency,
): RatesRead {
  const wrong = new Map<string, AmountFault>()
  const read = (text: string, where: string): number | null => {
    const fault = amountFault(text, currency)
    if (fault) wrong.set(where, fault)
    return text.trim() === '' ? null : parseMoney(text, currency)
  }
  const forAll = read(all, 'all')
  const rates = ahead.flatMap((night) => {
    const rateMinor = read(own[night] ?? '', night) ?? forAll
    return rateMinor === null ? [] : [{ night, rateMinor }]
  })
  return { rates, wrong }
}
