import { readStoreHead, type StoreHead } from '../../derived/file.ts'
import { readWith } from '../../dialect/building.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader, Reader } from '../../handles.ts'

export type StoredRun = {
  kind: string
  params: string
  asOf: string
  moment: string
  seconds: number
  headSeq: number
  output: unknown
  said: { code: string; params: Record<string, string | number> } | null
}

/** As which a whole refresh is noted among the runs. */
export const refreshKind = 'refresh'

const columns = [
  'kind',
  'params',
  'as_of as asOf',
  'moment',
  'seconds',
  'head_seq as headSeq',
  'output',
  'said',
] as const

/**
 * What a run of this kind and these parameters (JSON with sorted keys) found: of `asOf`, else of the latest date that there is.
 * Null where it never ran.
 */
export async function readRun(
  db: Reader,
  kind: string,
  params: string,
  asOf?: string,
): Promise<StoredRun | null> {
  let query = readWith(db)
    .selectFrom('insight.runs')
    .select(columns)
    .where('kind', '=', kind)
    .where('params', '=', params)
  if (asOf !== undefined) query = query.where('as_of', '=', asOf)
  const row = await query.orderBy('as_of', 'desc').limit(1).executeTakeFirst()
  return row ? parsed(row) : null
}

/** The run of the latest date of each kind without parameters, by kind: a look at an earlier day is none. Outputs are left out. */
export async function readNewestRuns(db: Reader): Promise<Omit<StoredRun, 'output'>[]> {
  const rows = await readWith(db)
    .selectFrom('insight.runs')
    .select(['kind', 'params', 'as_of as asOf', 'moment', 'seconds', 'head_seq as headSeq', 'said'])
    .where('params', '=', '{}')
    .orderBy('kind')
    .orderBy('as_of', 'desc')
    .execute()
  const newest = new Map<string, (typeof rows)[number]>()
  for (const row of rows) if (!newest.has(row.kind)) newest.set(row.kind, row)
  return [...newest.values()].map(({ said, ...row }) => ({ ...row, said: saidOf(said) }))
}

/** How many changes the store's log has after `seq`; the log has no gaps. */
export async function countChangesSince(db: Reader, seq: number): Promise<number> {
  const head = await readWith(db).selectFrom('change_head').select('seq').executeTakeFirst()
  return Math.max(0, (head?.seq ?? 0) - seq)
}

/** The head of the store's log as the worker sees it. */
export function readLongHead(store: LongReader): StoreHead {
  return readStoreHead(rawOf(store))
}

function parsed({ output, said, ...row }: Omit<StoredRun, 'output' | 'said'> & Texts): StoredRun {
  return { ...row, output: output === null ? null : JSON.parse(output), said: saidOf(said) }
}

type Texts = { output: string | null; said: string | null }

function saidOf(said: string | null): StoredRun['said'] {
  return said === null ? null : (JSON.parse(said) as StoredRun['said'])
}
