import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commandLineEntry, fingerprint, isBuilt } from '../../scripts/lib/build.ts'
import { findElectron, hasDisplay } from '../../scripts/lib/desktop.ts'
import { desktopPlan, storeIn } from '../../scripts/lib/desktop-plan.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'keyrack-desktop-'))
})
afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, content = '') {
  mkdirSync(join(root, path, '..'), { recursive: true })
  writeFileSync(join(root, path), content)
}

describe.runIf(process.platform === 'linux')('the runtime of Electron', () => {
  it('is found where the variable says, before the one of the package', () => {
    write('node_modules/electron/dist/electron')
    write('elsewhere/electron')
    expect(findElectron(root, {})).toBe(join(root, 'node_modules/electron/dist/electron'))
    const override = { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'elsewhere') }
    expect(findElectron(root, override)).toBe(join(root, 'elsewhere/electron'))
  })

  it('is not found in an empty folder', () => {
    expect(findElectron(root, { ELECTRON_OVERRIDE_DIST_PATH: join(root, 'gone') })).toBeNull()
  })
})

describe('a display', () => {
  it('is always there on Windows and macOS, on Linux with X or Wayland', () => {
    expect(hasDisplay({}, 'win32')).toBe(true)
    expect(hasDisplay({}, 'darwin')).toBe(true)
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  })

  it.runIf(process.platform === 'linux')(
    'that is missing leads to the browser, in one line that says why',
    async () => {
      const plan = await desktopPlan([], {})
      expect(plan.open).toBe('browser')
      expect(plan.note).toBe('There is no display here: Keyrack opens in the browser instead.')
    },
  )
})

describe('the store among the arguments', () => {
  it('is found in both spellings', () => {
    expect(storeIn(['--store', 'a.keyrack'])).toBe(resolve('a.keyrack'))
    expect(storeIn(['x', '--store=b.keyrack'])).toBe(resolve('b.keyrack'))
    expect(storeIn(['--json'])).toBeNull()
    expect(storeIn(['--store'])).toBeNull()
  })
})

describe('the build', () => {
  it('is needed until its mark is that of the present sources', () => {
    write('shared/a.ts', 'export const a = 1\n')
    expect(isBuilt(root)).toBe(false)
    write('out/built-from', fingerprint(root))
    expect(isBuilt(root)).toBe(true)
    write('shared/a.ts', 'export const a = 2\n')
    expect(isBuilt(root)).toBe(false)
  })

  it('serves the command line as long as the sources of the program are those it was built from', () => {
    const sources = join(root, 'electron/cli/main.ts')
    expect(commandLineEntry(root)).toBe(sources)
    write('db/a.ts', 'export const a = 1\n')
    write('out/built-from', fingerprint(root))
    expect(commandLineEntry(root)).toBe(join(root, 'out/main/cli.cjs'))
    write('renderer/a.ts', 'export const a = 1\n')
    expect(commandLineEntry(root)).toBe(join(root, 'out/main/cli.cjs'))
    write('db/a.ts', 'export const a = 2\n')
    expect(commandLineEntry(root)).toBe(sources)
  })
})
