import { readDistinct } from '#db/queries/change/changes.ts'
import { readCommands, readRowsOf } from '#db/queries/change/commands.ts'
import { reads } from '../kernel/handler.ts'
import { readActorNames } from './names.ts'
import { changeViews } from './view.ts'

/** The log by whole commands; or the rows of one of them, page by page. */
export const list = reads('change.list', async (db, { after, limit, command, ...input }, ctx) => {
  const filter = { ...input, before: sequenceIn(after) }
  if (command !== undefined) {
    const rows = await readRowsOf(db, command, { ...filter, limit: limit + 1 })
    return changePage(await changeViews(db, ctx, rows.slice(0, limit)), rows.length > limit)
  }
  const page = await readCommands(db, { ...filter, limit })
  return {
    rows: await changeViews(db, ctx, page.rows, page.cut),
    next: page.next === null ? null : String(page.next),
  }
})

export const facets = reads('change.facets', async (db, _input, ctx) => {
  const logins = await readDistinct(db, 'actor')
  const nameOf = await readActorNames(db, ctx.language)
  return {
    actors: logins.map((login) => ({ login, name: nameOf(login) })),
    operations: await readDistinct(db, 'operation'),
  }
})

/** The key of a page of the log is the sequence of the last row on the page before; the contract knows its form. */
export function sequenceIn(after: string | undefined): number | undefined {
  return after === undefined ? undefined : Number(after)
}

/** The sequence that the rows up to a change are before. */
export function beforeNext(until: number | undefined): number | undefined {
  return until === undefined ? undefined : until + 1
}

/** A page of the log with the key of the next one. */
export function changePage<V extends { seq: number }>(
  rows: V[],
  more: boolean,
): { rows: V[]; next: string | null } {
  const last = rows.at(-1)
  return { rows, next: more && last ? String(last.seq) : null }
}
