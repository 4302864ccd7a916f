import type { Where } from '#db/queries/report/cube.ts'
import type { DimensionName } from '#shared/domain/report/dimensions.ts'
import type { Read } from '#shared/domain/report/parameters.ts'
import { readAgainstBudget } from './against-budget.ts'
import type { AgainstWord } from './compared.ts'
import { type AgainstSums, counterpartOf, readAgainst } from './counterpart.ts'
import type { ReportDesk } from './report.ts'

/** What the rows of a report are held against, as its parameters say; null for nothing. */
export function readHeldAgainst(
  desk: ReportDesk,
  read: Read,
  by: DimensionName,
  where: readonly Where[],
): (AgainstSums & { word: AgainstWord }) | null {
  if (read.compare === 'budget') return { word: 'Budget', ...readAgainstBudget(desk, by, where, read) }
  const counterpart = counterpartOf(desk, read)
  return counterpart && { word: counterpart.word, ...readAgainst(desk, counterpart, by, where, read) }
}
