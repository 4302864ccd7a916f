import { defineConfig } from '@playwright/test'

/**
 * The journeys: the same program in a browser over loopback, two files of them side by side; in Electron, and packaged, one at a
 * time, because windows take the focus from each other. No second attempt, because a journey that passes sometimes is a fault. A
 * trace without pictures: taking them made the journeys a tenth slower.
 */
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 1,
  retries: 0,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: process.env.KEYRACK_E2E_REPORT ?? 'test-results/e2e.json' }]],
  use: {
    video: 'off',
    trace: { mode: 'retain-on-failure', screenshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    {
      name: 'chromium',
      testIgnore: ['**/*.electron.e2e.ts', '**/*.packaged.e2e.ts'],
      testMatch: '**/*.e2e.ts',
      use: {
        browserName: 'chromium',
        viewport: { width: 1440, height: 900 },
        launchOptions: {
          executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
          // As root Chromium’s sandbox refuses to start; as anybody else it stays on.
          args: isRoot ? ['--no-sandbox'] : [],
        },
      },
    },
    { name: 'electron', testMatch: '**/*.electron.e2e.ts' },
    { name: 'packaged', testMatch: '**/*.packaged.e2e.ts' },
  ],
})
