import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage */

/**
 * Whether what is installed is what package-lock.json says. npm leaves its own account of what it installed in
 * node_modules/.package-lock.json, as its last step: an interrupted or older installation shows there.
 *
 * @param {string} root
 * @returns {{ state: 'current' | 'missing' | 'stale', reason: string }}
 */
export function installState(root) {
  if (!existsSync(join(root, 'node_modules'))) return { state: 'missing', reason: 'nothing is installed yet' }
  const wanted = packagesIn(join(root, 'package-lock.json'))
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'))
  if (!wanted) return { state: 'current', reason: 'there is no lock file to compare with' }
  if (!present) return { state: 'stale', reason: 'an earlier installation did not finish' }
  for (const [path, locked] of Object.entries(wanted)) {
    if (path === '' || isOptional(locked)) continue
    if (present[path]?.version !== locked.version)
      return { state: 'stale', reason: `${nameOf(path)} has changed` }
  }
  if (!nodeBinary(root)) return { state: 'stale', reason: 'the Node to run with is not there' }
  return { state: 'current', reason: 'everything is as the lock file says' }
}

/**
 * The Node 24 to run everything with: the one that came with the packages, or this one when it is new enough.
 *
 * @param {string} root
 * @returns {string | null}
 */
export function nodeBinary(root) {
  const file = process.platform === 'win32' ? 'node.exe' : 'node'
  const names = ['node', 'node-bin'].map((start) => `${start}-${packagePlatform()}-${process.arch}`)
  const found = names
    .map((name) => join(root, 'node_modules', name, 'bin', file))
    .find((path) => existsSync(path))
  if (found) return found
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : null
}

/**
 * Installs what is missing or old, with a line that says so; ends the process when npm can’t.
 *
 * @param {string} root
 * @returns {string} the Node to continue with
 */
export function ensureInstalled(root) {
  const { state, reason } = installState(root)
  if (state !== 'current') {
    console.error(`Installing the packages of Keyrack (${reason}); this takes a minute or two.`)
    if (!runNpmCi(root)) {
      console.error('The packages could not be installed: see the lines above. Nothing was started.')
      process.exit(1)
    }
  }
  const node = nodeBinary(root)
  if (node) return node
  console.error(
    `Keyrack runs on Node 24, which its packages bring for Windows, macOS and Linux on x64 and for macOS on arm64, ` +
      `not for ${process.platform} on ${process.arch}. Install Node 24 yourself and start again with it.`,
  )
  process.exit(1)
}

/**
 * Installs what a folder’s lock file names; false when npm can’t.
 *
 * @param {string} root
 */
export function runNpmCi(root) {
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  // npm tells its scripts where it is; without it, the shell finds npm (npm.cmd on Windows).
  const run = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync(`npm ${args.join(' ')}`, { cwd: root, stdio: ['ignore', 2, 2], shell: true })
  return run.status === 0
}

function packagePlatform() {
  return process.platform === 'win32' ? 'win' : process.platform
}

/** @param {LockedPackage} locked */
function isOptional(locked) {
  return locked.optional === true || locked.devOptional === true
}

/** @param {string} path */
function nameOf(path) {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage> | null}
 */
function packagesIn(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null
  } catch {
    return null
  }
}
