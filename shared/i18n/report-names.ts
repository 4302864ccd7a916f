import { type ReportName, reportNames } from '../domain/report/catalogue.ts'
import { readReportName } from '../domain/report/parameters.ts'
import { nearest } from '../domain/text/nearest.ts'
import { ok, type Result, refuse } from '../values/index.ts'
import { words } from './index.ts'
import { languages } from './language.ts'
import type { Language } from './types.ts'

/** What a report is called. */
export function reportName(name: ReportName, language: Language): string {
  return words(language, `report.name.${name}`)
}

/** The report that a text names: as it is typed in code or on a command line, or by its title in either language; else the nearest. */
export function findReport(text: string): Result<ReportName, 'REPORT_UNKNOWN'> {
  const found = readReportName(text)
  if (found.ok) return found
  const titles = reportNames.flatMap((name) =>
    languages.map((one) => ({ name, title: reportName(name, one) })),
  )
  const wanted = text.trim().toLowerCase()
  const named = titles.find(({ title }) => title.toLowerCase() === wanted)
  if (named) return ok(named.name)
  const near = nearest(
    wanted,
    titles.map(({ title }) => title),
  )
  const own = String(found.refusal.params.nearest ?? '')
  return refuse('REPORT_UNKNOWN', { name: text, nearest: own || (near ?? '') })
}
