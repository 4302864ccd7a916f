import { installState, runNpmCi } from '../lib/installed.mjs'
import { mutationAreas } from './areas.ts'
import { inRow, mutate, type Score, tableHead } from './mutate.ts'

/**
 * `npm run mutation -- [area …]`: changes one operator at a time in an area’s sources and runs the area’s tests. Without
 * an area, all of them, which takes hours; what did not change since the last run is not run again. The tool is installed
 * here at its first run: nobody who only starts the program needs its hundred packages.
 */
const areas = mutationAreas()
const names = process.argv.slice(2)
const unknown = names.filter((name) => !areas.some((area) => area.name === name))
if (unknown.length > 0) {
  console.error(`No area ${unknown.join(', ')}. Areas: ${areas.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

if (installState(import.meta.dirname).state !== 'current' && !runNpmCi(import.meta.dirname)) process.exit(1)

const scores: Score[] = []
for (const area of areas.filter(({ name }) => names.length === 0 || names.includes(name))) {
  scores.push(await mutate(area))
}
console.log(`\n${tableHead}\n${scores.map(inRow).join('\n')}`)
