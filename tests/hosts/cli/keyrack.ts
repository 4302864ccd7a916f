import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { runCli } from '#hosts/cli/run.ts'
import { userDataFolder } from '#hosts/host/places.ts'

/** The command line's own file, for a test that starts it as a process. */
export const commandLine = join(import.meta.dirname, '../../../electron/cli/main.ts')

export type Ran = { code: number | null; stdout: string; stderr: string }
type How = { input?: string; env?: Record<string, string> }

/** In English unless a test says otherwise, everything that the machine speaks. */
const english = { LANG: 'en_GB.UTF-8', LC_ALL: '', KEYRACK_STORE: '', NODE_OPTIONS: '' }

/** Starts the command line as a process of its own: what signals, pipes and locks between processes do shows only there. */
export function start(args: string[], { env = {} }: How = {}) {
  return spawn(process.execPath, [commandLine, ...args], {
    env: { ...process.env, ...english, ...env },
  })
}

/** Runs it to its end in this process, which spares each test the second that a process takes to load the program. */
export async function keyrack(args: string[], { input = '', env = {} }: How = {}): Promise<Ran> {
  const stdout = new Collected()
  const stderr = new Collected()
  const own = { ...process.env, ...english, ...env }
  const place = { renderer: join(import.meta.dirname, 'no-page'), userData: userDataFolder(own) }
  const code = await runCli(args, place, {
    stdin: Readable.from([Buffer.from(input)]),
    stdout,
    stderr,
    env: own,
  })
  return { code, stdout: stdout.text, stderr: stderr.text }
}

/** A stream that keeps what is written to it. */
class Collected extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString('utf8')
    done()
  }
}

/** Runs it to its end as a process of its own. */
export async function keyrackProcess(args: string[], how: How = {}): Promise<Ran> {
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
// biome-ignore lint/suspicious/noExplicitAny: tests look into any answer.
export function onlyLine(stdout: string): any {
  const lines = stdout.split('\n')
  if (lines.length !== 2 || lines[1] !== '') throw new Error(`not one line: ${stdout}`)
  return JSON.parse(lines[0] ?? '')
}
