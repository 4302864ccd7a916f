import type { Reader } from '#db/handles.ts'
import { readStandings, type Standing } from '#db/queries/audit/day.ts'
import { standingOf } from '#shared/domain/audit/blocks.ts'
import type { CloseSettings } from '#shared/domain/audit/settings.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { hotelClock } from '../kernel/hotel-clock.ts'

export type Standings = Record<'arrival' | 'departure' | 'released' | 'expired', Standing[]>

/** The bookings that the close of the business date speaks of, by what they are to it. */
export async function readDay(db: Reader, ctx: Context, settings: CloseSettings): Promise<Standings> {
  const clock = hotelClock(ctx)
  const day: Standings = { arrival: [], departure: [], released: [], expired: [] }
  for (const one of await readStandings(db, ctx.businessDate)) {
    const kind = standingOf(one, ctx.businessDate, clock, settings)
    if (kind) day[kind].push(one)
  }
  return day
}

/** Null, or how many arrivals and departures keep the date from being closed. */
export function blockedBy({ arrival, departure }: Standings): Refused<'DAY_BLOCKED'> | null {
  if (arrival.length === 0 && departure.length === 0) return null
  return refuse('DAY_BLOCKED', { arrivals: arrival.length, departures: departure.length })
}
