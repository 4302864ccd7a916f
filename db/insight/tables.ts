import { factTables } from './facts.ts'
import { futureTables } from './future.ts'
import { groupTables } from './groups.ts'
import { leavingTables } from './leaving.ts'
import { riskTables } from './risk.ts'
import { offerRuleTables } from './rules.ts'
import { runTables } from './runs.ts'
import { segmentTables } from './segments.ts'
import { treeTables } from './tree.ts'
import { valueTables } from './value.ts'

/** Every table of the insight file but its own row. Each part of Insight adds its own list, one line. */
export const insightTables: readonly string[] = [
  ...runTables,
  ...factTables,
  ...groupTables,
  ...treeTables,
  ...riskTables,
  ...segmentTables,
  ...futureTables,
  ...leavingTables,
  ...valueTables,
  ...offerRuleTables,
]
