import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion } from './desktop.ts'
import { projectRoot } from './root.mjs'
import { run, toolCommand } from './tools.ts'

/** The folder that a package for this machine is built into, and the program in it. */
export const packagedFolder = join(projectRoot, 'release', 'linux-unpacked')
export const packagedProgram = join(packagedFolder, 'keyrack')

/** Builds the package for this machine into a folder, or what `args` ask for. Returns the exit code. */
export async function packageProgram(args: string[] = []): Promise<number> {
  const missing = missingFacts()
  if (missing.length > 0) {
    for (const line of missing) console.error(line)
    return 1
  }
  const wanted = args.length > 0 ? args : [`--${hostPlatform()}`, 'dir']
  return await run(toolCommand('electron-builder', ['--publish', 'never', ...runtimeArgs(), ...wanted]))
}

/**
 * Builds the package around the runtime that ELECTRON_OVERRIDE_DIST_PATH names, for tests only: takes the runtime’s
 * own starter out, puts the SQLite binary in that loads in it (KEYRACK_TEST_SQLITE_ADDON), and marks it as one that may
 * be driven through the page’s debugging port, which no other package lets anybody do.
 */
export async function packageForTests(): Promise<number> {
  const code = await packageProgram(['--linux', 'dir'])
  if (code !== 0) return code
  for (const extra of ['resources/app', 'ready'])
    rmSync(join(packagedFolder, extra), { recursive: true, force: true })
  writeFileSync(join(packagedFolder, 'resources', 'for-tests'), '')
  const addon = process.env.KEYRACK_TEST_SQLITE_ADDON
  const prebuilt = join(
    packagedFolder,
    'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  )
  if (addon && existsSync(prebuilt)) copyFileSync(addon, prebuilt)
  return readdirSync(packagedFolder).includes('keyrack') && existsSync(prebuilt) ? 0 : 1
}

type PackageFacts = { description?: string; author?: string; homepage?: string; version?: string }

/** What each target wants to know of the program; electron-builder says so one by one, after minutes of building. */
const wanted: Record<string, (facts: PackageFacts, settings: string) => string[]> = {
  AppImage: describes,
  nsis: describes,
  dmg: describes,
  deb: (facts, settings) => [
    ...describes(facts),
    ...(facts.homepage ? [] : ['homepage in package.json']),
    ...(/^ {2}maintainer: .+<\S+@\S+>/m.test(settings) ? [] : ['linux.maintainer with an address']),
  ],
}

function describes({ description, author, version }: PackageFacts): string[] {
  const missing = { description, author, version }
  return Object.entries(missing).flatMap(([name, value]) => (value ? [] : [`${name} in package.json`]))
}

/** What is missing for the targets that electron-builder.yml names, a line each. */
export function missingFacts(
  facts: PackageFacts = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')),
  settings: string = readFileSync(join(projectRoot, 'electron-builder.yml'), 'utf8'),
): string[] {
  const targets = [...settings.matchAll(/^ {2}target: \[([^\]]*)\]/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  )
  return targets.flatMap((target) => {
    const missing = wanted[target]?.(facts, settings) ?? ['an entry in scripts/lib/packaging.ts']
    return missing.map((what) => `electron-builder.yml: ${target} wants ${what}`)
  })
}

/** A runtime that is already there is used instead of a download, with the version it says it has. */
function runtimeArgs(): string[] {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  const version = folder ? electronVersion(folder) : null
  return folder && version ? [`-c.electronDist=${folder}`, `-c.electronVersion=${version}`] : []
}

function hostPlatform(): 'win' | 'mac' | 'linux' {
  if (process.platform === 'win32') return 'win'
  return process.platform === 'darwin' ? 'mac' : 'linux'
}
