import { spawn } from 'node:child_process'
import { runMain } from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { ensureInstalled } from './installed.mjs'
import { projectRoot } from './root.mjs'

/**
 * Runs a TypeScript file of the project under Node 24: in this process when it is one, else in a child that takes
 * over input, output, signals and exit code.
 *
 * @param {string[]} argv the file, relative to the project’s root, and its arguments
 */
export function handOver([file = '', ...args]) {
  const node = ensureInstalled(projectRoot)
  const path = resolve(projectRoot, file)
  process.env.PATH = [join(projectRoot, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    process.argv = [process.execPath, path, ...args]
    runMain(path)
    return
  }
  const child = spawn(node, [path, ...args], { stdio: 'inherit' })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}
