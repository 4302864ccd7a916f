import { z } from 'zod'
import { newPassword, weakPassword } from './access.ts'
import { businessDate } from './fields.ts'
import { command, query } from './operation.ts'

export const jobKinds = ['import', 'take-back', 'demo', 'backup', 'insight', 'report'] as const
export const jobStates = ['running', 'done', 'failed', 'cancelled'] as const

export const status = query({
  name: 'job.status',
  about: 'How a long work stands; `result` when it is done, `reply` when it was refused.',
  input: z.strictObject({ job: z.string().max(40) }),
  output: z.strictObject({
    job: z.string(),
    kind: z.enum(jobKinds),
    state: z.enum(jobStates),
    done: z.number(),
    total: z.number(),
    result: z.unknown().nullable(),
    failure: z
      .strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
      .nullable(),
  }),
  refusals: ['JOB_UNKNOWN'],
  permission: 'signed-in',
  reads: ['job'],
})

export const cancel = command({
  name: 'job.cancel',
  about: 'Stops a long work; what it had begun is rolled back whole.',
  input: z.strictObject({ job: z.string().max(40) }),
  output: z.strictObject({}),
  refusals: ['JOB_UNKNOWN'],
  permission: 'jobs',
  undoable: false,
})

function count(least: number, most: number) {
  return z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(least, 'invalid.tooSmall')
    .max(most, 'invalid.tooLarge')
}

export const startDemo = command({
  name: 'job.startDemo',
  about: 'Fills an empty store with a demo hotel; the same seed gives the same hotel.',
  input: z.strictObject({
    seed: count(0, 2 ** 31 - 1).default(7),
    /** 120 rooms and 3 years; with `bookings`, what so many need. */
    rooms: count(5, 2000).optional(),
    years: count(1, 20).optional(),
    /** Else as rooms and years suggest. */
    guests: count(1, 1_000_000).optional(),
    bookings: count(1, 3_000_000).optional(),
    /** Of a store without settings; one that is set up keeps its own. */
    businessDate: businessDate.optional(),
    /** Of the users that a store without any is given. */
    password: newPassword.optional(),
  }),
  output: z.strictObject({ job: z.string() }),
  refusals: ['NOT_EMPTY', 'JOB_RUNNING', ...weakPassword],
  permission: 'settings-hotel',
  undoable: false,
  secrets: ['password'],
})
