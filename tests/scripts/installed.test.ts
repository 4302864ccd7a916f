import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installState } from '../../scripts/lib/installed.mjs'
import { nodeComplaint } from '../../scripts/lib/require-node.mjs'
import { projectRoot } from '../../scripts/lib/root.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyrack-installed-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const locked = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/kysely': { version: '1.0.0' },
    'node_modules/other-machine': { version: '1.0.0', optional: true },
  },
}

function write(path: string, content: unknown) {
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

describe('what is installed', () => {
  it('is missing in a fresh clone', () => {
    write('package-lock.json', locked)
    expect(installState(root).state).toBe('missing')
  })

  it('is stale after an installation that was interrupted', () => {
    write('package-lock.json', locked)
    mkdirSync(join(root, 'node_modules'))
    expect(installState(root)).toMatchObject({
      state: 'stale',
      reason: 'an earlier installation did not finish',
    })
  })

  it('is stale when the lock file names another version, and says of what', () => {
    write('package-lock.json', locked)
    mkdirSync(join(root, 'node_modules'))
    write('node_modules/.package-lock.json', { packages: { 'node_modules/kysely': { version: '0.9.0' } } })
    expect(installState(root)).toMatchObject({ state: 'stale', reason: 'kysely has changed' })
  })

  it('is current without the packages that are for other machines', () => {
    write('package-lock.json', locked)
    mkdirSync(join(root, 'node_modules'))
    write('node_modules/.package-lock.json', { packages: { 'node_modules/kysely': { version: '1.0.0' } } })
    expect(installState(root).state).toBe('current')
  })

  it('is current in this very project', () => {
    expect(installState(projectRoot)).toMatchObject({ state: 'current' })
  })
})

describe('an old Node', () => {
  it('is told what is needed', () => {
    expect(nodeComplaint('18.20.4', 20, 'Install it.')).toBe(
      'Keyrack needs Node 20 or newer here; this is Node 18.20.4. Install it.',
    )
    expect(nodeComplaint('20.20.2', 20, 'Install it.')).toBeNull()
  })
})

describe('the door of the npm scripts', () => {
  it('runs a file under Node 24 and passes arguments and exit code on', () => {
    const file = join(root, 'probe.ts')
    write('probe.ts', 'console.log(process.versions.node, process.argv.slice(2).join("|")); process.exit(7)')
    const door = join(projectRoot, 'scripts', 'run.mjs')
    const { status, stdout } = spawnSync(process.execPath, [door, file, 'a b', '--json'], {
      encoding: 'utf8',
    })
    expect(stdout).toMatch(/^24\.\S+ a b\|--json\n$/)
    expect(status).toBe(7)
  })
})
