import { type BusinessDate, type Currency, parseMoney } from '#shared/values/index.ts'

export type RatesRead = {
  rates: { night: BusinessDate; rateMinor: number }[]
  /** Nights whose text is no amount; `all` for the one that stands for all. */
  wrong: Set<string>
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
  const wrong = new Set<string>()
  const read = (text: string, where: string): number | null => {
    if (text.trim() === '') return null
    const minor = parseMoney(text, currency)
    if (minor === null || minor < 0) wrong.add(where)
    return minor
  }
  const forAll = read(all, 'all')
  const rates = ahead.flatMap((night) => {
    const rateMinor = read(own[night] ?? '', night) ?? forAll
    return rateMinor === null ? [] : [{ night, rateMinor }]
  })
  return { rates, wrong }
}
