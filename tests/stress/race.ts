/** node tests/stress/race.ts --rounds 1000: see race-rounds.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { raceRounds } from './race-rounds.ts'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '1000' } } })
const folder = mkdtempSync(join(tmpdir(), 'keyrack-race-'))
const figures = await raceRounds({
  folder,
  rounds: Number(values.rounds),
  say: (text) => console.error(text),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(figures))
