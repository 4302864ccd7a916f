import type { Writer } from '#db/handles.ts'
import type { Standing } from '#db/queries/audit/day.ts'
import type { Close } from '#db/repositories/audit/closes.ts'
import { inAttempt } from '#db/transaction.ts'
import { words } from '#shared/i18n/index.ts'
import { changeInSteps } from '../booking/public.ts'
import type { Context } from '../kernel/context.ts'
import type { Change, Outcome } from '../kernel/outcome.ts'
import { readDay } from './blocked.ts'
import { markNoShow } from './no-show.ts'
import { type Part, partSize } from './part.ts'
import { closeSettings } from './settings.ts'

/** Arrivals that are not held any longer, as the hotel has set: cancelled, or no-shows with their fee. */
export async function releaseHolds(tx: Writer, ctx: Context, close: Close): Promise<Part> {
  const settings = await closeSettings.read(tx)
  const { released } = await readDay(tx, ctx, settings)
  const part = await onPart(tx, close, released, (one) =>
    settings.heldArrivals === 'no-show'
      ? markNoShow(tx, ctx, one, 'policy')
      : cancelFor(tx, ctx, one, words(ctx.hotel.language, 'audit.because.released')),
  )
  return { ...part, counts: { released: part.done } }
}

/** Enquiries and places on the waiting list whose day has come: nobody can take them up any more. */
export async function closeEnquiries(tx: Writer, ctx: Context, close: Close): Promise<Part> {
  const { expired } = await readDay(tx, ctx, await closeSettings.read(tx))
  const reason = words(ctx.hotel.language, 'audit.because.expired')
  const part = await onPart(tx, close, expired, (one) => cancelFor(tx, ctx, one, reason))
  return { ...part, counts: { enquiries: part.done } }
}

function cancelFor(tx: Writer, ctx: Context, { id, version }: Standing, reason: string) {
  return changeInSteps(tx, ctx, { id, version, steps: [{ kind: 'cancel', reason }] }, reason)
}

/** The next few by their numbers. One that can't be done stays as it is: an arrival then stands in the way of the roll. */
async function onPart(
  tx: Writer,
  close: Close,
  all: readonly Standing[],
  act: (one: Standing) => Promise<Outcome<unknown, string>>,
): Promise<Part & { done: number }> {
  const some = all
    .filter(({ id }) => id > close.cursor)
    .toSorted((a, b) => a.id - b.id)
    .slice(0, partSize)
  const changes: Change[] = []
  let done = 0
  for (const one of some) {
    const outcome = await inAttempt(
      tx,
      () => act(one),
      (answer) => 'done' in answer,
    )
    if (!('done' in outcome)) continue
    changes.push(...outcome.changes)
    done += 1
  }
  return { changes, cursor: some.at(-1)?.id ?? null, done }
}
