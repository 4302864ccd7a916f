import type { Writer } from '#db/handles.ts'
import { stayingIds } from '#shared/domain/booking/booking.ts'
import type { Context } from '../kernel/context.ts'
import { writes } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { registerEvent, withdrawEvent } from '../registration/public.ts'
import { changeInSteps, type Steps } from './change.ts'

/** Another guest, booker, others who stay along. */
export const changeGuests = writes('booking.changeGuests', (tx, ctx, { id, version, ...change }) =>
  changeAndRegister(tx, ctx, { id, version, steps: [change] }, change.reason),
)

/** Several as one act, in the order given: the room that one gives up is free for the next. All of it, or nothing. */
export const changeTogether = writes('booking.changeTogether', async (tx, ctx, { changes, reason }) => {
  const bookings: { id: never; version: number }[] = []
  const all: Change[] = []
  for (const one of changes) {
    const outcome = await changeAndRegister(tx, ctx, one, reason)
    if (!('done' in outcome)) return outcome
    bookings.push(outcome.output)
    all.push(...outcome.changes)
  }
  return done({ bookings }, all)
})

/**
 * In the house, who joins is registered as arrived, and what was registered of somebody who is taken out is taken back: who
 * leaves before the guest gets own dates instead (`stay.setPersons`).
 */
async function changeAndRegister(tx: Writer, ctx: Context, change: Steps, reason: string | undefined) {
  const outcome = await changeInSteps(tx, ctx, change, reason)
  if (!('done' in outcome) || outcome.before.status !== 'in-house') return outcome
  const [had, has] = [stayingIds(outcome.before), stayingIds(outcome.after)]
  const left = had.filter((id) => !has.includes(id))
  const joined = has.filter((id) => !had.includes(id))
  const of = { bookingId: change.id, event: 'arrival' } as const
  return done(outcome.output, [
    ...outcome.changes,
    ...(left.length > 0 ? await withdrawEvent(tx, ctx, { ...of, guestIds: left }) : []),
    ...(joined.length > 0 ? await registerEvent(tx, ctx, { ...of, guestIds: joined }) : []),
  ])
}
