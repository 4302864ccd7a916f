import type { ProgrammeId } from '#shared/values/index.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'

/** Members of a programme by tier. */
export async function readMemberCounts(
  db: Reader,
  programmeId: ProgrammeId,
): Promise<{ tier: string; members: number }[]> {
  return readWith(db)
    .selectFrom('memberships')
    .select(({ fn }) => ['tier', fn.countAll<number>().as('members')])
    .where('programme_id', '=', programmeId)
    .groupBy('tier')
    .execute()
}
