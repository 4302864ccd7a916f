import type { BookingRiskTable } from '#db/insight/risk.ts'
import type { Balances } from '#db/queries/insight/risk-balances.ts'
import type { BookingNow, RiskBookings } from '#db/queries/insight/risk-bookings.ts'
import { type House, readForRisk } from '#db/queries/insight/risk-house.ts'
import { readSettings } from '#db/queries/insight/worker-settings.ts'
import { saveBookingRisks } from '#db/repositories/insight/risk.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { badDebtOf } from '#shared/domain/insight/risk/bad-debt.ts'
import { minForRates } from '#shared/domain/insight/risk/enough.ts'
import { type LearntRisk, learnRisk } from '#shared/domain/insight/risk/learn.ts'
import { type MadeBookings, outcomeCancelled, outcomeNoShow } from '#shared/domain/insight/risk/made.ts'
import { factsAllowed, rowsKnownBy } from '#shared/domain/insight/risk/model.ts'
import {
  costsOf,
  type HouseFacts,
  meanAmounts,
  outlookDays,
  type ScoredBookings,
  scoreBookings,
} from '#shared/domain/insight/risk/score.ts'
import type { RiskSettings } from '#shared/domain/insight/settings/risk.ts'
import { type BusinessDate, fromDayNumber, toDayNumber } from '#shared/values/index.ts'
import type { Run, RunDesk } from '../run.ts'

/** The latest bookings that are learnt from: enough for the model, few enough for half a minute. */
const maxLearnt = 50_000
/** How many of the facts that drive the model overall are told. */
const driversTold = 10

/** What may become of each booking to come, and what the next days bring. */
export const risk: Run<'risk'> = {
  kind: 'risk',
  standing: 60,
  reads: null,
  run: (desk) => {
    const settings = readSettings(desk.store).risk
    const { bookings, house, balances } = readForRisk(desk.store, {
      today: desk.asOf,
      most: maxLearnt,
      allowed: settings.allowed,
      pulse: (done, total) => desk.pulse(done, total * 3),
    })
    const learnt = learnRisk(bookings.made, desk.day, {
      facts: factsAllowed(settings.allowed),
      pulse: (done, total) => desk.pulse(total + 2 * done, total * 3),
    })
    const isToday = house.businessDate === desk.asOf
    if (!learnt) {
      if (isToday) saveBookingRisks(desk.insight, [])
      const known = rowsKnownBy(bookings.made, desk.day).length
      return { refusal: { code: 'RISK_TOO_LITTLE', params: { bookings: known, least: minForRates } } }
    }
    const told = tell(desk, settings, bookings, house, balances, learnt)
    if (isToday) saveBookingRisks(desk.insight, told.rows)
    return { output: told.output }
  },
}

type Told = { output: RunOutputOf<'risk'>; rows: BookingRiskTable[] }

