import { readMemberCounts } from '#db/queries/loyalty/members.ts'
import { loadProgramme, readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import { checkParameters } from '#shared/domain/loyalty/parameters.ts'
import { type ProgrammeImage, parametersOf } from '#shared/domain/loyalty/programme.ts'
import { reads, writes } from '../kernel/handler.ts'
import { saveWhole } from '../kernel/save.ts'
import { programmeAggregate } from './programme-aggregate.ts'

export const listProgrammes = reads('loyalty.listProgrammes', async (db) =>
  (await readProgrammes(db)).map(({ id, version, image }) => ({ id, version, ...image })),
)

/** How many members each tier has; a tier without any has none. It reads every membership of the programme. */
export const countMembers = reads('loyalty.countMembers', async (db, { programmeId }) => {
  const programme = await loadProgramme(db, programmeId)
  if (!programme) return {}
  const none = parametersOf(programme.image).tiers.map(({ code }) => [code, 0] as const)
  const counts = await readMemberCounts(db, programmeId)
  return Object.fromEntries([...none, ...counts.map(({ tier, members }) => [tier, members] as const)])
})

/** Adds a programme or changes the one named by id and version; the domain says whether its parameters hold. */
export const saveProgramme = writes('loyalty.saveProgramme', async (tx, ctx, input) => {
  const checked = checkParameters(input.parameters)
  if (!checked.ok) return checked
  const { code, nameEn, nameZh, active } = input
  const parameters = checked.value as unknown as ProgrammeImage['parameters']
  const image: ProgrammeImage = { code, nameEn, nameZh, parameters, active }
  return saveWhole(tx, ctx, programmeAggregate, 'programmes', input, image)
})
