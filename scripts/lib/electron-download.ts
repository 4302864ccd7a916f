import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { type Environment, findElectron } from './desktop.ts'

const probeMs = 4_000
const downloadMs = 5 * 60_000

/**
 * Lets Electron’s package fetch its runtime, as it would at its first launch, but never waits long for a network that
 * isn’t there. Returns the runtime’s path, or null.
 */
export async function downloadElectron(root: string, env: Environment): Promise<string | null> {
  if (env.ELECTRON_OVERRIDE_DIST_PATH || env.ELECTRON_SKIP_BINARY_DOWNLOAD) return null
  if (!(await isReachable(sourceOf(env), env))) return null
  console.error('Fetching Electron’s runtime, once (about 120 MB).')
  const script = join(root, 'node_modules', 'electron', 'install.js')
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: downloadMs,
  })
  await new Promise<void>((done) => {
    child.on('error', () => done())
    child.on('exit', () => done())
  })
  return findElectron(root, env)
}

/** Where Electron’s package would fetch from: its own mirror variables, or the project’s releases. */
function sourceOf(env: Environment): string {
  const mirror = env.npm_config_electron_mirror ?? env.ELECTRON_MIRROR
  return mirror ?? 'https://github.com/electron/electron/releases/download/'
}

/** Any answer will do; through a proxy we can’t tell cheaply, so we try. */
async function isReachable(address: string, env: Environment): Promise<boolean> {
  if (env.HTTPS_PROXY || env.https_proxy) return true
  try {
    await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(probeMs), redirect: 'manual' })
    return true
  } catch {
    return false
  }
}
