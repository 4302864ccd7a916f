import { afterAll, expect, test } from 'vitest'
import { backupKillCycles } from '#tests/stress/backup-cycles.ts'
import { killCycles } from '#tests/stress/kill-cycles.ts'
import { raceRounds } from '#tests/stress/race-rounds.ts'
import { tempFolder } from '#tests/support/app.ts'

// By hand with many more: node tests/stress/kill.ts --cycles 1000, node tests/stress/race.ts --rounds 1000,
// node tests/stress/backup.ts --cycles 100.
const folder = tempFolder()
afterAll(folder.remove)
const say = () => undefined

test('a desk killed while it writes loses nothing that it acknowledged and leaves nothing by half', async () => {
  const figures = await killCycles({ folder: folder.path, cycles: 5, say })
  expect(figures.cycles).toBe(5)
  expect(figures.acknowledged).toBeGreaterThan(10)
})

test('eight browsers that want the last room at once: one gets it, the others are told that it is taken', async () => {
  const figures = await raceRounds({ folder: folder.path, rounds: 50, say })
  expect(figures).toMatchObject({ rounds: 50, won: 50, told: 350 })
})

test('a backup and a restore killed at any moment leave a store that opens and copies that are whole', async () => {
  const figures = await backupKillCycles({ folder: folder.path, cycles: 5, say })
  expect(figures.cycles).toBe(5)
})
