import { spawn } from 'node:child_process'
// As a whole: Node 20 has no compile cache to name.
import module from 'node:module'
import { delimiter, join, resolve } from 'node:path'
import { ensureInstalled } from './installed.mjs'
import { projectRoot } from './root.mjs'

/** Types are stripped and code is compiled once, not at every start: half the time to start, 30 MB less in memory. */
const compiled = join(projectRoot, 'node_modules', '.cache', 'compiled')

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
  process.env.NODE_COMPILE_CACHE ??= compiled
  if (Number.parseInt(process.versions.node, 10) >= 24) {
    module.enableCompileCache(compiled)
    process.argv = [process.execPath, path, ...args]
    module.runMain(path)
    return
  }
  // A desk that is served and a window have a channel beside: it closes however this process ends, and they end with it.
  const channel = /\/(?:keyrack|start)\.ts$/.test(file) ? ['ipc'] : []
  const child = spawn(node, [path, ...args], {
    stdio: /** @type {import('node:child_process').StdioOptions} */ ([
      'inherit',
      'inherit',
      'inherit',
      ...channel,
    ]),
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal))
  }
  child.on('exit', (code, signal) => {
    if (signal) process.removeAllListeners(signal)
    if (signal) process.kill(process.pid, signal)
    else process.exit(code ?? 1)
  })
}
