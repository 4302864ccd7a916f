import { z } from 'zod'
import { housekeepingStates } from '../domain/room/room.ts'
import type { RoomId } from '../values/index.ts'
import { businessDate, id } from './fields.ts'
import { guestOfRoom } from './housekeeping-work.ts'
import { query } from './operation.ts'

export const forecast = query({
  name: 'housekeeping.forecast',
  about:
    'What must be ready by when for whom on a day (the business date when left out): arrivals with their rooms, or with the type of room that they are to get.',
  input: z.strictObject({ date: businessDate.optional() }),
  output: z.strictObject({
    date: businessDate,
    rows: z.array(
      z.strictObject({
        ...guestOfRoom,
        roomTypeCode: z.string(),
        /** Null: no room is assigned yet. */
        roomId: id<RoomId>().nullable(),
        roomNumber: z.string().nullable(),
        /** As it is now. */
        state: z.enum(housekeepingStates).nullable(),
        /** A guest may be given it now; of another day than the business date, never. */
        ready: z.boolean(),
        /** Somebody else has it the night before. */
        leaves: z.boolean(),
      }),
    ),
    /** On the business date: rooms of a type that a guest may be given now and that are promised to nobody. */
    free: z.array(z.strictObject({ roomTypeCode: z.string(), rooms: z.number().int() })),
  }),
  permission: 'housekeeping',
  reads: [
    'room',
    'room-type',
    'booking',
    'stay',
    'guest',
    'membership',
    'closure',
    'housekeeping-setting',
    'housekeeping-task',
  ],
})
