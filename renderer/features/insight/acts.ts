import type { Act, Acts } from '#renderer/base/keys/acts.ts'
import { type SectionName, sections } from './sections.ts'

/** The sections, each with its key. */
export const sectionActs = Object.fromEntries(
  sections.map(({ name, key }): [SectionName, Act] => [name, { key, label: `insight.key.${name}` }]),
) as Acts<never, SectionName>

/** What every section has. */
export const refreshActs = { refresh: { key: 'Alt+U', label: 'insight.key.refresh' } } as const satisfies Acts
