import { enrol, setTier } from './memberships.ts'
import { listProgrammes, saveProgramme } from './programmes.ts'

export const loyaltyHandlers = {
  'loyalty.listProgrammes': listProgrammes,
  'loyalty.saveProgramme': saveProgramme,
  'loyalty.enrol': enrol,
  'loyalty.setTier': setTier,
}
