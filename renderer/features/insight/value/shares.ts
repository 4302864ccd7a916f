import { formatNumber } from '#renderer/ui/format.ts'

/** A share in per cent with one decimal; — over nothing. */
export function shareText(part: number, whole: number, locale: string): string {
  return whole > 0 ? `${formatNumber((100 * part) / whole, locale, 1)} %` : '—'
}
