import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Application } from '#core/compose.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { readAsset } from '../host/assets.ts'
import { removeLeftovers } from '../host/leftovers.ts'
import {
  answerNotReceived,
  fileLimit,
  mayGiveFiles,
  type Patience,
  receiveFile,
} from '../host/receive-file.ts'
import { answer, answerAsset, answerJson, discard } from './answer.ts'
import { turnedAway } from './guard.ts'
import { keepLetIn } from './let-in.ts'
import { type ChangeCount, countChanges, streamEvents } from './live.ts'
import { noEntryPage } from './no-entry-page.ts'
import { answerCall } from './rpc.ts'
import { createSessions, type Session, type Sessions } from './sessions.ts'

export type LoopbackOptions = {
  /** The built page. */
  renderer: string
  /** 0: any that is free. */
  port: number
  /** Logs what should not have happened; answers its incident id. */
  onDefect: (error: unknown) => string
  /** Milliseconds by which links end; tests set their own. */
  clock?: () => number
  /** How long bodies may take; tests set their own. */
  patience?: { file?: Patience; call?: number }
  /** A link was used: anyone who shows links shows a fresh one. */
  onEntry?: () => void
}

export type Loopback = {
  origin: string
  port: number
  /** An address that lets one browser in, once, within `linkMinutes`. */
  newLink: () => string
  close: () => Promise<void>
}

/** Serves the page and its calls on 127.0.0.1, to anyone who was given a link. Rejects when the port is not available. */
export async function openLoopback(app: Application, options: LoopbackOptions): Promise<Loopback> {
  const server = createServer({ requestTimeout: 0, headersTimeout: 10_000, maxHeaderSize: 16 * 1024 })
  const port = await listen(server, options.port)
  removeLeftovers()
  const clock = options.clock ?? Date.now
  const sessions = createSessions(app, port, clock, keepLetIn(app.file, clock, options.onDefect))
  const run = randomBytes(8).toString('hex')
  const told = countChanges(app)
  const origin = `http://127.0.0.1:${port}`
  server.on('request', (request, response) => {
    // A page learns by it that the host was restarted meanwhile
    response.setHeader('x-keyrack-run', run)
    // Before anything is read: what changes while it is read is not counted as known
    response.setHeader('x-keyrack-told', told.count())
    route(request, response, { app, options, sessions, port, told }).catch((error: unknown) => {
      // Who hung up in the middle of a request is no defect.
      if (request.destroyed && !request.complete) return
      const incident = options.onDefect(error)
      if (response.headersSent) response.destroy()
      else answerJson(response, 500, { ok: false, fault: { code: 'INTERNAL', incident } })
    })
  })
  return {
    origin,
    port,
    newLink: () => `${origin}/?key=${sessions.newKey()}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
      told.stop()
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

type Parts = {
  app: Application
  options: LoopbackOptions
  sessions: Sessions
  port: number
  told: ChangeCount
}

async function route(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const turned = turnedAway(request, parts.port)
  if (turned) return refuse(request, response, turned.status, `Turned away: ${turned.reason}.\n`)
  const target = request.url ?? '/'
  if (!target.startsWith('/') || !URL.canParse(`http://127.0.0.1${target}`))
    return refuse(request, response, 400, 'Not an address.\n')
  const address = new URL(`http://127.0.0.1${target}`)
  const session = parts.sessions.find(request.headers.cookie)
  const asked = `${request.method} ${address.pathname}`
  if (asked === 'GET /' && address.searchParams.has('key')) {
    const key = address.searchParams.get('key') ?? ''
    // Used up before anything else: anyone who opens a link takes it, with a session of their own as well.
    const used = parts.sessions.use(key)
    if (used) parts.options.onEntry?.()
    if (session) return enter(response)
    if (!used) return noEntry(request, response)
    return enter(response, parts.sessions.admit(request.headers['accept-language']))
  }
  if (!session) return answerFormer(request, response, address, parts)
  if (asked === 'POST /rpc')
    return answerCall(request, response, session, parts.sessions, parts.options.patience?.call)
  if (asked === 'GET /events') return streamEvents(request, response, parts, session)
  if (asked === 'POST /upload') {
    const user = await session.desk.userNow()
    if (mayGiveFiles(user)) return takeFile(request, response, session, parts.options.patience?.file)
    discard(request)
    const { status, reply } = answerNotReceived('shut-out', user)
    return answerJson(response, status, reply)
  }
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return refuse(request, response, 405, 'Not done here.\n')
  return answerAsset(response, await readAsset(parts.options.renderer, address.pathname))
}

/**
 * Who has a cookie from before the last sign-in gets the rest of the page's own files, and is let in anew, signed out, with
 * the next page: the answer that brought the new cookie may not have arrived.
 */
async function answerFormer(
  request: IncomingMessage,
  response: ServerResponse,
  { pathname }: URL,
  { sessions, options }: Parts,
): Promise<void> {
  const { cookie, accept } = request.headers
  if (request.method !== 'GET' || !sessions.wasGood(cookie)) return noEntry(request, response)
  if (pathname.startsWith('/assets/'))
    return answerAsset(response, await readAsset(options.renderer, pathname))
  if (!accept?.includes('text/html')) return noEntry(request, response)
  return enter(response, sessions.admit(request.headers['accept-language']), pathname.replace(/^\/+/, '/'))
}

/** The key leaves the address bar and the history with this step. */
function enter(response: ServerResponse, cookie?: string, location = '/'): void {
  answer(response, 303, 'text/plain', '', { location, ...(cookie ? { 'set-cookie': cookie } : {}) })
}

function refuse(request: IncomingMessage, response: ServerResponse, status: number, reason: string): void {
  discard(request)
  answer(response, status, 'text/plain; charset=utf-8', reason)
}

function noEntry(request: IncomingMessage, response: ServerResponse): void {
  discard(request)
  if (!request.headers.accept?.includes('text/html')) {
    answerJson(response, 401, { error: 'no entry: open the link that keyrack serve printed' })
    return
  }
  answer(
    response,
    403,
    'text/html; charset=utf-8',
    noEntryPage(languageOf(request.headers['accept-language'])),
  )
}

async function takeFile(
  request: IncomingMessage,
  response: ServerResponse,
  { desk }: Session,
  patience: Patience | undefined,
): Promise<void> {
  const declared = Number(request.headers['content-length'] ?? 0)
  const name = String(request.headers['x-file-name'] ?? 'file')
  const mayStill = async () => mayGiveFiles(await desk.userNow())
  const taken =
    declared > fileLimit
      ? 'too-large'
      : await receiveFile(desk.uploads, name, request, mayStill, fileLimit, patience)
  if (typeof taken !== 'string') return answerJson(response, 200, taken)
  discard(request)
  const { status, reply } = answerNotReceived(taken, desk.user())
  answerJson(response, status, reply)
}
