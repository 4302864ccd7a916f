import type { Call, InputOf, OperationName } from '#shared/contract/index.ts'
import { type CallOptions, type Client, type ClientEvent, type ClientReply, unreachable } from './client.ts'

const RECONNECT_MS = 2000
/** The answer that brings the new cookie is on its way beside the event. */
const RENEWED_MS = 50

/** The client of the browser: POST /rpc and the event stream /events. The cookie of the first page load is the key. */
export function httpClient(base = ''): Client {
  const listeners = new Set<(event: ClientEvent) => void>()
  let stop: (() => void) | null = null
  let connection: (ClientEvent & { type: 'connection' }) | null = null
  return {
    call: (name, input, options) => post(base, name, input, options),
    // One stream for all who listen: browsers allow six connections to an origin
    on(listener) {
      listeners.add(listener)
      if (connection) listener(connection)
      stop ??= listen(`${base}/events`, (event) => {
        if (event.type === 'connection') connection = event
        for (const one of listeners) one(event)
      })
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = null
        connection = null
      }
    },
  }
}

async function post<N extends OperationName>(
  base: string,
  operation: N,
  input: InputOf<N>,
  { requestId, signal, language }: CallOptions = {},
): Promise<ClientReply<N>> {
  try {
    const response = await fetch(`${base}/rpc`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ operation, input, requestId, language } satisfies Call),
      ...(signal ? { signal } : {}),
    })
    const reply: unknown = await response.json()
    return isReply(reply) ? (reply as ClientReply<N>) : unreachable
  } catch (error) {
    if (signal?.aborted) throw error
    return unreachable
  }
}

function isReply(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

/** The browser reconnects a broken stream by itself, but gives up after an answer that is no stream: then we begin again. */
function listen(address: string, listener: (event: ClientEvent) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(address, { withCredentials: true })
    source.onopen = () => listener({ type: 'connection', state: 'live' })
    source.onmessage = (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as ClientEvent
      if (event.type === 'session' && event.state === 'renewed') begin(RENEWED_MS)
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
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
