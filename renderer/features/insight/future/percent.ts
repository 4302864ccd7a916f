import { formatNumber } from '#renderer/ui/format.ts'

/** A share of 0 to 1 as per cent with one decimal. */
export function percentText(share: number, locale: string): string {
  return `${formatNumber(100 * share, locale, 1)} %`
}
