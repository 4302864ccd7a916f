import { statSync } from 'node:fs'
import type { LostWork, StoreFacts } from '#shared/domain/backup/facts.ts'
import { unlessDamaged } from '../../dialect/errors.ts'
import { copyPages } from '../../dialect/sqlite/copy-store.ts'
import { type FileToRead, lookInto, openToExamine } from '../../dialect/sqlite/examining.ts'
import { factsOf, lostBy } from './facts.ts'

/** What is at a path: nothing, a file that can't be read as a store, or a store. */
export type Present = { state: 'missing' } | { state: 'unreadable' } | { state: 'read'; facts: StoreFacts }

/** Reads what a store holds that nobody has open; nothing in or beside the file is changed. */
export function presentAt({ file, nativeBinding }: FileToRead): Present {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return { state: 'missing' }
  const facts = unlessDamaged(() => lookInto({ file, nativeBinding }, factsOf))
  return facts ? { state: 'read', facts } : { state: 'unreadable' }
}

/** The changes of one store that another, or a copy, does not have; null when either can't be read. */
export function lostBetween(present: FileToRead, copy: FileToRead): LostWork | null {
  return unlessDamaged(() => lookInto(present, (raw) => lookInto(copy, (rawCopy) => lostBy(raw, rawCopy))))
}

/** Copies a store that nobody has open, with what is in a `-wal` beside it. */
export async function copyClosedStore(
  { file, nativeBinding }: FileToRead,
  to: string,
  progress: (done: number, total: number) => void,
): Promise<void> {
  const { raw, close } = openToExamine(file, nativeBinding)
  try {
    await copyPages(raw, to, nativeBinding, progress)
  } finally {
    close()
  }
}
