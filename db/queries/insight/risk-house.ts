import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { type Balances, readBalances } from './risk-balances.ts'
import { type RiskAsked, type RiskBookings, readRiskBookings } from './risk-bookings.ts'

export type House = {
  businessDate: string
  /** Rooms in use, without what is out of order on a night. */
  rooms: number
  /** Out of order, by night. */
  closed: Map<string, number>
  /** Rooms that all types together may be sold beyond, as the settings are. */
  allowance: number
  /** Departures of those who were in house at the beginning of the date. */
  staying: string[]
  /** Confirmed bookings whose arrival was before the date: nobody came, and nobody said so yet. */
  late: number
  /** Guests who are left out of every automated judgement. */
  excluded: Set<number>
}

/** Bookings, house and what is owed, all of one moment. */
export function readForRisk(
  store: LongReader,
  asked: RiskAsked,
): { bookings: RiskBookings; house: House; balances: Balances } {
  const raw = rawOf(store)
  return raw.transaction(() => ({
    bookings: readRiskBookings(raw, asked),
    house: readHouse(raw, asked.today),
    balances: readBalances(raw, asked.today),
  }))()
}

/** The house as it is for the nights from `today` on. */
function readHouse(raw: RawDatabase, today: string): House {
  const one = (sql: string, ...values: unknown[]) =>
    (raw
      .prepare(sql)
      .pluck()
      .get(...values) as number | null) ?? 0
  const closed = raw
    .prepare(
      'select night, count(*) from room_nights where closure_id is not null and live = 1 and night >= ? group by night',
    )
    .raw()
    .all(today) as [string, number][]
  return {
    businessDate: raw.prepare('select business_date from settings where id = 1').pluck().get() as string,
    rooms: one('select count(*) from rooms where active = 1'),
    closed: new Map(closed),
    allowance: one('select sum(overbooking) from room_types where active = 1'),
    staying: raw
      .prepare(
        `select departure from bookings where arrival < ? and departure > ? and status in ('in-house', 'checked-out')`,
      )
      .pluck()
      .all(today, today) as string[],
    late: one(`select count(*) from bookings where arrival < ? and status = 'confirmed'`, today),
    excluded: new Set(
      raw.prepare('select guest_id from guest_judgements where excluded = 1').pluck().all() as number[],
    ),
  }
}
