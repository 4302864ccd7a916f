import { ok, type Result, refuse } from '../../../values/index.ts'
import type { Plain } from '../../change/change.ts'
import type { Section } from './section.ts'
import {
  type InsightSettings,
  type SettingsSection,
  settingsSectionNames,
  settingsSections,
} from './sections.ts'

/** What a person changed of one section, as it is stored and logged. */
export type InsightSettingImage = { section: SettingsSection; parameters: { [key: string]: Plain } }

/**
 * The parameters of a section as they come from a form or a file, or SETTINGS_INVALID with `section`, `field` (its path)
 * and `why`.
 */
export function checkSettings<S extends SettingsSection>(
  name: S,
  value: unknown,
): Result<InsightSettings[S], 'SETTINGS_INVALID'> {
  const section = settingsSections[name] as unknown as Section<InsightSettings[S]>
  const read = section.shape.safeParse(value)
  if (!read.success) {
    const issue = read.error.issues[0]
    const known = issue && /^[a-zA-Z]+$/.test(issue.message) ? issue.message : 'shape'
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
    const field = [...(issue?.path ?? []), ...(unknown === undefined ? [] : [unknown])].join('.')
    return refuse('SETTINGS_INVALID', { section: name, field: field || name, why: known })
  }
  const problem = section.problem?.(read.data)
  return problem ? refuse('SETTINGS_INVALID', { section: name, ...problem }) : ok(read.data)
}

/**
 * All settings: what was stored over what a section begins with, so that a field that came later has its first value.
 * What can't be read any more counts as not stored.
 */
export function settingsFrom(stored: readonly { section: string; parameters: unknown }[]): InsightSettings {
  const entries = settingsSectionNames.map((name) => {
    const { defaults } = settingsSections[name]
    const found = stored.find(({ section }) => section === name)
    if (!found) return [name, defaults]
    const checked = checkSettings(name, over(defaults, found.parameters))
    return [name, checked.ok ? checked.value : defaults]
  })
  return Object.fromEntries(entries) as InsightSettings
}

/** Plain objects field by field; a choice between kinds is taken whole. */
function over(base: unknown, given: unknown): unknown {
  if (!isObject(base) || !isObject(given) || 'kind' in base) return given
  const fields = Object.keys(base).map((key) => [key, key in given ? over(base[key], given[key]) : base[key]])
  return Object.fromEntries(fields)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
