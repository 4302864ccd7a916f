import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Makes the folder where it is missing and says whether files can be made in it: rights alone do not tell on Windows. */
export function canKeepFilesIn(folder: string): boolean {
  const probe = join(folder, `.keyrack-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    closeSync(openSync(probe, 'w'))
    rmSync(probe, { force: true })
    return true
  } catch {
    return false
  }
}