function tell(
  desk: RunDesk,
  settings: RiskSettings,
  { made, now, takenBack }: RiskBookings,
  house: House,
  balances: Balances,
  { model, bookings, check, drivers }: LearntRisk,
): Told {
  const { day } = desk
  const rows = Uint32Array.from(made.id.keys()).filter((row) => now[row]?.open)
  const dayOf = (of: (one: BookingNow) => string) =>
    Int32Array.from(rows, (row) => toDayNumber(of(now[row] as BookingNow) as BusinessDate))
  const dates = {
    day,
    arrivals: dayOf(({ arrival }) => arrival),
    departures: dayOf(({ departure }) => departure),
  }
  const scored = scoreBookings(model, made, rows, dates)
  const means = meanAmounts(made, day)
  const { walkedMinor, emptyMinor } = settings.costs
  const costs = costsOf(settings.costs, means?.rate ?? null)
  const known = rowsKnownBy(made, day)
  const share = (outcome: number) =>
    known.filter((row) => made.outcome[row] === outcome).length / known.length
  const excluded = rows.filter((row) => house.excluded.has((now[row] as BookingNow).guestId)).length
  const days = outlookDays(made, scored, dates, houseFacts(house), costs)
  return {
    rows: riskRows(desk, made, now, scored, house, balances, means?.total ?? null),
    output: {
      source: model.cancel.kind === 'boosted' ? 'model' : 'rates',
      bookings,
      arrivals: datesOf(model.arrivals),
      cancelled: share(outcomeCancelled),
      noShow: share(outcomeNoShow),
      facts: model.facts,
      allowed: settings.allowed,
      takenBack,
      scored: rows.length - excluded,
      excluded,
      late: house.late,
      check: check && checkView(check),
      drivers: drivers.slice(0, driversTold),
      costs: costs && {
        walkedMinor: costs.walked,
        emptyMinor: costs.empty,
        meanRateMinor: walkedMinor !== null && emptyMinor !== null ? null : Math.round(means?.rate ?? 0),
      },
      allowance: house.allowance,
      days: days.map(({ day, hint, ...outlook }) => ({
        ...outlook,
        day: fromDayNumber(day),
        hint: hint && {
          limit: hint.limit,
          beyond: hint.beyond,
          ratio: hint.ratio,
          costAtRoomsMinor: Math.round(hint.costAtRooms),
          costAtLimitMinor: Math.round(hint.costAtLimit),
        },
      })),
    },
  }
}

function checkView({
  learnt,
  bookings,
  arrivals,
  away,
  cancel,
  noShow,
  arrivalsAhead,
}: NonNullable<LearntRisk['check']>) {
  return { learnt, bookings, arrivals: datesOf(arrivals), away, cancel, noShow, ahead: arrivalsAhead }
}

function datesOf({ from, to }: { from: number; to: number }) {
  return { from: fromDayNumber(from), to: fromDayNumber(to) }
}

function houseFacts({ rooms, closed, staying }: House): HouseFacts {
  return {
    roomsOn: (day) => rooms - (closed.get(fromDayNumber(day)) ?? 0),
    staying: staying.map((departure) => toDayNumber(departure as BusinessDate)),
  }
}

/** A row per booking to come of a guest who is not left out. */
function riskRows(
  { moment, asOf }: RunDesk,
  made: MadeBookings,
  now: readonly BookingNow[],
  { rows, onDay, whenMade, reasons }: ScoredBookings,
  { excluded }: House,
  balances: Balances,
  meanTotalMinor: number | null,
): BookingRiskTable[] {
  return Array.from(rows, (row, at): BookingRiskTable | null => {
    const booking = now[row] as BookingNow
    const { arrival, guarantee, totalMinor } = booking
    if (excluded.has(booking.guestId)) return null
    const badDebt = badDebtOf({
      guarantee,
      totalMinor,
      ...owedOn(booking, made.id[row] as number, balances, asOf),
      earlierStays: made.numbers.earlierStays[row] || 0,
      earlierNoShows: made.numbers.earlierNoShows[row] || 0,
      meanTotalMinor,
    })
    return {
      booking_id: made.id[row] as number,
      arrival,
      cancel: onDay.cancel[at] as number,
      no_show: onDay.noShow[at] as number,
      away: onDay.away[at] as number,
      away_made: whenMade.away[at] as number,
      drivers: JSON.stringify(reasons[at]),
      bad_debt: badDebt.level,
      bad_debt_reason: badDebt.reason,
      bad_debt_minor: badDebt.amountMinor,
      model: moment,
    }
  }).filter((row) => row !== null)
}

/** What stands against a booking already. */
function owedOn(
  { guestId, accountId, depositMinor, depositDueOn }: BookingNow,
  id: number,
  { left, overdue, deposits }: Balances,
  asOf: BusinessDate,
) {
  const asked = depositDueOn !== null && depositDueOn < asOf ? (depositMinor ?? 0) : 0
  return {
    leftMinor: left.get(guestId) ?? 0,
    overdueMinor: accountId === null ? 0 : (overdue.get(accountId) ?? 0),
    depositDueMinor: Math.max(0, asked - (deposits.get(id) ?? 0)),
  }
}
