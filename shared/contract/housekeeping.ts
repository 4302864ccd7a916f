import { z } from 'zod'
import { closureKinds } from '../domain/housekeeping/closure.ts'
import { reopenedStates, stayOverStates } from '../domain/housekeeping/settings.ts'
import { housekeepingStates } from '../domain/room/room.ts'
import type { ClosureId, RoomId } from '../values/index.ts'
import { businessDate, empty, id, moment, reason, saved, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'

const state = z.enum(housekeepingStates, { error: 'invalid.choice' })
const count = (max: number) =>
  z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(0, 'invalid.tooSmall')
    .max(max, 'invalid.tooLarge')

const settingsFields = {
  departureState: state,
  stayOverState: z.enum(stayOverStates, { error: 'invalid.choice' }),
  reopenedState: z.enum(reopenedStates, { error: 'invalid.choice' }),
  /** Fresh linen after every so many nights; 0: on departure alone. */
  linenEvery: count(30),
  inspectionNeeded: z.boolean(),
  checkAfterDays: count(30),
  departureCredits: count(1000),
  stayOverCredits: count(1000),
  linenCredits: count(1000),
  pickupCredits: count(1000),
  dayCredits: count(10_000).min(1, 'invalid.tooSmall'),
}

export const settings = query({
  name: 'housekeeping.settings',
  about:
    'The rules by which rooms change state, linen is changed and work is counted; version 0: the usual ones.',
  input: empty,
  output: z.strictObject({ ...settingsFields, version: versionOrNone }),
  permission: 'housekeeping',
  reads: ['housekeeping-setting'],
})

export const saveSettings = command({
  name: 'housekeeping.saveSettings',
  about: 'Changes the rules of housekeeping.',
  input: z.strictObject({ ...settingsFields, version: versionOrNone }),
  output: saved<never>(),
  refusals: ['CHANGE_UNKNOWN'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const setRooms = command({
  name: 'housekeeping.setRooms',
  about: 'Puts rooms into a state, each at the version that was read; all of them or none.',
  input: z.strictObject({
    rooms: z
      .array(z.strictObject({ id: id<RoomId>(), version, state }))
      .min(1, 'invalid.required')
      .max(500, 'invalid.tooMany'),
  }),
  output: z.strictObject({ rooms: z.array(saved<RoomId>()) }),
  /** RIGHT_NEEDED: a room is inspected by who may inspect. */
  refusals: ['ROOM_UNKNOWN', 'RIGHT_NEEDED'],
  permission: 'housekeeping',
  undoable: true,
})

const kind = z.enum(closureKinds, { error: 'invalid.choice' })
const closureRefusals = [
  'ROOM_UNKNOWN',
  'CLOSURE_DATES',
  'CLOSURE_TOO_LONG',
  'NIGHT_IN_PAST',
  'CLOSURE_OVERLAPS',
  'CLOSURE_PROMISED',
  'CLOSURE_OCCUPIED',
  'CLOSURE_SOLD',
] as const

export const closeRoom = command({
  name: 'housekeeping.closeRoom',
  about:
    'Closes a room on [from, to): out of order takes its nights from what is sold, out of service only keeps it from being assigned.',
  input: z.strictObject({ roomId: id<RoomId>(), kind, from: businessDate, to: businessDate, reason }),
  output: saved<ClosureId>(),
  refusals: closureRefusals,
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const changeClosure = command({
  name: 'housekeeping.changeClosure',
  about: 'Changes dates, kind or reason of a closure that is not over; what has passed of it stays.',
  input: z.strictObject({
    id: id<ClosureId>(),
    version,
    kind: kind.optional(),
    from: businessDate.optional(),
    to: businessDate.optional(),
    reason: reason.optional(),
  }),
  output: saved<ClosureId>(),
  refusals: ['CLOSURE_UNKNOWN', 'CLOSURE_OVER', ...closureRefusals],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const reopenRoom = command({
  name: 'housekeeping.reopenRoom',
  about: 'Ends a closure today: the nights from today on are free again, the room is as the rules leave it.',
  input: z.strictObject({ id: id<ClosureId>(), version }),
  output: z.strictObject({ id: id<ClosureId>() }),
  refusals: ['CLOSURE_UNKNOWN', 'CLOSURE_OVER'],
  permission: 'housekeeping-supervise',
  undoable: true,
})

export const closures = query({
  name: 'housekeeping.closures',
  about: 'Closures that end after a day (the business date when left out), by their first night.',
  input: z.strictObject({ since: businessDate.optional() }),
  output: z.array(
    z.strictObject({
      id: id<ClosureId>(),
      roomId: id<RoomId>(),
      roomNumber: z.string(),
      floor: z.number().int(),
      roomTypeCode: z.string(),
      kind,
      from: businessDate,
      to: businessDate,
      reason: z.string(),
      madeAt: moment,
      madeBy: z.string(),
      version,
    }),
  ),
  permission: 'housekeeping',
  reads: ['closure', 'room', 'room-type', 'user'],
})
