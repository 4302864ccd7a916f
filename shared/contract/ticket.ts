import { z } from 'zod'
import { closureKinds } from '../domain/housekeeping/closure.ts'
import {
  maxPictureBytes,
  ticketActions,
  ticketCategories,
  ticketPriorities,
  ticketStatuses,
} from '../domain/housekeeping/ticket.ts'
import type { RoomId, TicketId } from '../values/index.ts'
import { businessDate, id, moment, optionalLine, prose, saved, version } from './fields.ts'
import { closeRoom } from './housekeeping.ts'
import { command, query } from './operation.ts'

const category = z.enum(ticketCategories, { error: 'invalid.choice' })
const priority = z.enum(ticketPriorities, { error: 'invalid.choice' })
const digest = z.string().regex(/^[\w-]{43}$/, 'invalid.id')

export const create = command({
  name: 'ticket.create',
  about: 'Tells of something broken, in a room or elsewhere, with a picture where there is one.',
  input: z.strictObject({
    roomId: id<RoomId>().nullable(),
    place: optionalLine(60).default(''),
    category,
    priority: priority.default('normal'),
    text: prose(1000),
    /** JPEG or PNG in base64. */
    picture: z
      .base64('invalid.text')
      .max(Math.ceil((maxPictureBytes * 4) / 3) + 100_000, 'invalid.tooLong')
      .nullable()
      .default(null),
    /** Closes its room from today until this day, in the same act. */
    closes: z
      .strictObject({ kind: z.enum(closureKinds, { error: 'invalid.choice' }), to: businessDate })
      .nullable()
      .default(null),
  }),
  output: saved<TicketId>(),
  refusals: ['PLACE_NEEDED', 'PICTURE_TOO_LARGE', 'PICTURE_NOT_READ', 'RIGHT_NEEDED', ...closeRoom.refusals],
  permission: 'housekeeping',
  undoable: true,
})

export const update = command({
  name: 'ticket.update',
  about: 'Changes what a ticket says.',
  input: z.strictObject({
    id: id<TicketId>(),
    version,
    category: category.optional(),
    priority: priority.optional(),
    text: prose(1000).optional(),
  }),
  output: saved<TicketId>(),
  refusals: ['TICKET_UNKNOWN'],
  permission: 'housekeeping',
  undoable: true,
})

export const advance = command({
  name: 'ticket.advance',
  about: 'Moves a ticket: start, done (with what was done), reopen.',
  input: z.strictObject({
    id: id<TicketId>(),
    version,
    action: z.enum(ticketActions, { error: 'invalid.choice' }),
    resolution: optionalLine(300).default(''),
  }),
  output: saved<TicketId>(),
  refusals: ['TICKET_UNKNOWN', 'STATUS_NOT_POSSIBLE'],
  permission: 'housekeeping',
  undoable: true,
})

export const list = query({
  name: 'ticket.list',
  about: 'Tickets that are not done, urgent ones first; or those that are done.',
  input: z.strictObject({
    show: z.enum(['open', 'done'], { error: 'invalid.choice' }).default('open'),
    limit: z.number().int().min(1).max(500).default(200),
  }),
  output: z.array(
    z.strictObject({
      id: id<TicketId>(),
      roomId: id<RoomId>().nullable(),
      roomNumber: z.string().nullable(),
      place: z.string(),
      /** Its room was closed for it. */
      closesRoom: z.boolean(),
      category,
      priority,
      text: z.string(),
      picture: z.string().nullable(),
      status: z.enum(ticketStatuses),
      openedAt: moment,
      openedBy: z.string(),
      statusAt: moment,
      statusBy: z.string(),
      resolution: z.string(),
      version,
    }),
  ),
  permission: 'housekeeping',
  reads: ['ticket', 'room', 'user'],
})

export const picture = query({
  name: 'ticket.picture',
  about: 'The picture of a ticket.',
  input: z.strictObject({ digest }),
  output: z.strictObject({ kind: z.string(), base64: z.string() }),
  refusals: ['PICTURE_UNKNOWN'],
  permission: 'housekeeping',
  reads: ['ticket'],
})
