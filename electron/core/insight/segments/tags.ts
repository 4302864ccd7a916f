import { readMemberSet, readSetMembers } from '#db/queries/insight/segment-sets.ts'
import { loadSegment, loadSegmentTags, saveSegmentTags } from '#db/repositories/insight/segments.ts'
import { checkRule, refusalOf } from '#shared/domain/insight/segments/check.ts'
import { ruleFrom } from '#shared/domain/insight/segments/rule.ts'
import { checkTagging, maxTagged, tagsOf } from '#shared/domain/insight/segments/segment.ts'
import { refuse } from '#shared/values/index.ts'
import { writes, writesAfter } from '../../kernel/handler.ts'
import { changeOf, conflict, done } from '../../kernel/outcome.ts'
import { termsFor } from './terms.ts'

/**
 * Sets a segment's tag on its members, in one act that the log has once. The members are read before the transaction: the
 * file of derived data is attached to the reader alone.
 */
export const setTags = writesAfter(
  'segment.setTags',
  async (db, { id }, ctx) => {
    const set = await readMemberSet(db, id)
    const members = !set || set.count > maxTagged ? [] : await readSetMembers(db, id)
    const found = await loadSegment(db, id)
    if (!found) return { set, members, problem: undefined }
    const rule = ruleFrom(found.image.rule)
    const terms = await termsFor(db, [rule], { asOf: ctx.businessDate, ownTag: found.image.tag })
    return { set, members, problem: checkRule(rule, terms)[0] }
  },
  async (tx, _ctx, { id, version }, { set, members, problem }) => {
    const found = await loadSegment(tx, id)
    if (!found) return refuse('SEGMENT_UNKNOWN', { id })
    if (found.version !== version) return conflict('segment', id)
    if (problem) return refusalOf(problem)
    const allowed = checkTagging(found.image, set?.count ?? 0)
    if (!allowed.ok) return allowed
    if (!set || set.rule !== found.image.rule) return refuse('SEGMENT_NOT_COMPUTED')
    const before = (await loadSegmentTags(tx, id))?.image ?? null
    const after = tagsOf(set.asOf, members)
    const changes = changeOf('segment-tags', id, before, after)
    if (changes.length > 0) await saveSegmentTags(tx, id, before, after)
    const had = Object.keys(before?.guests ?? {})
    const stayed = had.filter((guest) => Object.hasOwn(after.guests, guest)).length
    const output = {
      id,
      added: members.length - stayed,
      removed: had.length - stayed,
      tagged: members.length,
    }
    return done(output, changes)
  },
)

/** Takes a segment's tag from all who have it by the segment. */
export const clearTags = writes('segment.clearTags', async (tx, _ctx, { id, version }) => {
  const found = await loadSegment(tx, id)
  if (!found) return refuse('SEGMENT_UNKNOWN', { id })
  if (found.version !== version) return conflict('segment', id)
  if (found.image.tag === null) return refuse('SEGMENT_NO_TAG')
  const before = (await loadSegmentTags(tx, id))?.image ?? null
  await saveSegmentTags(tx, id, before, null)
  const removed = Object.keys(before?.guests ?? {}).length
  return done({ id, removed }, changeOf('segment-tags', id, before, null))
})
