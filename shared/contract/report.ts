import { z } from 'zod'
import { reportGroups } from '../domain/report/catalogue.ts'
import type { Dashboard } from '../domain/report/dashboard.ts'
import type { Cell, ReportResult } from '../domain/report/result.ts'
import { bookingRow } from './booking-row.ts'
import { empty, id, line, moment, saved, version } from './fields.ts'
import { command, query } from './operation.ts'
import {
  dashboardFields,
  reportParameters as parameters,
  reportName,
  runId,
  whichReport as which,
  wrongReport as wrong,
} from './report-fields.ts'

export const list = query({
  name: 'report.list',
  about: 'The reports that this user may open, with the parameters used last and the favourites.',
  input: empty,
  output: z.strictObject({
    reports: z.array(
      z.strictObject({
        name: reportName,
        group: z.enum(reportGroups),
        /** As this user used them last; null where the usual ones apply. */
        remembered: parameters.nullable(),
      }),
    ),
    favourites: z.array(
      z.strictObject({
        id: z.number().int(),
        name: z.string(),
        report: reportName,
        parameters,
        version,
      }),
    ),
  }),
  permission: 'reports',
  reads: ['report-memory', 'report-favourite', 'report-setting'],
})

export const run = query({
  name: 'report.run',
  about: 'A report with its parameters, as of now or of an earlier moment; worked out by the worker.',
  input: z.strictObject({ ...which, run: runId.optional() }),
  output: z.unknown() as unknown as z.ZodType<ReportResult>,
  refusals: wrong,
  permission: 'reports',
  // It says as of when it is and what has changed since, and is read again when somebody asks
  reads: [],
})

export const dashboard = query({
  name: 'report.dashboard',
  about:
    'Today, month and year to date and the coming 90 days against budget, last year and the same moment of last year; pick-up, arrivals, requests, members.',
  input: z.strictObject({
    ...dashboardFields,
    run: runId.optional(),
  }),
  output: z.unknown() as unknown as z.ZodType<Dashboard>,
  refusals: wrong,
  permission: 'reports',
  reads: [],
})

export const cancel = command({
  name: 'report.cancel',
  about: 'Stops the report that is being worked out under this name.',
  input: z.strictObject({ run: runId }),
  output: z.strictObject({ stopped: z.boolean() }),
  permission: 'reports',
  undoable: false,
})

export const bookings = query({
  name: 'report.bookings',
  about: 'The bookings that a row of a report counts, at most 500.',
  input: z.strictObject({
    ...which,
    row: z.record(
      z.string().max(40),
      z.union([z.string().max(200), z.number(), z.null()]),
    ) as unknown as z.ZodType<{
      readonly [column: string]: Cell
    }>,
  }),
  output: z.strictObject({ rows: z.array(bookingRow), more: z.boolean() }),
  refusals: wrong,
  permission: 'reports',
  reads: [],
})

export const remember = command({
  name: 'report.remember',
  about: 'Keeps the parameters that this user opened a report with; empty parameters forget them.',
  input: z.strictObject({ name: reportName, parameters }),
  output: z.strictObject({}),
  permission: 'reports',
  undoable: false,
})

export const saveFavourite = command({
  name: 'report.saveFavourite',
  about: 'Saves a report with its parameters under a name of the user’s own, or renames one.',
  input: z.strictObject({
    id: id<number>().optional(),
    version: version.optional(),
    name: line(60),
    report: reportName,
    parameters,
  }),
  output: saved<number>(),
  refusals: ['FAVOURITE_NAME_TAKEN', 'FAVOURITE_UNKNOWN'],
  permission: 'reports',
  undoable: true,
})

export const deleteFavourite = command({
  name: 'report.deleteFavourite',
  about: 'Deletes a favourite of the user’s own.',
  input: z.strictObject({ id: id<number>(), version }),
  output: z.strictObject({}),
  refusals: ['FAVOURITE_UNKNOWN'],
  permission: 'reports',
  undoable: true,
})

export const changesSince = query({
  name: 'report.changesSince',
  about: 'How many changes the store has had since a sequence: how old a report that is shown has become.',
  input: z.strictObject({ seq: z.number().int().min(0) }),
  output: z.strictObject({ changes: z.number().int(), moment }),
  permission: 'reports',
  reads: ['booking', 'request', 'guest', 'room', 'membership', 'rate-plan'],
})
