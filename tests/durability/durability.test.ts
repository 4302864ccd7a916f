import { expect, test } from 'vitest'
import { killCycles } from './kill.ts'
import { race } from './race.ts'

test('a writer killed at any moment has lost nothing that it acknowledged', async () => {
  const result = await killCycles(15)
  expect(result).toMatchObject({ cycles: 15, killed: 15, lost: [], half: [], findings: [] })
  expect(result.acknowledged).toBeGreaterThan(15)
})

test('eight clients race for the last room: one wins each time, the others are told that it is taken', async () => {
  const result = await race(30, 8)
  expect(result).toMatchObject({ won: 30, refused: { ROOM_TAKEN: 210 }, wrong: [], findings: 0 })
})
