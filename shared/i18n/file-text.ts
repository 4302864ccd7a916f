import type { ExploreResult } from '../domain/report/explore/explore.ts'
import type { ReportResult } from '../domain/report/result.ts'
import { type DashboardShown, dashboardPage } from './dashboard-page.ts'
import { explorePage } from './explore-page.ts'
import type { CellContext, ReportFormats } from './report-cell.ts'
import { type PageResult, type WordedReport, wordPage, wordReport } from './report-text.ts'
import type { Language } from './types.ts'

/** What a file can be made of: a report, or a page beside the catalogue. */
export type Shown =
  | { report: ReportResult }
  | DashboardShown
  | { explore: ExploreResult }
  | { page: PageResult }

/** What a file shows, and the same in a language. */
export function wordShown(
  shown: Shown,
  language: Language,
  formats: ReportFormats,
): { result: ReportResult | PageResult; worded: WordedReport } {
  if ('report' in shown) return { result: shown.report, worded: wordReport(shown.report, language, formats) }
  if ('page' in shown) return { result: shown.page, worded: wordPage(shown.page, language, formats) }
  const contextOf = (currency: string, names: CellContext['names']) => ({
    ...formats,
    language,
    currency,
    names,
  })
  const page =
    'explore' in shown
      ? explorePage(shown.explore, contextOf(shown.explore.hotel.currency, shown.explore.names))
      : dashboardPage(shown, contextOf(shown.hotel.currency, {}))
  return { result: page, worded: wordPage(page, language, formats) }
}
