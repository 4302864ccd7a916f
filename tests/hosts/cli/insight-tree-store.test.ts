import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

let t: TestApp
beforeAll(async () => {
  t = await openFilledApp(import.meta.filename, async ({ app, must }) => {
    const { job } = await must('job.startDemo', { seed: 7, rooms: 12, years: 3 })
    await app.jobs.ended(job)
    return {}
  })
  await t.app.close()
}, 120_000)
afterAll(() => rmSync(dirname(t.file), { recursive: true, force: true }))

const tree = async (...args: string[]) => await keyrack(['insight', 'tree', '--store', t.file, ...args])

test('a store answers in the form of a plain file, with the two years', async () => {
  const ran = await tree('--target', 'comesBack12')
  expect(ran.code).toBe(0)
  const said = onlyLine(ran.stdout) as Record<string, unknown> & { rules: { when: string; covers: number }[] }
  expect(Object.keys(said).slice(0, 3)).toEqual(['auc', 'baseRate', 'rules'])
  expect(said).toMatchObject({
    target: 'comesBack12',
    asOf: '2026-03-02',
    trained: { day: '2024-03-02', until: '2025-03-02' },
    heldOut: { day: '2025-03-02', until: '2026-03-02' },
  })
  expect(Object.keys(said.rules[0]!)).toEqual(['when', 'share', 'covers'])
  const learned = (said.trained as { studied: number }).studied
  expect(said.rules.reduce((sum, { covers }) => sum + covers, 0)).toBe(learned)
})

test('too little and an unknown target are said', async () => {
  const early = await tree('--as-of', '2024-01-01')
  expect(early.code).toBe(1)
  expect(early.stderr).toMatch(/Too little to learn from: 0 guests on Sat 1 Jan 2022/)
  expect(onlyLine(early.stdout)).toMatchObject({ ok: false, refusal: { code: 'TREE_TOO_LITTLE_LEARNED' } })
  const unknown = await tree('--target', 'wins')
  expect(unknown.code).toBe(2)
  expect(unknown.stderr).toMatch(/comesBack12, highValue/)
})
