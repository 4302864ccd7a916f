import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { ChangeHeader } from '#db/repositories/change/repository.ts'
import type { ImportBatchId } from '#shared/values/index.ts'

/** What everything that an import writes has in common. */
export type WriteParts = {
  bulk: Bulk
  header: ChangeHeader
  /** Sequence of the import's first change row: all its rows are one command. */
  command: number
  batchId: ImportBatchId
}
