/** What a database error means to the program, under any name of the driver. */
export type StoreError =
  | { kind: 'unique'; columns: string }
  | { kind: 'foreign-key' }
  | { kind: 'busy' }
  | { kind: 'full' }
  | { kind: 'read-only' }
  | { kind: 'damaged' }
  | { kind: 'unavailable' }
  | { kind: 'moved' }

const movedCode = 'KEYRACK_STORE_MOVED'

/** The open store's file is not under its name any more: moved, renamed, replaced or deleted. */
export class StoreMoved extends Error {
  readonly code = movedCode

  constructor(path: string) {
    super(`the store is no longer at ${path}`)
  }
}

/** Translates a driver's error; null when it is no database error (a defect of ours, then). */
export function storeErrorOf(error: unknown): StoreError | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const code = error.code
  if (code === movedCode) return { kind: 'moved' }
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' || code === 'SQLITE_CONSTRAINT_PRIMARYKEY') {
    return { kind: 'unique', columns: error.message.replace(/^UNIQUE constraint failed: /, '') }
  }
  if (code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return { kind: 'foreign-key' }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return { kind: 'busy' }
  if (code === 'SQLITE_FULL') return { kind: 'full' }
  if (code.startsWith('SQLITE_READONLY')) return { kind: 'read-only' }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return { kind: 'damaged' }
  // The format number in the file's header was written over; SQLite has no code of its own for it.
  if (code === 'SQLITE_ERROR' && error.message === 'unsupported file format') return { kind: 'damaged' }
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) return { kind: 'unavailable' }
  return null
}

/** Whether the database itself complains, of anything. */
export function isDatabaseError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_')
}

/** Null where the database can't answer. */
export function unlessDamaged<T>(read: () => T): T | null {
  try {
    return read()
  } catch (error) {
    if (isDatabaseError(error)) return null
    throw error
  }
}
