import type { RawDatabase } from '../../dialect/sqlite/connection.ts'
import { openSecond } from '../../dialect/sqlite/examining.ts'

/** A file that a thread may open for reading beside the connection that has the store. */
export type SecondConnection = { file: string; nativeBinding?: string | undefined }

/** Runs checks on a connection of their own. */
export function onSecondConnection<T>(
  { file, nativeBinding }: SecondConnection,
  act: (raw: RawDatabase) => T,
): T {
  const raw = openSecond(file, nativeBinding)
  try {
    return act(raw)
  } finally {
    raw.close()
  }
}
