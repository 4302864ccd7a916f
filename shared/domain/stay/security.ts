/** What the hotel has in hand for what a guest may owe: the one list that the desk sees at check-in. */
export const securities = ['deposit', 'hold', 'guarantee'] as const
export type Security = (typeof securities)[number]

type Of = { guarantee: string; heldMinor: number; holdsMinor: number }

/** Who guarantees it without money in hand. A deposit that is only asked for guarantees nothing before it was taken. */
const standing: readonly string[] = ['non-refundable', 'refundable', 'company', 'card']

/** What secures a stay, money first; nothing where the guest is trusted alone. */
export function securedBy({ guarantee, heldMinor, holdsMinor }: Of): Security[] {
  const has: Record<Security, boolean> = {
    deposit: heldMinor > 0,
    hold: holdsMinor > 0,
    guarantee: standing.includes(guarantee),
  }
  return securities.filter((one) => has[one])
}
