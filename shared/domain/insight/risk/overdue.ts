/** What an account owes for longer than it should: its items, matched with its payments oldest first. */
import type { BusinessDate } from '../../../values/index.ts'

/** Days after it was due from which an item is overdue. */
export const overdueDays = 60

export type AccountItem = { dueOn: BusinessDate; amountMinor: number }

/** Open amounts that were due by `by`. `items`: by their dates, the oldest first; payments are below zero. */
export function overdueMinor(items: readonly AccountItem[], by: BusinessDate): number {
  let paid = items.reduce((sum, { amountMinor }) => sum - Math.min(0, amountMinor), 0)
  let overdue = 0
  for (const { dueOn, amountMinor } of items) {
    if (amountMinor <= 0) continue
    const open = Math.max(0, amountMinor - paid)
    paid -= amountMinor - open
    if (dueOn <= by) overdue += open
  }
  return overdue
}
