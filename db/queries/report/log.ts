import type { Period } from '#shared/domain/report/period.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { lastSeqOf } from './counted.ts'
import type { Source } from './source.ts'

/** The first and the last row of the log that a period may have; none where `last` is before `first`. */
export type Seqs = { first: number; last: number }

/** The rows of the log of the business dates of [from, to): dates never fall, so that they are a range of the sequence. */
export function readSeqs(store: LongReader, source: Source, { from, to }: Period): Seqs {
  const raw = rawOf(store)
  const first = raw
    .prepare('select seq from changes where business_date >= ? order by business_date, seq limit 1')
    .pluck()
    .get(from) as number | undefined
  const last = raw
    .prepare('select seq from changes where business_date < ? order by business_date desc, seq desc limit 1')
    .pluck()
    .get(to) as number | undefined
  return {
    first: first ?? Number.MAX_SAFE_INTEGER,
    last: Math.min(last ?? 0, lastSeqOf(source)),
  }
}

/** The operations that the log has rows of: one look into the index for each. */
export function readOperations(store: LongReader): string[] {
  return rawOf(store)
    .prepare(
      `with recursive known (operation) as (
         select min(operation) from changes
         union all
         select (select min(operation) from changes where operation > known.operation) from known where operation is not null
       )
       select operation from known where operation is not null`,
    )
    .pluck()
    .all() as string[]
}
