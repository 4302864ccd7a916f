import { readChanges, readDistinct } from '#db/queries/change/changes.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { reads } from '../kernel/handler.ts'
import { changeViews } from './view.ts'

export const list = reads('change.list', async (db, { after, limit, ...filter }, ctx) => {
  const rows = await readChanges(db, { ...filter, before: sequenceIn(after), limit: limit + 1 })
  return changePage(await changeViews(db, ctx, rows.slice(0, limit)), rows.length > limit)
})

export const facets = reads('change.facets', async (db) => {
  const logins = await readDistinct(db, 'actor')
  const nameOf = await readUserNames(db)
  return {
    actors: logins.map((login) => ({ login, name: nameOf(login) })),
    operations: await readDistinct(db, 'operation'),
  }
})

/** The key of a page of the log is the sequence of the last row on the page before; the contract knows its form. */
export function sequenceIn(after: string | undefined): number | undefined {
  return after === undefined ? undefined : Number(after)
}

/** A page of the log with the key of the next one. */
export function changePage<V extends { seq: number }>(
  rows: V[],
  more: boolean,
): { rows: V[]; next: string | null } {
  const last = rows.at(-1)
  return { rows, next: more && last ? String(last.seq) : null }
}
