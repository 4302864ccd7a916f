import { readUserNames } from '#db/queries/change/labels.ts'
import { readBatches } from '#db/queries/import/imports.ts'
import { reads } from '../kernel/handler.ts'

export const batches = reads('import.batches', async (db) => {
  const nameOf = await readUserNames(db)
  return (await readBatches(db)).map(({ by, summary, ...batch }) => ({
    ...batch,
    by: nameOf(by),
    summary: JSON.parse(summary),
  }))
})
