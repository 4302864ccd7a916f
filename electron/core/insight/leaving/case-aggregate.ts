import { guestExists } from '#db/repositories/guest/repository.ts'
import { findOpenCase, loadLeavingCase, saveLeavingCase } from '#db/repositories/insight/leaving-cases.ts'
import type { LeavingCaseImage } from '#shared/domain/insight/leaving/case.ts'
import type { LeavingCaseId } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'

/** What is done about one guest who may be leaving; a guest has one open case at most. */
export const leavingCaseAggregate: Aggregate<LeavingCaseImage> = {
  entity: 'leaving-case',
  unknown: 'CASE_UNKNOWN',
  load: (tx, id) => loadLeavingCase(tx, id as LeavingCaseId),
  save: (tx, id, before, after) => saveLeavingCase(tx, id as LeavingCaseId, before, after),
  // Undo may bring back a case whose guest was taken away, or open one again beside a newer one.
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return null
    if (!(await guestExists(tx, after.guestId))) return dependentExists('guest', 'gone')
    if (after.closedOn !== null) return null
    const open = await findOpenCase(tx, after.guestId)
    return open && open.id !== id ? dependentExists('leaving-case') : null
  },
}
