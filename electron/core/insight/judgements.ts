import { guestExists } from '#db/repositories/guest/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { loadJudgement, readJudgement, saveJudgement } from '#db/repositories/insight/judgements.ts'
import type { JudgementImage } from '#shared/domain/insight/value/judgement.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { conflict, dependentExists } from '../kernel/outcome.ts'

/** What a person decided about the computed classes of one guest. */
export const judgementAggregate: Aggregate<JudgementImage> = {
  entity: 'guest-judgement',
  unknown: 'CHANGE_UNKNOWN',
  load: loadJudgement,
  save: saveJudgement,
  // Undo may bring back one that was decided anew since
  check: async (tx, _ctx, id, before, after) => {
    const other = !before && after ? await readJudgement(tx, after.guestId) : null
    return other && other.id !== id ? dependentExists('guest-judgement') : null
  },
  checkBack: async (tx, _ctx, _before, after) =>
    after && !(await guestExists(tx, after.guestId)) ? dependentExists('guest', 'gone') : null,
}

export const judgement = reads('insight.judgement', async (db, { guestId }) => {
  const known = await readJudgement(db, guestId)
  if (!known) {
    const none = { value: '', need: '', lifecycle: '', behaviour: '', relation: '' } as const
    return { excluded: false, ...none, reason: '', version: 0 }
  }
  const { guestId: _, ...image } = known.image
  return { ...image, version: known.version } as never
})

export const judge = writes('insight.judge', async (tx, ctx, { version, ...image }) => {
  if (!(await guestExists(tx, image.guestId))) return refuse('GUEST_UNKNOWN', { id: image.guestId })
  const known = await readJudgement(tx, image.guestId)
  if (known) return edit(tx, ctx, judgementAggregate, known.id, version, () => ok(image))
  if (version !== 0) return conflict('guest-judgement', 0)
  return create(tx, ctx, judgementAggregate, await nextId(tx, 'guest_judgements'), image)
})
