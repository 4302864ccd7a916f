import type { Selectable } from 'kysely'
import type { TaskImage } from '#shared/domain/housekeeping/task.ts'
import type { Outcome, Work } from '#shared/domain/housekeeping/work.ts'
import type { AttendantId, BusinessDate, HousekeepingTaskId, RoomId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { HousekeepingTasksTable } from '../../schema/housekeeping.ts'

export type TaskOnFile = { id: HousekeepingTaskId; image: TaskImage; version: number }

function taskOnFile(row: Selectable<HousekeepingTasksTable>): TaskOnFile {
  return {
    id: row.id,
    version: row.version,
    image: {
      onDate: row.on_date,
      roomId: row.room_id,
      work: row.work as Work,
      linen: row.linen === 1,
      credits: row.credits,
      attendantId: row.attendant_id,
      position: row.position,
      outcome: row.outcome as Outcome | null,
      outcomeAt: row.outcome_at,
      outcomeBy: row.outcome_by,
      counts: JSON.parse(row.counts),
      note: row.note,
    },
  }
}

export async function loadTask(db: Reader, id: number) {
  const row = await readWith(db)
    .selectFrom('housekeeping_tasks')
    .selectAll()
    .where('id', '=', id as HousekeepingTaskId)
    .executeTakeFirst()
  return row ? taskOnFile(row) : null
}

/** The work of a day, by room. */
export async function readTasks(db: Reader, date: BusinessDate): Promise<Map<RoomId, TaskOnFile>> {
  const rows = await readWith(db)
    .selectFrom('housekeeping_tasks')
    .selectAll()
    .where('on_date', '=', date)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.room_id, taskOnFile(row)]))
}

/** Whether work was ever given to an attendant. */
export async function hasTasks(db: Reader, attendantId: AttendantId): Promise<boolean> {
  const row = await readWith(db)
    .selectFrom('housekeeping_tasks')
    .select('id')
    .where('attendant_id', '=', attendantId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** An image's columns; the demo writes whole rows in bulk with it. */
export function taskColumns(after: TaskImage) {
  return {
    on_date: after.onDate,
    room_id: after.roomId,
    work: after.work,
    linen: flag(after.linen),
    credits: after.credits,
    attendant_id: after.attendantId,
    position: after.position,
    outcome: after.outcome,
    outcome_at: after.outcomeAt,
    outcome_by: after.outcomeBy,
    counts: JSON.stringify(after.counts),
    note: after.note,
  }
}

export async function saveTask(
  tx: Writer,
  id: number,
  before: TaskImage | null,
  after: TaskImage | null,
): Promise<void> {
  const db = writeWith(tx)
  const taskId = id as HousekeepingTaskId
  if (!after) {
    await db.deleteFrom('housekeeping_tasks').where('id', '=', taskId).execute()
    return
  }
  const columns = taskColumns(after)
  if (before)
    await db
      .updateTable('housekeeping_tasks')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', taskId)
      .execute()
  else
    await db
      .insertInto('housekeeping_tasks')
      .values({ id: taskId, ...columns, version: 1 })
      .execute()
}
