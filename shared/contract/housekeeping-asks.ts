import { z } from 'zod'
import type { RoomId } from '../values/index.ts'
import { id } from './fields.ts'
import { query } from './operation.ts'
import { boardRow } from './request-board.ts'

export const asks = query({
  name: 'housekeeping.asks',
  about:
    'What guests and other departments ask of housekeeping and is not done: requests and traces up to the business date, or all of them, what is overdue first.',
  input: z.strictObject({ day: z.enum(['due', 'all'], { error: 'invalid.choice' }).default('due') }),
  output: z.array(
    boardRow.extend({
      /** Where the guest is now, else the room the guest comes to; null: of the house, or without a room yet. */
      roomId: id<RoomId>().nullable(),
    }),
  ),
  permission: 'housekeeping',
  reads: ['request', 'trace', 'booking', 'stay', 'guest', 'room', 'user', 'settings'],
})
