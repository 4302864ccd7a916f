import { type FileRow, madeFromFile, riskFileColumns } from '#shared/domain/insight/risk/demand-file.ts'
import { minForRates } from '#shared/domain/insight/risk/enough.ts'
import { type MadeBookings, neverUsed } from '#shared/domain/insight/risk/made.ts'
import {
  chancesOf,
  factsAllowed,
  fitRisk,
  type RiskModel,
  risksWhenMade,
  rowsKnownBy,
} from '#shared/domain/insight/risk/model.ts'
import { type Fit, validateArrivals, validateRisk } from '#shared/domain/insight/risk/validation.ts'
import { words } from '#shared/i18n/index.ts'
import { type BusinessDate, fromDayNumber, parseBusinessDate, toDayNumber } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { readCsv, wrongCell } from './csv-table.ts'
import { runRiskOverStore } from './risk-store.ts'

/**
 * `insight risk --bookings` over a file with the columns of “Hotel booking demand”: learns from the arrivals before `--as-of`, and says how
 * well those from that date on are foretold by what was known when each was booked; with `--format csv` a line for each of them.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const file = given.text('bookings')
  if (file === undefined) return await runRiskOverStore(given, cli)
  const split = splitOf(given)
  const made = await readBookings(file, given.text('hotel'))
  const learnt = rowsKnownBy(made, split)
  const later = Uint32Array.from(made.id.keys()).filter((row) => (made.arrival[row] as number) >= split)
  const model = fitRisk(made, learnt, { facts: factsAllowed() })
  if (!model || later.length === 0) return await refuseLittle(cli, model ? later.length : learnt.length)
  if (choiceOf(given, 'format', ['json', 'csv'] as const) === 'csv') await printLines(cli, model, made, later)
  else await printReport(cli, model, made, { learnt, later, split })
  return exitCodes.ok
}

function splitOf(given: Given): number {
  const text = given.text('as-of') ?? ''
  const date = parseBusinessDate(text)
  if (date === null) throw new WrongUse('insightFile.asOf', { given: text.slice(0, 40) })
  return toDayNumber(date)
}

/** Rows of one hotel; a file of several needs its name. */
async function readBookings(file: string, hotel: string | undefined): Promise<MadeBookings> {
  const columns = Object.fromEntries(riskFileColumns.map((name) => [name, { headings: [name] }])) as Record<
    (typeof riskFileColumns)[number],
    { headings: string[] }
  >
  const table = await readCsv(file, columns)
  const hotels = new Set<string>()
  const rows: FileRow[] = []
  const lines: number[] = []
  for await (const { line, cells } of table.rows) {
    hotels.add(cells.hotel)
    if (hotel !== undefined && cells.hotel !== hotel) continue
    rows.push((column) => cells[column as keyof typeof cells] ?? '')
    lines.push(line)
  }
  const known = [...hotels].join(', ').slice(0, 200)
  if (hotel === undefined ? hotels.size > 1 : !hotels.has(hotel))
    throw new WrongUse('insightFile.hotel', { hotels: known })
  const { made, unread } = madeFromFile(rows)
  const [first] = unread
  if (first)
    throw wrongCell(
      file,
      lines[first.row] as number,
      first.column,
      (rows[first.row] as FileRow)(first.column),
      'insightFile.value',
    )
  return made
}

async function refuseLittle(cli: Cli, bookings: number): Promise<number> {
  const params = { bookings, needed: minForRates }
  const message = words(cli.language, 'insightFile.failure.tooFewBookings', params)
  cli.note(`keyrack: ${message}`)
  await cli.say(JSON.stringify({ ok: false, refusal: { code: 'RISK_TOO_LITTLE', params }, message }))
  return exitCodes.failed
}

type Rows = { learnt: Uint32Array; later: Uint32Array; split: number }

async function printReport(cli: Cli, model: RiskModel, made: MadeBookings, { learnt, later, split }: Rows) {
  const { away, cancel, noShow, arrivals } = validateRisk(model, made, later)
  const facts = factsAllowed().filter((fact) => fact !== 'guarantee')
  const bare = fitRisk(made, learnt, { facts })
  await cli.say(
    JSON.stringify({
      asOf: fromDayNumber(split),
      model: model.cancel.kind,
      learnt: { bookings: learnt.length, arrivals: datesOf(model.arrivals) },
      tested: { bookings: later.length, arrivals: datesOf(arrivals) },
      cancelledOrNoShow: away,
      cancelled: cancel,
      noShow,
      withoutDepositType: bare && headline(validateRisk(bare, made, later).away),
      arrivalsAhead: validateArrivals(model, made, later),
      facts: model.facts,
      neverUsed,
    }),
  )
}

function headline({ auc, calibrationError }: Fit) {
  return { auc, calibrationError }
}

function datesOf({ from, to }: { from: number; to: number }): { from: BusinessDate; to: BusinessDate } {
  return { from: fromDayNumber(from), to: fromDayNumber(to) }
}

/** By line of the hotel's rows in the file. */
async function printLines(cli: Cli, model: RiskModel, made: MadeBookings, later: Uint32Array) {
  const { cancel, noShow, away } = risksWhenMade(chancesOf(model, made, later))
  const lines = Array.from(later, (row, at) =>
    [
      made.id[row],
      fromDayNumber(made.arrival[row] as number),
      cancel[at]?.toFixed(6),
      noShow[at]?.toFixed(6),
      away[at]?.toFixed(6),
    ].join(','),
  )
  await cli.say(['row,arrival,cancelled,noShow,away', ...lines].join('\n'))
}
