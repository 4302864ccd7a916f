import { z } from 'zod'
import type { BusinessDate } from '../values/index.ts'
import { businessDate, empty, moment } from './fields.ts'
import { insightRuns, type RunKind, runKinds } from './insight-runs.ts'
import { command, query } from './operation.ts'

const count = z.number().int().nonnegative()
const trouble = z.strictObject({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** What each kind takes; without parameters, its defaults. */
type RunInputs = {
  [K in RunKind]: z.ZodType<
    { kind: K; asOf?: BusinessDate | undefined; params: z.output<(typeof insightRuns)[K]['params']> },
    { kind: K; asOf?: string | undefined; params?: z.input<(typeof insightRuns)[K]['params']> }
  >
}[RunKind]

/** Of one kind with its own parameters. A date in the past sees what was known then. */
const runInputs = runKinds.map((kind) =>
  z.strictObject({
    kind: z.literal(kind),
    asOf: businessDate.optional(),
    params: (insightRuns[kind].params as z.ZodObject).prefault({}),
  }),
)
const runInput = z.discriminatedUnion('kind', runInputs as [(typeof runInputs)[0]], {
  error: 'invalid.choice',
}) as unknown as RunInputs

export const status = query({
  name: 'insight.status',
  about:
    'As of when the derived figures are, how much has changed since, what was computed and what was not.',
  input: empty,
  output: z.strictObject({
    /** The last refresh that ended; all null while there was none. */
    asOf: businessDate.nullable(),
    moment: moment.nullable(),
    seconds: z.number().nullable(),
    /** Changes of the store since. */
    changesSince: count,
    /** Guests who came with an import without a name: left out of what is said of persons. */
    unnamed: count.nullable(),
    /** The job of Insight that is running now. */
    job: z.string().nullable(),
    /** Why nothing can be kept beside the store; null where it can. */
    noFile: trouble.nullable(),
    /** The newest of each kind that the refresh runs. `little`: too little is on file to say anything. */
    ran: z.array(
      z.strictObject({
        kind: z.enum(runKinds),
        asOf: businessDate,
        moment,
        seconds: z.number(),
        state: z.enum(['done', 'little', 'failed']),
        trouble: trouble.nullable(),
      }),
    ),
  }),
  permission: 'insight-hints',
  reads: ['insight', 'job'],
})

export const refresh = command({
  name: 'insight.refresh',
  about: 'Computes facts and all standing figures as of the business date; answers with a job.',
  input: z.strictObject({
    /** All guests are read again, not only those with changes since. */
    rebuild: z.boolean().default(false),
  }),
  output: z.strictObject({ job: z.string() }),
  refusals: ['JOB_RUNNING', 'INSIGHT_NO_FILE'],
  permission: 'insight',
  undoable: false,
})

export const run = command({
  name: 'insight.run',
  about:
    'Computes one kind of figures, also as of an earlier date or with its own parameters; answers with a job whose result is what insight.output reads.',
  input: runInput,
  output: z.strictObject({ job: z.string() }),
  refusals: ['JOB_RUNNING', 'INSIGHT_NO_FILE', 'AS_OF_AHEAD'],
  permission: 'insight',
  undoable: false,
})

export const output = query({
  name: 'insight.output',
  about: 'What a run of this kind and these parameters found: of one date, or of the latest that there is.',
  input: runInput,
  output: z
    .strictObject({
      kind: z.enum(runKinds),
      asOf: businessDate,
      moment,
      seconds: z.number(),
      /** As the kind says in insight-runs; null where `said` has the reason. */
      output: z.unknown(),
      said: trouble.nullable(),
    })
    .nullable(),
  permission: 'insight',
  reads: ['insight'],
})

export type RunAsked = { kind: RunKind; asOf?: string | undefined; params: Record<string, unknown> }
