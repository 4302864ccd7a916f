import type { OpenDesk } from '#core/compose.ts'
import { rowText } from '#core/import/source/csv.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { RfmSegment } from '#shared/domain/insight/value/classes.ts'
import type { RfmOfTransactions, Transactions } from '#shared/domain/insight/value/transactions.ts'
import { rfmOfTransactions } from '#shared/domain/insight/value/transactions.ts'
import { zh } from '#shared/i18n/zh/index.ts'
import { type Currency, minorDigits, toDayNumber } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { dayIn, numberIn, readCsv, wrongCell } from './csv-table.ts'
import { asOfIn, runOverStore } from './store-run.ts'

const cutNames = ['mean', 'quintile'] as const

/**
 * `insight rfm --transactions FILE.csv`: each row is one transaction (guest, date, amount). Seen at the end of `--as-of`, or of
 * the file's last date; later rows are left out. By `--cut mean` r, f and m are H or L (a value that equals the mean is H), by
 * `--cut quintile` 1 to 5, of which 4 and 5 are high. Segments have the names of the field, from 重要价值 (H H H) on.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const kind = choiceOf(given, 'cut', cutNames) ?? 'mean'
  const format = choiceOf(given, 'format', ['json', 'csv'] as const) ?? 'json'
  const file = given.text('transactions')
  if (file === undefined) return await ofStore(given, cli, kind, format)
  const asOf = asOfIn(given)
  const transactions = await readAmounts(file)
  const last = transactions.day.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY)
  const found = rfmOfTransactions(transactions, asOf === undefined ? last : toDayNumber(asOf), { kind })
  if (found.guests.length === 0)
    throw new WrongUse('insightFile.beforeFirst', {
      date: asOf ?? '',
      file: file.slice(0, 200),
    })
  await print(cli, found, format)
  return exitCodes.ok
}

const columns = {
  guest: { headings: ['guest', 'guest_id', 'guestid', 'id', 'customer', 'customer_id', 'cust'] },
  date: { headings: ['date', 'day', 'arrival', 'purchase_date', 'transaction_date'] },
  amount: { headings: ['amount', 'value', 'sales', 'revenue', 'spend', 'monetary', 'dollar_value'] },
} as const

/** Amounts are kept in whole units of the smallest decimal that the file has, so that their sums are exact. */
async function readAmounts(file: string): Promise<Transactions & { day: number[] }> {
  const { rows } = await readCsv(file, columns)
  const places = new Map<string, number>()
  const guest: number[] = []
  const day: number[] = []
  const amounts: number[] = []
  let decimals = 0
  for await (const { line, cells } of rows) {
    if (cells.guest === '') throw wrongCell(file, line, 'guest', '', 'insightFile.noGuest')
    const on = dayIn(file, line, 'date', cells.date)
    const amount = numberIn(file, line, 'amount', cells.amount)
    if (amount < 0) throw wrongCell(file, line, 'amount', cells.amount, 'insightFile.belowZero')
    const place = places.get(cells.guest) ?? places.size
    places.set(cells.guest, place)
    guest.push(place)
    day.push(on)
    amounts.push(amount)
    decimals = Math.max(decimals, decimalsOf(cells.amount))
  }
  const scale = 10 ** decimals
  return {
    guests: [...places.keys()],
    guest,
    day,
    amount: amounts.map((amount) => Math.round(amount * scale)),
    scale,
  }
}

const MOST_DECIMALS = 6

/** Decimals of a number as it is written: two of 1.05, and three of 1.5e-2. */
function decimalsOf(text: string): number {
  const [digits = '', power = '0'] = text.toLowerCase().split('e')
  const behind = digits.split('.')[1]?.length ?? 0
  return Math.min(MOST_DECIMALS, Math.max(0, behind - Number(power)))
}

type Guest = RfmOfTransactions['guests'][number]

/** Where the mean cuts, high is 1. */
const HIGH_BY_MEAN = 1

/** The same keys over a store: guests by number, revenue in the hotel's currency. */
async function ofStore(
  given: Given,
  cli: Cli,
  kind: (typeof cutNames)[number],
  format: 'json' | 'csv',
): Promise<number> {
  return await runOverStore(given, cli, 'value', { cut: kind }, async ({ output, desk }) => {
    const scale = 10 ** minorDigits(await currencyOf(desk))
    const guests = await guestsOf(desk, kind, scale)
    const segments = output.classes.rfm.map(({ name, guests: count, revenueMinor }) => ({
      segment: nameOf(name as RfmSegment),
      guests: count,
      revenue: revenueMinor / scale,
    }))
    return format === 'csv'
      ? csvOf(guests)
      : JSON.stringify({
          cuts: cutsIn(output.cuts, scale),
          segments,
          guests: guests.map((one) => ({ ...one, segment: nameOf(one.segment) })),
        })
  })
}

async function currencyOf(desk: OpenDesk): Promise<Currency> {
  const reply = await desk.call('hotel.settings', {})
  if (!reply.ok) throw new Error('the hotel has no settings')
  return (reply.output as OutputOf<'hotel.settings'>).currency as Currency
}

/** Amounts in the hotel's currency, as the guests have them. */
function cutsIn({ cuts }: RunOutputOf<'value'>['cuts'], scale: number) {
  const { monetary } = cuts
  return {
    ...cuts,
    monetary: Array.isArray(monetary) ? monetary.map((cut) => cut / scale) : monetary / scale,
  }
}

async function guestsOf(desk: OpenDesk, kind: (typeof cutNames)[number], scale: number): Promise<Guest[]> {
  const score = (value: number) => (kind === 'quintile' ? value : value >= HIGH_BY_MEAN ? 'H' : 'L')
  const guests: Guest[] = []
  let after: string | null = null
  do {
    const input = { earlier: true, of: { by: 'all' }, limit: 200, ...(after === null ? {} : { after }) }
    const reply = await desk.call('insight.valueGuests', input)
    if (!reply.ok) throw new Error(JSON.stringify(reply))
    const page = reply.output as OutputOf<'insight.valueGuests'>
    for (const { id, recencyDays, frequency, monetaryMinor, r, f, m, rfm } of page.rows) {
      if (recencyDays === null) continue
      guests.push({
        guest: String(id),
        recencyDays,
        frequency,
        monetary: monetaryMinor / scale,
        r: score(r),
        f: score(f),
        m: score(m),
        segment: rfm as RfmSegment,
      })
    }
    after = page.next
  } while (after !== null)
  return guests.sort((a, b) => Number(a.guest) - Number(b.guest))
}

function nameOf(segment: RfmSegment): string {
  return zh.insightValue.class.rfm[segment]
}

async function print(cli: Cli, found: RfmOfTransactions, format: 'json' | 'csv'): Promise<void> {
  if (format === 'csv') return await cli.say(csvOf(found.guests))
  const segments = found.segments.map((one) => ({ ...one, segment: nameOf(one.segment) }))
  const guests = found.guests.map((one) => ({ ...one, segment: nameOf(one.segment) }))
  await cli.say(JSON.stringify({ cuts: found.cuts, segments, guests }))
}

function csvOf(guests: readonly Guest[]): string {
  const lines = guests.map(({ guest, recencyDays, frequency, monetary, r, f, m, segment }) =>
    rowText([guest, recencyDays, frequency, monetary, r, f, m, nameOf(segment)].map(String)),
  )
  return ['guest,recencyDays,frequency,monetary,r,f,m,segment', ...lines].join('\n')
}
