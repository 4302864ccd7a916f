/** How much a folio may owe. */

export type LimitState = 'within' | 'warn' | 'over'

export type Exposure = {
  /** What the folio owes after the charge. */
  balanceMinor: number
  /** Deposits held and pre-authorisations that have not expired. */
  securedMinor: number
  /** Null: no limit. */
  limitMinor: number | null
  warnPercent: number
}

/** Whether a folio is within its limit: what it owes beyond its security counts; the limit itself is still within. */
export function limitState({ balanceMinor, securedMinor, limitMinor, warnPercent }: Exposure): LimitState {
  if (limitMinor === null) return 'within'
  const owing = balanceMinor - securedMinor
  if (owing > limitMinor) return 'over'
  return owing > 0 && owing * 100 >= limitMinor * warnPercent ? 'warn' : 'within'
}
