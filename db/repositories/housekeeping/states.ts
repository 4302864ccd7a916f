import { sql } from 'kysely'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import type { BusinessDate, RoomId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { idList } from '../../dialect/sqlite/ids.ts'
import type { Reader, Writer } from '../../handles.ts'

export type RoomState = { id: RoomId; number: string; state: Housekeeping; active: boolean; version: number }

/** The states of rooms by their ids, in the order of ids. */
export async function readStates(db: Reader, ids: readonly RoomId[]): Promise<RoomState[]> {
  const rows = await readWith(db)
    .selectFrom('rooms')
    .select(['id', 'number', 'housekeeping', 'active', 'version'])
    .where(sql<boolean>`id in ${idList(ids)}`)
    .orderBy('id')
    .execute()
  return rows.map(({ housekeeping, active, ...row }) => ({
    ...row,
    state: housekeeping as Housekeeping,
    active: active === 1,
  }))
}

/** Puts rooms into one state. */
export async function writeStates(tx: Writer, ids: readonly RoomId[], state: Housekeeping): Promise<void> {
  await writeWith(tx)
    .updateTable('rooms')
    .set((row) => ({ housekeeping: state, version: row('version', '+', 1) }))
    .where(sql<boolean>`id in ${idList(ids)}`)
    .execute()
}

/** Where the guest is: somebody who was to move and did not slept in the old room, whatever room the night is of. */
const sleptIn = sql<RoomId | null>`coalesce(s.room_id, n.room_id)`

/** Rooms that somebody in house had on a night, and rooms whose closure is over on a day. */
export async function readSleptIn(db: Reader, night: BusinessDate): Promise<RoomId[]> {
  const rows = await readWith(db)
    .selectFrom('room_nights as n')
    .innerJoin('bookings as b', 'b.id', 'n.booking_id')
    .leftJoin('stays as s', 's.booking_id', 'b.id')
    .select(sleptIn.as('id'))
    .distinct()
    .where('n.live', '=', sql.lit(1))
    .where('n.night', '=', night)
    .where(sql<boolean>`${sleptIn} is not null`)
    .where(sql<boolean>`b.status = 'in-house'`)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id as RoomId)
}

export async function readReopened(db: Reader, day: BusinessDate): Promise<RoomId[]> {
  const rows = await readWith(db)
    .selectFrom('closures')
    .select('room_id as id')
    .distinct()
    .where('to_night', '=', day)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
