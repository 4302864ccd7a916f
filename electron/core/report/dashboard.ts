import {
  byDay,
  countOverdueRequests,
  readArrivals,
  readFirstNight,
  readMemberShare,
  readRequestCounts,
} from '#db/queries/report/dashboard.ts'
import type { Basis } from '#shared/domain/report/catalogue.ts'
import {
  counterpartsOf,
  momentLastYear,
  momentOn,
  type Pair,
  type YearComparison,
} from '#shared/domain/report/compare.ts'
import {
  type AgainstName,
  aheadOf,
  type Dashboard,
  type DashboardSpan,
  type DaySums,
  daysOf,
  figuresAgainst,
  type HouseFigures,
  type PickUp,
  spanNames,
  spansOn,
  sumDays,
} from '#shared/domain/report/dashboard.ts'
import { type Period, yearStart } from '#shared/domain/report/period.ts'
import type { AsOf, Sentence } from '#shared/domain/report/result.ts'
import {
  addDays,
  type BusinessDate,
  isRefused,
  type Moment,
  maxDate,
  type Refused,
  yearOf,
} from '#shared/values/index.ts'
import { livedFrom, readBudgetDays } from './budget-days.ts'
import { readHouse, readNights, sumOf } from './house.ts'
import { knownNowNote } from './notes.ts'
import { sourceSince } from './pick-up.ts'
import type { ReportDesk } from './report.ts'
import { readTotals, type TotalRevenue, totalNotes, totalOn } from './total-revenue.ts'

export type DashboardAsked = { basis: Basis; since: string | null }

const ofLastYear: readonly YearComparison[] = ['last-year', 'same-weekday', 'festival']

/** Everything on the dashboard, from one series of days and what is beside it. */
export function readDashboard(
  desk: ReportDesk,
  asOf: AsOf,
  { basis, since }: DashboardAsked,
): Dashboard | Refused {
  const { today } = desk.source
  const spans = spansOn(today)
  const year: Period = { from: spans.year.from, to: yearStart(today, 1) }
  const whole: Period = { from: livedFrom(yearOf(today)), to: maxDate(year.to, spans.ahead.to) }
  const totals = readTotals(desk, { from: whole.from, to: addDays(today, 1) })
  const days = byDay(withTotals(readDays(desk, whole, basis), totals, today))
  const first = readFirstNight(desk.store, desk.source)
  const notes: Sentence[] = []
  const budget = readBudgetDays(desk, { from: year.from, to: whole.to }, { first, sold: days })
  const clock = momentOn(today, asOf.moment)
  const byWeekday = counterpartsOf(spans.ahead, 'same-weekday', desk.country)
  const then = readSameMoment(desk, clock, byWeekday.pairs, basis)
  if (first === null) notes.push({ code: 'noNights', params: {} })
  else if ([...days.values()].some((day) => day.roomsAvailable === null))
    notes.push({ code: 'noRooms', params: {} })
  const spanOf = (name: (typeof spanNames)[number]): DashboardSpan => {
    const period = spans[name]
    const against = Object.fromEntries(
      ofLastYear.map((by) => [by, figuresAgainst(days, counterpartsOf(period, by, desk.country), first)]),
    ) as Record<YearComparison, HouseFigures | null>
    return {
      name,
      period,
      figures: sumDays(days, daysOf(period)),
      against: {
        ...against,
        budget: budget && sumBudget(budget, days, period),
        'same-moment': then && sumThen(then, byWeekday.pairs, name),
      } satisfies Record<AgainstName, HouseFigures | null>,
    }
  }
  const pickUps = readPickUps(desk, since, spans.ahead, days)
  if (isRefused(pickUps)) return pickUps
  return {
    asOf,
    spans: spanNames.map(spanOf),
    pickUps,
    ahead: aheadOf(spans.ahead, byWeekday, {
      days,
      first,
      sameMoment: then,
    }),
    arrivals: {
      country: readArrivals(desk.store, desk.source, spans.month, 'country'),
      segment: readArrivals(desk.store, desk.source, spans.month, 'segment'),
    },
    requests: {
      ...readRequestCounts(desk.store, desk.source, spans.month),
      late: countOverdueRequests(desk.store, desk.source),
    },
    loyalty: readMemberShare(desk.store, desk.source, spans.month),
    days: daysOf(year).map(
      (day) => days.get(day) ?? { day, roomsSold: 0, roomRevenue: 0, roomsAvailable: null },
    ),
    notes: [
      ...notes,
      ...totalNotes(totals, spans.year, { today, code: 'trevparUnknown' }),
      ...knownNowNote(asOf),
    ],
    weekStarts: desk.starts,
    withoutRevenue: false,
  }
}

