import { loadAttendant, readAttendants, saveAttendant } from '#db/repositories/housekeeping/attendants.ts'
import { hasTasks } from '#db/repositories/housekeeping/tasks.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { AttendantImage } from '#shared/domain/housekeeping/task.ts'
import type { AttendantId } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { saveWhole } from '../kernel/save.ts'

/** Somebody who cleans rooms; no user of the program has to be one. */
export const attendantAggregate: Aggregate<AttendantImage> = {
  entity: 'attendant',
  unknown: 'ATTENDANT_UNKNOWN',
  load: loadAttendant,
  save: saveAttendant,
  check: async (tx, _ctx, id, _before, after) =>
    !after && (await hasTasks(tx, id as AttendantId)) ? dependentExists('housekeeping-task') : null,
}

export const listAttendants = reads(
  'housekeeping.attendants',
  async (db) =>
    (await readAttendants(db)).map(({ id, image, version }) => ({
      id,
      ...image,
      version,
    })) as OutputOf<'housekeeping.attendants'>,
)

export const saveOneAttendant = writes(
  'housekeeping.saveAttendant',
  (tx, ctx, { id, version, ...fields }) => {
    const image = { ...fields, floors: [...new Set(fields.floors)].sort((a, b) => a - b) }
    return saveWhole(tx, ctx, attendantAggregate, 'attendants', { id, version }, image)
  },
)
