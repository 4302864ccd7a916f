import { countSegment, segmentMembers } from './ask.ts'
import { deleteOne, listSegments, saveOne, segmentTerms } from './segments.ts'
import { clearTags, setTags } from './tags.ts'

export const segmentHandlers = {
  'segment.list': listSegments,
  'segment.terms': segmentTerms,
  'segment.count': countSegment,
  'segment.members': segmentMembers,
  'segment.save': saveOne,
  'segment.delete': deleteOne,
  'segment.setTags': setTags,
  'segment.clearTags': clearTags,
}
