import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function fileOf(name: string, text: string): string {
  const file = join(folder.path, name)
  writeFileSync(file, text)
  return file
}

const rows = [
  [1, 2],
  [1.5, 1.8],
  [5, 8],
  [8, 8],
  [1, 0.6],
  [9, 11],
]
const table = fileOf(
  'table.csv',
  ['name,a,b,c', ...rows.map(([a, b], at) => `x${at},${a},${b},7`)].join('\n'),
)

test('clusters of a plain table: two clouds, their centres in the units of the file', async () => {
  const { code, stdout, stderr } = await keyrack([
    'insight',
    'clusters',
    '--table',
    table,
    '--k',
    '2',
    '--no-standardise',
  ])
  expect(code).toBe(0)
  expect(stderr).toContain('Left out')
  const found = JSON.parse(stdout)
  // (1 + 1.5 + 1) / 3, (2 + 1.8 + 0.6) / 3; (5 + 8 + 9) / 3, (8 + 8 + 11) / 3
  expect(found).toMatchObject({ k: 2, sizes: [3, 3], columns: ['a', 'b'], rows: 6, silhouetteRows: 6 })
  expect(found.centres).toEqual([
    [expect.closeTo(3.5 / 3, 9), expect.closeTo(4.4 / 3, 9)],
    [expect.closeTo(22 / 3, 9), expect.closeTo(9, 9)],
  ])
  const inertia = rows.reduce((sum, [a = 0, b = 0]) => {
    const far = a > 3
    return sum + (a - (far ? 22 : 3.5) / 3) ** 2 + (b - (far ? 9 : 4.4 / 3)) ** 2
  }, 0)
  expect(found.inertia).toBeCloseTo(inertia, 9)
})

test.each([
  [['--k', '9'], 'fewer than 9 different rows'],
  [['--k', '2', '--columns', 'a,z'], 'has no column z'],
  [[], '--k is needed'],
  [['--k', '2', '--columns', 'name'], '“x0” is not a number'],
  [['--k', '2', '--columns', 'c'], 'same value in all rows'],
])('wrong use is answered in words: %j', async (more, words) => {
  const { code, stderr } = await keyrack(['insight', 'clusters', '--table', table, ...more])
  expect(code).not.toBe(0)
  expect(stderr).toContain(words)
})
