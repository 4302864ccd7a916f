import type { GuestFutureTable } from '#db/insight/future.ts'
import { readSettings } from '#db/queries/insight/worker-settings.ts'
import { replaceGuestFuture } from '#db/repositories/insight/future.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import type { FitFailure } from '#shared/domain/insight/future/fit.ts'
import type { FittedGroup } from '#shared/domain/insight/future/fit-guests.ts'
import { aheadWays, type GuestsAhead } from '#shared/domain/insight/future/guests-ahead.ts'
import { type HeldOut, heldOutOf } from '#shared/domain/insight/future/held-out.ts'
import { parametersOf } from '#shared/domain/insight/future/model.ts'
import { type BusinessDate, fromDayNumber, type GuestId } from '#shared/values/index.ts'
import { type Future, hotelModel } from '../future/compute.ts'
import type { Run } from '../run.ts'

/** The fit that is compared with the year since; more rows change the third digit of a parameter. */
const MOST_HELD_OUT = 60_000

/** What is expected of every guest, by groups, and how the same would have held a year ago. */
export const future: Run<'future'> = {
  kind: 'future',
  standing: 0,
  reads: 'future',
  run: (desk) => {
    const half = (index: number) => (done: number, total: number) =>
      desk.pulse(index + done / Math.max(1, total), 2)
    const { discountPercent } = readSettings(desk.store).future
    // First, so that its own look at everybody is let go before that of the day
    const heldOut = heldOutOf(desk.history(), desk.day, {
      kind: hotelModel,
      mostRows: MOST_HELD_OUT,
      pulse: () => half(0)(0, 1),
    })
    const found = desk.future(discountPercent, half(1))
    if (desk.isCurrent) replaceGuestFuture(desk.insight, rowsOf(found))
    if (found.past.count === 0) return { refusal: { code: 'NO_STAYS_YET', params: { date: desk.asOf } } }
    return { output: outputOf(found, heldOut, discountPercent) }
  },
}

function outputOf(
  { past, out, groups, ahead }: Future,
  heldOut: ReturnType<typeof heldOutOf>,
  discount: number,
): RunOutputOf<'future'> {
  const ways = (way: (typeof aheadWays)[number]) => count(ahead.way, aheadWays.indexOf(way))
  return {
    guests: past.count,
    excluded: out.excluded,
    collective: out.collective && {
      guestId: out.collective.id as GuestId,
      stays: out.collective.stays,
      share: out.collective.share,
    },
    discount,
    groups: groups.map((group) => groupOutput(group, ahead)),
    byModel: ways('model'),
    byRhythm: ways('rhythm'),
    // Who was excluded has no way either
    without: ways('none') - out.excluded,
    heldOut: heldOut.ok ? heldOutOutput(heldOut.heldOut) : null,
    heldOutFailure: heldOut.ok ? null : failureOutput(heldOut.failure),
  }
}

const count = (values: Uint8Array, value: number) =>
  values.reduce((sum, one) => sum + (one === value ? 1 : 0), 0)

type GroupOutput = RunOutputOf<'future'>['groups'][number]

function groupOutput(
  { group, members, returned, visits, spending }: FittedGroup,
  ahead: GuestsAhead,
): GroupOutput {
  // Not known is NaN, and adds nothing
  const sum = (values: Float64Array) => members.reduce((all, i) => all + (values[i] || 0), 0)
  return {
    group,
    guests: members.length,
    returned,
    model: visits.ok
      ? {
          kind: visits.model.kind,
          parameters: parametersOf(visits.model),
          errors: visits.errors,
          logLikelihood: visits.logLikelihood,
        }
      : null,
    failure: visits.ok ? null : failureOutput(visits.failure),
    spending: spending.ok ? spending.spending : null,
    expected12: sum(ahead.expected12),
    expected36: sum(ahead.expected36),
    value12Minor: Math.round(sum(ahead.value12)),
    value36Minor: Math.round(sum(ahead.value36)),
  }
}

export function failureOutput({ code, ...params }: FitFailure) {
  return { code, params }
}

function heldOutOutput({ cut, periods, ...rest }: HeldOut) {
  return {
    ...rest,
    cut: dateOf(cut),
    periods: periods.map(({ from, ...period }) => ({ from: dateOf(from), ...period })),
  }
}

const dateOf = (day: number): BusinessDate => fromDayNumber(day)

const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
const minor = (value: number | undefined) => {
  const amount = known(value)
  return amount === null ? null : Math.round(amount)
}

function* rowsOf({ past, out, groups, ahead }: Future): Iterable<GuestFutureTable> {
  const groupOf = new Uint8Array(past.count)
  groups.forEach(({ members }, g) => {
    for (const i of members) groupOf[i] = g
  })
  for (let i = 0; i < past.count; i++) {
    if (out.rows[i] === 1) continue
    yield {
      guest_id: past.id[i] as GuestId,
      grp: groups[groupOf[i] as number]?.group ?? 'all',
      way: aheadWays[ahead.way[i] as number] as string,
      stays: past.stays[i] as number,
      last_departure: dateOf(past.end[i] as number),
      p_alive: known(ahead.alive[i]),
      expected12: known(ahead.expected12[i]),
      expected36: known(ahead.expected36[i]),
      stay_value_minor: minor(ahead.spending[i]),
      value12_minor: minor(ahead.value12[i]),
      value36_minor: minor(ahead.value36[i]),
    }
  }
}
