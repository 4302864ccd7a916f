import type { GuestLeavingTable } from '#db/insight/leaving.ts'
import { readSettings } from '#db/queries/insight/worker-settings.ts'
import { replaceGuestLeaving } from '#db/repositories/insight/future.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { judgeLeaving, type Leaving } from '#shared/domain/insight/leaving/judge.ts'
import { countGaps, fewestGaps } from '#shared/domain/insight/leaving/rhythm.ts'
import { type LeavingLevel, type LevelsFrom, leavingLevels } from '#shared/domain/insight/leaving/risk.ts'
import { fromDayNumber, type GuestId } from '#shared/values/index.ts'
import { type Future, hotelModel } from '../future/compute.ts'
import type { Run } from '../run.ts'

/** Everybody whose next stay is due by their own rhythm, with how likely it is not to come and what that would cost. */
export const leaving: Run<'leaving'> = {
  kind: 'leaving',
  standing: 5,
  reads: 'future',
  run: (desk) => {
    const settings = readSettings(desk.store).future
    const found = desk.future(settings.discountPercent, desk.pulse)
    const { past } = found
    const sums = new Map(leavingLevels.map((level) => [level, { guests: 0, once: 0, atRisk: 0 }]))
    const rows = rowsOf(found, settings.levels, sums)
    // One after another: those of a million guests are never in memory together
    if (desk.isCurrent) replaceGuestLeaving(desk.insight, rows)
    else while (!rows.next().done);
    if (past.count === 0) return { refusal: { code: 'NO_STAYS_YET', params: { date: desk.asOf } } }
    return { output: outputOf(sums, found) }
  },
}

type Sums = ReadonlyMap<LeavingLevel, { guests: number; once: number; atRisk: number }>

function outputOf(sums: Sums, { past, out, groups, rhythm }: Future): RunOutputOf<'leaving'> {
  return {
    levels: leavingLevels.map((level) => {
      const { guests, once, atRisk } = sums.get(level)!
      return { level, guests, once, atRiskMinor: Math.round(atRisk) }
    }),
    interval: rhythm && { median: rhythm.median, gaps: rhythm.ratios.length },
    model: groups.some(({ visits }) => visits.ok) ? hotelModel : null,
    little: rhythm
      ? null
      : { code: 'tooFewGaps', params: { gaps: countGaps(past, out), needed: fewestGaps } },
  }
}

const DAYS_OF_YEAR = 365.25

/** Who is due, counted while they go by. */
function* rowsOf(found: Future, levels: LevelsFrom, sums: Sums): Generator<GuestLeavingTable> {
  const { past, out, ahead, rhythm } = found
  if (!rhythm) return
  for (const one of judgeLeaving(past, out, ahead, rhythm, levels)) {
    const sum = sums.get(one.level)!
    sum.guests += 1
    sum.once += past.stays[one.row] === 1 ? 1 : 0
    sum.atRisk += one.atRisk
    yield rowOf(one, found)
  }
}

function rowOf(one: Leaving, { past, ahead }: Future): GuestLeavingTable {
  const { row, level, risk, interval, overdue, longer, alive, atRisk } = one
  const stays = past.stays[row] as number
  const first = past.first[row] as number
  const last = past.last[row] as number
  const end = past.end[row] as number
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const value = known(ahead.value12[row])
  return {
    guest_id: past.id[row] as GuestId,
    level,
    risk,
    stays,
    first_stay: fromDayNumber(first),
    last_departure: fromDayNumber(end),
    own_interval: interval,
    interval_from: stays > 2 ? 'own' : 'hotel',
    gap_mean: stays > 1 ? (last - first) / (stays - 1) : null,
    days_since: past.day - end,
    expected_on: fromDayNumber(last + Math.round(interval)),
    overdue,
    longer_share: longer,
    tenure_years: (past.day - first) / DAYS_OF_YEAR,
    last_complaint: null,
    p_alive: alive,
    expected_stays: known(ahead.expected12[row]),
    expected_minor: value === null ? null : Math.round(value),
    at_risk_minor: Math.round(atRisk),
  }
}
