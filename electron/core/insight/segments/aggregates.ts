import {
  loadSegment,
  loadSegmentTags,
  saveSegment,
  saveSegmentTags,
  segmentCalled,
  segmentWithTag,
} from '#db/repositories/insight/segments.ts'
import type { SegmentImage, SegmentTagsImage } from '#shared/domain/insight/segments/segment.ts'
import { refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'
import { dependentExists } from '../../kernel/outcome.ts'

/** A saved segment: no other has one of its names or its tag. */
export const segmentAggregate: Aggregate<SegmentImage> = {
  entity: 'segment',
  unknown: 'SEGMENT_UNKNOWN',
  load: loadSegment,
  save: saveSegment,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return (await loadSegmentTags(tx, id)) ? dependentExists('segment-tags') : null
    const called = await segmentCalled(tx, after, id)
    if (called) return refuse('SEGMENT_NAME_TAKEN', { name: called.name })
    const other = after.tag === null ? null : await segmentWithTag(tx, after.tag)
    if (!other || other.id === id) return null
    return refuse('SEGMENT_TAG_TAKEN', {
      tag: after.tag ?? '',
      name: other.image.nameEn || other.image.nameZh,
    })
  },
}

/** Who has a segment's tag by it; its number is the segment's. */
export const segmentTagsAggregate: Aggregate<SegmentTagsImage> = {
  entity: 'segment-tags',
  unknown: 'SEGMENT_UNKNOWN',
  load: loadSegmentTags,
  save: saveSegmentTags,
  check: async (tx, _ctx, id, _before, after) => {
    if (!after) return null
    const segment = await loadSegment(tx, id)
    return segment?.image.tag ? null : dependentExists('segment', 'gone')
  },
}
