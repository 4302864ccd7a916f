import { nextChildId } from '#db/repositories/guest/children.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { writes } from '../kernel/handler.ts'
import { guestAggregate } from './guest-aggregate.ts'
import { without } from './without.ts'

/** Adds a note or rewrites the one named by id; it carries who wrote it last, the log who wrote it before. */
export const saveNote = writes('guest.saveNote', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, async (guest) => {
    const known = input.id === undefined ? undefined : guest.notes[input.id]
    if (input.id !== undefined && !known) return refuse('NOTE_UNKNOWN', { id: input.id })
    if (known?.text === input.text) return ok(guest)
    const id = input.id ?? (await nextChildId(tx, 'guest_notes'))
    const note = { text: input.text, at: ctx.moment, by: ctx.actor }
    return ok({ ...guest, notes: { ...guest.notes, [id]: note } })
  }),
)

/** Takes a note off the guest. */
export const removeNote = writes('guest.removeNote', async (tx, ctx, input) =>
  edit(tx, ctx, guestAggregate, input.guestId, input.version, (guest) => {
    if (!guest.notes[input.id]) return refuse('NOTE_UNKNOWN', { id: input.id })
    return ok({ ...guest, notes: without(guest.notes, input.id) })
  }),
)
