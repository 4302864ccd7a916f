import { fitGuests } from '#shared/domain/insight/future/fit-guests.ts'
import { guestsAhead } from '#shared/domain/insight/future/guests-ahead.ts'
import { visitModels } from '#shared/domain/insight/future/model.ts'
import { pastOfDays } from '#shared/domain/insight/future/past-of-days.ts'
import { judgeLeaving } from '#shared/domain/insight/leaving/judge.ts'
import { countGaps, fewestGaps, rhythmOf } from '#shared/domain/insight/leaving/rhythm.ts'
import { usualLevels } from '#shared/domain/insight/leaving/risk.ts'
import { words } from '#shared/i18n/index.ts'
import { fromDayNumber } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { exitCodes } from '../stop.ts'
import { choiceOf } from './choice.ts'
import { csvOf, futureOverStore } from './future-over-store.ts'
import { asOfIn } from './store-run.ts'
import { readPurchases } from './visits-table.ts'

/**
 * `insight churn`: guests whose next visit is due by their own rhythm, the greatest value at risk first. Over a store values are
 * minor units of the hotel's currency, over `--transactions` what the file's amounts are.
 */
export async function run(given: Given, cli: Cli): Promise<number> {
  const file = given.text('transactions')
  if (file !== undefined) return await overFile(file, given, cli)
  return await futureOverStore(
    given,
    cli,
    ({ guests }) =>
      guests
        .filter(({ level }) => level !== null)
        .toSorted((a, b) => (b.atRiskMinor ?? 0) - (a.atRiskMinor ?? 0) || a.id - b.id)
        .map(({ id, level, risk, daysSince, ownInterval, overdue, pAlive, atRiskMinor }) => ({
          guest: String(id),
          level,
          risk,
          daysSince,
          ownInterval,
          overdue,
          pAlive,
          valueAtRisk: atRiskMinor,
        })),
    ({ asOf }, guests) => ({ asOf, guests }),
  )
}

const PERCENT = 10

async function overFile(file: string, given: Given, cli: Cli): Promise<number> {
  const kind = choiceOf(given, 'model', visitModels) ?? 'mbg-nbd'
  const format = choiceOf(given, 'format', ['json', 'csv'] as const)
  const { byGuest, end } = await readPurchases(file, asOfIn(given))
  const names = [...byGuest.keys()]
  const visits = [...byGuest.values()].map((amounts) => ({
    days: [...amounts.keys()].sort((a, b) => a - b),
    spent: [...amounts.values()].reduce((sum, amount) => sum + amount, 0),
  }))
  const { past, out } = pastOfDays(visits, end)
  const rhythm = rhythmOf(past, out)
  if (!rhythm) return await refuseRhythm(countGaps(past, out), cli)
  const groups = fitGuests(past, out, { kind })
  if (!groups.every((group) => group.visits.ok)) cli.note(words(cli.language, 'insightFile.byRhythm'))
  const ahead = guestsAhead(past, groups, rhythm, { rate: PERCENT / 100 })
  const lines = [...judgeLeaving(past, out, ahead, rhythm, usualLevels)]
    .toSorted((a, b) => b.atRisk - a.atRisk || a.row - b.row)
    .map(({ row, level, risk, interval, overdue, alive, atRisk }) => ({
      guest: names[row] as string,
      level,
      risk,
      daysSince: end - (past.end[row] as number),
      ownInterval: interval,
      overdue,
      pAlive: alive,
      valueAtRisk: atRisk,
    }))
  await cli.say(format === 'csv' ? csvOf(lines) : JSON.stringify({ asOf: fromDayNumber(end), guests: lines }))
  return exitCodes.ok
}

async function refuseRhythm(gaps: number, cli: Cli): Promise<number> {
  const params = { gaps, needed: fewestGaps }
  const message = words(cli.language, 'insightFuture.failure.tooFewGaps', params)
  cli.note(`keyrack: ${message}`)
  await cli.say(JSON.stringify({ ok: false, refusal: { code: 'tooFewGaps', params }, message }))
  return exitCodes.failed
}
