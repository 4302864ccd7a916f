import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { type FileToRead, openSecond } from '../../dialect/sqlite/examining.ts'

/** Runs checks on a connection of their own. */
export function onSecondConnection<T>({ file, nativeBinding }: FileToRead, act: (raw: RawDatabase) => T): T {
  const raw = openSecond(file, nativeBinding)
  try {
    return act(raw)
  } finally {
    raw.close()
  }
}
