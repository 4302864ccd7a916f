import type { Call, InputOf, OperationName } from '#shared/contract/index.ts'
import {
  type CallOptions,
  type Client,
  type ClientEvent,
  type ClientReply,
  notLetIn,
  unanswered,
} from './client.ts'

const RECONNECT_MS = 2000
/** The answer that brings the new cookie is on its way beside the event: it is waited for, in steps of so long, so often at most. */
const RENEWED_MS = 50
const RENEWED_STEPS = 40

/** What the host says of itself with every answer. */
type Host = { run: string | null; told: string | null }
type Stream = { again: () => void; stop: () => void }

/** The client of the browser: POST /rpc and the event stream /events. The cookie of the first page load is the key. */
export function httpClient(base = ''): Client {
  const listeners = new Set<(event: ClientEvent) => void>()
  let stream: Stream | null = null
  let asking = 0
  let connection: (ClientEvent & { type: 'connection' }) | null = null
  let run: string | null = null
  /** How many changes the host had told when this page first read, then as far as the page has heard. */
  let told = Number.POSITIVE_INFINITY
  let heard = false
  /** Before the answer itself is handed out: whoever reads it knows then why nobody is signed in. */
  const noteHost = ({ run: now, told: toldThen }: Host) => {
    if (!heard && toldThen !== null) told = Math.min(told, Number(toldThen))
    const restarted = run !== null && now !== null && now !== run
    run = now ?? run
    if (restarted) for (const one of listeners) one({ type: 'host', state: 'restarted' })
  }
  return {
    again: () => stream?.again(),
    call: async (name, input, options) => {
      asking += 1
      try {
        return await post(base, name, input, noteHost, options)
      } finally {
        asking -= 1
      }
    },
    // One stream for all who listen: browsers allow six connections to an origin
    on(listener) {
      listeners.add(listener)
      if (connection) listener(connection)
      stream ??= listen(
        `${base}/events`,
        (event) => {
          if (event.type === 'connection') connection = event
          for (const one of listeners) one(event)
        },
        () => asking > 0,
        (now, isOpening) => {
          const missed = isOpening && told < now
          heard = true
          told = now
          if (missed) for (const one of listeners) one({ type: 'missed' })
        },
      )
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stream?.stop()
        stream = null
        connection = null
      }
    },
  }
}

/** A call that everything waits for: only for what the browser itself asks at once (printing by its own menu). */
export function callAtOnce<N extends OperationName>(
  operation: N,
  input: InputOf<N>,
  { requestId, language }: Pick<CallOptions, 'requestId' | 'language'> = {},
): ClientReply<N> {
  const request = new XMLHttpRequest()
  try {
    request.open('POST', '/rpc', false)
    request.setRequestHeader('content-type', 'application/json')
    request.send(JSON.stringify({ operation, input, requestId, language } satisfies Call))
    const reply: unknown = JSON.parse(request.responseText)
    return isReply(reply) ? (reply as ClientReply<N>) : unanswered(requestId)
  } catch {
    return unanswered(requestId)
  }
}

async function post<N extends OperationName>(
  base: string,
  operation: N,
  input: InputOf<N>,
  noteHost: (host: Host) => void,
  { requestId, signal, language, approval }: CallOptions = {},
): Promise<ClientReply<N>> {
  try {
    const response = await fetch(`${base}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ operation, input, requestId, language, approval } satisfies Call),
      ...(signal ? { signal } : {}),
    })
    const reply: unknown = await response.json()
    noteHost({ run: response.headers.get('x-keyrack-run'), told: response.headers.get('x-keyrack-told') })
    if (isReply(reply)) return reply as ClientReply<N>
    return response.status === 401 ? notLetIn : unanswered(requestId)
  } catch (error) {
    if (signal?.aborted) throw error
    return unanswered(requestId)
  }
}

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

/** The browser reconnects a broken stream by itself, but gives up after an answer that is no stream: then we begin again. */
function listen(
  address: string,
  listener: (event: ClientEvent) => void,
  isAsking: () => boolean,
  noteTold: (told: number, isOpening: boolean) => void,
): Stream {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(address, { withCredentials: true })
    source.onopen = () => listener({ type: 'connection', state: 'live' })
    source.addEventListener('opened', (message: MessageEvent<string>) => noteTold(Number(message.data), true))
    source.onmessage = (message: MessageEvent<string>) => {
      noteTold(Number(message.lastEventId), false)
      const event = JSON.parse(message.data) as ClientEvent
      if (event.type === 'session' && event.state === 'renewed') renew()
      else listener(event)
    }
    source.onerror = () => {
      listener({ type: 'connection', state: 'lost' })
      if (source?.readyState === EventSource.CLOSED) begin(RECONNECT_MS)
    }
  }
  const begin = (afterMs: number) => {
    source?.close()
    clearTimeout(timer)
    timer = setTimeout(open, afterMs)
  }
  const renew = (left = RENEWED_STEPS) => {
    source?.close()
    clearTimeout(timer)
    timer = setTimeout(() => (isAsking() && left > 0 ? renew(left - 1) : open()), RENEWED_MS)
  }
  open()
  return {
    again: () => begin(0),
    stop: () => {
      clearTimeout(timer)
      source?.close()
    },
  }
}
