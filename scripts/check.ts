import { checks, runChecks } from './lib/checks.ts'

const failed = (await runChecks()).filter(({ code }) => code !== 0)
console.log(
  failed.length === 0
    ? `check: all ${checks.length} pass`
    : `check: ${failed.map(({ name }) => name).join(', ')} failed`,
)
process.exit(failed.length === 0 ? 0 : 1)
