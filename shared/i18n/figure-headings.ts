import { reportNames } from '../domain/report/catalogue.ts'
import { figureHeadings, figuresOfReport } from '../domain/report/figures.ts'
import type { Headings } from '../domain/report/question/vocabulary.ts'
import { columnHeading } from './report-text.ts'

/** What heads the figures of reports in both languages: words of a question. */
export function headingsOfFigures(): Headings {
  const keys = reportNames.flatMap((report) =>
    figuresOfReport(report).map((figure) => figureHeadings[report]?.[figure] ?? figure),
  )
  return Object.fromEntries(
    [...new Set(keys)].map((key) => [
      key,
      { en: columnHeading({ key }, 'en'), zh: columnHeading({ key }, 'zh') },
    ]),
  )
}
