import type { OutputOf } from '#shared/contract/index.ts'

export type Day = OutputOf<'audit.day'>
export type CloseView = NonNullable<Day['close']>

/** A booking that keeps the day from being closed. */
export type Block = {
  kind: 'arrival' | 'departure'
  row: Omit<Day['arrivals'][number], 'feeMinor'>
  /** What a no-show costs, or what the folios owe; null: nothing is known of it. */
  minor: number | null
}

/** What an act could not do about one of them, with the reason. */
export type NotSettled = { row: Block['row']; problem: string }

/** What can be done about several at once. */
export type Way = 'no-show' | 'move' | 'extend' | 'check-out'

/** Which of the two each way settles. */
export const kindOf: Readonly<Record<Way, Block['kind']>> = {
  'no-show': 'arrival',
  move: 'arrival',
  extend: 'departure',
  'check-out': 'departure',
}

/** Arrivals first, then departures: as they are settled. */
export function blocksOf({ arrivals, departures }: Day): Block[] {
  return [
    ...arrivals.map(({ feeMinor, ...row }): Block => ({ kind: 'arrival', row, minor: feeMinor })),
    ...departures.map(({ balanceMinor, ...row }): Block => ({ kind: 'departure', row, minor: balanceMinor })),
  ]
}
