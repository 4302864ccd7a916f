import type { Section } from './section.ts'
import { type ValueSettings, valueSection } from './value.ts'

/** The parts of the settings of Insight: each part's file adds its line here and in the type. */
export type InsightSettings = {
  value: ValueSettings
}

export type SettingsSection = keyof InsightSettings

export const settingsSections: { readonly [S in SettingsSection]: Section<InsightSettings[S]> } = {
  value: valueSection,
}

export const settingsSectionNames = Object.keys(settingsSections) as SettingsSection[]
