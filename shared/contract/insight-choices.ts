import { z } from 'zod'
import { settingsSectionNames } from '../domain/insight/settings/sections.ts'
import {
  behaviours,
  classKinds,
  lifecycles,
  needs,
  relations,
  valueClasses,
} from '../domain/insight/value/classes.ts'
import { departments } from '../domain/request/request.ts'
import type { GuestId, InsightSettingId, JudgementId, PlaybookId } from '../values/index.ts'
import { amountMinor, empty, id, parameters, prose, reason, saved, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'

const section = z.enum(settingsSectionNames, { error: 'invalid.choice' })

export const settings = query({
  name: 'insight.settings',
  about:
    'The settings of Insight by section, with what each begins with where nobody changed it (version 0).',
  input: empty,
  output: z.array(
    z.strictObject({
      section,
      parameters: z.record(z.string(), z.unknown()),
      defaults: z.record(z.string(), z.unknown()),
      version: versionOrNone,
    }),
  ),
  permission: 'insight',
  reads: ['insight-setting'],
})

export const saveSettings = command({
  name: 'insight.saveSettings',
  about: 'Changes one section of the settings of Insight; the next computation follows them.',
  input: z.strictObject({
    section,
    version: versionOrNone,
    /** Checked by checkSettings (shared/domain/insight/settings), whose answer names the field. */
    parameters,
  }),
  output: saved<InsightSettingId>(),
  refusals: ['SETTINGS_INVALID'],
  permission: 'insight-settings',
  undoable: true,
})

const classKind = z.enum(classKinds as [(typeof classKinds)[number], ...typeof classKinds], {
  error: 'invalid.choice',
})
const department = z.enum(departments, { error: 'invalid.choice' })

export const playbooks = query({
  name: 'insight.playbooks',
  about:
    'What is done for each class of guests, by whom and what it may cost; version 0 and an empty text where nobody wrote one.',
  input: empty,
  output: z.array(
    z.strictObject({
      classKind,
      class: z.string(),
      action: z.string(),
      department,
      costMinor: z.number().int().nullable(),
      version: versionOrNone,
    }),
  ),
  permission: 'insight-hints',
  reads: ['playbook'],
})

export const savePlaybook = command({
  name: 'insight.savePlaybook',
  about: 'Writes what is done for one class of guests.',
  input: z.strictObject({
    classKind,
    class: z.string().max(32),
    version: versionOrNone,
    action: prose(600),
    department,
    costMinor: amountMinor.nullable(),
  }),
  output: saved<PlaybookId>(),
  refusals: ['CLASS_UNKNOWN'],
  permission: 'insight-settings',
  undoable: true,
})

const orAsComputed = <T extends readonly [string, ...string[]]>(list: T) =>
  z.enum(['', ...list] as unknown as ['', ...T], { error: 'invalid.choice' })
const judged = {
  excluded: z.boolean({ error: 'invalid.choice' }),
  value: orAsComputed(valueClasses),
  need: orAsComputed(needs),
  lifecycle: orAsComputed(lifecycles),
  behaviour: orAsComputed(behaviours),
  relation: orAsComputed(relations),
}

export const judgement = query({
  name: 'insight.judgement',
  about: 'What a person decided about the computed classes of a guest; version 0 where nobody did.',
  input: z.strictObject({ guestId: id<GuestId>() }),
  output: z.strictObject({ ...judged, reason: z.string(), version: versionOrNone }),
  permission: 'insight-hints',
  reads: ['guest-judgement'],
})

export const judge = command({
  name: 'insight.judge',
  about:
    'Sets classes of a guest by hand, or leaves the guest out of every automated judgement; empty goes back to computed.',
  input: z.strictObject({ guestId: id<GuestId>(), version: versionOrNone, ...judged, reason }),
  output: saved<JudgementId>(),
  refusals: ['GUEST_UNKNOWN'],
  permission: 'insight',
  undoable: true,
})
