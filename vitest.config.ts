import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * One project per kind of test, so that `npx vitest run --project domain` runs the quick pure ones alone.
 * Every project runs in Node, in a process of its own per file: the SQLite binary is loaded fresh each time and a
 * test that kills or locks a store can't reach its neighbours.
 */
const root = fileURLToPath(new URL('.', import.meta.url))

function project(name: string, folders: string[], testTimeout = 15_000) {
  return {
    extends: true as const,
    test: {
      name,
      include: folders.flatMap((folder) => [`tests/${folder}/**/*.test.ts`, `tests/${folder}/**/*.test.tsx`]),
      testTimeout,
      hookTimeout: Math.max(testTimeout, 30_000),
    },
  }
}

export default defineConfig({
  root,
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    env: { TZ: 'UTC' },
    projects: [
      project('domain', ['values', 'domain', 'i18n']),
      project('contract', ['contract']),
      project('db', ['db', 'migrations'], 30_000),
      project('core', ['core', 'import'], 60_000),
      project('hosts', ['hosts', 'cli', 'loopback', 'electron'], 60_000),
      project('renderer', ['renderer']),
      project('durability', ['durability'], 300_000),
      project('boundaries', ['boundaries'], 60_000),
      project('scripts', ['scripts'], 60_000),
    ],
  },
})
