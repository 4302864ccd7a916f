import { maxBasisPoints } from '#shared/domain/report/commission.ts'

/** A share as people type it, in hundredths of a per cent: 12.5 is 1250. Null for nothing typed, undefined for what is none. */
export function basisPointsOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replace(',', '.').replace(/\s*%$/, '').trim()
  if (plain === '') return null
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return undefined
  const points = Math.round(Number(plain) * 100)
  return points > maxBasisPoints ? undefined : points
}

/** 1250 → 12.5. */
export function percentText(basisPoints: number | null, locale: string): string {
  if (basisPoints === null) return ''
  return (basisPoints / 100).toLocaleString(locale, { maximumFractionDigits: 2, useGrouping: false })
}
