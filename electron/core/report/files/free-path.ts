import { stat } from 'node:fs/promises'

/** A path that nothing is at yet: with ` (2)` and so on where an earlier file has the name, which is never written over. */
export async function freePath(start: string, ending: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = `${start}${number > 1 ? ` (${number})` : ''}.${ending}`
    const found = await stat(path).catch(() => null)
    if (!found) return path
  }
}
