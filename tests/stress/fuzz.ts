/** node --expose-gc tests/stress/fuzz.ts --calls 20000 --seed 1: see fuzz-calls.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzzCalls } from './fuzz-calls.ts'

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
})
const folder = mkdtempSync(join(tmpdir(), 'keyrack-fuzz-'))
const figures = await fuzzCalls({
  folder,
  calls: Number(values.calls),
  seed: Number(values.seed),
  say: (text) => console.error(text),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(figures))
