import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../lib/root.mjs'

/** Sources that are mutated together, and the tests that hold them. */
export interface MutationArea {
  name: string
  sources: string
  tests: string
}

/** Every area with tests of its own: `values`, `loyalty` of shared/domain, `core/booking` of electron/core. */
export function mutationAreas(): MutationArea[] {
  const areas = [
    { name: 'values', sources: 'shared/values', tests: 'tests/values' },
    ...folders('shared/domain').map((area) => ({
      name: area,
      sources: `shared/domain/${area}`,
      tests: `tests/domain/${area}`,
    })),
    ...folders('electron/core').map((area) => ({
      name: `core/${area}`,
      sources: `electron/core/${area}`,
      tests: `tests/core/${area}`,
    })),
  ]
  return areas.filter(({ tests }) => existsSync(join(projectRoot, tests)))
}

function folders(path: string): string[] {
  return readdirSync(join(projectRoot, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
}
