import { createHash } from 'node:crypto'
import type { Writer } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { readStates } from '#db/repositories/housekeeping/states.ts'
import {
  keepPicture,
  loadTicket,
  readPicture,
  readTickets,
  saveTicket,
} from '#db/repositories/housekeeping/tickets.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import {
  maxPictureBytes,
  nextTicketStatus,
  pictureKind,
  type TicketImage,
} from '#shared/domain/housekeeping/ticket.ts'
import { isRefused, ok, type Refused, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { type Context, may } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { makeClosure } from './closures.ts'

/** Something broken. */
export const ticketAggregate: Aggregate<TicketImage> = {
  entity: 'ticket',
  unknown: 'TICKET_UNKNOWN',
  load: loadTicket,
  save: saveTicket,
  check: async () => null,
}

export const createTicket = writes('ticket.create', async (tx, ctx, input) => {
  const { roomId, place, category, priority, text } = input
  if (roomId === null && place === '') return refuse('PLACE_NEEDED')
  if (roomId !== null && !(await readStates(tx, [roomId]))[0]?.active)
    return refuse('ROOM_UNKNOWN', { id: roomId })
  const kept = input.picture === null ? null : await keep(tx, ctx, input.picture)
  if (kept !== null && isRefused(kept)) return kept
  const closed = await closeFor(tx, ctx, input)
  if (closed !== null && !('done' in closed)) return closed
  const made = await create<TicketImage, never>(tx, ctx, ticketAggregate, await nextId(tx, 'tickets'), {
    roomId,
    place,
    category,
    priority,
    text,
    picture: kept?.digest ?? null,
    status: 'open',
    openedAt: ctx.moment,
    openedBy: ctx.actor,
    statusAt: ctx.moment,
    statusBy: ctx.actor,
    resolution: '',
    closureId: closed?.output.id ?? null,
  })
  return 'done' in made ? done(made.output, [...(closed?.changes ?? []), ...made.changes]) : made
})

/** The closure of the room that a ticket asks for; its reason is what is broken. */
async function closeFor(tx: Writer, ctx: Context, { roomId, closes, text }: ParsedOf<'ticket.create'>) {
  if (roomId === null || closes === null) return null
  if (!may(ctx, 'housekeeping-supervise')) return refuse('RIGHT_NEEDED', { needed: 'housekeeping-supervise' })
  const reason = text.replaceAll(/\s+/g, ' ').slice(0, 500)
  return makeClosure(tx, ctx, { roomId, ...closes, from: ctx.businessDate, reason })
}

/** A picture under its digest. What it is, its bytes say. */
async function keep(
  tx: Writer,
  ctx: Context,
  base64: string,
): Promise<{ digest: string } | Refused<'PICTURE_TOO_LARGE' | 'PICTURE_NOT_READ'>> {
  const content = Buffer.from(base64, 'base64')
  if (content.length > maxPictureBytes)
    return refuse('PICTURE_TOO_LARGE', { max: Math.floor(maxPictureBytes / 1000) })
  const kind = pictureKind(content)
  if (!kind) return refuse('PICTURE_NOT_READ')
  const digest = createHash('sha256').update(content).digest('base64url')
  await keepPicture(tx, { digest, kind, content, madeAt: ctx.moment })
  return { digest }
}

/** Taken into work, done with what was done, opened again. */
export const advanceTicket = writes('ticket.advance', (tx, ctx, { id, version, action, resolution }) =>
  edit(tx, ctx, ticketAggregate, id, version, (image) => {
    const next = nextTicketStatus(image.status, action)
    if (!next.ok) return next
    return ok({
      ...image,
      status: next.value,
      statusAt: ctx.moment,
      statusBy: ctx.actor,
      resolution: next.value === 'done' ? resolution : '',
    })
  }),
)

export const updateTicket = writes('ticket.update', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, ticketAggregate, id, version, (image) =>
    ok({
      ...image,
      category: fields.category ?? image.category,
      priority: fields.priority ?? image.priority,
      text: fields.text ?? image.text,
    }),
  ),
)

export const listTickets = reads('ticket.list', async (db, { show, limit }) => {
  const nameOf = await readUserNames(db)
  return (await readTickets(db, { done: show === 'done', limit })).map(
    ({ id, image, roomNumber, version }) => {
      const { closureId, ...shown } = image
      return {
        id,
        ...shown,
        closesRoom: closureId !== null,
        openedBy: nameOf(image.openedBy),
        statusBy: nameOf(image.statusBy),
        roomNumber,
        version,
      }
    },
  ) as OutputOf<'ticket.list'>
})

export const picture = reads('ticket.picture', async (db, { digest }) => {
  const found = await readPicture(db, digest)
  if (!found) return refuse('PICTURE_UNKNOWN')
  return { kind: found.kind, base64: Buffer.from(found.content).toString('base64') }
})
