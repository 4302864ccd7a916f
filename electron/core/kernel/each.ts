import type { Writer } from '#db/handles.ts'
import { inAttempt } from '#db/transaction.ts'
import type { Refused } from '#shared/values/index.ts'
import type { Change, Conflicted, Done, Outcome } from './outcome.ts'

/** What became of several things that the same was asked of: those that were done with their changes, the others with why not. */
export type Each<A, O, C extends string> = {
  done: O[]
  changes: Change[]
  failed: { one: A; answer: Refused<C> | Conflicted }[]
}

/** The same act on each, within one command: one that can't be done is rolled back alone and leaves nothing. */
export async function tryEach<A, O, C extends string>(
  tx: Writer,
  all: readonly A[],
  act: (one: A) => Promise<Outcome<O, C>>,
): Promise<Each<A, O, C>> {
  const each: Each<A, O, C> = { done: [], changes: [], failed: [] }
  for (const one of all) {
    const outcome = (await inAttempt(
      tx,
      () => act(one),
      (answer) => 'done' in answer,
    )) as Done<O> | Refused<C> | Conflicted
    if ('done' in outcome) {
      each.done.push(outcome.output)
      each.changes.push(...outcome.changes)
    } else each.failed.push({ one, answer: outcome })
  }
  return each
}
