import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** What npm run mutation runs for each mutant: one area’s tests, in one worker, as quickly as they go. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    environment: 'node',
    include: (process.env.KEYRACK_MUTATION_TESTS ?? '').split(',').filter((pattern) => pattern !== ''),
    setupFiles: ['tests/support/mutation.ts'],
    isolate: false,
    testTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    env: { TZ: 'UTC' },
  },
})
