import { readMemberCounts } from '#db/queries/loyalty/members.ts'
import { readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import { checkParameters } from '#shared/domain/loyalty/parameters.ts'
import { type ProgrammeImage, parametersOf } from '#shared/domain/loyalty/programme.ts'
import { reads, writes } from '../kernel/handler.ts'
import { saveWhole } from '../kernel/save.ts'
import { programmeAggregate } from './programme-aggregate.ts'

/** Programmes with how many members each tier has; a tier without any has none. */
export const listProgrammes = reads('loyalty.listProgrammes', async (db) => {
  const counts = await readMemberCounts(db)
  return (await readProgrammes(db)).map(({ id, version, image }) => {
    const ofThis = counts.filter(({ programmeId }) => programmeId === id)
    const members = Object.fromEntries([
      ...parametersOf(image).tiers.map(({ code }) => [code, 0] as const),
      ...ofThis.map(({ tier, members: held }) => [tier, held] as const),
    ])
    return { id, version, ...image, members }
  })
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
