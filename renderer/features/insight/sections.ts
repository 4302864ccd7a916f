import type { ComponentType } from 'react'
import type { RunKind } from '#shared/contract/insight-runs.ts'

/** A section's module exports its component as `Section`. */
type SectionModule = { Section: ComponentType }

/** The sections in their order: the key that leads there, and the module, loaded when it is first opened. */
export const sections = [
  {
    name: 'value',
    key: 'Alt+1',
    reads: 'value',
    load: () => import('./value/ValueSection.tsx'),
  },
  {
    name: 'lifetime',
    key: 'Alt+2',
    reads: 'future',
    load: () => import('./future/FutureSection.tsx'),
  },
  {
    name: 'leaving',
    key: 'Alt+3',
    reads: 'leaving',
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
  { name: 'risk', key: 'Alt+7', reads: 'risk', load: () => import('./risk/RiskSection.tsx') },
  {
    name: 'groups',
    key: 'Alt+0',
    reads: 'kinds',
    load: () => import('./groups/GroupsSection.tsx'),
  },
  {
    name: 'alike',
    key: 'Alt+Y',
    reads: 'look-alikes',
    load: () => import('./groups/AlikeSection.tsx'),
  },
  {
    name: 'rules',
    key: 'Alt+6',
    reads: 'rules',
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
  /** The run whose results it shows: “not computed yet” stands in its place until that run ended once. */
  reads: RunKind | 'store'
  load: () => Promise<SectionModule>
}[]

export type SectionName = (typeof sections)[number]['name']
