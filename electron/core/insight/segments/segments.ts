import { readUserNames } from '#db/queries/change/labels.ts'
import { readMemberSets, readTagCounts } from '#db/queries/insight/segment-sets.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import {
  countSegments,
  loadSegment,
  loadSegmentTags,
  readSegments,
  saveSegment,
  saveSegmentTags,
} from '#db/repositories/insight/segments.ts'
import { checkRule, isOutdated, readRule, refusalOf } from '#shared/domain/insight/segments/check.ts'
import { ruleFrom, ruleJson } from '#shared/domain/insight/segments/rule.ts'
import { maxSegments } from '#shared/domain/insight/segments/segment.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { create, edit } from '../../kernel/aggregate.ts'
import { reads, writes, writesAfter } from '../../kernel/handler.ts'
import { changeOf, conflict, done } from '../../kernel/outcome.ts'
import { segmentAggregate } from './aggregates.ts'
import { termsFor, termsView } from './terms.ts'

/** All segments, with what is wrong with each today. */
export const listSegments = reads('segment.list', async (db, _input, ctx) => {
  const all = await readSegments(db)
  const nameOf = await readUserNames(db)
  const sets = await readMemberSets(db)
  const tagged = await readTagCounts(db)
  const terms = await termsFor(
    db,
    all.map(({ image }) => ruleFrom(image.rule)),
    { asOf: ctx.businessDate, ownTag: null },
  )
  return all.map(({ id, version, image }) => {
    const { createdBy, ...fields } = image
    const set = sets.get(id)
    const rule = ruleFrom(image.rule)
    return {
      id,
      version,
      ...fields,
      rule,
      createdByName: nameOf(createdBy),
      members:
        set && set.rule === image.rule ? { count: set.count, asOf: set.asOf, moment: set.moment } : null,
      tagged: tagged.get(id) ?? null,
      problems: checkRule(rule, { ...terms, ownTag: image.tag }).map((problem) => ({
        ...problem,
        path: [...problem.path],
      })),
    }
  })
})

export const segmentTerms = reads('segment.terms', (db) => termsView(db))

/**
 * Adds a segment or changes one. A rule that names what is gone is refused, unless it did so before. What a rule may name is
 * read before the transaction: the file of derived data is attached to the reader alone.
 */
export const saveOne = writesAfter(
  'segment.save',
  async (db, { rule, tag }, ctx) => {
    const read = readRule(rule)
    if (!read.ok) return read
    const terms = await termsFor(db, [read.value], { asOf: ctx.businessDate, ownTag: tag || null })
    return ok({ rule: read.value, problems: checkRule(read.value, terms) })
  },
  async (tx, ctx, { id, version, nameEn, nameZh, ...input }, read) => {
    if (nameEn === '' && nameZh === '') return refuse('SEGMENT_UNNAMED')
    if (!read.ok) return read
    const before = id === undefined ? null : await loadSegment(tx, id)
    if (id !== undefined && !before) return refuse('SEGMENT_UNKNOWN', { id })
    const rule = ruleJson(read.value.rule)
    const problem = read.value.problems.find((one) => before?.image.rule !== rule || !isOutdated(one))
    if (problem) return refusalOf(problem)
    const tag = input.tag === '' ? null : input.tag
    if (id === undefined || !before) {
      if ((await countSegments(tx)) >= maxSegments) return refuse('SEGMENT_TOO_MANY', { max: maxSegments })
      const image = { nameEn, nameZh, rule, tag, createdAt: ctx.moment, createdBy: ctx.actor }
      return create(tx, ctx, segmentAggregate, await nextId(tx, 'segments'), image)
    }
    if (version === undefined) return conflict('segment', id)
    if (before.image.tag !== null && tag === null && (await loadSegmentTags(tx, id)))
      return refuse('SEGMENT_TAGGED', { tag: before.image.tag })
    return edit(tx, ctx, segmentAggregate, id, version, (image) =>
      ok({ ...image, nameEn, nameZh, rule, tag }),
    )
  },
)

/** Deletes a segment with the tags that it set. */
export const deleteOne = writes('segment.delete', async (tx, _ctx, { id, version }) => {
  const found = await loadSegment(tx, id)
  if (!found) return refuse('SEGMENT_UNKNOWN', { id })
  if (found.version !== version) return conflict('segment', id)
  const tags = (await loadSegmentTags(tx, id))?.image ?? null
  await saveSegmentTags(tx, id, tags, null)
  await saveSegment(tx, id, found.image, null)
  return done({ id: id as never, version: version + 1 }, [
    ...changeOf('segment-tags', id, tags, null),
    ...changeOf('segment', id, found.image, null),
  ])
})
