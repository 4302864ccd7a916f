import { readGuestsOnFile } from '#db/queries/booking/facts.ts'
import {
  loadMembership,
  membershipOf,
  membershipWithNumber,
  saveMembership,
} from '#db/repositories/loyalty/memberships.ts'
import { loadProgramme } from '#db/repositories/loyalty/programmes.ts'
import type { MembershipImage } from '#shared/domain/loyalty/membership.ts'
import { refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A membership with the tiers it held. */
export const membershipAggregate: Aggregate<MembershipImage> = {
  entity: 'membership',
  unknown: 'MEMBERSHIP_UNKNOWN',
  load: loadMembership,
  save: saveMembership,
  check: async (tx, _ctx, id, before, after) => {
    if (!after) return null
    if (!before) {
      const known = await membershipOf(tx, after.guestId, after.programmeId)
      if (known !== null) return refuse('ALREADY_MEMBER', { membershipId: known })
    }
    const owner = await membershipWithNumber(tx, after.number)
    return owner !== null && owner !== id ? refuse('NUMBER_TAKEN', { number: after.number }) : null
  },
  checkBack: async (tx, _ctx, _before, after) => {
    if (!after) return null
    if (!(await readGuestsOnFile(tx, [after.guestId])).has(after.guestId))
      return dependentExists('guest', 'gone')
    return (await loadProgramme(tx, after.programmeId)) ? null : dependentExists('programme', 'gone')
  },
}
