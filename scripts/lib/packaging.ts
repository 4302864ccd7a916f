import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { electronVersion } from './desktop.ts'
import { projectRoot } from './root.mjs'
import { run, toolCommand } from './tools.ts'

/** The folder that a package for this machine is built into, and the program in it. */
export const packagedFolder = join(projectRoot, 'release', 'linux-unpacked')
export const packagedProgram = join(packagedFolder, 'keyrack')

/** Builds the package for this machine into a folder, or what `args` ask for. Returns the exit code. */
export async function packageProgram(args: string[] = []): Promise<number> {
  const wanted = args.length > 0 ? args : [`--${hostPlatform()}`, 'dir']
  return await run(toolCommand('electron-builder', ['--publish', 'never', ...runtimeArgs(), ...wanted]))
}

/**
 * Builds the package around the runtime that ELECTRON_OVERRIDE_DIST_PATH names, for tests only: takes the runtime’s
 * own starter out and puts the SQLite binary in that loads in it (KEYRACK_TEST_SQLITE_ADDON).
 */
export async function packageForTests(): Promise<number> {
  const code = await packageProgram(['--linux', 'dir'])
  if (code !== 0) return code
  for (const extra of ['resources/app', 'ready'])
    rmSync(join(packagedFolder, extra), { recursive: true, force: true })
  const addon = process.env.KEYRACK_TEST_SQLITE_ADDON
  const prebuilt = join(
    packagedFolder,
    'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds/linux-x64.node',
  )
  if (addon && existsSync(prebuilt)) copyFileSync(addon, prebuilt)
  return readdirSync(packagedFolder).includes('keyrack') && existsSync(prebuilt) ? 0 : 1
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
