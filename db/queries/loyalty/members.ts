import type { ProgrammeId } from '#shared/values/index.ts'
import type { Reader } from '../../dialect/sqlite/connection.ts'

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
