import type { Reader } from '#db/handles.ts'
import {
  readAccountsByCode,
  readBookingsByNumber,
  readSeriesNumbers,
  readSlips,
} from '#db/queries/folio/cutover.ts'
import { readVoucherPaid } from '#db/queries/folio/registers.ts'
import { findVoucher } from '#db/repositories/folio/held.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import {
  type CutoverSection,
  type Opening,
  type OpeningMistake,
  type OpeningTotals,
  openingLedgers,
  totalsOfOpening,
  type WrongLine,
} from '#shared/domain/folio/cutover.ts'
import type { AccountId, BookingId, DepositId, PaperSeriesId } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'

/** What the lines of an opening name, and every line that names what there is not. */
export type Examined = {
  wrong: WrongLine[]
  bookings: Map<string, BookingId>
  accounts: Map<string, AccountId>
  codes: Map<string, TransactionCode>
  series: Map<string, PaperSeriesId>
  /** Deposits whose taking was undone: an opening that is posted again uses them. */
  freeSlips: Map<string, DepositId>
}

/** Checks every line against the store. Nothing is written; all that is wrong is named, and not the first alone. */
export async function examineOpening(
  db: Reader,
  ctx: Context,
  chart: Chart,
  opening: Opening,
): Promise<Examined> {
  const wrong: WrongLine[] = []
  const note = (section: CutoverSection, line: number, field: string, code: OpeningMistake, value: string) =>
    wrong.push({ section, line, field, code, value })
  const bookings = await checkBookings(db, opening, note)
  const { codes, freeSlips } = await checkDeposits(db, ctx, chart, opening, note)
  const accounts = await checkItems(db, ctx, opening, note)
  await checkVouchers(db, ctx, opening, note)
  const series = await checkNumbers(db, opening, note)
  return { wrong, bookings, accounts, codes, series, freeSlips }
}

type Note = (
  section: CutoverSection,
  line: number,
  field: string,
  code: OpeningMistake,
  value: string,
) => void

async function checkBookings(db: Reader, { folios, deposits }: Opening, note: Note) {
  const numbers = [...folios, ...deposits].map(({ confirmationNo }) => confirmationNo)
  const rows = new Map((await readBookingsByNumber(db, numbers)).map((row) => [row.number, row]))
  const check = (section: CutoverSection, line: number, number: string, window: number) => {
    const booking = rows.get(number)
    if (!booking) return note(section, line, 'confirmationNo', 'BOOKING_UNKNOWN', number)
    if (booking.folioStatus === 'closed') return note(section, line, 'confirmationNo', 'FOLIO_CLOSED', number)
    const open = booking.windows === null ? ['1'] : booking.windows.split(',')
    if (!open.includes(String(window))) note(section, line, 'window', 'WINDOW_UNKNOWN', String(window))
  }
  for (const row of folios) {
    check('folios', row.line, row.confirmationNo, row.window)
    if (row.amountMinor === 0) note('folios', row.line, 'amountMinor', 'ZERO', '0')
  }
  for (const row of deposits) check('deposits', row.line, row.confirmationNo, 1)
  return new Map([...rows.values()].map(({ number, id }) => [number, id]))
}

async function checkDeposits(db: Reader, ctx: Context, chart: Chart, { deposits }: Opening, note: Note) {
  const codes = new Map(
    [...chart.codes.values()]
      .filter(({ kind, method }) => kind === 'payment' && method !== 'voucher' && method !== 'account')
      .map((code) => [code.code, code]),
  )
  const slips = await readSlips(
    db,
    deposits.map(({ slipNo }) => slipNo),
  )
  const bySlip = new Map(slips.map((row) => [`${row.kind} ${row.slipNo}`, row]))
  const seen = new Set<string>()
  for (const row of deposits) {
    const slip = `${row.kind} ${row.slipNo}`
    if (seen.has(slip)) note('deposits', row.line, 'slipNo', 'TWICE', row.slipNo)
    seen.add(slip)
    if (bySlip.get(slip)?.free === 0) note('deposits', row.line, 'slipNo', 'SLIP_TAKEN', row.slipNo)
    if (!codes.has(row.code)) note('deposits', row.line, 'code', 'CODE_UNKNOWN', row.code)
    if (row.takenOn > ctx.businessDate) note('deposits', row.line, 'takenOn', 'AHEAD', row.takenOn)
  }
  return { codes, freeSlips: new Map([...bySlip].map(([slip, { id }]) => [slip, id as DepositId])) }
}

async function checkItems(db: Reader, ctx: Context, { items }: Opening, note: Note) {
  const rows = await readAccountsByCode(
    db,
    items.map(({ account }) => account),
  )
  const byCode = Map.groupBy(rows, ({ code }) => code)
  for (const row of items) {
    const own = byCode.get(row.account) ?? []
    if (own.length === 0) note('items', row.line, 'account', 'ACCOUNT_UNKNOWN', row.account)
    if (own.length > 1) note('items', row.line, 'account', 'ACCOUNT_TWICE', row.account)
    if (row.dated > ctx.businessDate) note('items', row.line, 'dated', 'AHEAD', row.dated)
    if (row.amountMinor === 0) note('items', row.line, 'amountMinor', 'ZERO', '0')
  }
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function checkVouchers(db: Reader, ctx: Context, { vouchers }: Opening, note: Note) {
  const seen = new Set<string>()
  for (const row of vouchers) {
    if (seen.has(row.number)) note('vouchers', row.line, 'number', 'TWICE', row.number)
    seen.add(row.number)
    const there = await findVoucher(db, row.number)
    const free = there?.image.leftMinor === 0 && (await readVoucherPaid(db, there.id)) === 0
    if (there && !free) note('vouchers', row.line, 'number', 'VOUCHER_TAKEN', row.number)
    if (row.soldOn > ctx.businessDate) note('vouchers', row.line, 'soldOn', 'AHEAD', row.soldOn)
  }
}

/** A year that has begun here goes on with its own numbers: another one would leave a gap. */
async function checkNumbers(db: Reader, { numbers }: Opening, note: Note) {
  const rows = await readSeriesNumbers(db)
  const series = new Map(rows.map(({ code, id }) => [code, id]))
  const begun = rows.filter(({ first, next }) => first !== next)
  const drawn = new Map(begun.map(({ code, year, next }) => [`${code} ${year}`, next]))
  const seen = new Set<string>()
  for (const row of numbers) {
    const place = `${row.series} ${row.year}`
    if (!series.has(row.series)) note('numbers', row.line, 'series', 'SERIES_UNKNOWN', row.series)
    if (seen.has(place)) note('numbers', row.line, 'series', 'TWICE', place)
    seen.add(place)
    if (row.next !== (drawn.get(place) ?? row.next))
      note('numbers', row.line, 'next', 'NUMBER_DRAWN', String(row.next))
  }
  return series
}

/** The sums of an opening against the trial balance, ledger by ledger. */
export function compareTotals(opening: Opening, trial: OpeningTotals) {
  const sums = totalsOfOpening(opening)
  return openingLedgers.map((ledger) => ({
    ledger,
    trialMinor: trial[ledger],
    sumMinor: sums[ledger],
    offMinor: sums[ledger] - trial[ledger],
  }))
}
