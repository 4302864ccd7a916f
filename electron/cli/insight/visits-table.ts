import { faultOf, type SummaryFault } from '#shared/domain/insight/future/summary.ts'
import { type BusinessDate, toDayNumber } from '#shared/values/index.ts'
import { WrongUse } from '../stop.ts'
import { dayIn, numberIn, readCsv, wrongCell } from './csv-table.ts'

/** The guests of a plain file, a place each; times in the file's unit. `monetary` is NaN where nothing was spent. */
export type VisitsTable = {
  guests: string[]
  frequency: number[]
  recency: number[]
  age: number[]
  /** The mean of the repeat purchases; null: the file has no amounts. */
  monetary: number[] | null
}

export const timeUnits = ['week', 'day', 'month'] as const
export type TimeUnit = (typeof timeUnits)[number]
/** Mean lengths: twelve months are a year in each. */
export const unitDays: Record<TimeUnit, number> = { week: 7, day: 1, month: 365.25 / 12 }

const guestHeadings = ['guest', 'guest_id', 'guestid', 'id', 'customer', 'customer_id', 'cust']

/** A summary: frequency, recency, T and, where it is there, monetary; also by the headings of the literature (x, t_x, zbar). */
export async function readSummary(file: string): Promise<VisitsTable> {
  const { has, rows } = await readCsv(file, {
    guest: { headings: guestHeadings, optional: true },
    frequency: { headings: ['frequency', 'x'] },
    recency: { headings: ['recency', 't_x', 'tx', 't.x'] },
    T: { headings: ['t', 't.cal', 'age'] },
    monetary: { headings: ['monetary', 'monetary_value', 'zbar', 'm_x'], optional: true },
  })
  const table: VisitsTable = {
    guests: [],
    frequency: [],
    recency: [],
    age: [],
    monetary: has.monetary ? [] : null,
  }
  for await (const { line, cells } of rows) {
    const frequency = numberIn(file, line, 'frequency', cells.frequency)
    const recency = numberIn(file, line, 'recency', cells.recency)
    const age = numberIn(file, line, 'T', cells.T)
    const fault = faultOf({ frequency, recency, age })
    if (fault) {
      const column = faultColumn[fault](frequency, recency)
      throw wrongCell(file, line, column, cells[column], `insightFile.${fault}`, { T: cells.T })
    }
    table.guests.push(has.guest ? cells.guest : String(table.guests.length + 1))
    table.frequency.push(frequency)
    table.recency.push(recency)
    table.age.push(age)
    if (!table.monetary) continue
    const amount = cells.monetary === '' ? 0 : numberIn(file, line, 'monetary', cells.monetary)
    if (amount < 0) throw wrongCell(file, line, 'monetary', cells.monetary, 'insightFile.belowZero')
    table.monetary.push(frequency > 0 && amount > 0 ? amount : Number.NaN)
  }
  return table
}

const faultColumn: Record<
  SummaryFault,
  (frequency: number, recency: number) => 'frequency' | 'recency' | 'T'
> = {
  belowZero: (frequency, recency) => (frequency < 0 ? 'frequency' : recency < 0 ? 'recency' : 'T'),
  notWhole: () => 'frequency',
  recencyBeyondAge: () => 'recency',
  recencyWithoutRepeat: () => 'recency',
}

/** What each guest spent on each day, by day number, and the day until which guests were seen. */
export type Purchases = { byGuest: Map<string, Map<number, number>>; end: number; hasAmounts: boolean }

/**
 * Purchases, a row each: guest, date and, where it is there, amount. Those of one guest on one day are one. Seen until
 * `asOf`, or until the last date of the file; what is later is left out.
 */
export async function readPurchases(file: string, asOf: BusinessDate | undefined): Promise<Purchases> {
  const { has, rows } = await readCsv(file, {
    guest: { headings: guestHeadings },
    date: { headings: ['date', 'day', 'arrival', 'purchase_date', 'transaction_date'] },
    amount: {
      headings: ['amount', 'value', 'sales', 'revenue', 'spend', 'monetary', 'dollar_value'],
      optional: true,
    },
  })
  const end = asOf === undefined ? Number.POSITIVE_INFINITY : toDayNumber(asOf)
  const byGuest: Purchases['byGuest'] = new Map()
  let last = Number.NEGATIVE_INFINITY
  for await (const { line, cells } of rows) {
    if (cells.guest === '') throw wrongCell(file, line, 'guest', '', 'insightFile.noGuest')
    const day = dayIn(file, line, 'date', cells.date)
    const amount = has.amount ? numberIn(file, line, 'amount', cells.amount) : 0
    if (amount < 0) throw wrongCell(file, line, 'amount', cells.amount, 'insightFile.belowZero')
    if (day > end) continue
    last = Math.max(last, day)
    const days = byGuest.get(cells.guest) ?? new Map<number, number>()
    byGuest.set(cells.guest, days.set(day, (days.get(day) ?? 0) + amount))
  }
  if (byGuest.size === 0)
    throw new WrongUse('insightFile.beforeFirst', { date: asOf ?? '', file: file.slice(0, 200) })
  return { byGuest, end: asOf === undefined ? last : end, hasAmounts: has.amount }
}

/** The same summed up: the first purchase counts for neither frequency nor monetary, as in the published data. */
export async function readTransactions(
  file: string,
  unit: TimeUnit,
  asOf: BusinessDate | undefined,
): Promise<VisitsTable> {
  const { byGuest, end, hasAmounts } = await readPurchases(file, asOf)
  return summaryOf(byGuest, end, unitDays[unit], hasAmounts)
}

function summaryOf(
  byGuest: Map<string, Map<number, number>>,
  end: number,
  unit: number,
  hasAmounts: boolean,
): VisitsTable {
  const table: VisitsTable = {
    guests: [],
    frequency: [],
    recency: [],
    age: [],
    monetary: hasAmounts ? [] : null,
  }
  for (const [guest, amounts] of byGuest) {
    const days = [...amounts.keys()].sort((a, b) => a - b)
    const first = days[0] as number
    const repeats = days.slice(1)
    const spent = repeats.reduce((sum, day) => sum + (amounts.get(day) as number), 0)
    table.guests.push(guest)
    table.frequency.push(repeats.length)
    table.recency.push(((days.at(-1) as number) - first) / unit)
    table.age.push((end - first) / unit)
    table.monetary?.push(spent > 0 ? spent / repeats.length : Number.NaN)
  }
  return table
}
