/** The sums of a paper, from its lines alone: the tax table and the totals can't disagree with what is printed above them. */
import { sumMoney } from '../../values/index.ts'
import type { PaperContent, PaperLine, PaperTax } from './paper.ts'

type Lines = readonly PaperLine[]

/**
 * Taxes over all charges, by name, rate and category, in the order in which they first appear. Each is the sum of what was
 * posted line by line, so that the paper says what the ledger has.
 */
export function taxesOf(lines: Lines): PaperTax[] {
  const sums = new Map<string, PaperTax>()
  for (const tax of charges(lines).flatMap((line) => line.taxes)) {
    const key = JSON.stringify([tax.name, tax.rate, tax.vatCategory])
    const sum = sums.get(key)
    if (!sum) sums.set(key, { ...tax })
    else {
      sum.baseMinor = sumMoney([sum.baseMinor, tax.baseMinor])
      sum.taxMinor = sumMoney([sum.taxMinor, tax.taxMinor])
    }
  }
  return [...sums.values()]
}

export type PaperTotals = Pick<
  PaperContent,
  'netMinor' | 'taxMinor' | 'grossMinor' | 'roundingMinor' | 'paidMinor' | 'dueMinor'
>

/** Totals in minor units; `dueMinor` = gross + rounding − paid, negative where more was paid than is owed. */
export function totalsOf(lines: Lines): PaperTotals {
  const charged = charges(lines)
  const grossMinor = sumMoney(charged.map((line) => line.grossMinor))
  const roundingMinor = sumMoney(
    lines.filter(({ kind }) => kind === 'rounding').map((line) => line.grossMinor),
  )
  const paid = sumMoney(lines.filter(({ kind }) => kind === 'payment').map((line) => line.grossMinor))
  return {
    netMinor: sumMoney(charged.map((line) => line.netMinor)),
    taxMinor: sumMoney(charged.map((line) => line.taxMinor)),
    grossMinor,
    roundingMinor,
    paidMinor: 0 - paid,
    dueMinor: sumMoney([grossMinor, roundingMinor, paid]),
  }
}

/**
 * A row of the tax table. Each charge stands in one row with its net: that of its VAT, else of its first tax. Further taxes of it
 * have rows of their own without a net (null), so that nets and gross amounts are counted once; `baseMinor` is what they are on.
 */
export type TaxTableRow = {
  name: string
  rate: string
  netMinor: number | null
  baseMinor: number
  taxMinor: number
  grossMinor: number
}

/** The tax table as printed: its rows, and what is untaxed, add up to the net, tax and gross of the paper. */
export function taxTableOf(lines: Lines): { rows: TaxTableRow[]; untaxedMinor: number } {
  const rows = new Map<string, TaxTableRow>()
  for (const line of charges(lines)) {
    const main = line.taxes.find(({ vatCategory }) => vatCategory !== '') ?? line.taxes[0]
    for (const tax of line.taxes) addToTable(rows, tax, tax === main ? line.netMinor : null)
  }
  const untaxed = charges(lines).filter(({ taxes }) => taxes.length === 0)
  const inOrder = [...rows.values()].sort((a, b) => Number(a.netMinor === null) - Number(b.netMinor === null))
  return { rows: inOrder, untaxedMinor: sumMoney(untaxed.map((line) => line.netMinor)) }
}

function addToTable(rows: Map<string, TaxTableRow>, tax: PaperTax, net: number | null): void {
  const { name, rate, vatCategory } = tax
  const key = JSON.stringify([name, rate, vatCategory, net === null])
  const sum = rows.get(key) ?? {
    name,
    rate,
    netMinor: net === null ? null : 0,
    baseMinor: 0,
    taxMinor: 0,
    grossMinor: 0,
  }
  rows.set(key, {
    ...sum,
    netMinor: net === null ? null : sumMoney([sum.netMinor ?? 0, net]),
    baseMinor: sumMoney([sum.baseMinor, tax.baseMinor]),
    taxMinor: sumMoney([sum.taxMinor, tax.taxMinor]),
    grossMinor: sumMoney([sum.grossMinor, net ?? 0, tax.taxMinor]),
  })
}

/** The lines of a kind, in their order. */
export function linesOf(lines: Lines, kind: PaperLine['kind']): PaperLine[] {
  return lines.filter((line) => line.kind === kind)
}

function charges(lines: Lines): PaperLine[] {
  return linesOf(lines, 'charge')
}

/** The first and the last day of what is charged; null where nothing is. */
export function serviceDates(lines: Lines): { first: PaperLine['date']; last: PaperLine['date'] } | null {
  const days = charges(lines)
    .map(({ date }) => date)
    .sort()
  const [first] = days
  const last = days.at(-1)
  return first && last ? { first, last } : null
}
