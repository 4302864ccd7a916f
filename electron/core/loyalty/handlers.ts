import { enrol, setTier } from './memberships.ts'
import { countMembers, listProgrammes, saveProgramme } from './programmes.ts'

export const loyaltyHandlers = {
  'loyalty.listProgrammes': listProgrammes,
  'loyalty.countMembers': countMembers,
  'loyalty.saveProgramme': saveProgramme,
  'loyalty.enrol': enrol,
  'loyalty.setTier': setTier,
}
