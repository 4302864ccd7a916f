import { readBatches } from '#db/queries/imports.ts'
import { reads } from '../handler.ts'

export const batches = reads('import.batches', async (db) =>
  (await readBatches(db)).map(({ summary, ...batch }) => ({ ...batch, summary: JSON.parse(summary) })),
)
