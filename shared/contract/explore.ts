import { z } from 'zod'
import type { ExploreAsk } from '../domain/report/explore/ask.ts'
import type { ExploreResult } from '../domain/report/explore/explore.ts'
import type { Cell } from '../domain/report/result.ts'
import { bookingRow } from './booking-row.ts'
import { checkedLater, empty, id, line, moment, saved, version } from './fields.ts'
import { command, query } from './operation.ts'
import { asOf, runId, wrongReport as wrong } from './report-fields.ts'
import { file, fileFields, fileRefusals } from './report-file-fields.ts'

const which = {
  /** checkExplore says what is wrong with it, and where. */
  ask: checkedLater,
  asOf,
}

export const list = query({
  name: 'explore.list',
  about: 'The saved pivots of this store by name, with who made each.',
  input: empty,
  output: z.array(
    z.strictObject({
      id: id<number>(),
      version,
      name: z.string(),
      ask: z.unknown() as unknown as z.ZodType<ExploreAsk>,
      createdAt: moment,
      createdByName: z.string(),
    }),
  ),
  permission: 'reports',
  reads: ['explore'],
})

export const save = command({
  name: 'explore.save',
  about: 'Saves a pivot under a name for all users of the store, or changes a saved one.',
  input: z.strictObject({
    id: id<number>().optional(),
    version: version.optional(),
    name: line(60),
    ask: checkedLater,
  }),
  output: saved<number>(),
  refusals: ['EXPLORE_ASK', 'EXPLORE_NAME_TAKEN', 'EXPLORE_UNKNOWN', 'EXPLORE_TOO_MANY'],
  permission: 'reports-all',
  undoable: true,
})

export const deleteExplore = command({
  name: 'explore.delete',
  about: 'Deletes a saved pivot.',
  input: z.strictObject({ id: id<number>(), version }),
  output: z.strictObject({}),
  refusals: ['EXPLORE_UNKNOWN'],
  permission: 'reports-all',
  undoable: true,
})

export const run = query({
  name: 'explore.run',
  about:
    'A pivot over room-nights: its heads, cells and totals, as of now or of an earlier moment; worked out by the worker.',
  input: z.strictObject({ ...which, run: runId.optional() }),
  output: z.unknown() as unknown as z.ZodType<ExploreResult>,
  refusals: [...wrong, 'EXPLORE_ASK', 'EXPLORE_TOO_LARGE', 'EXPLORE_TOO_WIDE'],
  permission: 'reports',
  reads: [],
})

export const drill = query({
  name: 'explore.drill',
  about: 'The bookings whose nights a cell of a pivot counts, at most 500.',
  input: z.strictObject({
    ...which,
    /** The values of dimensions that the cell is at; a total names fewer. */
    at: z.record(
      z.string().max(20),
      z.union([z.string().max(60), z.number(), z.null()]),
    ) as unknown as z.ZodType<{
      readonly [dimension: string]: Cell
    }>,
  }),
  output: z.strictObject({ rows: z.array(bookingRow), more: z.boolean() }),
  refusals: [...wrong, 'EXPLORE_ASK', 'EXPLORE_TOO_LARGE', 'EXPLORE_TOO_WIDE'],
  permission: 'reports',
  reads: [],
})

export const exportExplore = command({
  name: 'explore.export',
  about: 'A pivot as a file, as report.export makes one of a report.',
  input: z.strictObject({ ...which, ...fileFields }),
  output: file,
  refusals: [...wrong, ...fileRefusals, 'EXPLORE_ASK', 'EXPLORE_TOO_LARGE', 'EXPLORE_TOO_WIDE'],
  permission: 'reports',
  undoable: false,
  receipt: false,
})
