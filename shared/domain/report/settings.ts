import type { WeekStart } from './period.ts'

/** What clerks see of reports that are open to them; the first is what a hotel begins with. */
export const clerkViews = ['without-revenue', 'all', 'nothing'] as const
export type ClerkView = (typeof clerkViews)[number]

export type ReportSettings = { clerksSee: ClerkView; weekStarts: WeekStart }

/** A hotel that set none shows clerks no revenue and begins its weeks on Monday. */
export const usualReportSettings: ReportSettings = { clerksSee: 'without-revenue', weekStarts: 'monday' }
