/** node tests/stress/backup.ts --cycles 100: see backup-cycles.ts. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { backupKillCycles } from './backup-cycles.ts'

const { values } = parseArgs({ options: { cycles: { type: 'string', default: '100' } } })
const folder = mkdtempSync(join(tmpdir(), 'keyrack-backup-'))
const figures = await backupKillCycles({
  folder,
  cycles: Number(values.cycles),
  say: (text) => console.error(text),
})
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify(figures))
