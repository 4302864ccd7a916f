import type { ProgrammeId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Members by programme and tier. */
export async function readMemberCounts(
  db: Reader,
): Promise<{ programmeId: ProgrammeId; tier: string; members: number }[]> {
  return readWith(db)
    .selectFrom('memberships')
    .select(({ fn }) => ['programme_id as programmeId', 'tier', fn.countAll<number>().as('members')])
    .groupBy(['programme_id', 'tier'])
    .execute()
}