/** The days with what was posted on them. */
function withTotals(days: readonly DaySums[], totals: TotalRevenue, today: BusinessDate): DaySums[] {
  if (totals.first === null) return [...days]
  return days.map((one) => ({ ...one, totalRevenue: totalOn(totals, one.day, today) }))
}

function readDays(desk: ReportDesk, period: Period, basis: Basis): DaySums[] {
  return readHouse(desk, period, ['day'], [], basis).rows.map(
    ({ keys, roomsSold, roomRevenue, roomsAvailable }) => ({
      day: keys[0] as BusinessDate,
      roomsSold,
      roomRevenue,
      roomsAvailable,
    }),
  )
}

function sumBudget(
  budget: ReadonlyMap<BusinessDate, DaySums>,
  days: ReadonlyMap<BusinessDate, DaySums>,
  period: Period,
) {
  const named = daysOf(period)
  if (named.some((day) => !budget.has(day))) return null
  const merged = new Map(
    named.map((day) => {
      const planned = budget.get(day) as DaySums
      return [day, { ...planned, roomsAvailable: days.get(day)?.roomsAvailable ?? null }] as const
    }),
  )
  return sumDays(merged, named)
}

type Days = ReadonlyMap<BusinessDate, DaySums>

/** The days of last year that the coming ones are held against, as their books were at this moment of last year. */
function readSameMoment(desk: ReportDesk, moment: Moment, pairs: readonly Pair[], basis: Basis): Days | null {
  const source = desk.sourceAt(momentLastYear(moment))
  if (isRefused(source)) return null
  const against = pairs.map((pair) => pair.against).sort()
  const [from, last] = [against[0], against.at(-1)]
  if (from === undefined || last === undefined) return null
  return byDay(readDays({ ...desk, source }, { from, to: addDays(last, 1) }, basis))
}

/** What is still to come changes until its night: only today and the coming span had other books at this moment of last year. */
function sumThen(then: Days, pairs: readonly Pair[], name: (typeof spanNames)[number]): HouseFigures | null {
  if (name === 'month' || name === 'year') return null
  const against = pairs.map((pair) => pair.against)
  return against.length === 0 ? null : sumDays(then, name === 'today' ? against.slice(0, 1) : against)
}

/** Since the ends of yesterday and of the day a week ago, as pick-up is counted in every report; and since a moment of choice. */
function readPickUps(
  desk: ReportDesk,
  since: string | null,
  ahead: Period,
  days: ReadonlyMap<BusinessDate, DaySums>,
): PickUp[] | Refused {
  const now = sumDays(days, daysOf(ahead))
  const asked: { since: PickUp['since']; moment: string }[] = [
    { since: 'day', moment: 'yesterday' },
    { since: 'week', moment: 'week-ago' },
    ...(since === null ? [] : [{ since: 'moment' as const, moment: since }]),
  ]
  const found: PickUp[] = []
  for (const one of asked) {
    const source = sourceSince(desk, one.moment)
    if (isRefused(source)) {
      const { code } = source.refusal
      if (code !== 'REPORT_NO_FILE' && code !== 'REPORT_MOMENT_EARLY') return source
      found.push({ ...one, net: null, missing: code === 'REPORT_NO_FILE' ? 'no-file' : 'early' })
      continue
    }
    const total = sumOf(readNights({ ...desk, source }, { ...ahead, by: [], where: [] }))
    const net = {
      roomNights: now.roomsSold - total.roomsSold,
      roomRevenue: now.roomRevenue - total.roomRevenue,
    }
    found.push({ ...one, net, missing: null })
  }
  return found
}
