import { run, toolCommand } from './lib/tools.ts'

const biome = await run(toolCommand('biome', ['check', '--error-on-warnings', '.']))
const oxlint = await run(toolCommand('oxlint', ['--deny-warnings']))
process.exit(biome === 0 && oxlint === 0 ? 0 : 1)
