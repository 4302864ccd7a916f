import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Application } from '#core/compose.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import { pageHeaders } from '../host/policy.ts'
import type { Session } from './sessions.ts'

const heartbeatMs = 20_000
/** A page that doesn't read has this much kept for it; then its connection ends and the browser comes back by itself. */
const backlogLimit = 1024 * 1024

/** How many changes were told since the host started: by it a page knows whether it missed one. */
export type ChangeCount = { count: () => number; stop: () => void }

/** Counts what is told, from now on; ahead of every stream, so that each event goes out with its own number. */
export function countChanges(app: Application): ChangeCount {
  let changes = 0
  const stop = app.events.on((event) => {
    if (event.type === 'changed') changes += 1
  })
  return { count: () => changes, stop }
}

/**
 * GET /events: every change and every step of a job, as server-sent events, to every open page while somebody is signed
 * in there: who was shut out hears nothing more on a stream that is open.
 */
export function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  { app, told }: { app: Application; told: ChangeCount },
  session: Session,
): void {
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.write(`retry: 1000\nevent: opened\ndata: ${told.count()}\n\n`)
  const send = (event: AppEvent) => {
    // Who is not signed in sees nothing of what others do.
    if (event.type !== 'session' && !session.desk.user()) return
    response.write(`id: ${told.count()}\ndata: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > backlogLimit) response.destroy()
  }
  const tell = (state: 'ended' | 'renewed') => {
    send({ type: 'session', session: session.id, state })
    if (state === 'renewed') response.end()
  }
  session.told.add(tell)
  for (const event of session.held) send(event)
  const stop = app.events.on(send)
  // A comment line: keeps the connection from being considered dead, and finds out when it is.
  const heartbeat = setInterval(() => response.write(': still here\n\n'), heartbeatMs)
  response.on('close', () => {
    clearInterval(heartbeat)
    session.told.delete(tell)
    stop()
  })
  request.resume()
}
