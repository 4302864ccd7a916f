import type { Writer } from '#db/handles.ts'
import {
  type RoomState,
  readReopened,
  readSleptIn,
  readStates,
  writeStates,
} from '#db/repositories/housekeeping/states.ts'
import { type RoomEvent, stateAfter } from '#shared/domain/housekeeping/rules.ts'
import type { Housekeeping } from '#shared/domain/room/room.ts'
import { addDays, type BusinessDate, type RoomId, refuse } from '#shared/values/index.ts'
import { type Context, may } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, changeOf, conflict, done } from '../kernel/outcome.ts'
import { housekeepingSettings } from './settings.ts'

/** A state that a room is to be in, beside the one it is in. */
type Step = { room: RoomState; to: Housekeeping }

/** The state of rooms as somebody saw it; inspected is for who may inspect. */
export const setRooms = writes('housekeeping.setRooms', async (tx, ctx, input) => {
  const known = new Map(
    (
      await readStates(
        tx,
        input.rooms.map(({ id }) => id),
      )
    ).map((room) => [room.id, room]),
  )
  const steps: Step[] = []
  for (const { id, version, state } of input.rooms) {
    const room = known.get(id)
    if (!room?.active) return refuse('ROOM_UNKNOWN', { id })
    if (room.version !== version) return conflict('room', id)
    steps.push({ room, to: state })
  }
  if (steps.some(({ to }) => to === 'inspected') && !may(ctx, 'housekeeping-supervise'))
    return refuse('RIGHT_NEEDED', { needed: 'housekeeping-supervise' })
  const changes = await takeSteps(tx, steps)
  const rooms = steps.map(({ room, to }) => ({
    id: room.id,
    version: room.version + Number(room.state !== to),
  }))
  return done({ rooms }, changes)
})

/**
 * What happened to a room, by the rules of the hotel. For whoever checks out, moves or closes the day: within their
 * transaction, with the changes that go into their command's rows of the log.
 */
export async function roomAfter(
  tx: Writer,
  _ctx: Context,
  roomId: RoomId,
  event: RoomEvent,
): Promise<Change[]> {
  return roomsAfter(tx, [roomId], event)
}

/** A night passed: rooms that guests slept in and stay on, and rooms whose closure is over the morning after. */
export async function roomsAfterNight(tx: Writer, night: BusinessDate): Promise<Change[]> {
  const slept = await readSleptIn(tx, night)
  const reopened = (await readReopened(tx, addDays(night, 1))).filter((id) => !slept.includes(id))
  return [
    ...(await roomsAfter(tx, slept, { kind: 'night' })),
    ...(await roomsAfter(tx, reopened, { kind: 'reopened' })),
  ]
}

/** Rooms after the same event. */
export async function roomsAfter(tx: Writer, ids: readonly RoomId[], event: RoomEvent): Promise<Change[]> {
  if (ids.length === 0) return []
  const rules = await housekeepingSettings.read(tx)
  const rooms = await readStates(tx, ids)
  return takeSteps(
    tx,
    rooms.map((room) => ({ room, to: stateAfter(room.state, event, rules) })),
  )
}

async function takeSteps(tx: Writer, steps: readonly Step[]): Promise<Change[]> {
  const moved = steps.filter(({ room, to }) => room.state !== to)
  for (const [state, of] of Map.groupBy(moved, ({ to }) => to))
    await writeStates(
      tx,
      of.map(({ room }) => room.id),
      state,
    )
  return moved.flatMap(({ room, to }) =>
    changeOf('room', room.id, { housekeeping: room.state }, { housekeeping: to }),
  )
}
