import { readUserNames } from '#db/queries/change/labels.ts'
import { readBatches } from '#db/queries/import/imports.ts'
import { reads } from '../kernel/handler.ts'

export const batches = reads('import.batches', async (db) => {
  const nameOf = await readUserNames(db)
  return (await readBatches(db)).map(({ id, at, by, summary, taken_back_at, taken_back_by }) => ({
    id,
    at,
    by: nameOf(by),
    takenBack: taken_back_at === null ? null : { at: taken_back_at, by: nameOf(taken_back_by ?? '') },
    summary: JSON.parse(summary),
  }))
})
