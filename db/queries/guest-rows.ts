import { sql } from 'kysely'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import type { Reader } from '../dialect/connection.ts'
import { idList, indexedBy } from '../dialect/ids.ts'
import { type Parts, readSearchParts } from './guest-parts.ts'

export type GuestRow = {
  id: GuestId
  nationality: string
  unnamed: boolean
  tier: string | null
  alerts: number
  tags: string[]
  parts: Parts
  stays: number
  lastStay: BusinessDate | null
  nextArrival: BusinessDate | null
  openRequests: number
  inHouse: boolean
  inHouseRoom: string | null
}

type Own = { id: GuestId; nationality: string; unnamed: number; tier: string | null; alerts: number }
type Stays = {
  id: GuestId
  stays: number
  last_stay: BusinessDate | null
  next_arrival: BusinessDate | null
  open_requests: number
}

/** The rows of a list for the given guests, in the order given: six statements for any number. */
export async function readGuestRows(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<GuestRow[]> {
  if (ids.length === 0) return []
  const own = await readOwn(db, ids)
  const parts = await readSearchParts(db, ids)
  const stays = await readStays(db, ids, businessDate)
  const houses = await readInHouse(db, ids, businessDate)
  const tags = await readTags(db, ids)
  return ids.flatMap((id) => {
    const [row, found] = [own.get(id), parts.get(id)]
    if (!row || !found) return []
    const past = stays.get(id)
    return {
      id,
      nationality: row.nationality,
      unnamed: row.unnamed === 1,
      tier: row.tier,
      alerts: row.alerts,
      tags: tags.get(id) ?? [],
      parts: found,
      stays: past?.stays ?? 0,
      lastStay: past?.last_stay ?? null,
      nextArrival: past?.next_arrival ?? null,
      openRequests: past?.open_requests ?? 0,
      inHouse: houses.has(id),
      inHouseRoom: houses.get(id) ?? null,
    }
  })
}

async function readOwn(db: Reader, ids: readonly GuestId[]): Promise<Map<GuestId, Own>> {
  const { rows } = await sql<Own>`
    select g.id, g.nationality, g.unnamed,
      (select tier from memberships where guest_id = g.id order by id limit 1) as tier,
      (select count(*) from guest_alerts where guest_id = g.id) as alerts
    from guests g where g.id in ${idList(ids)}`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

async function readStays(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<Map<GuestId, Stays>> {
  const { rows } = await sql<Stays>`
    select b.guest_id as id, sum(case when b.status = 'checked-out' then 1 else 0 end) as stays,
      max(case when b.status = 'checked-out' then b.departure end) as last_stay,
      min(case when b.status = 'confirmed' and b.arrival >= ${businessDate} then b.arrival end) as next_arrival,
      sum((select count(*) from requests r ${indexedBy('requests_open_of')} where r.booking_id = b.id and r.status in ('open', 'acknowledged')))
        as open_requests
    from bookings b where b.guest_id in ${idList(ids)} group by b.guest_id`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Guests in the house, as guest or companion, with the room of this night or of the last one. */
export async function readInHouse(
  db: Reader,
  ids: readonly GuestId[],
  businessDate: BusinessDate,
): Promise<Map<GuestId, string | null>> {
  const list = idList(ids)
  const { rows } = await sql<{ id: GuestId; room: string | null }>`
    select s.guest_id as id, (
      select r.number from room_nights n join rooms r on r.id = n.room_id
      where n.booking_id = s.booking_id and n.night <= ${businessDate} order by n.night desc limit 1) as room
    from (
      select guest_id, id as booking_id from bookings where guest_id in ${list} and status = 'in-house'
      union all select c.guest_id, b.id from booking_companions c cross join bookings b
      where c.guest_id in ${list} and b.id = c.booking_id and b.status = 'in-house'
    ) s`.execute(db)
  return new Map(rows.map(({ id, room }) => [id, room]))
}

async function readTags(db: Reader, ids: readonly GuestId[]): Promise<Map<GuestId, string[]>> {
  const rows = await db
    .selectFrom('guest_tags')
    .select(['guest_id', 'tag'])
    .where('guest_id', 'in', idList(ids) as never)
    .orderBy('guest_id')
    .orderBy('tag')
    .execute()
  const found = new Map<GuestId, string[]>()
  for (const { guest_id, tag } of rows) {
    const tags = found.get(guest_id)
    if (tags) tags.push(tag)
    else found.set(guest_id, [tag])
  }
  return found
}
