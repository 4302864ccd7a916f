import { afterAll, expect, test } from 'vitest'
import { closeCycles } from '#tests/stress/close-cycles.ts'
import { makeEvening } from '#tests/stress/close-hotel.ts'
import { tempFolder, testBusinessDate } from '#tests/support/app.ts'

// By hand with more: KILLS=200
const folder = tempFolder()
afterAll(folder.remove)

test('a close that is killed at any moment comes to the same morning', async () => {
  const evening = await makeEvening(folder.path)
  const cycles = Number(process.env.KILLS ?? 2)
  const say = process.env.KILLS ? console.log : () => undefined
  const figures = await closeCycles({ folder: folder.path, evening, from: testBusinessDate, cycles, say })
  expect(figures.cycles).toBe(cycles)
  if (process.env.KILLS) console.log(JSON.stringify(figures))
}, 7_200_000)
