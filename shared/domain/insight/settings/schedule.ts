import { z } from 'zod'
import { type Section, whole } from './section.ts'

/** When an open program computes by itself. */
export type ScheduleSettings = {
  automatic: boolean
  /** It computes when the business date has moved on, or so many hours after the last time. */
  everyHours: number
}

export const scheduleSection: Section<ScheduleSettings> = {
  defaults: { automatic: true, everyHours: 24 },
  shape: z.strictObject({ automatic: z.boolean('choice'), everyHours: whole(1, 720) }),
}
