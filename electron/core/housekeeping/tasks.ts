import type { Writer } from '#db/handles.ts'
import { readAttendants } from '#db/repositories/housekeeping/attendants.ts'
import { readStates, writeStates } from '#db/repositories/housekeeping/states.ts'
import { loadTask, readTasks, saveTask, type TaskOnFile } from '#db/repositories/housekeeping/tasks.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { splitWork } from '#shared/domain/housekeeping/assign.ts'
import type { TaskImage } from '#shared/domain/housekeeping/task.ts'
import type { AttendantId, HousekeepingTaskId, RoomId } from '#shared/values/index.ts'
import { refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, conflict, done } from '../kernel/outcome.ts'
import { type BoardRow, readRows } from './board.ts'
import { housekeepingSettings } from './settings.ts'

/** The work in a room on a day. */
export const taskAggregate: Aggregate<TaskImage> = {
  entity: 'housekeeping-task',
  unknown: 'TASK_UNKNOWN',
  load: loadTask,
  save: saveTask,
  check: async () => null,
}

/** What a room asks for as a task of today that nobody has yet. */
function newTask(row: BoardRow, ctx: Context): TaskImage {
  const { work, linen, credits } = row.work ?? { work: 'pickup', linen: false, credits: 0 }
  return {
    onDate: ctx.businessDate,
    roomId: row.id,
    work,
    linen,
    credits,
    attendantId: null,
    position: 0,
    outcome: null,
    outcomeAt: null,
    outcomeBy: null,
    counts: {},
    note: '',
  }
}

/** Writes tasks of rooms, each new one under the next number. */
function taskWriter(tx: Writer, tasks: ReadonlyMap<RoomId, TaskOnFile>) {
  let next = 0
  return async (roomId: RoomId, after: TaskImage): Promise<Change[]> => {
    const known = tasks.get(roomId)
    if (next === 0 && !known) next = await nextId(tx, 'housekeeping_tasks')
    const id = known?.id ?? (next++ as HousekeepingTaskId)
    const changes = changeOf('housekeeping-task', id, known?.image ?? null, after)
    if (changes.length > 0) await saveTask(tx, id, known?.image ?? null, after)
    return changes
  }
}

/**
 * Shares today's work among attendants: what is not done yet, each with neighbouring rooms, as even as that can be. What was
 * given by hand before is given anew.
 */
export const assign = writes('housekeeping.assign', async (tx, ctx, input) => {
  const staff = new Map((await readAttendants(tx)).map((one) => [one.id, one.image]))
  const missing = input.attendantIds.find((id) => !staff.get(id)?.active)
  if (missing !== undefined) return refuse('ATTENDANT_UNKNOWN', { id: missing })
  const hands = [...new Set(input.attendantIds)].map((id) => ({
    id,
    floors: staff.get(id)?.floors ?? [],
    credits: staff.get(id)?.credits ?? 1,
  }))
  const rows = (await readRows(tx, ctx.businessDate, await housekeepingSettings.read(tx))).filter(
    (row) => row.work !== null && row.task?.outcome !== 'done',
  )
  if (rows.length === 0) return refuse('NOTHING_TO_ASSIGN')
  const given = splitWork(
    rows.map((row) => ({ row, floor: row.floor, number: row.number, credits: row.work?.credits ?? 0 })),
    hands,
  )
  const tasks = await readTasks(tx, ctx.businessDate)
  const write = taskWriter(tx, tasks)
  const changes: Change[] = []
  const places = new Map<AttendantId, number>()
  for (const [{ row }, { id }] of given) {
    const position = (places.get(id) ?? 0) + 1
    places.set(id, position)
    const before = tasks.get(row.id)?.image
    const fresh = newTask(row, ctx)
    const after = before
      ? { ...before, work: fresh.work, linen: fresh.linen, credits: fresh.credits, attendantId: id, position }
      : { ...fresh, attendantId: id, position }
    changes.push(...(await write(row.id, after)))
  }
  return done({ rooms: rows.length }, changes)
})

