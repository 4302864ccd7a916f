import type { Writer } from '#db/handles.ts'
import { type BookingId, isRefused, type Refusal, refuse } from '#shared/values/index.ts'
import { tryEach } from '../kernel/each.ts'
import { done, type Outcome } from '../kernel/outcome.ts'

type Asked = { id: BookingId; version: number }

/**
 * The same act on several bookings, as one command: one that can't be done leaves nothing, and is answered with its
 * reason beside those that were done. Where none can be done, the answer is the first one's.
 */
export async function onEach<O, C extends string>(
  tx: Writer,
  bookings: readonly Asked[],
  act: (one: Asked) => Promise<Outcome<O, C>>,
): Promise<Outcome<{ done: O[]; failed: { id: BookingId; refusal: Refusal }[] }, C>> {
  const each = await tryEach(tx, bookings, act)
  const [first] = each.failed
  if (each.done.length === 0 && first) return first.answer
  const failed = each.failed.map(({ one, answer }) => ({
    id: one.id,
    refusal: (isRefused(answer) ? answer : refuse('CHANGED_MEANWHILE')).refusal,
  }))
  return done({ done: each.done, failed }, each.changes)
}
