import { sql } from 'kysely'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { listedIn } from '../../dialect/sqlite/ids.ts'
import { preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader } from '../../handles.ts'
import { thoseInHouse } from '../search/near-guests.ts'
import { type GuestFacts, readGuestFacts } from './parts.ts'

export type GuestRow = GuestFacts & {
  id: GuestId
  stays: number
  lastStay: BusinessDate | null
  nextArrival: BusinessDate | null
  openRequests: number
  inHouse: boolean
  inHouseRoom: string | null
}

type Stays = {
  id: GuestId
  stays: number
  last_stay: BusinessDate | null
  next_arrival: BusinessDate | null
  open_requests: number
}

/** The rows of a list for the given guests, in the order given: four statements for any number. */
export async function readGuestRows(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<GuestRow[]> {
  if (ids.length === 0) return []
  const facts = await readGuestFacts(db, ids)
  const stays = await readStays(db, ids, businessDate)
  const houses = await readInHouse(db, await thoseInHouse(db, businessDate, ids), businessDate)
  return ids.flatMap((id) => {
    const found = facts.get(id)
    if (!found) return []
    const past = stays.get(id)
    return {
      ...found,
      id,
      stays: past?.stays ?? 0,
      lastStay: past?.last_stay ?? null,
      nextArrival: past?.next_arrival ?? null,
      openRequests: past?.open_requests ?? 0,
      inHouse: houses.has(id),
      inHouseRoom: houses.get(id) ?? null,
    }
  })
}

type OfGuests = { ids: string; businessDate: BusinessDate }

const staysOf = preparedSql(
  (at: OfGuests) => sql<Stays>`
    select b.guest_id as id, sum(case when b.status = 'checked-out' then 1 else 0 end) as stays,
      max(case when b.status = 'checked-out' then b.departure end) as last_stay,
      min(case when b.status = 'confirmed' and b.arrival >= ${at.businessDate} then b.arrival end) as next_arrival,
      sum(case when b.status in ('cancelled', 'no-show') then 0 else b.open_requests end) as open_requests
    from bookings b where b.guest_id in ${listedIn(at.ids)} group by b.guest_id`,
)
const inHouseOf = preparedSql(
  (at: OfGuests) => sql<{ id: GuestId; room: string | null }>`
    select s.guest_id as id, (
      select r.number from room_nights n join rooms r on r.id = n.room_id
      where n.booking_id = s.booking_id and n.night <= ${at.businessDate} order by n.night desc limit 1) as room
    from (
      select guest_id, id as booking_id from bookings where guest_id in ${listedIn(at.ids)} and status = 'in-house'
      union all select c.guest_id, b.id from booking_companions c cross join bookings b
      where c.guest_id in ${listedIn(at.ids)} and b.id = c.booking_id and b.status = 'in-house'
    ) s`,
)

async function readStays(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<Map<GuestId, Stays>> {
  const rows = await staysOf.all(db, { ids: JSON.stringify(ids), businessDate })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Guests in the house, as guest or companion, with the room of this night or of the last one. */
export async function readInHouse(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<Map<GuestId, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await inHouseOf.all(db, { ids: JSON.stringify(ids), businessDate })
  return new Map(rows.map(({ id, room }) => [id, room]))
}
