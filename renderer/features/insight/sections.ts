import type { ComponentType } from 'react'

/** A section's module exports its component as `Section`. */
type SectionModule = { Section: ComponentType }

/** The sections in their order: the key that leads there, and the module, loaded when it is first opened. */
export const sections = [
  {
    name: 'value',
    key: 'Alt+1',
    reads: 'results',
    load: () => import('./value/ValueSection.tsx'),
  },
  {
    name: 'lifetime',
    key: 'Alt+2',
    reads: 'results',
    load: () => import('./future/FutureSection.tsx'),
  },
  {
    name: 'leaving',
    key: 'Alt+3',
    reads: 'results',
    load: () => import('./leaving/LeavingSection.tsx'),
  },
  {
    name: 'tree',
    key: 'Alt+4',
    reads: 'store',
    load: () => import('./kinds/TreeSection.tsx'),
  },
  {
    name: 'segments',
    key: 'Alt+5',
    reads: 'store',
    load: () => import('./segments/SegmentsSection.tsx'),
  },
  { name: 'risk', key: 'Alt+7', reads: 'results', load: () => import('./risk/RiskSection.tsx') },
  {
    name: 'groups',
    key: 'Alt+0',
    reads: 'results',
    load: () => import('./groups/GroupsSection.tsx'),
  },
  {
    name: 'alike',
    key: 'Alt+Y',
    reads: 'results',
    load: () => import('./groups/AlikeSection.tsx'),
  },
  {
    name: 'rules',
    key: 'Alt+6',
    reads: 'results',
    load: () => import('./rules/RulesSection.tsx'),
  },
  {
    name: 'playbooks',
    key: 'Alt+8',
    reads: 'store',
    load: () => import('./playbooks/PlaybooksSection.tsx'),
  },
  {
    name: 'settings',
    key: 'Alt+9',
    reads: 'store',
    load: () => import('./settings/SettingsSection.tsx'),
  },
] as const satisfies readonly {
  name: string
  key: string
  /** A section of results is replaced by “not computed yet” until a first computation ended. */
  reads: 'results' | 'store'
  load: () => Promise<SectionModule>
}[]

export type SectionName = (typeof sections)[number]['name']
