import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../../../electron/cli/main.ts')

export type Ran = { code: number | null; stdout: string; stderr: string }
type How = { input?: string; env?: Record<string, string>; cwd?: string }

/** Starts the command line as a process of its own, in English unless it is told otherwise. */
export function start(args: string[], { env = {}, cwd }: How = {}) {
  const own = { LANG: 'en_GB.UTF-8', LC_ALL: '', KEYRACK_STORE: '', NODE_OPTIONS: '' }
  return spawn(process.execPath, [main, ...args], {
    env: { ...process.env, ...own, ...env },
    ...(cwd ? { cwd } : {}),
  })
}

/** Runs it to its end. */
export async function keyrack(args: string[], how: How = {}): Promise<Ran> {
  const child = start(args, how)
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')))
  child.stdin.end(how.input ?? '')
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

/** The one line of JSON that a command printed. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into whatever came.
export function onlyLine(stdout: string): any {
  const lines = stdout.split('\n')
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`not one line: ${stdout}`)
  return JSON.parse(lines[0] ?? '')
}
