import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { AdapterCode } from '#shared/domain/device/device.ts'

/** What the simulator's devices do wrong. */
export type Misdeed =
  | 'none'
  /** Takes the question and never answers. */
  | 'silent'
  | 'broken-json'
  | 'wrong-shape'
  | 'endless'
  | 'leads-away'
  | 'not-http'
  | { code: AdapterCode; status?: number }

export type Encoded = { room: string; from: string; until: string; keys: number; job: string }

/** An adapter of devices as docs/DEVICES.md describes it: a real server on this machine, whose devices do what a test says. */
export type Simulator = {
  port: number
  secret: string
  /** What lies on the reader. */
  document: string
  /** Blank cards in the encoder. */
  cards: number
  misdeed: Misdeed
  protocol: number
  /** The key that lies on the encoder. */
  key: { room: string; from: string; until: string } | null
  encoded: Encoded[]
  printed: { title: string; bytes: number }[]
  /** What was asked, in order: `POST readers/desk/read`. */
  asked: string[]
  /** Pushes a document to whoever listens; resolves once there is a listener. */
  push: (text: string, times?: number) => Promise<void>
  /** Sends something raw to whoever listens. */
  pushRaw: (event: string) => Promise<void>
  /** Writes the file by which it is found. */
  writeFile: (folder: string, more?: Record<string, unknown>) => void
  stop: () => Promise<void>
}

const secret = 'simulator-secret-0123456789'

export async function startSimulator(): Promise<Simulator> {
  const listeners = new Set<ServerResponse>()
  const waiting: (() => void)[] = []
  const jobs = new Map<string, number>()
  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const simulator: Simulator = {
    port: (server.address() as AddressInfo).port,
    secret,
    document: '',
    cards: 100,
    misdeed: 'none',
    protocol: 1,
    key: null,
    encoded: [],
    printed: [],
    asked: [],
    push: async (text, times = 1) => {
      const event = `event: scan\ndata: ${JSON.stringify({ reader: 'desk', text })}\n\n`
      await simulator.pushRaw(event.repeat(times))
    },
    pushRaw: async (event) => {
      if (listeners.size === 0) await new Promise<void>((resolve) => waiting.push(resolve))
      for (const listener of listeners) listener.write(event)
    },
    writeFile: (folder, more = {}) => {
      mkdirSync(folder, { recursive: true })
      const file = { name: 'Simulator', port: simulator.port, secret, ...more }
      writeFileSync(join(folder, 'simulator.json'), JSON.stringify(file), { mode: 0o600 })
    },
    stop: () => stop(server),
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<undefined> {
    const path = (request.url ?? '').replace('/v1/', '')
    simulator.asked.push(`${request.method} ${path}`)
    const body = await bodyOf(request)
    const say = (status: number, value: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(value))
      return undefined
    }
    // A page of any site in the browser of this machine has an origin
    const isOurs =
      request.headers.origin === undefined && request.headers.authorization === `Bearer ${secret}`
    if (!isOurs) return say(401, { error: 'NOT_ALLOWED' })
    if (path === 'events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write(': open\n\n')
      listeners.add(response)
      response.on('close', () => listeners.delete(response))
      for (const resolve of waiting.splice(0)) resolve()
      return undefined
    }
    if (simulator.misdeed !== 'none') return misbehave(simulator.misdeed, request, response, say)
    if (path === 'about') return say(200, aboutOf(simulator))
    if (path === 'readers/desk/read') {
      if (simulator.document === '') return say(409, { error: 'NO_DOCUMENT' })
      return say(200, { text: simulator.document })
    }
    if (path === 'encoders/lock/encode') return encode(simulator, jobs, body as Encoded, say)
    if (path === 'encoders/lock/read-key')
      return simulator.key ? say(200, simulator.key) : say(409, { error: 'NO_CARD' })
    if (path === 'encoders/lock/erase-key') {
      if (!simulator.key) return say(409, { error: 'NO_CARD' })
      simulator.key = null
      return say(200, {})
    }
    if (path === 'printers/laser/print') {
      const { title, content } = body as { title: string; content: string }
      simulator.printed.push({ title, bytes: Buffer.from(content, 'base64').length })
      return say(200, {})
    }
    return say(404, { error: 'UNKNOWN_DEVICE' })
  }
  return simulator
}

type Say = (status: number, value: unknown) => undefined

function aboutOf({ protocol, cards }: Simulator) {
  return {
    protocol,
    name: 'Simulator',
    version: '1.0',
    devices: [
      { id: 'desk', kind: 'reader', name: 'Desk reader', state: 'ready' },
      { id: 'lock', kind: 'encoder', name: 'Lock encoder', state: 'ready', cards },
      { id: 'laser', kind: 'printer', name: 'Laser', state: 'ready' },
    ],
  }
}

function encode(simulator: Simulator, jobs: Map<string, number>, order: Encoded, say: Say): undefined {
  const before = jobs.get(order.job)
  if (before !== undefined) return say(200, { made: before })
  const made = Math.min(order.keys, simulator.cards)
  simulator.cards -= made
  if (made > 0) {
    simulator.encoded.push({ ...order, keys: made })
    simulator.key = { room: order.room, from: order.from, until: order.until }
  }
  if (made < order.keys) return say(409, { error: 'OUT_OF_CARDS', made })
  jobs.set(order.job, made)
  return say(200, { made })
}

function misbehave(
  misdeed: Misdeed,
  request: IncomingMessage,
  response: ServerResponse,
  say: Say,
): undefined {
  if (typeof misdeed === 'object') return say(misdeed.status ?? 409, { error: misdeed.code })
  if (misdeed === 'broken-json') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"text":')
  }
  if (misdeed === 'wrong-shape') say(200, { text: 7, made: 'two', devices: {}, room: '' })
  if (misdeed === 'endless') {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('"'.padEnd(100_000, 'x'))
  }
  if (misdeed === 'leads-away') {
    response.writeHead(302, { location: 'http://127.0.0.1:9/' })
    response.end()
  }
  if (misdeed === 'not-http') request.socket.end('what?\r\n')
  return undefined
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : null
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}
