import { afterAll, expect, test } from 'vitest'
import { backupKillCycles } from '#tests/stress/backup-cycles.ts'
import { fuzzCalls } from '#tests/stress/fuzz-calls.ts'
import { killCycles } from '#tests/stress/kill-cycles.ts'
import { raceRounds } from '#tests/stress/race-rounds.ts'
import { tempFolder } from '#tests/support/app.ts'

// By hand with many more: node tests/stress/kill.ts --cycles 1000, node tests/stress/race.ts --rounds 1000,
// node tests/stress/backup.ts --cycles 100.
// node --expose-gc tests/stress/fuzz.ts --calls 20000.
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

test('calls that nobody meant, by every role: no defect, no answer beside the contract, nothing told that is covered', async () => {
  const figures = await fuzzCalls({ folder: folder.path, calls: 1_000, seed: 7, say })
  expect(figures.calls).toBe(1_000)
  expect(figures.ok).toBeGreaterThan(100)
  expect(figures.refused).toBeGreaterThan(50)
  expect(figures.invalid).toBeGreaterThan(200)
})
