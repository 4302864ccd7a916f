import { z } from 'zod'

/** What a kind of run takes, and what it finds for the screen. Per-guest results have queries of their own. */
function run<P extends z.ZodType, O extends z.ZodType>(params: P, output: O) {
  return { params, output }
}

const none = z.strictObject({})
const count = z.number().int().nonnegative()

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
} as const

export type RunKind = keyof typeof insightRuns
export type RunParamsOf<K extends RunKind> = z.output<(typeof insightRuns)[K]['params']>
export type RunOutputOf<K extends RunKind> = z.output<(typeof insightRuns)[K]['output']>

export const runKinds = Object.keys(insightRuns) as [RunKind, ...RunKind[]]
