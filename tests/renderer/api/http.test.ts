import { afterEach, expect, test, vi } from 'vitest'
import type { ClientEvent } from '#renderer/api/client.ts'
import { httpClient } from '#renderer/api/http.ts'

/** The browser's stream of events, opened and broken by hand. */
class Stream {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readonly readyState = 1
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string }) => void) | null = null
  onerror: (() => void) | null = null
  closed = false

  constructor() {
    Stream.opened.push(this)
  }

  close() {
    this.closed = true
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  Stream.opened = []
})

function open() {
  vi.stubGlobal('EventSource', Stream)
  const client = httpClient()
  const hear = () => {
    const heard: ClientEvent[] = []
    return { heard, stop: client.on((event) => heard.push(event)) }
  }
  return { hear }
}

test('who listens later hears at once how the connection is', () => {
  const { hear } = open()
  const first = hear()
  const [stream] = Stream.opened
  expect(first.heard).toEqual([])
  stream!.onopen!()
  expect(hear().heard).toEqual([{ type: 'connection', state: 'live' }])
  stream!.onerror!()
  expect(hear().heard).toEqual([{ type: 'connection', state: 'lost' }])
  expect(first.heard.map((event) => event.type === 'connection' && event.state)).toEqual(['live', 'lost'])
  expect(Stream.opened).toHaveLength(1)
})

test('the stream ends with the last listener; the next begins anew and knows nothing yet', () => {
  const { hear } = open()
  const first = hear()
  const second = hear()
  Stream.opened[0]!.onopen!()
  first.stop()
  expect(Stream.opened[0]!.closed).toBe(false)
  second.stop()
  expect(Stream.opened[0]!.closed).toBe(true)
  expect(hear().heard).toEqual([])
  expect(Stream.opened).toHaveLength(2)
})

test('a stream that is over because somebody signed in is opened anew; nobody hears that it was lost', () => {
  vi.useFakeTimers()
  const { hear } = open()
  const { heard } = hear()
  Stream.opened[0]!.onopen!()
  Stream.opened[0]!.onmessage!({ data: '{"type":"session","session":"a","state":"renewed"}' })
  expect(Stream.opened[0]!.closed).toBe(true)
  vi.runOnlyPendingTimers()
  expect(Stream.opened).toHaveLength(2)
  Stream.opened[1]!.onmessage!({ data: '{"type":"session","session":"a","state":"ended"}' })
  expect(heard).toEqual([
    { type: 'connection', state: 'live' },
    { type: 'session', session: 'a', state: 'ended' },
  ])
  vi.useRealTimers()
})
