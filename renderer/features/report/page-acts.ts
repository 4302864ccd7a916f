import type { Act, Acts } from '#renderer/base/keys/acts.ts'
import { pages, type ReportPage } from './pages.ts'

/** The pages above the catalogue, each with its key. Apart from acts.ts, which these pages themselves need. */
export const pageActs: Acts = Object.fromEntries(
  (pages as readonly ReportPage[]).map(({ name, key, title }): [string, Act] => [
    name,
    { key, label: title },
  ]),
)
