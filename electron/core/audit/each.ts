import type { Writer } from '#db/handles.ts'
import { inAttempt } from '#db/transaction.ts'
import type { BookingId, Refusal } from '#shared/values/index.ts'
import { isRefused, refuse } from '#shared/values/index.ts'
import { type Change, type Done, done, type Outcome } from '../kernel/outcome.ts'

type Asked = { id: BookingId; version: number }
type One<O, C extends string> = Exclude<Outcome<O, C>, { answer: unknown }>

/**
 * The same act on several bookings, as one command: one that can't be done leaves nothing, and is answered with its
 * reason beside those that were done. Where none can be done, the answer is the first one's.
 */
export async function onEach<O, C extends string>(
  tx: Writer,
  bookings: readonly Asked[],
  act: (one: Asked) => Promise<Outcome<O, C>>,
): Promise<Outcome<{ done: O[]; failed: { id: BookingId; refusal: Refusal }[] }, C>> {
  const all: O[] = []
  const changes: Change[] = []
  const failed: { id: BookingId; refusal: Refusal }[] = []
  let first: Exclude<One<O, C>, Done<O>> | null = null
  for (const one of bookings) {
    const outcome = (await inAttempt(
      tx,
      () => act(one),
      (answer) => 'done' in answer,
    )) as One<O, C>
    if ('done' in outcome) {
      all.push(outcome.output)
      changes.push(...outcome.changes)
      continue
    }
    first ??= outcome
    const answer = isRefused(outcome) ? outcome : refuse('CHANGED_MEANWHILE')
    failed.push({ id: one.id, refusal: answer.refusal })
  }
  return all.length === 0 && first ? first : done({ done: all, failed }, changes)
}
