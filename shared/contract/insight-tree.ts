import { z } from 'zod'
import { treeTargets } from '../domain/insight/kinds/targets.ts'
import { businessDate, moment, nextPage, pageBy } from './fields.ts'
import { guestRow } from './guest-row.ts'
import { query } from './operation.ts'

const count = z.number().int().nonnegative()

/** Without a target: that of the refresh, whether a guest comes back. */
export const treeParams = z.strictObject({
  target: z.enum(treeTargets, { error: 'invalid.choice' }).optional(),
})

const numberCondition = z.strictObject({
  kind: z.literal('number'),
  column: z.string(),
  above: z.number().nullable(),
  atMost: z.number().nullable(),
  missing: z.boolean().nullable(),
  known: z.boolean(),
})
const categoryCondition = z.strictObject({
  kind: z.literal('category'),
  column: z.string(),
  words: z.array(z.string()),
  other: z.boolean(),
  missing: z.boolean(),
})
const condition = z.discriminatedUnion('kind', [numberCondition, categoryCondition])

const fit = z.strictObject({
  rows: count,
  positives: count,
  baseRate: z.number(),
  auc: z.number(),
  lift: z.number(),
  calibrationError: z.number(),
})

/** Facts are of `day`; what counts came after it, until `until`. */
const year = z.strictObject({
  day: businessDate,
  until: businessDate,
  guests: count,
  positives: count,
  studied: count,
})

export const treeOutput = z.strictObject({
  target: z.enum(treeTargets),
  /** Of high value: the least revenue of twelve months that counts, in minor units. */
  highCut: z.number().nullable(),
  trained: year,
  judged: year,
  /** Both on the judged year. */
  fit,
  secondFit: fit,
  secondTrained: z.strictObject({ rows: count, trees: count }),
  /** Highest share first. `guests`: how many of today's fall under it. */
  rules: z.array(
    z.strictObject({
      leaf: count,
      conditions: z.array(condition),
      covers: count,
      share: z.number(),
      heldOut: z.strictObject({ covers: count, share: z.number().nullable() }),
      guests: count,
    }),
  ),
  outline: z.array(
    z.strictObject({
      depth: count,
      condition: condition.nullable(),
      covers: count,
      share: z.number(),
      leaf: count.nullable(),
    }),
  ),
  /** Guests of today whom the target is asked of. */
  asked: count,
  /** Facts that were the same for every guest and left out. */
  constant: z.array(z.string()),
  /** Whether facts of the person (age) were allowed. */
  protected: z.boolean(),
})

export const treeGuests = query({
  name: 'insight.treeGuests',
  about:
    'The guests of today who fall under a rule of a target’s tree, by the number of their profile, with the share that the rule gives them.',
  input: z.strictObject({
    target: z.enum(treeTargets, { error: 'invalid.choice' }),
    leaf: z.number({ error: 'invalid.number' }).int('invalid.number').nonnegative('invalid.number'),
    ...pageBy(/^\d{1,15}$/),
  }),
  output: z.strictObject({
    rows: z.array(guestRow),
    next: nextPage,
    total: count,
    share: z.number().nullable(),
    /** The date and the moment of the tree; null where there is none for this target. */
    asOf: businessDate.nullable(),
    moment: moment.nullable(),
  }),
  permission: 'insight',
  reads: ['insight', 'guest', 'booking', 'membership', 'request'],
})
