import type { Reader } from '#db/handles.ts'
import { readBookingRows } from '#db/queries/booking/list.ts'
import {
  countArrivals,
  type RiskKey,
  readAccountNames,
  readBookingRisk,
  readDayRisks,
  readRisksBetween,
  type StoredRisk,
} from '#db/queries/insight/risk.ts'
import { readRun } from '#db/queries/insight/runs.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { Reason } from '#shared/domain/insight/risk/score.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type BusinessDate, type Moment, nightsBetween } from '#shared/values/index.ts'
import { reads } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'
import { paramsText } from './params.ts'

type RiskRow = OutputOf<'insight.dayRisk'>['rows'][number]

export const bookingRisk = reads('insight.bookingRisk', async (db, { id }) => {
  const risk = await readBookingRisk(db, id)
  const run = risk && (await readRun(db, 'risk', paramsText({})))
  if (!risk || !run?.output) return null
  const report = run.output as RunOutputOf<'risk'>
  const view = await viewWith(db, [risk])
  return {
    ...view(risk),
    source: report.source,
    asOf: run.asOf as BusinessDate,
    moment: run.moment as Moment,
    learnt: report.arrivals,
  }
})

export const dayRisk = reads('insight.dayRisk', async (db, { date }, ctx) => {
  const rows = await rowsOf(db, await readDayRisks(db, date), ctx.businessDate)
  return { rows, without: Math.max(0, (await countArrivals(db, date)) - rows.length) }
})

export const riskBookings = reads(
  'insight.riskBookings',
  async (db, { from, to, after, limit }, { businessDate }) => {
    const key = keyOf<RiskKey>(after)
    const found = await readRisksBetween(db, { from, to, since: businessDate }, key, limit + 1)
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    return {
      rows: await rowsOf(db, shown, businessDate),
      next: last && found.length > limit ? keyText([last.arrival, last.id]) : null,
    }
  },
)

/** The bookings of risks, in their order. */
async function rowsOf(db: Reader, found: readonly StoredRisk[], today: BusinessDate): Promise<RiskRow[]> {
  const view = await viewWith(db, found)
  const bookings = await readBookingRows(
    db,
    found.map(({ id }) => id),
    today,
  )
  const rowOf = new Map(bookings.map((row) => [row.id, row]))
  return found.flatMap((risk): RiskRow[] => {
    const row = rowOf.get(risk.id)
    if (!row) return []
    const { id, confirmationNo, guestId, arrival, roomTypeCode, channel, roomRevenueMinor } = row
    const nights = nightsBetween(arrival, row.departure)
    return [
      {
        id,
        confirmationNo,
        guestId,
        ...bothNames(row),
        arrival,
        nights,
        roomTypeCode,
        channel,
        roomRevenueMinor,
        ...view(risk),
      },
    ]
  })
}

/** How risks are shown, with the names of the accounts in their reasons. */
async function viewWith(db: Reader, risks: readonly StoredRisk[]) {
  const reasonsOf = (risk: StoredRisk) => JSON.parse(risk.drivers) as Reason[]
  const accounts = risks.flatMap(reasonsOf).flatMap((reason) => accountOf(reason) ?? [])
  const names = await readAccountNames(db, accounts)
  return (risk: StoredRisk) => ({
    cancel: risk.cancel,
    noShow: risk.noShow,
    away: risk.away,
    awayWhenMade: risk.awayWhenMade,
    reasons: reasonsOf(risk).map((reason) => ({
      ...reason,
      name: names.get(accountOf(reason) ?? 0) ?? null,
    })),
    badDebt: {
      level: risk.badDebt,
      reason: risk.badDebtReason,
      amountMinor: risk.badDebtMinor,
    } as RiskRow['badDebt'],
  })
}

function accountOf({ fact, word }: Reason): number | null {
  return (fact === 'agency' || fact === 'company') && word ? Number(word) : null
}
