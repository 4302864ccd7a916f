/** What the hotel's country asks, and how its lists and files are made. */
import { z } from 'zod'
import { registrationColumns } from '../domain/registration/fields.ts'
import { empty, optionalLine, version, versionOrNone } from './fields.ts'
import { command, query } from './operation.ts'

export const getSettings = query({
  name: 'registration.settings',
  about: 'What the hotel’s country asks, with its sources, and how lists are made.',
  input: empty,
  output: z.strictObject({
    country: z.string(),
    file: z
      .strictObject({
        nameEn: z.string(),
        nameZh: z.string(),
        noteEn: z.string(),
        noteZh: z.string(),
        sources: z.array(
          z.strictObject({ whatEn: z.string(), whatZh: z.string(), where: z.string(), checked: z.string() }),
        ),
        columns: z.array(z.enum(registrationColumns)),
      })
      .nullable(),
    columns: z.array(z.enum(registrationColumns)),
    /** The hotel’s own words above columns, where it has them. */
    headings: z.partialRecord(z.enum(registrationColumns), z.string()),
    confirmAfterDays: z.number().int(),
    version: versionOrNone,
  }),
  permission: 'registration',
  reads: ['registration-setting', 'settings'],
})

export const saveSettings = command({
  name: 'registration.saveSettings',
  about:
    'Sets the columns of lists and files for the hotel’s country and what is written above them, and after how many days details are asked again.',
  input: z.strictObject({
    version: versionOrNone,
    /** In this order; none: those of the country’s file. */
    columns: z
      .array(z.enum(registrationColumns, { error: 'invalid.choice' }))
      .max(registrationColumns.length)
      .refine((columns) => new Set(columns).size === columns.length, 'invalid.twice'),
    headings: z
      .partialRecord(z.enum(registrationColumns, { error: 'invalid.choice' }), optionalLine(60))
      .default({}),
    confirmAfterDays: z
      .number({ error: 'invalid.number' })
      .int('invalid.number')
      .min(0, 'invalid.number')
      .max(3660, 'invalid.number'),
  }),
  output: z.strictObject({ id: z.number().int(), version }),
  permission: 'settings-stay',
  undoable: true,
})
