import { nightsBetween } from '../../values/index.ts'
import type { BookingInRole } from '../booking/in-role.ts'
import { isSold } from '../rate/rate-plan.ts'
import type { LoyaltyStay } from './programme.ts'

/**
 * A guest's own stays and no-shows as the rules of a programme see them, oldest first. Without a rate plan on file
 * (an import) a stay counts as sold at a rate of the hotel. Further rooms of the same dates are rooms of one stay.
 */
export function loyaltyStays(roles: readonly BookingInRole[]): LoyaltyStay[] {
  const stays = roles
    .filter(({ role, status }) => role === 'guest' && (status === 'checked-out' || status === 'no-show'))
    .sort((a, b) => (a.arrival === b.arrival ? a.id - b.id : a.arrival < b.arrival ? -1 : 1))
  return stays.map((row, i) => ({
    arrival: row.arrival,
    departure: row.departure,
    nights: nightsBetween(row.arrival, row.departure),
    roomRevenueMinor: row.totalMinor,
    totalRevenueMinor: row.totalMinor,
    status: row.status as LoyaltyStay['status'],
    channel: row.channel ?? '',
    qualifyingRate: row.qualifies !== 0,
    paidByGuest: row.companyId === null && row.guarantee !== 'company',
    freeNight: !isSold(row.planKind, row.segment),
    group: row.segment === 'group',
    roomOfStay: roomOfStay(stays, i),
  }))
}

/** Rows of one arrival are together: only those just before need to be looked at. */
function roomOfStay(rows: readonly BookingInRole[], at: number): number {
  const row = rows[at] as BookingInRole
  let room = 1
  for (let i = at - 1; rows[i]?.arrival === row.arrival; i--)
    if (sameStay(rows[i] as BookingInRole, row)) room += 1
  return room
}

function sameStay(a: BookingInRole, b: BookingInRole): boolean {
  return a.status === b.status && a.arrival === b.arrival && a.departure === b.departure
}
