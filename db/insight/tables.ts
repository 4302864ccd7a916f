import { createHash } from 'node:crypto'
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

/** Every table of the insight file. Each part of Insight adds its own list, one line. */
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

/** Changes with any table: a file of other tables is made anew, because everything in it can be computed again. */
export const ddlDigest = createHash('sha256').update(insightTables.join('\n;\n')).digest('base64url')
