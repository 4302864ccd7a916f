import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { allows, type Operation, operations } from '#shared/contract/index.ts'
import { givenRoles } from '#shared/domain/access/given-roles.ts'
import { projectRoot } from '../../../../scripts/lib/root.mjs'

const folder = 'renderer/features/housekeeping'
const text = (path: string) => readFileSync(join(projectRoot, path), 'utf8')
const all: Readonly<Record<string, Operation>> = operations

/** What is read for acts of a supervisor alone, and what is asked only of who has its right. */
const guarded = ['housekeeping.logins', 'loyalty.listProgrammes']

/** The queries that a file names. */
function queriesIn(path: string): string[] {
  return [...text(path).matchAll(/\buse(?:Query|List)\('([\w.]+)'/g)].map(([, name = '']) => name)
}

test('the screens of housekeeping read nothing that the given housekeeper may not', () => {
  const own = globSync(`${folder}/**/*.{ts,tsx}`, { cwd: projectRoot })
  const parts = own.flatMap((path) =>
    [...text(path).matchAll(/from '#(renderer\/parts\/[^']+)'/g)].map(([, file = '']) => file),
  )
  const read = [...own, ...new Set(parts)].flatMap((path) =>
    queriesIn(path).map((name) => [path, name] as const),
  )
  expect(read.length).toBeGreaterThan(10)
  const refused = read.filter(([, name]) => {
    const { permission } = all[name] ?? { permission: null }
    if (permission === null) return true
    const isAllowed = permission === 'public' || allows(givenRoles.housekeeper, permission)
    return !isAllowed && !guarded.includes(name)
  })
  expect(refused).toEqual([])
})
