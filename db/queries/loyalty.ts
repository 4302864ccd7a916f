import { sql } from 'kysely'
import type { LoyaltyStay } from '#shared/domain/loyalty.ts'
import type { BusinessDate, GuestId, ProgrammeId } from '#shared/values/index.ts'
import type { Reader, Writer } from '../dialect/connection.ts'
import { daysBetween } from '../dialect/ids.ts'
import { preparedSql } from '../dialect/prepared.ts'

type StayRow = {
  arrival: BusinessDate
  departure: BusinessDate
  status: 'checked-out' | 'no-show'
  channel: string
  segment: string
  guarantee: string
  company_id: number | null
  kind: string | null
  qualifies: number | null
  nights: number
  revenue: number
}

const staysOfGuest = preparedSql(
  (at: { guestId: GuestId }) => sql<StayRow>`
    select b.arrival, b.departure, b.status, b.channel, b.segment, b.guarantee, b.company_id, p.kind, p.qualifies,
      ${daysBetween('b.arrival', 'b.departure')} as nights, b.total_minor as revenue
    from bookings b left join rate_plans p on p.id = b.rate_plan_id
    where b.guest_id = ${at.guestId} and b.status in ('checked-out', 'no-show')
    order by b.arrival, b.id`,
)

/**
 * A guest's own stays and no-shows as the rules of a programme see them, oldest first. Without a rate plan on file
 * (an import) a stay counts as sold at a rate of the hotel. Further rooms of the same dates are rooms of one stay.
 */
export async function readLoyaltyStays(db: Reader | Writer, guestId: GuestId): Promise<LoyaltyStay[]> {
  const rows = await staysOfGuest.all(db, { guestId })
  return rows.map((row, i) => ({
    arrival: row.arrival,
    departure: row.departure,
    nights: row.nights,
    roomRevenueMinor: row.revenue,
    totalRevenueMinor: row.revenue,
    status: row.status,
    channel: row.channel,
    qualifyingRate: row.qualifies !== 0,
    paidByGuest: row.company_id === null && row.guarantee !== 'company',
    freeNight: (row.kind ?? 'sold') !== 'sold' || row.segment === 'complimentary',
    group: row.segment === 'group',
    roomOfStay: roomOfStay(rows, i),
  }))
}

/** Rows of one arrival stand together: only those just before need to be looked at. */
function roomOfStay(rows: readonly StayRow[], at: number): number {
  const row = rows[at] as StayRow
  let room = 1
  for (let i = at - 1; rows[i]?.arrival === row.arrival; i--) if (sameStay(rows[i] as StayRow, row)) room += 1
  return room
}

function sameStay(a: StayRow, b: StayRow): boolean {
  return a.status === b.status && a.arrival === b.arrival && a.departure === b.departure
}

/** Members by programme and tier. */
export async function readMemberCounts(
  db: Reader,
): Promise<{ programmeId: ProgrammeId; tier: string; members: number }[]> {
  return db
    .selectFrom('memberships')
    .select(({ fn }) => ['programme_id as programmeId', 'tier', fn.countAll<number>().as('members')])
    .groupBy(['programme_id', 'tier'])
    .execute()
}
