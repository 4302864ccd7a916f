import { existsSync } from 'node:fs'

/**
 * The file of a thread: among the sources beside the file that starts it (`here`, its import.meta.url); in the bundle
 * beside the program or, from one of its parts, a folder above.
 */
export function threadFile(here: string, name: string): URL {
  if (here.endsWith('.ts')) return new URL(`./${name}.ts`, here)
  const beside = new URL(`./${name}.cjs`, here)
  return existsSync(beside) ? beside : new URL(`../${name}.cjs`, here)
}
