import type { ComponentType } from 'react'
import type { Right } from '#shared/domain/access/rights.ts'
import type { Key } from '#shared/i18n/index.ts'

/** What stands above the catalogue and is no report of it: its module exports its component as `Section`. */
export type ReportPage = {
  /** As its address has it: `/reports/explore`. No report has this name. */
  name: string
  title: Key
  /** The key that leads there. */
  key: string
  right?: Right
  load: () => Promise<{ Section: ComponentType }>
}

export const pages = [
  {
    name: 'dashboard',
    title: 'reportScreen.dashboard.title',
    key: 'Alt+1',
    load: () => import('./dashboard/DashboardPage.tsx'),
  },
  {
    name: 'explore',
    title: 'explore.title',
    key: 'Alt+2',
    load: () => import('./explore/ExploreSection.tsx'),
  },
  {
    name: 'plan-budget',
    title: 'budget.title',
    key: 'Alt+5',
    right: 'reports-plan',
    load: () => import('./plan/BudgetPage.tsx'),
  },
  {
    name: 'plan-comp-set',
    title: 'compSet.title',
    key: 'Alt+6',
    right: 'reports-plan',
    load: () => import('./plan/CompSetPage.tsx'),
  },
  {
    name: 'plan-commissions',
    title: 'commission.title',
    key: 'Alt+7',
    right: 'reports-plan',
    load: () => import('./plan/CommissionsPage.tsx'),
  },
  {
    name: 'plan-settings',
    title: 'report.settings.title',
    key: 'Alt+8',
    right: 'reports-plan',
    load: () => import('./plan/ReportSettingsPage.tsx'),
  },
  {
    name: 'schedules',
    title: 'reportSchedule.title',
    key: 'Alt+9',
    right: 'reports-all',
    load: () => import('./schedules/SchedulesPage.tsx'),
  },
] as const satisfies readonly ReportPage[]
