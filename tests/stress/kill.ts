/** node tests/stress/kill.ts --cycles 1000: see kill-cycles.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { killCycles } from './kill-cycles.ts'

const { values } = parseArgs({ options: { cycles: { type: 'string', default: '1000' } } })
const folder = mkdtempSync(join(tmpdir(), 'keyrack-kill-'))
const figures = await killCycles({
  folder,
  cycles: Number(values.cycles),
  say: (text) => console.error(text),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(figures))