/** Gives rooms to an attendant by hand, or takes them away; they go to the end of the sheet. */
export const giveRooms = writes('housekeeping.giveRooms', async (tx, ctx, { attendantId, roomIds }) => {
  const staff = await readAttendants(tx)
  if (attendantId !== null && !staff.some(({ id, image }) => id === attendantId && image.active))
    return refuse('ATTENDANT_UNKNOWN', { id: attendantId })
  const rows = new Map(
    (await readRows(tx, ctx.businessDate, await housekeepingSettings.read(tx))).map((row) => [row.id, row]),
  )
  const tasks = await readTasks(tx, ctx.businessDate)
  const write = taskWriter(tx, tasks)
  let last = Math.max(
    0,
    ...[...tasks.values()].map(({ image }) => (image.attendantId === attendantId ? image.position : 0)),
  )
  const changes: Change[] = []
  for (const roomId of new Set(roomIds)) {
    const row = rows.get(roomId)
    if (!row) return refuse('ROOM_UNKNOWN', { id: roomId })
    const before = tasks.get(roomId)?.image ?? newTask(row, ctx)
    if (before.attendantId === attendantId && tasks.has(roomId)) continue
    last += 1
    const position = attendantId === null ? 0 : last
    changes.push(...(await write(roomId, { ...before, attendantId, position })))
  }
  return done({ rooms: changes.length }, changes)
})

/** Rooms of today that somebody who is gone has not done: nobody's again. */
export async function takeBack(tx: Writer, ctx: Context, attendantId: AttendantId): Promise<Change[]> {
  const tasks = await readTasks(tx, ctx.businessDate)
  const write = taskWriter(tx, tasks)
  const changes: Change[] = []
  for (const [roomId, { image }] of tasks) {
    if (image.attendantId !== attendantId || image.outcome === 'done') continue
    changes.push(...(await write(roomId, { ...image, attendantId: null, position: 0 })))
  }
  return changes
}

/** What a visit to a room came to: cleaned (its state follows), nobody let in, linen used, a note. */
export const noteVisit = writes('housekeeping.noteVisit', async (tx, ctx, input) => {
  const [room] = await readStates(tx, [input.roomId])
  if (!room?.active) return refuse('ROOM_UNKNOWN', { id: input.roomId })
  if (room.version !== input.roomVersion) return conflict('room', room.id)
  const tasks = await readTasks(tx, ctx.businessDate)
  const known = tasks.get(input.roomId)
  if ((known?.version ?? 0) !== input.taskVersion) return conflict('housekeeping-task', known?.id ?? 0)
  const row = (await readRows(tx, ctx.businessDate, await housekeepingSettings.read(tx))).find(
    ({ id }) => id === input.roomId,
  )
  if (!row) return refuse('ROOM_UNKNOWN', { id: input.roomId })
  const isSame = known?.image.outcome === input.outcome
  const after: TaskImage = {
    ...(known?.image ?? newTask(row, ctx)),
    outcome: input.outcome,
    outcomeAt: input.outcome === null ? null : isSame ? (known?.image.outcomeAt ?? ctx.moment) : ctx.moment,
    outcomeBy: input.outcome === null ? null : isSame ? (known?.image.outcomeBy ?? ctx.actor) : ctx.actor,
    counts: input.counts ?? known?.image.counts ?? {},
    note: input.note ?? known?.image.note ?? '',
  }
  const changes = await taskWriter(tx, tasks)(input.roomId, after)
  const cleaned = input.outcome === 'done' && (room.state === 'dirty' || room.state === 'pickup')
  if (cleaned) {
    await writeStates(tx, [room.id], 'clean')
    changes.push(...changeOf('room', room.id, { housekeeping: room.state }, { housekeeping: 'clean' }))
  }
  return done({ roomVersion: room.version + Number(cleaned) }, changes)
})
