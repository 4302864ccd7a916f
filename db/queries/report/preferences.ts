import type { BookingId, BusinessDate, GuestId, RoomId } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { bookingsSql, type Source } from './source.ts'
import { tablesSql } from './then.ts'

/** Whose preferences are asked for; who comes has a confirmed booking that arrives in [from, to). */
export type Preferring = 'all' | 'members' | 'coming'

type Coming = { from: BusinessDate; to: BusinessDate }
export type PreferenceFact = { guestId: GuestId; group: string; value: string }

const isComing = "b.status = 'confirmed' and b.arrival >= @from and b.arrival < @to"

/** Preferences on file of these guests, by group, value and guest. */
export function readPreferences(
  store: LongReader,
  source: Source,
  guests: Preferring,
  coming: Coming,
): PreferenceFact[] {
  const who = {
    all: 'select guest_id from guest_preferences',
    members: 'select guest_id from memberships',
    coming: `select b.guest_id from booked b where ${isComing}`,
  }[guests]
  return rawOf(store)
    .prepare(
      `with ${bookingsSql(source)}
       select guest_id as guestId, category as "group", value from guest_preferences where guest_id in (${who})
       order by category, value, guest_id`,
    )
    .all(guests === 'coming' ? coming : {}) as PreferenceFact[]
}

/** The features of every room. */
export function readRoomFeatures(
  store: LongReader,
  source: Source,
): { roomId: RoomId; features: readonly string[] }[] {
  const rows = rawOf(store)
    .prepare(
      `with ${tablesSql(source)} select id as roomId, features from rooms where active = 1 order by id`,
    )
    .all() as { roomId: RoomId; features: string }[]
  return rows.map(({ roomId, features }) => ({ roomId, features: JSON.parse(features) }))
}

/** Confirmed bookings of guests who have a preference, of those who come, in the order of arrival; at most `limit`. */
export function findPreferring(
  store: LongReader,
  source: Source,
  { group, value }: { group: string | null; value: string | null },
  coming: Coming,
  limit: number,
): BookingId[] {
  return rawOf(store)
    .prepare(
      `with ${bookingsSql(source)}
       select b.booking_id from booked b where ${isComing}
         and b.guest_id in (select guest_id from guest_preferences where (@group is null or category = @group) and (@value is null or value = @value))
       order by b.arrival, b.booking_id limit @limit`,
    )
    .pluck()
    .all({ ...coming, group, value, limit }) as BookingId[]
}
