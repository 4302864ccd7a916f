import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { hasEnded } from '#core/kernel/process.ts'

test('a process has ended when nothing runs under its number', () => {
  expect(hasEnded(process.pid)).toBe(false)
  expect(hasEnded(spawnSync(process.execPath, ['--version']).pid)).toBe(true)
})

test('what is no number of a process says nothing of one', () => {
  expect(hasEnded(Number.NaN)).toBe(false)
})
