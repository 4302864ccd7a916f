import type { ComponentType } from 'react'
import type { Role } from '#shared/domain/access/roles.ts'
import type { Key } from '#shared/i18n/index.ts'

/** What stands above the catalogue and is no report of it: its module exports its component as `Section`. */
export type ReportPage = {
  /** As its address has it: `/reports/explore`. No report has this name. */
  name: string
  title: Key
  /** The key that leads there. */
  key: string
  role?: Role
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
    role: 'manager',
    load: () => import('./plan/BudgetPage.tsx'),
  },
  {
    name: 'plan-comp-set',
    title: 'compSet.title',
    key: 'Alt+6',
    role: 'manager',
    load: () => import('./plan/CompSetPage.tsx'),
  },
  {
    name: 'plan-commissions',
    title: 'commission.title',
    key: 'Alt+7',
    role: 'manager',
    load: () => import('./plan/CommissionsPage.tsx'),
  },
  {
    name: 'plan-settings',
    title: 'report.settings.title',
    key: 'Alt+8',
    role: 'manager',
    load: () => import('./plan/ReportSettingsPage.tsx'),
  },
  {
    name: 'schedules',
    title: 'reportSchedule.title',
    key: 'Alt+9',
    role: 'manager',
    load: () => import('./schedules/SchedulesPage.tsx'),
  },
] as const satisfies readonly ReportPage[]
