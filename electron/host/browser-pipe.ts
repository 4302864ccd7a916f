import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import type { SendToPage } from './print-page.ts'

type Answer = { id?: number; result?: Record<string, unknown>; error?: { message: string } }

export type BrowserPipe = {
  send: (
    method: string,
    params?: Record<string, unknown>,
    sessionId?: string,
  ) => Promise<Record<string, unknown>>
  /** A blank page of its own. */
  newPage: () => Promise<SendToPage>
  end: () => void
}

/** Nothing is asked of the network, nothing is kept, nothing of the user's own browser is touched. */
const quiet = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-sync',
  '--disable-background-networking',
  '--disable-component-update',
  '--no-first-run',
  '--no-default-browser-check',
  '--host-resolver-rules=MAP * ~NOTFOUND',
]

/** Starts a browser that is spoken to over a pipe: no port is opened. It has ended when a command fails. */
export function openBrowser(path: string, profile: string): BrowserPipe {
  // As root its sandbox refuses to start
  const args = [...quiet, `--user-data-dir=${profile}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const browser = spawn(path, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  const waiting = new Map<
    number,
    { resolve: (answer: Record<string, unknown>) => void; reject: (why: Error) => void }
  >()
  let ended: Error | null = null
  const over = (why: string) => {
    ended ??= new Error(why)
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }
  browser.on('error', (error) => over(error.message))
  browser.on('exit', (code, signal) => over(`the browser ended with ${code ?? signal}`))
  hear(browser, (answer) => {
    const asked = waiting.get(answer.id ?? -1)
    if (!asked) return
    waiting.delete(answer.id ?? -1)
    if (answer.error) asked.reject(new Error(answer.error.message))
    else asked.resolve(answer.result ?? {})
  })
  let last = 0
  const send: BrowserPipe['send'] = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      last += 1
      waiting.set(last, { resolve, reject })
      const into = browser.stdio[3] as Writable
      into.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`)
    })
  return {
    send,
    newPage: async () => {
      const { targetId } = await send('Target.createTarget', { url: 'about:blank' })
      const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true })
      return (method, params) => send(method, params, String(sessionId))
    },
    end: () => void browser.kill('SIGKILL'),
  }
}

/** Messages are JSON with a zero byte at their end. */
function hear(browser: ChildProcess, tell: (answer: Answer) => void): void {
  const from = browser.stdio[4] as Readable
  const into = browser.stdio[3] as Writable
  // A browser that ended is told by its exit
  into.on('error', () => undefined)
  from.on('error', () => undefined)
  let parts: Buffer[] = []
  from.on('data', (chunk: Buffer) => {
    let rest = chunk
    for (let at = rest.indexOf(0); at >= 0; at = rest.indexOf(0)) {
      parts.push(rest.subarray(0, at))
      tell(JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer)
      parts = []
      rest = rest.subarray(at + 1)
    }
    if (rest.length > 0) parts.push(rest)
  })
}
