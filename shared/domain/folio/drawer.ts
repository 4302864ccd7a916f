/** What should be in a drawer against what was counted, and what closing it moves. */
import { fraction, type LedgerAccountId, roundFraction, type ShiftId } from '../../values/index.ts'
import type { RoleAccounts } from './chart.ts'
import type { Entry } from './posting.ts'

/**
 * One currency of a drawer: `units` in its own minor units, `bookMinor` what the ledger has it for in the hotel's currency.
 * Of the hotel's own currency both are the same.
 */
export type DrawerCash = { currency: string; units: number; bookMinor: number }

/** A currency as it was closed: counted less expected in its own minor units, and its worth in the hotel's. */
export type ClosedCash = DrawerCash & { countedUnits: number; overUnits: number; overMinor: number }

/**
 * Compares a count with what should be there, currency by currency, the hotel's own first. Only the difference of a foreign
 * currency is valued at the day's rate (`worthOf`, null where the hotel has none): what guests paid keeps the worth that it
 * was taken for, so that a cashier is not short because a rate has moved.
 */
export function compareCount(
  home: string,
  expected: readonly DrawerCash[],
  counted: { readonly [currency: string]: number },
  worthOf: (units: number, currency: string) => number | null,
): ClosedCash[] | { rateMissing: string } {
  const byCurrency = new Map(expected.map((cash) => [cash.currency, cash]))
  const others = [...new Set([...byCurrency.keys(), ...Object.keys(counted)])].filter((one) => one !== home)
  const closed: ClosedCash[] = []
  for (const currency of [home, ...others.sort()]) {
    const cash = byCurrency.get(currency) ?? { currency, units: 0, bookMinor: 0 }
    const countedUnits = counted[currency] ?? 0
    const overUnits = countedUnits - cash.units
    if (currency !== home && countedUnits === 0 && overUnits === 0 && cash.bookMinor === 0) continue
    const overMinor = currency === home || overUnits === 0 ? overUnits : worthOf(overUnits, currency)
    if (overMinor === null) return { rateMissing: currency }
    closed.push({ ...cash, countedUnits, overUnits, overMinor })
  }
  return closed
}

/** What a part of a drawer's foreign cash is worth in the books: its part of what it was taken for, the last one the rest. */
export function bookOfPart({ units, bookMinor }: DrawerCash, part: number): number {
  if (part === units) return bookMinor
  return roundFraction(fraction(BigInt(bookMinor) * BigInt(part), BigInt(units)))
}

/** The accounts that a drawer's cash moves between. */
export type DrawerAccounts = { cash: LedgerAccountId; safe: LedgerAccountId; overShort: LedgerAccountId }

/** The accounts of a chart that a drawer needs; null before a chart is loaded. */
export function drawerAccounts(roles: Partial<RoleAccounts>): DrawerAccounts | null {
  const { cash, safe, 'over-short': overShort } = roles
  return cash === undefined || safe === undefined || overShort === undefined
    ? null
    : { cash, safe, overShort }
}

/** A float comes from the safe. */
export function floatEntries({ cash, safe }: DrawerAccounts, shiftId: ShiftId, floatMinor: number): Entry[] {
  return [
    { accountId: cash, amountMinor: floatMinor, shiftId },
    { accountId: safe, amountMinor: -floatMinor },
  ]
}

/** What closing a drawer moves: what is over or short, then all that was counted to the safe, each currency by itself. */
export function countEntries(
  { cash, safe, overShort }: DrawerAccounts,
  shiftId: ShiftId,
  home: string,
  closed: readonly ClosedCash[],
): { over: Entry[]; up: Entry[] } {
  const abroad = (currency: string, units: number) =>
    currency === home ? {} : { currency, foreignMinor: units }
  const over = closed
    .filter(({ overUnits }) => overUnits !== 0)
    .flatMap(({ currency, overUnits, overMinor }): Entry[] => [
      { accountId: cash, amountMinor: overMinor, shiftId, ...abroad(currency, overUnits) },
      { accountId: overShort, amountMinor: -overMinor },
    ])
  const up = closed
    .filter(({ bookMinor, overMinor, countedUnits }) => bookMinor + overMinor !== 0 || countedUnits !== 0)
    .flatMap(({ currency, bookMinor, overMinor, countedUnits }): Entry[] => {
      const amountMinor = bookMinor + overMinor
      return [
        { accountId: cash, amountMinor: -amountMinor, shiftId, ...abroad(currency, -countedUnits) },
        { accountId: safe, amountMinor, ...abroad(currency, countedUnits) },
      ]
    })
  return { over, up }
}
