import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import type { ImportField, Note, RowFinding } from '#shared/domain/import/row.ts'

/** Confirmation numbers of this file: several rooms may be under one, which is noted and refused to nobody. */
export type FileNumbers = { take: (number: string, line: number) => RowFinding<Note> | null }

/** `stated`: the fields that the file has columns for; without such numbers nobody looks for any. */
export function createFileNumbers(bulk: Bulk, stated: ReadonlySet<ImportField>): FileNumbers {
  if (!stated.has('confirmationNo')) return { take: () => null }
  const inFile = bulk.keys('numbers_in_file')
  return {
    take: (number, line) =>
      inFile.add(number, line)
        ? null
        : {
            reason: 'confirmationTwice',
            field: 'confirmationNo',
            value: `${number} (${inFile.get(number)})`,
          },
  }
}
