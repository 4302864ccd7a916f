import { hasMembers } from '#db/repositories/loyalty/memberships.ts'
import {
  loadProgramme,
  programmeWithCode,
  saveProgramme,
  tiersHeld,
} from '#db/repositories/loyalty/programmes.ts'
import { type ProgrammeImage, parametersOf } from '#shared/domain/loyalty/programme.ts'
import { type ProgrammeId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A loyalty programme: its names and its parameters. */
export const programmeAggregate: Aggregate<ProgrammeImage> = {
  entity: 'programme',
  unknown: 'PROGRAMME_UNKNOWN',
  load: loadProgramme,
  save: saveProgramme,
  check: async (tx, _ctx, id, _before, after) => {
    const programmeId = id as ProgrammeId
    if (!after) {
      return (await hasMembers(tx, programmeId)) ? dependentExists('membership') : null
    }
    const owner = await programmeWithCode(tx, after.code)
    if (owner !== null && owner !== id) return refuse('CODE_TAKEN', { code: after.code })
    const kept = new Set(parametersOf(after).tiers.map(({ code }) => code))
    const lost = (await tiersHeld(tx, programmeId)).find((tier) => !kept.has(tier))
    return lost === undefined ? null : refuse('TIER_IN_USE', { tier: lost })
  },
}
