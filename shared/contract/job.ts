import { z } from 'zod'
import { command, query } from './operation.ts'

export const jobState = z.enum(['running', 'done', 'failed', 'cancelled'])

export const status = query({
  name: 'job.status',
  about: 'How a long work stands; `result` when it is done, `reply` when it was refused.',
  input: z.strictObject({ job: z.string().max(40) }),
  output: z.strictObject({
    job: z.string(),
    kind: z.enum(['import', 'demo']),
    state: jobState,
    done: z.number(),
    total: z.number(),
    result: z.unknown().nullable(),
    failure: z
      .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable(),
  }),
  refusals: ['JOB_UNKNOWN'],
  permission: 'clerk',
  reads: ['job'],
})

export const cancel = command({
  name: 'job.cancel',
  about: 'Stops a long work; what it had begun is rolled back whole.',
  input: z.strictObject({ job: z.string().max(40) }),
  output: z.strictObject({}),
  refusals: ['JOB_UNKNOWN'],
  permission: 'manager',
})

export const startDemo = command({
  name: 'job.startDemo',
  about: 'Fills an empty store with a demo hotel; the same seed gives the same hotel.',
  input: z.strictObject({
    seed: z
      .number({ error: 'invalid.number' })
      .int('invalid.number')
      .min(0, 'invalid.tooSmall')
      .max(2 ** 31 - 1, 'invalid.tooLarge')
      .default(7),
    rooms: z
      .number({ error: 'invalid.number' })
      .int('invalid.number')
      .min(5, 'invalid.tooSmall')
      .max(2000, 'invalid.tooLarge')
      .default(120),
    years: z
      .number({ error: 'invalid.number' })
      .int('invalid.number')
      .min(1, 'invalid.tooSmall')
      .max(20, 'invalid.tooLarge')
      .default(3),
  }),
  output: z.strictObject({ job: z.string() }),
  refusals: ['NOT_EMPTY', 'JOB_RUNNING'],
  permission: 'administrator',
})
