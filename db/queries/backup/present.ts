import { statSync } from 'node:fs'
import type { LostWork, StoreFacts } from '#shared/domain/backup/facts.ts'
import { isDatabaseError } from '../../dialect/errors.ts'
import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { type CopySource, copyPages } from '../../dialect/sqlite/copy-store.ts'
import { openToExamine } from '../../dialect/sqlite/examining.ts'
import { factsOf, lostBy } from './facts.ts'

/** What is at a path: nothing, a file that can't be read as a store, or a store. */
export type Present = { state: 'missing' } | { state: 'unreadable' } | { state: 'read'; facts: StoreFacts }

/** Reads what a store holds that nobody has open; nothing in or beside the file is changed. */
export function presentAt({ file, nativeBinding }: CopySource): Present {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0) return { state: 'missing' }
  const facts = unlessUnreadable(() => withStore({ file, nativeBinding }, factsOf))
  return facts ? { state: 'read', facts } : { state: 'unreadable' }
}

/** The changes of one store that another, or a copy, does not have; null when either can't be read. */
export function lostBetween(present: CopySource, copy: CopySource): LostWork | null {
  return unlessUnreadable(() =>
    withStore(present, (raw) => withStore(copy, (rawCopy) => lostBy(raw, rawCopy))),
  )
}

/** Copies a store that nobody has open, with what is in a `-wal` beside it. */
export async function copyClosedStore(
  { file, nativeBinding }: CopySource,
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

function withStore<T>({ file, nativeBinding }: CopySource, look: (raw: RawDatabase) => T): T {
  const { raw, close } = openToExamine(file, nativeBinding)
  try {
    return look(raw)
  } finally {
    close()
  }
}

function unlessUnreadable<T>(look: () => T): T | null {
  try {
    return look()
  } catch (error) {
    if (isDatabaseError(error)) return null
    throw error
  }
}
