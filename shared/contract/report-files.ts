import { z } from 'zod'
import { language } from './access.ts'
import { id, line, moment, saved, version } from './fields.ts'
import { command, query } from './operation.ts'
import { dashboardFields, reportName, reportParameters, whichReport, wrongReport } from './report-fields.ts'
import { file, fileFields, fileRefusals, format, printRefusals } from './report-file-fields.ts'

/** Why a file is not written into a folder. */
const folderRefusals = [
  'FILE_FOLDER_MISSING',
  'FILE_NO_ACCESS',
  'FILE_OPEN_ELSEWHERE',
  'FILE_DISK_FULL',
  'FILE_IS_FOLDER',
  'FILE_NOT_PLAIN',
  'FILE_BROKEN_OFF',
] as const

export const exportReport = command({
  name: 'report.export',
  about: 'A report as a file, made by the worker; the change log says who took out which report.',
  input: z.strictObject({
    ...whichReport,
    ...fileFields,
  }),
  output: file,
  refusals: [...wrongReport, ...fileRefusals],
  permission: 'reports',
  undoable: false,
  // A file is not kept a second time in the store
  receipt: false,
})

export const exportDashboard = command({
  name: 'report.exportDashboard',
  about: 'The dashboard as a file, as report.export makes one of a report.',
  input: z.strictObject({ ...dashboardFields, ...fileFields }),
  output: file,
  refusals: [...wrongReport, ...fileRefusals],
  permission: 'reports',
  undoable: false,
  receipt: false,
})

/** A path as the system has it: only its ends are checked, for a file's name is exact. */
const folder = z
  .string({ error: 'invalid.required' })
  .min(1, 'invalid.required')
  .max(1000, 'invalid.tooLong')
  .refine((text) => !text.includes('\u0000'), 'invalid.controlCharacter')

function whole(least: number, most: number) {
  return z
    .number({ error: 'invalid.number' })
    .int('invalid.number')
    .min(least, 'invalid.tooSmall')
    .max(most, 'invalid.tooLarge')
}

const scheduleFields = {
  name: line(60),
  report: reportName,
  /** Periods best by their words (`last-month`): dates stay what they are. */
  parameters: reportParameters,
  format,
  language,
  /** In full, on the machine that the program runs on. */
  folder,
  /** Hours of the day on the hotel’s clock. */
  hours: z.array(whole(0, 23)).min(1, 'invalid.required').max(24, 'invalid.tooMany'),
  /** Days of the week, 0 is Sunday; none means every day. */
  weekdays: z.array(whole(0, 6)).max(7, 'invalid.tooMany'),
  active: z.boolean(),
}

export const schedules = query({
  name: 'report.schedules',
  about: 'Reports that are written to folders by themselves, when each comes next and how it went last.',
  input: z.strictObject({}),
  output: z.strictObject({
    schedules: z.array(
      z.strictObject({
        id: z.number().int(),
        version,
        ...scheduleFields,
        createdBy: z.string(),
        /** The next chosen hour on the hotel’s clock, `2026-03-02T03`; null where it is not active. */
        next: z.string().nullable(),
        /** Null before the first time. */
        last: z
          .strictObject({
            at: moment,
            file: z.string().nullable(),
            failure: z
              .strictObject({
                code: z.string(),
                params: z.record(z.string(), z.union([z.string(), z.number()])),
              })
              .nullable(),
          })
          .nullable(),
      }),
    ),
  }),
  permission: 'reports-all',
  reads: ['report-schedule', 'report', 'settings'],
})

export const saveSchedule = command({
  name: 'report.saveSchedule',
  about: 'Sets up a report that is written to a folder at chosen hours, or changes one.',
  input: z.strictObject({ id: id<number>().optional(), version: version.optional(), ...scheduleFields }),
  output: saved<number>(),
  refusals: [
    ...wrongReport,
    'SCHEDULE_NAME_TAKEN',
    'SCHEDULE_UNKNOWN',
    'FILE_FOLDER_RELATIVE',
    'FILE_FOLDER_MISSING',
    'FILE_NO_ACCESS',
  ],
  // It names any folder of the machine
  permission: 'reports-schedule',
  undoable: true,
})

export const deleteSchedule = command({
  name: 'report.deleteSchedule',
  about: 'Ends a scheduled report; its files stay.',
  input: z.strictObject({ id: id<number>(), version }),
  output: z.strictObject({}),
  refusals: ['SCHEDULE_UNKNOWN'],
  permission: 'reports-schedule',
  undoable: true,
})

export const runSchedule = command({
  name: 'report.runSchedule',
  about: 'Writes a scheduled report now, beside the files that are there.',
  input: z.strictObject({ id: id<number>() }),
  output: z.strictObject({ file: z.string() }),
  refusals: [...wrongReport, ...printRefusals, ...folderRefusals, 'SCHEDULE_UNKNOWN'],
  permission: 'reports-all',
  undoable: false,
  receipt: false,
})
