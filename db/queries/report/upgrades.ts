import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BookingId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { countedSql } from './counted.ts'
import type { Key } from './cube.ts'
import { cutOf } from './cuts.ts'
import { andKeyIs, findByNights } from './night-bookings.ts'
import { nightsSql, type Source } from './source.ts'

export type UpgradeSums = {
  /** Nights in a type of a higher base rate than the type that is charged. */
  upgraded: number
  /** Minor units between the two base rates, over those nights. */
  upgradeValue: number
  downgraded: number
  downgradeValue: number
  /** Nights in another type of the same base rate. */
  sameRate: number
}

const moved = `nights n
  join room_types slept on slept.id = n.room_type_id
  join room_types charged on charged.id = n.charged_room_type_id`
const isMoved = `${countedSql('n')} and n.room_type_id <> n.charged_room_type_id`

/** Nights of [from, to) in another type than is charged, by a dimension. */
export function readUpgrades(
  store: LongReader,
  source: Source,
  { from, to }: Period,
  by: DimensionName,
): (UpgradeSums & { key: Key })[] {
  const cut = cutOf(by, 'n', 'night')
  return rawOf(store)
    .prepare(
      `with ${nightsSql(source)}, moves as (
         select ${cut.sql} as key, slept.base_rate_minor - charged.base_rate_minor as difference from ${moved} ${cut.join ?? ''}
         where ${isMoved}
       )
       select key, sum(difference > 0) as upgraded, sum(max(difference, 0)) as upgradeValue, sum(difference < 0) as downgraded,
         sum(max(-difference, 0)) as downgradeValue, sum(difference = 0) as sameRate
       from moves group by key`,
    )
    .all({ from, to, today: source.today }) as (UpgradeSums & { key: Key })[]
}

/** The bookings behind a row, or behind the total without a key, in the order of arrival; at most `limit`. */
export function findUpgrades(
  store: LongReader,
  source: Source,
  period: Period,
  { by, key }: { by: DimensionName; key: Key | undefined },
  limit: number,
): BookingId[] {
  const cut = cutOf(by, 'n', 'night')
  const from = `${moved} ${cut.join ?? ''} where ${isMoved} ${andKeyIs(cut.sql, key)}`
  return findByNights(store, source, period, { from, values: { key: key ?? null } }, limit)
}
