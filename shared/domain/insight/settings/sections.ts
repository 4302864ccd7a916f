import { type FutureSettings, futureSection } from './future.ts'
import { type RiskSettings, riskSection } from './risk.ts'
import { type ScheduleSettings, scheduleSection } from './schedule.ts'
import type { Section } from './section.ts'
import { type ValueSettings, valueSection } from './value.ts'

/** The parts of the settings of Insight: each part's file adds its line here and in the type. */
export type InsightSettings = {
  schedule: ScheduleSettings
  value: ValueSettings
  future: FutureSettings
  risk: RiskSettings
}

export type SettingsSection = keyof InsightSettings

export const settingsSections: { readonly [S in SettingsSection]: Section<InsightSettings[S]> } = {
  schedule: scheduleSection,
  value: valueSection,
  future: futureSection,
  risk: riskSection,
}

export const settingsSectionNames = Object.keys(settingsSections) as SettingsSection[]
