import { join } from 'node:path'
import { projectRoot } from './root.mjs'
import { run } from './tools.ts'

/** What `npm run check` checks, in the order of how fast it tells. */
export const checks = ['boundaries', 'catalogues', 'docs', 'words', 'types', 'lint'] as const

/** Runs every check, also after one has failed, and returns the exit code of each. */
export async function runChecks(): Promise<{ name: string; code: number }[]> {
  const results: { name: string; code: number }[] = []
  for (const name of checks) {
    results.push({
      name,
      code: await run([process.execPath, join(projectRoot, 'scripts', `check-${name}.ts`)]),
    })
  }
  return results
}
