import { isSignIn } from '#shared/domain/change/sign-ins.ts'
import { readWith } from '../../dialect/building.ts'
import type { Reader } from '../../handles.ts'
import { type ChangeFilter, type ChangeRow, readChanges } from './changes.ts'
import { imagesOf } from './images.ts'

/** Of a command with more rows the newest of them are on its page; an import has hundreds of thousands. */
export const rowsOfCommand = 20
/** A page ends at so many rows, however many of them are sign-ins. */
const rowsOfPage = 1000
const rowsAtOnce = 200

export type CommandPage = {
  rows: ChangeRow[]
  /** How many rows the commands have that are not here whole. */
  cut: Map<number, number>
  /** The next page is older than this sequence; null at the end. */
  next: number | null
}

/**
 * The log by whole commands, newest first: `limit` of them, of which sign-ins that follow each other count as one. The rest of
 * a long command is passed over without being read.
 */
export async function readCommands(db: Reader, filter: ChangeFilter): Promise<CommandPage> {
  const page: CommandPage = { rows: [], cut: new Map(), next: null }
  let open: ChangeRow[] = []
  let older = filter.before
  let counted = 0
  // Most commands have a row or two: a page is one reading
  let atOnce = Math.min(rowsAtOnce, filter.limit + rowsOfCommand)
  const close = (total: number) => {
    const [first] = open
    if (first && total > rowsOfCommand) page.cut.set(first.command, total)
    page.rows.push(...open.slice(0, rowsOfCommand))
    open = []
  }
  for (;;) {
    const batch = await readChanges(db, { ...filter, before: older, limit: atOnce })
    for (const row of batch) {
      if (row.command !== open[0]?.command) {
        close(open.length)
        const last = page.rows.at(-1)
        const goesOn = last !== undefined && isRoutine(last) && isRoutine(row)
        if (!goesOn && counted++ === filter.limit) return { ...page, next: older ?? null }
        if (page.rows.length >= rowsOfPage) return { ...page, next: older ?? null }
      }
      open.push(row)
      older = row.seq
    }
    const [first] = open
    if (batch.length < atOnce || !first) break
    atOnce = rowsAtOnce
    if (open.length < rowsAtOnce) continue
    close(await countRows(db, filter, first))
    older = first.command
  }
  close(open.length)
  return page
}

function isRoutine(row: ChangeRow): boolean {
  // Its images are read only where they decide
  return row.entity === 'access' && isSignIn({ ...row, after: imagesOf(row)?.after ?? null })
}

/** How many rows of its command there are from a row down: all of them are together, and the filter's by an index. */
async function countRows(
  db: Reader,
  { entity, entityId }: ChangeFilter,
  { seq, command }: ChangeRow,
): Promise<number> {
  if (!entity) return seq - command + 1
  let query = readWith(db)
    .selectFrom('changes')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('entity', '=', entity)
    .where('seq', '>=', command)
    .where('seq', '<=', seq)
  if (entityId) query = query.where('entity_id', '=', entityId)
  return (await query.executeTakeFirstOrThrow()).count
}

/** Older rows of one command, newest first. */
export async function readRowsOf(db: Reader, command: number, filter: ChangeFilter): Promise<ChangeRow[]> {
  return readChanges(db, { ...filter, command, before: filter.before ?? (await endOf(db, command)) })
}

/** The first sequence after a command. */
async function endOf(db: Reader, command: number): Promise<number> {
  const row = await readWith(db)
    .selectFrom('changes')
    .select('seq')
    .where('seq', '>', command)
    .where('command', '<>', command)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? Number.MAX_SAFE_INTEGER
}
