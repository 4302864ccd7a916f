import { readBatches } from '#db/queries/imports.ts'
import { readUserNames } from '#db/queries/labels.ts'
import { reads } from '../handler.ts'

export const batches = reads('import.batches', async (db) => {
  const nameOf = await readUserNames(db)
  return (await readBatches(db)).map(({ by, summary, ...batch }) => ({
    ...batch,
    by: nameOf(by),
    summary: JSON.parse(summary),
  }))
})
