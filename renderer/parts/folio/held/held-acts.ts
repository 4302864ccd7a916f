import type { Folio } from '../folio-view.ts'

export type Deposit = Folio['deposits'][number]
export type Hold = Folio['holds'][number]

/** What is done with money that is held. */
export const heldActs = ['apply-deposit', 'return-deposit', 'keep-deposit', 'capture', 'release'] as const
export type HeldAct = (typeof heldActs)[number]

/** Deposits of a folio of which something is held. */
export function heldDeposits({ deposits }: Pick<Folio, 'deposits'>): readonly Deposit[] {
  return deposits.filter(({ heldMinor }) => heldMinor > 0)
}

/** Pre-authorisations that are not captured and not released. */
export function openHolds({ holds }: Pick<Folio, 'holds'>): readonly Hold[] {
  return holds.filter(({ status }) => status === 'held')
}
