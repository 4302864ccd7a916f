import { parseArgs } from 'node:util'
import { installState, runNpmCi } from '../lib/installed.mjs'
import { mutationAreas } from './areas.ts'
import { inRow, mutate, type Score, tableHead } from './mutate.ts'

/**
 * `npm run mutation -- [area …] [--sample 15]`: changes one operator at a time in an area’s sources and runs the area’s
 * tests. Without an area, all of them, which takes hours; what did not change since the last run is not run again.
 * `--sample` runs so many per cent of the mutants, drawn at random; `--draw 2` draws others. The tool is installed here at its first run: nobody
 * who only starts the program needs its hundred packages.
 */
const areas = mutationAreas()
const { values, positionals: names } = parseArgs({
  allowPositionals: true,
  options: { sample: { type: 'string', default: '100' }, draw: { type: 'string', default: '1' } },
})
const percent = Number(values.sample)
if (!(percent > 0 && percent <= 100)) {
  console.error(`--sample takes per cent of the mutants, more than 0 and at most 100, not ${values.sample}.`)
  process.exit(1)
}
const unknown = names.filter((name) => !areas.some((area) => area.name === name))
if (unknown.length > 0) {
  console.error(`No area ${unknown.join(', ')}. Areas: ${areas.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

if (installState(import.meta.dirname).state !== 'current' && !runNpmCi(import.meta.dirname)) process.exit(1)

const scores: Score[] = []
for (const area of areas.filter(({ name }) => names.length === 0 || names.includes(name))) {
  scores.push(await mutate(area, { percent, draw: Number(values.draw) }))
}
console.log(`\n${tableHead}\n${scores.map(inRow).join('\n')}`)
