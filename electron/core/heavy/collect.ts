import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

let collect: (() => void) | null = null

/**
 * Gives back at once what a run no longer holds. Columns of a million guests are outside the engine's own heap, which
 * therefore sees little reason to collect: without this the tables of three runs are in memory at the same time.
 */
export function collectGarbage(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}
