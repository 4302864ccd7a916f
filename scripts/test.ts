import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './lib/build.ts'
import { runChecks } from './lib/checks.ts'
import { findElectron } from './lib/desktop.ts'
import { failuresOfPlaywright, failuresOfVitest } from './lib/failures.ts'
import { type Journeys, journeyCommand, whyNot } from './lib/journeys.ts'
import { keysOf } from './lib/keys.ts'
import { packageForTests } from './lib/packaging.ts'
import { projectRoot } from './lib/root.mjs'
import {
  inWords,
  slowestOf,
  sum,
  type Tally,
  tallyOfExit,
  tallyOfPlaywright,
  tallyOfVitest,
} from './lib/tally.ts'
import { run, toolCommand } from './lib/tools.ts'

/**
 * `npm test`: build, checks, tests, a small benchmark, and the journeys in the browser, in Electron and packaged.
 * Everything runs even when something before it failed; what can’t run here is named with its reason.
 */
const results = join(projectRoot, 'test-results')
const steps: { name: string; tally: Tally; seconds: number; note: string | null }[] = []
const skippedStep: Tally = { passed: 0, failed: 0, skipped: 1 }

async function step(
  name: string,
  work: () => Promise<Tally>,
  reasonToSkip: string | null = null,
): Promise<void> {
  console.log(`\n── ${name}${reasonToSkip ? `: skipped, ${reasonToSkip}` : ''}`)
  const start = performance.now()
  const tally = reasonToSkip ? skippedStep : await work()
  steps.push({ name, tally, seconds: (performance.now() - start) / 1000, note: reasonToSkip })
}

function report<Report>(file: string): Report | null {
  const path = join(results, file)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Report) : null
}

async function unitTests(): Promise<Tally> {
  const output = join(results, 'vitest.json')
  const code = await run(
    toolCommand('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${output}`]),
  )
  return tallyOfVitest(report('vitest.json'), code)
}

async function smallBench(): Promise<Tally> {
  const sizes = ['--guests', '5000', '--bookings', '15000']
  return tallyOfExit(await run([process.execPath, join(projectRoot, 'tests/bench/main.ts'), ...sizes]))
}

async function journeys(project: Journeys): Promise<Tally> {
  const file = `e2e-${project}.json`
  const env = { ...process.env, KEYRACK_E2E_REPORT: join(results, file) }
  const code = await run(journeyCommand(project), { env })
  return tallyOfPlaywright(report(file), code)
}

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

await step('build', async () => tallyOfExit(await build()))
await step('checks', async () => sum((await runChecks()).map(({ code }) => tallyOfExit(code))))
await step('tests', unitTests)
await step('small benchmark', smallBench)
await step('journeys in Chromium', () => journeys('chromium'), whyNot('chromium'))
await step('journeys in Electron', () => journeys('electron'), whyNot('electron'))
const noPackage = whyNot('packaged')
await step('package', async () => tallyOfExit(await packageForTests()), noPackage)
await step('journeys in the packaged program', () => journeys('packaged'), noPackage)

console.log(`\nElectron: ${findElectron(projectRoot) ?? 'not on this machine'}`)
for (const { name, tally, seconds, note } of steps) {
  console.log(`${name}: ${inWords(tally)}${note ? ` (${note})` : ` in ${seconds.toFixed(0)} s`}`)
}
const tasks = keysOf(report('e2e-chromium.json'))
writeFileSync(join(results, 'keys.json'), `${JSON.stringify(tasks, null, 2)}\n`)
if (tasks.length > 0) console.log('\nKeys that each task takes (test-results/keys.json):')
for (const { task, keys, text, seconds } of tasks) {
  const beside = text > 0 ? ` (and ${text} of text)` : ''
  console.log(`${String(keys).padStart(5)} keys ${seconds.toFixed(1).padStart(6)} s  ${task}${beside}`)
}
const slowest = slowestOf(report('vitest.json'), 10, projectRoot)
if (slowest.length > 0) console.log('\nThe slowest tests:')
for (const { name, seconds } of slowest) console.log(`${seconds.toFixed(1).padStart(6)} s  ${name}`)
const failures = [
  ...failuresOfVitest(report('vitest.json'), projectRoot),
  ...(['chromium', 'electron', 'packaged'] as const).flatMap((project) =>
    failuresOfPlaywright(report(`e2e-${project}.json`)),
  ),
]
if (failures.length > 0) console.log('\nFailed:')
for (const { name, why } of failures) console.log(`  ${name}\n      ${why}`)
const total = sum(steps.map(({ tally }) => tally))
console.log(`\n${inWords(total)}`)
process.exit(total.failed > 0 ? 1 : 0)
