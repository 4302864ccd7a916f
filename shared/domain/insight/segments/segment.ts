import { type BusinessDate, ok, type Result, refuse } from '../../../values/index.ts'

/** A saved segment. */
export type SegmentImage = {
  nameEn: string
  nameZh: string
  /** The rule as JSON: a change of any part of it is logged as from rule to rule. */
  rule: string
  /** The tag that it sets on its guests when it is told to; null: none. */
  tag: string | null
  createdAt: string
  /** The login of who made it. */
  createdBy: string
}

/**
 * The guests who have a segment's tag by the segment, apart from tags that people set: what a person set is never taken
 * away by a segment, and what a segment set goes when the guest is no longer in it.
 */
export type SegmentTagsImage = {
  /** The day that the members were of. */
  asOf: BusinessDate
  guests: { [guestId: string]: true }
}

/** So many segments are kept; so many guests get a tag from one. More are no help to anybody and slow the log. */
export const maxSegments = 200
export const maxTagged = 50_000

/** What a segment's tags become; who has the tag already keeps it. */
export function tagsOf(asOf: BusinessDate, members: Iterable<number>): SegmentTagsImage {
  const guests: SegmentTagsImage['guests'] = {}
  for (const id of members) guests[String(id)] = true
  return { asOf, guests }
}

/** Whether a tag may be set on so many guests, by a segment that has one. */
export function checkTagging(
  { tag }: Pick<SegmentImage, 'tag'>,
  members: number,
): Result<string, 'SEGMENT_NO_TAG' | 'SEGMENT_TOO_LARGE'> {
  if (tag === null) return refuse('SEGMENT_NO_TAG')
  return members > maxTagged ? refuse('SEGMENT_TOO_LARGE', { members, max: maxTagged }) : ok(tag)
}
