import type { LoyaltyStay } from '#shared/domain/loyalty/programme.ts'
import { nightsBetween, type ProgrammeId } from '#shared/values/index.ts'
import type { Reader } from '../../dialect/sqlite/connection.ts'
import { type InRole, isSold } from '../guest/roles.ts'

/**
 * A guest's own stays and no-shows as the rules of a programme see them, oldest first. Without a rate plan on file
 * (an import) a stay counts as sold at a rate of the hotel. Further rooms of the same dates are rooms of one stay.
 */
export function loyaltyStays(roles: readonly InRole[]): LoyaltyStay[] {
  const stays = roles
    .filter(({ role, status }) => role === 'guest' && (status === 'checked-out' || status === 'no-show'))
    .sort((a, b) => (a.arrival === b.arrival ? a.id - b.id : a.arrival < b.arrival ? -1 : 1))
  return stays.map((row, i) => ({
    arrival: row.arrival,
    departure: row.departure,
    nights: nightsBetween(row.arrival, row.departure),
    roomRevenueMinor: row.total_minor,
    totalRevenueMinor: row.total_minor,
    status: row.status as LoyaltyStay['status'],
    channel: row.channel ?? '',
    qualifyingRate: row.qualifies !== 0,
    paidByGuest: row.company_id === null && row.guarantee !== 'company',
    freeNight: !isSold(row),
    group: row.segment === 'group',
    roomOfStay: roomOfStay(stays, i),
  }))
}

/** Rows of one arrival stand together: only those just before need to be looked at. */
function roomOfStay(rows: readonly InRole[], at: number): number {
  const row = rows[at] as InRole
  let room = 1
  for (let i = at - 1; rows[i]?.arrival === row.arrival; i--) if (sameStay(rows[i] as InRole, row)) room += 1
  return room
}

function sameStay(a: InRole, b: InRole): boolean {
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
