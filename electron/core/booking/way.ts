import type { Reader } from '#db/handles.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange } from '#shared/domain/booking/change.ts'
import type { WayKind } from '#shared/domain/booking/ways.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { findFreeRooms } from '../room/public.ts'
import type { Facts } from './facts.ts'

export type Way = OutputOf<'booking.findWays'>['ways'][number]
/** A booking as it is, with what a way would do with it. */
export type Part = { id: BookingId; version: number; image: BookingImage; steps: readonly BookingChange[] }
/** A way to try: its parts in the order they are done, and what its words name. */
export type Candidate = { kind: WayKind; parts: readonly Part[] } & Partial<
  Pick<Way, 'room' | 'roomTypeId' | 'arrival' | 'departure'>
>
/** What every search for ways knows: the booking, the change and what it plans. */
export type Wanted = { part: Part; change: BookingChange; after: BookingImage; facts: Facts }

/** The first night from today on. */
export function fromToday(day: BusinessDate, today: BusinessDate): BusinessDate {
  return day < today ? today : day
}

/** The best room that is free and in service; one that somebody is about to leave only for a guest who is not here yet. */
export async function bestRoom(
  db: Reader,
  ctx: Context,
  stay: Parameters<typeof findFreeRooms>[2],
  { isHere, except = new Set() }: { isHere: boolean; except?: ReadonlySet<number | null> },
) {
  const free = await findFreeRooms(db, ctx, stay)
  const usable = free.filter((room) => !room.outOfService && !except.has(room.id))
  return usable.find((room) => !room.occupied) ?? (isHere ? undefined : usable[0])
}
