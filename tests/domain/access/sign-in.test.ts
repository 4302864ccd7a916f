import { expect, test } from 'vitest'
import { waitSeconds } from '#shared/domain/access/sign-in.ts'

test.each([
  [0, 0],
  [4, 0],
  [5, 30],
  [6, 60],
  [7, 120],
  [9, 480],
  [10, 900],
  [11, 900],
  [2000, 900],
])('after %i wrong passwords a login waits %i seconds', (attempts, seconds) => {
  expect(waitSeconds(attempts)).toBe(seconds)
})
