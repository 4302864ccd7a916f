import type { RfmSegment } from '#shared/domain/insight/value/classes.ts'
import type { RfmOfTransactions, Transactions } from '#shared/domain/insight/value/transactions.ts'
import { rfmOfTransactions } from '#shared/domain/insight/value/transactions.ts'
import { zh } from '#shared/i18n/zh/index.ts'
import { parseBusinessDate, toDayNumber } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { numberIn, readCsv, wrongCell } from './csv-table.ts'

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
  if (file === undefined) throw new WrongUse('insightFile.oneSource', { options: '--transactions' })
  const asOf = dayIn(given)
  const transactions = await readAmounts(file)
  const last = transactions.day.reduce((latest, day) => Math.max(latest, day), Number.NEGATIVE_INFINITY)
  const found = rfmOfTransactions(transactions, asOf ?? last, { kind })
  if (found.guests.length === 0)
    throw new WrongUse('insightFile.beforeFirst', {
      date: given.text('as-of') ?? '',
      file: file.slice(0, 200),
    })
  await print(cli, found, format)
  return exitCodes.ok
}

function dayIn(given: Given): number | undefined {
  const text = given.text('as-of')
  if (text === undefined) return undefined
  const date = parseBusinessDate(text)
  if (date === null) throw new WrongUse('insightFile.asOf', { given: text.slice(0, 40) })
  return toDayNumber(date)
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
    const date = parseBusinessDate(cells.date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3'))
    if (date === null) throw wrongCell(file, line, 'date', cells.date, 'insightFile.date')
    const amount = numberIn(file, line, 'amount', cells.amount)
    if (amount < 0) throw wrongCell(file, line, 'amount', cells.amount, 'insightFile.belowZero')
    const place = places.get(cells.guest) ?? places.size
    places.set(cells.guest, place)
    guest.push(place)
    day.push(toDayNumber(date))
    amounts.push(amount)
    decimals = Math.max(decimals, /\.(\d{1,6})/.exec(cells.amount)?.[1]?.length ?? 0)
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

async function print(cli: Cli, found: RfmOfTransactions, format: 'json' | 'csv'): Promise<void> {
  const nameOf = (segment: RfmSegment) => zh.insightValue.class.rfm[segment]
  if (format === 'json') {
    const segments = found.segments.map((one) => ({ ...one, segment: nameOf(one.segment) }))
    const guests = found.guests.map((one) => ({ ...one, segment: nameOf(one.segment) }))
    await cli.say(JSON.stringify({ cuts: found.cuts, segments, guests }))
    return
  }
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const lines = found.guests.map((one) =>
    [
      cell(one.guest),
      one.recencyDays,
      one.frequency,
      one.monetary,
      one.r,
      one.f,
      one.m,
      nameOf(one.segment),
    ].join(','),
  )
  await cli.say(['guest,recencyDays,frequency,monetary,r,f,m,segment', ...lines].join('\n'))
}
