import { rowText } from '#core/import/source/csv.ts'
import { aheadOf } from '#shared/domain/insight/future/discount.ts'
import { type Fit, type FitFailure, fitSpending, fitVisits } from '#shared/domain/insight/future/fit.ts'
import { expectedSpending, type GammaGamma } from '#shared/domain/insight/future/gamma-gamma.ts'
import {
  aliveChance,
  expectedVisits,
  parametersOf,
  type VisitModelKind,
  visitModels,
} from '#shared/domain/insight/future/model.ts'
import { summarise, summaryAt } from '#shared/domain/insight/future/summary.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes, WrongUse } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { type FutureAsOf, futureOverStore } from './future-over-store.ts'
import { asOfIn } from './store-run.ts'
import {
  readSummary,
  readTransactions,
  type TimeUnit,
  timeUnits,
  unitDays,
  type VisitsTable,
} from './visits-table.ts'

/**
 * `insight clv` over a plain file: the model's parameters, and for each guest P(alive), purchases expected within the
 * next twelve months (or `--horizon` units of the file), and their discounted value where the file has amounts.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  if (
    given.text('summary') === undefined &&
    given.text('transactions') === undefined &&
    cli.store !== undefined
  )
    return await overStore(given, cli)
  const unit = choiceOf(given, 'unit', timeUnits) ?? 'week'
  const kind = choiceOf(given, 'model', visitModels) ?? 'bg-nbd'
  const year = 365.25 / unitDays[unit]
  const horizon = given.number('horizon', 1, 100_000) ?? year
  const rate = (given.number('discount', 0, 100) ?? 10) / 100
  const table = await tableOf(given, unit)
  const { rows, rowOf } = summarise(table)
  const visits = fitVisits(kind, rows)
  if (!visits.ok) return await refuseFit(visits.failure, kind, cli)
  const spending = spendingOf(table, cli)
  // Discounting goes by the year: a horizon of 39 weeks is 0.75 of one
  const byRow = Array.from(rows.weight, (_, k) => {
    const guest = summaryAt(rows, k)
    const ahead = aheadOf(
      (time) => expectedVisits(visits.model, guest, time),
      horizon,
      yearly(rate, horizon / year),
    )
    return { alive: aliveChance(visits.model, guest), ...ahead }
  })
  const guests = table.guests.map((guest, i) => {
    const { alive, expected12, discounted12 } = byRow[rowOf[i] as number] as (typeof byRow)[number]
    return { guest, pAlive: alive, expected12, value: worthOf(table, i, spending, discounted12) }
  })
  cli.note(
    words(cli.language, 'insightFile.horizon', {
      units: Number(horizon.toFixed(2)),
      unit: words(cli.language, `insightFile.unit.${unit}`),
      percent: rate * 100,
    }),
  )
  await print(given, cli, visits, spending, guests)
  return exitCodes.ok
}

/**
 * The same over a store, as of any date: MBG/NBD in weeks, values in minor units. `model` is that of individuals, or of
 * all; corporate travellers, fitted apart, have one beside it.
 */
async function overStore(given: Given, cli: Cli): Promise<number> {
  return await futureOverStore(
    given,
    cli,
    ({ guests }) =>
      guests.map(({ id, pAlive, expected12, value12Minor }) => ({
        guest: String(id),
        pAlive,
        expected12,
        value: value12Minor,
      })),
    ({ models }, guests) => {
      const modelOf = ({ parameters, logLikelihood, spending }: FutureAsOf['models'][number]) =>
        parameters && { ...parameters, logLikelihood, gammaGamma: spending }
      const corporate = models.find(({ group }) => group === 'corporate')
      const main = models.find((one) => one !== corporate) ?? corporate
      return {
        model: main ? modelOf(main) : null,
        ...(corporate && corporate !== main ? { corporateModel: modelOf(corporate) } : {}),
        guests,
      }
    },
  )
}

/** The rate over a part of a year, or several. */
const yearly = (rate: number, years: number) => (1 + rate) ** years - 1

async function tableOf(given: Given, unit: TimeUnit): Promise<VisitsTable> {
  const summary = given.text('summary')
  const transactions = given.text('transactions')
  if ((summary === undefined) === (transactions === undefined))
    throw new WrongUse('insightFile.oneSource', { options: '--summary, --transactions, --store' })
  const asOf = asOfIn(given)
  if (summary === undefined) return await readTransactions(transactions as string, unit, asOf)
  if (asOf !== undefined) throw new WrongUse('insightFile.asOfSummary')
  return await readSummary(summary)
}

/** Gamma-Gamma over guests with repeat purchases; null, saying why, where it has no answer. */
function spendingOf(table: VisitsTable, cli: Cli): GammaGamma | null {
  const { monetary } = table
  if (!monetary) return null
  const paying = monetary.flatMap((amount, i) => (Number.isNaN(amount) ? [] : [i]))
  const fit = fitSpending({
    visits: Float64Array.from(paying, (i) => table.frequency[i] as number),
    mean: Float64Array.from(paying, (i) => monetary[i] as number),
  })
  if (fit.ok) return fit.spending
  cli.note(words(cli.language, 'insightFile.noSpending', { why: failureWords(fit.failure, cli) }))
  return null
}

function worthOf(table: VisitsTable, i: number, spending: GammaGamma | null, visits: number): number | null {
  if (!spending || !table.monetary) return null
  const mean = table.monetary[i] as number
  const worth = expectedSpending(spending, Number.isNaN(mean) ? 0 : (table.frequency[i] as number), mean || 0)
  return Number.isNaN(worth) ? null : visits * worth
}

async function refuseFit(failure: FitFailure, kind: VisitModelKind, cli: Cli): Promise<number> {
  const { code, ...params } = failure
  const message = words(cli.language, 'insightFile.noModel', { model: kind, why: failureWords(failure, cli) })
  cli.note(`keyrack: ${message}`)
  await cli.say(JSON.stringify({ ok: false, refusal: { code, params }, message }))
  return exitCodes.failed
}

function failureWords({ code, ...params }: FitFailure, cli: Cli): string {
  return words(cli.language, `insightFile.failure.${code}` as Key, params)
}

type GuestLine = { guest: string; pAlive: number; expected12: number; value: number | null }

async function print(given: Given, cli: Cli, fit: Fit, gammaGamma: GammaGamma | null, guests: GuestLine[]) {
  if (choiceOf(given, 'format', ['json', 'csv'] as const) === 'csv') {
    const lines = guests.map((one) =>
      rowText([one.guest, one.pAlive, one.expected12, one.value ?? ''].map(String)),
    )
    await cli.say(['guest,pAlive,expected12,value', ...lines].join('\n'))
    return
  }
  const model = { ...parametersOf(fit.model), logLikelihood: fit.logLikelihood, gammaGamma }
  await cli.say(JSON.stringify({ model, guests }))
}
