import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { InsightFile } from '../../handles.ts'

/** What the newest run of a kind without parameters found, for the run that is after it; null where it found nothing. */
export function readNewestOutput(file: InsightFile, kind: string): unknown {
  const text = rawOf(file)
    .prepare(
      `select output from runs where kind = ? and params = '{}' and output is not null order by moment desc, as_of desc limit 1`,
    )
    .pluck()
    .get(kind) as string | undefined
  return text === undefined ? null : JSON.parse(text)
}
