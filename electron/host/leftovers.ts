import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasEnded } from '#core/kernel/process.ts'

const dayMs = 86_400_000
/** An upload or a dry run's findings; older programs did not put their process into the name. */
const ours = /^keyrack-(?:upload|findings)-(?:(\d+)-)?[0-9a-f-]{36}$/

/**
 * Removes what a program that was killed left in the temporary folder: guests' names are in it. Only this user's, and
 * only those whose process has ended; where the name doesn't tell it, those older than a day.
 */
export function removeLeftovers(folder: string = tmpdir(), now: number = Date.now()): void {
  for (const name of namesIn(folder)) {
    const found = ours.exec(name)
    if (!found) continue
    try {
      const path = join(folder, name)
      const stat = lstatSync(path)
      const own = stat.isFile() && stat.uid === (process.getuid?.() ?? stat.uid)
      const left = found[1] ? hasEnded(Number(found[1])) : stat.mtimeMs < now - dayMs
      if (own && left) rmSync(path, { force: true })
    } catch {
      // Somebody else was faster, or the folder doesn't allow it: nobody is stopped by it.
    }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
