import { z } from 'zod'
import { firstFacts } from '../domain/insight/groups/first-stay.ts'
import { type KindFact, kindFacts } from '../domain/insight/groups/kinds.ts'
import { alikeGroups } from '../domain/insight/groups/likest.ts'
import { maxClusters } from '../domain/insight/groups/match.ts'
import { leftOutReasons } from '../domain/insight/rules/pick.ts'
import { futureOutput, leavingOutput, leavingTestOutput } from './insight-future-runs.ts'
import { riskReport } from './insight-risk-report.ts'
import { treeOutput, treeParams } from './insight-tree.ts'
import { movesFigures, movesParams, valueFigures } from './insight-value-figures.ts'

/** What a kind of run takes, and what it finds for the screen. Per-guest results have queries of their own. */
function run<P extends z.ZodType, O extends z.ZodType>(params: P, output: O) {
  return { params, output }
}

const none = z.strictObject({})
const count = z.number().int().nonnegative()
const kindFactNames = kindFacts.map(({ name }) => name) as [KindFact, ...KindFact[]]

/**
 * Every kind of run of Insight, by name: one line each. Its code is in electron/core/insight/runs; one that stands in the
 * refresh takes no parameters.
 */
export const insightRuns = {
  /** One row of facts per guest; who has no name is counted and left out. */
  facts: run(
    none,
    z.strictObject({
      guests: count,
      unnamed: z.strictObject({ guests: count, bookings: count }),
      /** Guests whose rows were read again; all of them in a rebuild. */
      read: count,
      rebuilt: z.boolean(),
    }),
  ),
  /** Guests in groups by what they do; `k` by the indices unless it is given. */
  kinds: run(
    z.strictObject({ k: z.number().int().min(2).max(maxClusters).optional() }),
    z.strictObject({
      guests: count,
      k: count,
      /** Compared on a sample; empty where k was given. */
      tried: z.array(
        z.strictObject({
          k: count,
          inertia: z.number(),
          silhouette: z.number(),
          calinskiHarabasz: z.number(),
          daviesBouldin: z.number(),
        }),
      ),
      inertia: z.number(),
      silhouette: z.number(),
      /** Of so many guests: all of them, or a sample. */
      silhouetteGuests: count,
      calinskiHarabasz: z.number(),
      daviesBouldin: z.number(),
      /** Facts that were the same for all, and said nothing. */
      constant: z.array(z.enum(kindFactNames)),
      /** What the centres are in: each fact less its middle, by its spread. */
      scale: z.array(z.strictObject({ fact: z.enum(kindFactNames), middle: z.number(), spread: z.number() })),
      /** The largest first. `number` is that of the last run’s kind which it is, or a new one. */
      kinds: z.array(
        z.strictObject({
          number: count,
          guests: count,
          revenueMinor: z.number(),
          centre: z.array(z.number()),
          traits: z.array(
            z.strictObject({
              fact: z.enum(kindFactNames),
              mean: z.number(),
              overall: z.number(),
              apart: z.number(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Who among newcomers, askers and silent guests is like the best guests were at first. */
  'look-alikes': run(
    none,
    z.strictObject({
      chosen: count,
      others: count,
      /** What makes one of the best, in minor units of room revenue. */
      fromRevenueMinor: z.number(),
      heldOut: z.strictObject({
        guests: count,
        auc: z.number(),
        baseShare: z.number(),
        topShare: z.number(),
        lift: z.number(),
      }),
      groups: z.array(z.strictObject({ group: z.enum(alikeGroups), candidates: count, listed: count })),
      /** What speaks most for and against, of all facts of a first booking. */
      weights: z.array(z.strictObject({ fact: z.enum(firstFacts), word: z.string(), weight: z.number() })),
    }),
  ),
  /** A tree of rules towards a target of guests. */
  tree: run(treeParams, treeOutput),
  /** What may become of the bookings to come, and how well that is foretold. */
  risk: run(none, riskReport),
  /** The guests of saved segments, or of one; with a rule (JSON) instead how many meet it. */
  segment: run(
    z.strictObject({
      segment: z.number().int().positive().optional(),
      rule: z.string().max(20_000).optional(),
    }),
    z.strictObject({
      segments: z.array(z.strictObject({ id: z.number().int(), count })),
      count: count.nullable(),
    }),
  ),
  /** Stays expected of each guest and their value, with how well it would have held a year ago. */
  future: run(none, futureOutput),
  /** Guests whose next stay is due, by how likely it is not to come. */
  leaving: run(none, leavingOutput),
  /** That warning as of twelve earlier months, beside the rule of recency alone. */
  'leaving-test': run(none, leavingTestOutput),
  /** The eight segments of RFM, classes, 80/20 and the value matrix. */
  value: run(
    z.strictObject({
      /** Another rule than that of the settings; the guests are then in the table of another look. */
      cut: z.enum(['mean', 'quintile'], { error: 'invalid.choice' }).optional(),
    }),
    valueFigures,
  ),
  /** From segment to segment between two dates. */
  'value-moves': run(movesParams, movesFigures),
  /** What stays buy and ask for together, as far as it can be offered; the rules have a table of their own. */
  rules: run(
    none,
    z.strictObject({
      stays: count,
      itemsets: count,
      /** Rules by support and confidence, and those that are kept to offer by. */
      found: count,
      kept: count,
      leftOut: z.strictObject(
        Object.fromEntries(leftOutReasons.map((reason) => [reason, count])) as Record<
          (typeof leftOutReasons)[number],
          typeof count
        >,
      ),
    }),
  ),
  /** Every rule over stays, for whoever looks for others than the offers follow. */
  'stay-rules': run(
    z.strictObject({
      support: z.number('invalid.share').gt(0, 'invalid.share').max(1, 'invalid.share'),
      confidence: z.number('invalid.share').min(0, 'invalid.share').max(1, 'invalid.share'),
    }),
    z.strictObject({
      baskets: count,
      itemsets: count,
      rules: z.array(
        z.strictObject({
          given: z.array(z.string()),
          adds: z.string(),
          support: z.number(),
          confidence: z.number(),
          lift: z.number(),
        }),
      ),
    }),
  ),
} as const

export type RunKind = keyof typeof insightRuns
export type RunParamsOf<K extends RunKind> = z.output<(typeof insightRuns)[K]['params']>
export type RunOutputOf<K extends RunKind> = z.output<(typeof insightRuns)[K]['output']>

export const runKinds = Object.keys(insightRuns) as [RunKind, ...RunKind[]]
