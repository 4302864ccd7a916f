import { z } from 'zod'
import { bases, type Parameters, type ReportName, reportNames } from '../domain/report/catalogue.ts'
import { momentIn } from '../domain/report/moment-in.ts'
import { isBusinessDate } from '../values/index.ts'

/** A name as code has it, or as a command line writes it; a mistyped one is answered with the nearest. */
const name = z.string().max(60)
export const reportParameters = z.record(
  z.string().max(30),
  z.string().max(200),
) as unknown as z.ZodType<Parameters>
export const reportName = z.enum(reportNames as [ReportName, ...ReportName[]], { error: 'invalid.choice' })
/** Names what belongs together of one caller: cancelling goes by it, and progress is told under it. */
export const runId = z.string().max(60)

/** A moment (ISO) or a business date, whose end is meant; without it, now. */
export const asOf = z.string().max(40).optional()

export const whichReport = {
  name,
  parameters: reportParameters.default({}),
  asOf,
}

/** What may be wrong with what was asked. */
export const wrongReport = [
  'REPORT_UNKNOWN',
  'REPORT_PARAMETER_UNKNOWN',
  'REPORT_CHOICE_UNKNOWN',
  'REPORT_DATE_WRONG',
  'REPORT_DATE_FAR',
  'REPORT_YEAR_WRONG',
  'REPORT_MOMENT_WRONG',
  'REPORT_PERIOD_BACKWARDS',
  'REPORT_PERIOD_LONG',
  'REPORT_NOT_PERMITTED',
  'REPORT_MOMENT_AHEAD',
  'REPORT_MOMENT_EARLY',
  'REPORT_SINCE_AFTER',
  'REPORT_TOO_WIDE',
  'REPORT_TOO_LARGE',
  'REPORT_NO_FILE',
  'CANCELLED',
] as const

export const dashboardFields = {
  asOf,
  /** A moment or a business date that pick-up is counted from, beside yesterday and a week ago. */
  since: z
    .string()
    .max(40)
    .refine((text) => isBusinessDate(text) || momentIn(text) !== null, 'invalid.date')
    .optional(),
  basis: z.enum(bases, { error: 'invalid.choice' }).default('usali'),
}
