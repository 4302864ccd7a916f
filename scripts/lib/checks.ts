import { join } from 'node:path'
import { projectRoot } from './root.mjs'
import { runInTwos, runQuietly } from './tools.ts'

/** What `npm run check` checks, the longest first: the others run beside it. */
export const checks = ['types', 'boundaries', 'lint', 'catalogues', 'docs', 'words'] as const

/** Runs every check, also after one has failed, shows what each printed, and returns its exit code. */
export async function runChecks(): Promise<{ name: string; code: number }[]> {
  return await runInTwos(checks, async (name) => {
    const script = join(projectRoot, 'scripts', `check-${name}.ts`)
    const { code, text } = await runQuietly([process.execPath, script])
    process.stdout.write(text)
    return { name, code }
  })
}
