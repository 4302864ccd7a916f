import { readChangesOfFolio } from '#db/queries/change/changes.ts'
import { changeViews } from '../change/public.ts'
import { reads } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'

/** A folio's story, newest first. */
export const folioChanges = reads('folio.changes', async (db, input, ctx) => {
  const before = keyOf<[number]>(input.after)?.[0]
  const rows = await readChangesOfFolio(db, input.id, before, input.limit + 1)
  const page = rows.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: await changeViews(db, ctx, page),
    next: rows.length > page.length && last ? keyText([last.seq]) : null,
  }
})
