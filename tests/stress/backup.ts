/** node tests/stress/backup.ts --cycles 100 --flips 500: see backup-cycles.ts and backup-flips.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backupKillCycles } from './backup-cycles.ts'
import { backupFlips } from './backup-flips.ts'

const { values } = parseArgs({
  options: { cycles: { type: 'string', default: '100' }, flips: { type: 'string', default: '500' } },
})
const folder = mkdtempSync(join(tmpdir(), 'keyrack-backup-'))
const flips = await backupFlips({ folder, flips: Number(values.flips) })
const figures = await backupKillCycles({
  folder,
  cycles: Number(values.cycles),
  say: (text) => console.error(text),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ ...figures, flips }))
