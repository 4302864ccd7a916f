import { type SpawnOptions, spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from './root.mjs'

/** The JavaScript entry of each tool: run with our own Node, so that no shell and no `.cmd` shim is needed. */
const entries = {
  tsc: 'typescript/bin/tsc',
  biome: '@biomejs/biome/bin/biome',
  oxlint: 'oxlint/bin/oxlint',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
  playwright: '@playwright/test/cli.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  'electron-builder': 'electron-builder/cli.js',
} as const

export type Tool = keyof typeof entries

/** The command line that runs a tool: the Node to use, the tool's file, its arguments. */
export function toolCommand(tool: Tool, args: string[]): [string, ...string[]] {
  return [process.execPath, join(projectRoot, 'node_modules', entries[tool]), ...args]
}

/** Runs a command to its end, showing what it prints. Returns its exit code; 1 when a signal ended it. */
export function run([command, ...args]: [string, ...string[]], options: SpawnOptions = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', ...options })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/**
 * Runs a program that is ended from outside, a window or a server. A signal to us, or the end of anyone who started us,
 * ends it too, by one signal however often we get ours: npm, the shell and the terminal may each send Ctrl+C on, and a
 * second one would end Chromium before the store is closed. Returns its exit code; 1 when a signal ended it.
 */
export function runUntilEnded(
  [command, ...args]: [string, ...string[]],
  options: SpawnOptions = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    // In a process group of its own the terminal’s Ctrl+C reaches it only through us.
    const detached = process.platform !== 'win32'
    const child = spawn(command, args, { cwd: projectRoot, stdio: 'inherit', detached, ...options })
    let isEnding = false
    const end = () => {
      if (isEnding) return
      isEnding = true
      child.kill('SIGTERM')
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end)
    if (process.connected) process.once('disconnect', end)
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** Runs a command to its end and keeps what it printed, both streams in order. */
export function runQuietly(
  [command, ...args]: [string, ...string[]],
  options: SpawnOptions = {},
): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: projectRoot, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    const chunks: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, text: Buffer.concat(chunks).toString('utf8') }))
  })
}

/** Works through a list two at a time, as a desk's machine has two cores; the results in the order of the list. */
export async function runInTwos<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  const queue = items.entries()
  const workThrough = async () => {
    for (const [place, item] of queue) results[place] = await work(item)
  }
  await Promise.all([workThrough(), workThrough()])
  return results
}
