import type { BusinessDate, RoomId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import type { VisitorRow } from '../../schema/registration.ts'

export type ListedVisitor = VisitorRow & {
  room_number: string
  nativeName: string | null
  familyName: string | null
  givenName: string | null
}

/** Visitors who are in the house, or all who came on a day; who came last first. */
export async function readVisitors(
  db: Reader,
  { date, limit }: { date: BusinessDate | null; limit: number },
): Promise<ListedVisitor[]> {
  const query = readWith(db)
    .selectFrom('visitors as v')
    .innerJoin('rooms as m', 'm.id', 'v.room_id')
    .leftJoin('guests as g', 'g.id', 'v.guest_id')
    .selectAll('v')
    .select([
      'm.number as room_number',
      'g.native_name as nativeName',
      'g.family_name as familyName',
      'g.given_name as givenName',
    ])
    .orderBy('v.id', 'desc')
    .limit(limit)
  return date === null
    ? query.where('v.left_at', 'is', null).execute()
    : query.where('v.business_date', '=', date).execute()
}

/** The room of a number, whatever its letters' case. */
export async function findRoomByNumber(
  db: Reader,
  number: string,
): Promise<{ id: RoomId; number: string } | null> {
  const rows = await readWith(db)
    .selectFrom('rooms')
    .select(['id', 'number'])
    .where('active', '=', 1)
    .execute()
  return rows.find((room) => room.number.toLowerCase() === number.trim().toLowerCase()) ?? null
}
