import { run, toolCommand } from './lib/tools.ts'

const wanted = process.argv.slice(2)
process.exit(await run(toolCommand('biome', ['check', '--write', ...(wanted.length > 0 ? wanted : ['.'])])))
