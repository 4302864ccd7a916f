/** The commands on leaving cases: take on, give back, snooze, offer, close. */
import type { Writer } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { firstReturn, isActiveUser } from '#db/queries/insight/leaving-cases.ts'
import { guestExists } from '#db/repositories/guest/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { findOpenCase } from '#db/repositories/insight/leaving-cases.ts'
import {
  close,
  type LeavingCaseImage,
  makeOffer,
  maxSnoozeDays,
  newCase,
  release,
  snooze,
  takeOn,
} from '#shared/domain/insight/leaving/case.ts'
import { addDays, type GuestId, type LeavingCaseId, type Result, refuse } from '#shared/values/index.ts'
import { create, edit } from '../../kernel/aggregate.ts'
import type { Context } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { conflict, type Outcome } from '../../kernel/outcome.ts'
import { leavingCaseAggregate } from './case-aggregate.ts'

export const takeOnGuest = writes('leaving.takeOn', async (tx, ctx, { guestId, owner, from }) => {
  if (owner !== undefined && !(await isActiveUser(tx, owner))) return refuse('USER_UNKNOWN', { login: owner })
  const open = await findOpenCase(tx, guestId)
  return act(tx, ctx, { guestId, version: open?.version ?? null }, (image) =>
    takeOn(image, owner ?? ctx.actor, from ?? null, ctx.businessDate),
  )
})

export const releaseGuest = writes('leaving.release', async (tx, ctx, { guestId, version }) => {
  const open = await findOpenCase(tx, guestId)
  if (!open) return refuse('CASE_UNKNOWN', { id: guestId })
  return named(
    tx,
    await edit(tx, ctx, leavingCaseAggregate, open.id, version, (image) => release(image, ctx.actor)),
  )
})

export const snoozeGuest = writes('leaving.snooze', (tx, ctx, { until, ...target }) =>
  act(tx, ctx, target, (image) => snooze(image, until, addDays(ctx.businessDate, maxSnoozeDays), by(ctx))),
)

export const offerToGuest = writes('leaving.offer', (tx, ctx, { offer, text, costMinor, ...target }) =>
  act(tx, ctx, target, (image) => makeOffer(image, { offer, text, costMinor }, by(ctx))),
)

export const closeCase = writes('leaving.close', (tx, ctx, { outcome, lossReason, text, ...target }) =>
  act(tx, ctx, target, async (image) => {
    const returned = await firstReturn.first(tx, { guestId: image.guestId, since: image.openedOn })
    return close(image, { outcome, lossReason, text }, returned?.on ?? null, by(ctx))
  }),
)

type Saved = { id: LeavingCaseId; version: number }
type Target = { guestId: GuestId; version: number | null }
type Rule<C extends string> = (
  image: LeavingCaseImage,
) => Result<LeavingCaseImage, C> | Promise<Result<LeavingCaseImage, C>>

/**
 * One act on the guest's open case; where none is open it opens one, unless the caller was shown one that somebody has
 * closed since.
 */
async function act<C extends string>(
  tx: Writer,
  ctx: Context,
  { guestId, version }: Target,
  rule: Rule<C>,
): Promise<Outcome<Saved, C | 'GUEST_UNKNOWN'>> {
  const open = await findOpenCase(tx, guestId)
  if (open) {
    if (version === null) return conflict('leaving-case', open.id)
    return named(tx, await edit<LeavingCaseImage, C>(tx, ctx, leavingCaseAggregate, open.id, version, rule))
  }
  if (version !== null) return conflict('leaving-case', guestId)
  if (!(await guestExists(tx, guestId))) return refuse('GUEST_UNKNOWN', { id: guestId })
  const made = await rule(newCase(guestId, by(ctx)))
  if (!made.ok) return made
  const id = await nextId(tx, 'leaving_cases')
  return create<LeavingCaseImage, C>(tx, ctx, leavingCaseAggregate, id, made.value)
}

/** A refusal that names who has the case says also what they are called. */
async function named<T extends object>(tx: Writer, outcome: T): Promise<T> {
  const { refusal } = outcome as { refusal?: { code: string; params: { owner: string } } }
  if (refusal?.code !== 'CASE_TAKEN') return outcome
  const nameOf = await readUserNames(tx)
  return {
    ...outcome,
    refusal: { ...refusal, params: { ...refusal.params, name: nameOf(refusal.params.owner) } },
  }
}

function by({ businessDate, actor }: Context) {
  return { on: businessDate, actor }
}
