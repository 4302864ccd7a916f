import { z } from 'zod'
import { ruleReasons } from '../domain/loyalty/programme.ts'
import type { GuestId, MembershipId, ProgrammeId } from '../values/index.ts'
import { code, empty, id, line, nameText, parameters, saved, version } from './fields.ts'
import { command, query } from './operation.ts'

const fields = { code: code(16), nameEn: nameText(60), nameZh: nameText(60), parameters, active: z.boolean() }

export const listProgrammes = query({
  name: 'loyalty.listProgrammes',
  about: 'Loyalty programmes with their parameters.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<ProgrammeId>(),
      ...fields,
      code: z.string(),
      nameEn: z.string(),
      nameZh: z.string(),
      version,
    }),
  ),
  permission: 'guest-read',
  reads: ['programme'],
})

export const countMembers = query({
  name: 'loyalty.countMembers',
  about: 'How many members each tier of a programme has, by the tier’s code.',
  input: z.strictObject({ programmeId: id<ProgrammeId>() }),
  output: z.record(z.string(), z.number().int()),
  permission: 'guest-read',
  reads: ['programme', 'membership'],
})

export const saveProgramme = command({
  name: 'loyalty.saveProgramme',
  about: 'Adds a programme, or changes the parameters of the one named by id and version.',
  input: z.strictObject({
    id: id<ProgrammeId>().optional(),
    version: version.optional(),
    ...fields,
    active: z.boolean().default(true),
  }),
  output: saved<ProgrammeId>(),
  /** PARAMETERS_INVALID carries `path` and `why`. TIER_IN_USE: members hold the tier that would go. */
  refusals: ['CODE_TAKEN', 'PROGRAMME_UNKNOWN', 'PARAMETERS_INVALID', 'TIER_IN_USE'],
  permission: 'settings-programme',
  undoable: true,
})

export const enrol = command({
  name: 'loyalty.enrol',
  about: 'Makes a guest a member from the business date on; the number is drawn when none is given.',
  input: z.strictObject({
    guestId: id<GuestId>(),
    programmeId: id<ProgrammeId>(),
    number: code(32).optional(),
  }),
  output: saved<MembershipId>(),
  refusals: ['GUEST_UNKNOWN', 'PROGRAMME_UNKNOWN', 'ALREADY_MEMBER', 'NUMBER_TAKEN'],
  permission: 'loyalty-enrol',
  undoable: true,
})

/** Why a person gave a tier: in the history it must not be mistaken for what the rules write there. */
const ownReason = line(300).refine(
  (text) => !ruleReasons.some((rule) => rule === text.toLowerCase()),
  'invalid.ownReason',
)

export const setTier = command({
  name: 'loyalty.setTier',
  about: 'Gives a member another tier by hand, with the reason.',
  input: z.strictObject({ id: id<MembershipId>(), version, tier: z.string().max(32), reason: ownReason }),
  output: saved<MembershipId>(),
  refusals: ['MEMBERSHIP_UNKNOWN', 'TIER_UNKNOWN'],
  permission: 'loyalty-tier',
  undoable: true,
})
