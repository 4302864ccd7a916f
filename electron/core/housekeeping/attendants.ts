import { findUser, readUsers } from '#db/repositories/access/repository.ts'
import { loadAttendant, readAttendants, saveAttendant } from '#db/repositories/housekeeping/attendants.ts'
import { hasTasks } from '#db/repositories/housekeeping/tasks.ts'
import type { OutputOf, RefusalOf } from '#shared/contract/index.ts'
import type { AttendantImage } from '#shared/domain/housekeeping/task.ts'
import { type AttendantId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { dependentExists, done } from '../kernel/outcome.ts'
import { saveWhole } from '../kernel/save.ts'
import { takeBack } from './tasks.ts'

type SaveCode = RefusalOf<'housekeeping.saveAttendant'>

/** Somebody who cleans rooms; no user of the program has to be one. */
export const attendantAggregate: Aggregate<AttendantImage> = {
  entity: 'attendant',
  unknown: 'ATTENDANT_UNKNOWN',
  load: loadAttendant,
  save: saveAttendant,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return (await hasTasks(tx, id as AttendantId)) ? dependentExists('housekeeping-task') : null
    // Whoever signs in has one list of rooms
    const { userId, active } = after
    const same = (await readAttendants(tx)).find(
      (one) => active && userId !== null && one.id !== id && one.image.active && one.image.userId === userId,
    )
    return same ? refuse('ATTENDANT_USER_TAKEN', { name: same.image.name }) : null
  },
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

/** Who may sign in as an attendant. */
export const listLogins = reads('housekeeping.logins', async (db) =>
  (await readUsers(db))
    .filter(({ active }) => active === 1)
    .map(({ id, login, name }) => ({ id, login, name })),
)

export const saveOneAttendant = writes(
  'housekeeping.saveAttendant',
  async (tx, ctx, { id, version, ...fields }) => {
    const image = { ...fields, floors: [...new Set(fields.floors)].sort((a, b) => a - b) }
    const { userId } = image
    const before = id === undefined ? null : await loadAttendant(tx, id)
    // Whose user is gone may be changed otherwise still
    const isNew = userId !== null && userId !== before?.image.userId
    if (isNew && (await findUser(tx, userId))?.active !== 1) return refuse('USER_UNKNOWN')
    const saved = await saveWhole<AttendantImage, SaveCode>(
      tx,
      ctx,
      attendantAggregate,
      'attendants',
      { id, version },
      image,
    )
    if (!('done' in saved) || image.active || id === undefined) return saved
    return done(saved.output, [...saved.changes, ...(await takeBack(tx, ctx, id))])
  },
)
