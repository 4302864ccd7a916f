import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { testProjects } from './scripts/lib/test-projects.ts'

/**
 * One project per kind of test, so that `npx vitest run --project domain` runs the quick pure ones alone; their
 * files share a process, and so do those of the store and the core, as one for each took longer to load the program than the tests take. Every other
 * file runs in a Node process of its own, where a test that kills or locks a store can’t reach its neighbours.
 */
const projects = testProjects.map(({ name, folders, timeoutMs, together }) => ({
  extends: true as const,
  test: {
    name,
    isolate: together !== true,
    include: folders.flatMap((folder) => [`tests/${folder}/**/*.test.ts`, `tests/${folder}/**/*.test.tsx`]),
    testTimeout: timeoutMs,
    hookTimeout: Math.max(timeoutMs, 30_000),
  },
}))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    passWithNoTests: true,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    env: { TZ: 'UTC' },
    projects,
  },
})
