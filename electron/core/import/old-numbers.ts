import type { BulkKeys } from '#db/dialect/sqlite/bulk.ts'
import type { Writer } from '#db/handles.ts'
import { readOldNumbers } from '#db/queries/import/imports.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { Note, Rejection, RowFinding } from '#shared/domain/import/row.ts'
import type { BookingId } from '#shared/values/index.ts'
import { createBreather } from '../jobs/public.ts'

/** Confirmation numbers of the system before: the same booking must not come in twice by two files. */
export type OldNumbers = {
  onFile: (number: string) => RowFinding<Rejection> | null
  /** Notes the number of a row that comes in; several rooms may be under one number, so that it is no refusal. */
  take: (number: string, line: number) => RowFinding<Note> | null
}

const atOnce = 5000
const field = 'confirmationNo'

/** `stated`: whether the file gives such numbers at all; without them nobody has to look for any. */
export async function openOldNumbers(bulk: Bulk, tx: Writer, stated: boolean): Promise<OldNumbers> {
  if (!stated) return { onFile: () => null, take: () => null }
  const earlier = bulk.keys('numbers_on_file')
  await readEarlier(tx, earlier)
  const inFile = bulk.keys('numbers_in_file')
  return {
    onFile: (number) =>
      earlier.get(number) === undefined ? null : { reason: 'confirmationOnFile', field, value: number },
    take: (number, line) =>
      inFile.add(number, line)
        ? null
        : { reason: 'confirmationTwice', field, value: `${number} (${inFile.get(number)})` },
  }
}

async function readEarlier(tx: Writer, earlier: BulkKeys): Promise<void> {
  const breathe = createBreather()
  let after = 0 as BookingId
  for (;;) {
    const page = await readOldNumbers(tx, after, atOnce)
    for (const { id, number } of page) if (number) earlier.add(number, id)
    if (page.length < atOnce) return
    after = page.at(-1)?.id ?? after
    await breathe()
  }
}
