import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import type { Place, Screen } from '#renderer/base/route/screen.ts'
import { ReportIcon } from '#renderer/ui/icons.tsx'
import { reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import {
  againActs,
  asOfActs,
  bookingsActs,
  fileActs,
  parameterActs,
  printActs,
  reportActs,
  reportPaneActs,
} from './acts.ts'
import { exploreActs } from './explore/acts.ts'
import { pageActs } from './page-acts.ts'
import { pages, type ReportPage } from './pages.ts'
import { planActs } from './plan/acts.ts'
import { scheduleActs, writeActs } from './schedules/acts.ts'

const load = () => import('./ReportsPage.tsx')

/** Every report by its name, and what stands above the catalogue. */
const places: readonly Place[] = [
  ...(pages as readonly ReportPage[]).map(({ name, title, right }) => ({
    to: href(paths.report, { name }),
    title,
    ...(right ? { right } : {}),
  })),
  ...reportNames.map((name) => ({
    to: href(paths.report, { name }),
    title: `report.name.${name}` as const,
    right: specOf(name).permission,
  })),
]

export const reportScreens: readonly Screen[] = [
  {
    path: paths.reports,
    right: 'reports',
    title: 'reportScreen.title',
    key: screenKeys.reports,
    rail: { order: 60, icon: <ReportIcon /> },
    load,
    words: 'figures statistics manager daily occupancy adr revpar baobiao tongji 统计 经营 日报',
    places,
  },
  {
    path: paths.report,
    right: 'reports',
    title: 'reportScreen.title',
    load,
    acts: [
      reportPaneActs,
      pageActs,
      asOfActs,
      againActs,
      parameterActs,
      reportActs,
      fileActs,
      printActs,
      bookingsActs,
    ],
    sections: [
      { title: 'explore.title', acts: [exploreActs] },
      { title: 'budget.title', acts: [planActs] },
      { title: 'reportSchedule.title', acts: [scheduleActs, writeActs] },
    ],
  },
]
