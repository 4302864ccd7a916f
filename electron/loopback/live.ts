import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Application } from '#core/compose.ts'
import type { AppEvent } from '#shared/contract/index.ts'
import { pageHeaders } from '../host/policy.ts'
import type { Session } from './sessions.ts'

const heartbeatMs = 20_000
/** A page that doesn't read has this much kept for it; then its connection ends and the browser comes back by itself. */
const backlogLimit = 1024 * 1024

/** GET /events: every change and every step of a job, to every open page, as server-sent events. */
export function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  app: Application,
  session: Session,
): void {
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.write('retry: 1000\n\n')
  const send = (event: AppEvent) => {
    // Who is not signed in sees nothing of what others do.
    if (event.type === 'changed' && !session.desk.user()) return
    response.write(`data: ${JSON.stringify(event)}\n\n`)
    if (response.writableLength > backlogLimit) response.destroy()
  }
  const tell = () => send({ type: 'session', session: session.id, state: 'ended' })
  session.told.add(tell)
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
