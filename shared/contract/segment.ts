import { z } from 'zod'
import { problemCodes } from '../domain/insight/segments/check.ts'
import { classNames } from '../domain/insight/segments/classes.ts'
import type { Rule } from '../domain/insight/segments/rule.ts'
import type { SegmentId } from '../values/index.ts'
import {
  businessDate,
  empty,
  id,
  moment,
  nameText,
  nextPage,
  optionalLine,
  pageBy,
  parameters,
  saved,
  version,
} from './fields.ts'
import { guestRow } from './guest-row.ts'
import { command, query } from './operation.ts'

/**
 * A rule that comes in is checked by readRule and checkRule (shared/domain/insight/segments), whose answer names the place in
 * it and what is wrong there.
 */
const ruleOutput = z.record(z.string(), z.unknown()) as unknown as z.ZodType<Rule>

const problem = z.strictObject({
  path: z.array(z.number().int()),
  why: z.enum(problemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const list = query({
  name: 'segment.list',
  about:
    'All segments with their rules, how many guests each has as of the last update, and what is wrong with a rule today.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<SegmentId>(),
      version,
      nameEn: z.string(),
      nameZh: z.string(),
      rule: ruleOutput,
      tag: z.string().nullable(),
      createdAt: moment,
      createdByName: z.string(),
      /** As they were worked out last; null before the first time, and while the rule was changed since. */
      members: z.strictObject({ count: z.number().int(), asOf: businessDate, moment }).nullable(),
      /** Guests who have the tag by the segment. */
      tagged: z.strictObject({ count: z.number().int(), asOf: businessDate }).nullable(),
      problems: z.array(problem),
    }),
  ),
  permission: 'guest-read',
  reads: ['segment', 'segment-tags', 'insight', 'guest', 'programme', 'room-type', 'rate-plan', 'user'],
})

const named = z.strictObject({ value: z.string(), nameEn: z.string(), nameZh: z.string() })

export const terms = query({
  name: 'segment.terms',
  about:
    'What a rule may name today: tags, values of facts, preferences in use, and the classes that were computed.',
  input: empty,
  output: z.strictObject({
    /** The day of the facts; null before the first update: then only lists can be asked. */
    asOf: businessDate.nullable(),
    tags: z.array(z.string()),
    /** Values by fact; a fact that takes any text is not among them. Names where the hotel has given some. */
    words: z.record(z.string(), z.array(named)),
    classes: z.partialRecord(z.enum(classNames), z.array(named)),
    /** Free words that guests' preferences have beside the closed ones, as `group:value`. */
    preferences: z.array(z.string()),
  }),
  permission: 'guest-read',
  reads: ['guest', 'guest-kind', 'segment', 'segment-tags', 'insight', 'programme', 'room-type', 'rate-plan'],
})

export const count = query({
  name: 'segment.count',
  about:
    'How many guests meet a rule, in steps: each answer looks through some of the guests and says where the next goes on, so that nobody waits for a large hotel.',
  input: z.strictObject({
    rule: parameters,
    /** Own tag of the segment that is being edited. */
    ownTag: optionalLine(40).nullable().default(null),
    ...pageBy(/^\d{1,15}$/),
  }),
  output: z.strictObject({
    /** Of those looked through in this step. */
    found: z.number().int(),
    looked: z.number().int(),
    /** How far through the profiles it is, 0 to 1. */
    share: z.number(),
    next: nextPage,
    asOf: businessDate,
  }),
  refusals: ['SEGMENT_RULE', 'SEGMENT_NO_FACTS'],
  permission: 'guest-read',
  reads: ['guest', 'booking', 'request', 'segment-tags', 'insight'],
})

export const members = query({
  name: 'segment.members',
  about:
    'The guests who meet a rule, by the number of their profile; a page may hold fewer where many had to be looked through.',
  input: z.strictObject({ rule: parameters, ...pageBy(/^\d{1,15}$/) }),
  output: z.strictObject({ rows: z.array(guestRow), next: nextPage, asOf: businessDate }),
  refusals: ['SEGMENT_RULE', 'SEGMENT_NO_FACTS'],
  permission: 'guest-read',
  reads: ['guest', 'booking', 'request', 'membership', 'segment-tags', 'insight'],
})

export const save = command({
  name: 'segment.save',
  about:
    'Adds a segment, or changes the one named by id and version. At least one name; the other language falls back to it.',
  input: z.strictObject({
    id: id<SegmentId>().optional(),
    version: version.optional(),
    nameEn: nameText(60),
    nameZh: nameText(60),
    rule: parameters,
    tag: optionalLine(40).nullable(),
  }),
  output: saved<SegmentId>(),
  /** SEGMENT_RULE carries `path` (2.1) and `why`. */
  refusals: [
    'SEGMENT_UNKNOWN',
    'SEGMENT_UNNAMED',
    'SEGMENT_NAME_TAKEN',
    'SEGMENT_TAG_TAKEN',
    'SEGMENT_TAGGED',
    'SEGMENT_TOO_MANY',
    'SEGMENT_RULE',
  ],
  permission: 'segments',
  undoable: true,
})

const target = { id: id<SegmentId>(), version }

export const remove = command({
  name: 'segment.delete',
  about: 'Deletes a segment, and takes its tag from those who have it by the segment.',
  input: z.strictObject(target),
  output: saved<SegmentId>(),
  refusals: ['SEGMENT_UNKNOWN'],
  permission: 'segments',
  undoable: true,
})

export const setTags = command({
  name: 'segment.setTags',
  about:
    'Sets the tag of a segment on its members as they were worked out last, and takes it from those who are members no longer. What people tagged by hand stays.',
  input: z.strictObject(target),
  output: z.strictObject({
    id: id<SegmentId>(),
    added: z.number().int(),
    removed: z.number().int(),
    tagged: z.number().int(),
  }),
  refusals: [
    'SEGMENT_UNKNOWN',
    'SEGMENT_NO_TAG',
    'SEGMENT_TOO_LARGE',
    'SEGMENT_NOT_COMPUTED',
    'SEGMENT_RULE',
  ],
  permission: 'segments',
  undoable: true,
})

export const clearTags = command({
  name: 'segment.clearTags',
  about: 'Takes the tag of a segment from everybody who has it by the segment.',
  input: z.strictObject(target),
  output: z.strictObject({ id: id<SegmentId>(), removed: z.number().int() }),
  refusals: ['SEGMENT_UNKNOWN', 'SEGMENT_NO_TAG'],
  permission: 'segments',
  undoable: true,
})
