import { afterEach, expect, test, vi } from 'vitest'
import type { ClientEvent } from '#renderer/api/client.ts'
import { httpClient } from '#renderer/api/http.ts'

/** The browser's stream of events, opened and broken by hand. */
class Stream {
  static readonly CLOSED = 2
  static opened: Stream[] = []
  readonly readyState = 1
  onopen: (() => void) | null = null
  onmessage: ((message: { data: string; lastEventId?: string }) => void) | null = null
  onerror: (() => void) | null = null
  told: ((message: { data: string }) => void) | null = null
  closed = false

  constructor() {
    Stream.opened.push(this)
  }

  addEventListener(_type: 'opened', listener: (message: { data: string }) => void) {
    this.told = listener
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
  return { hear, client }
}

function answer(status: number, body: unknown, run = 'a', told = 0) {
  const headers = { 'x-keyrack-run': run, 'x-keyrack-told': String(told) }
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status, headers }))
}

test('nobody answers: only a command may have been written all the same', async () => {
  const { client } = open()
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
  expect(await client.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'UNREACHABLE' } })
  expect(await client.call('access.signOut', {}, { requestId: 'r' })).toEqual({
    ok: false,
    fault: { code: 'UNANSWERED' },
  })
})

test('a browser that is not let in is told from a host that is away and from a user who is signed out', async () => {
  const { client } = open()
  answer(401, { error: 'no entry' })
  expect(await client.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'NOT_LET_IN' } })
  answer(401, { ok: false, fault: { code: 'NOT_SIGNED_IN' } })
  expect(await client.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'NOT_SIGNED_IN' } })
  answer(502, { error: 'a proxy' })
  expect(await client.call('hotel.state', {})).toEqual({ ok: false, fault: { code: 'UNREACHABLE' } })
})

test('another run of the host is told before its answer is handed out, once', async () => {
  const { client, hear } = open()
  const { heard } = hear()
  answer(200, { ok: true, output: null })
  await client.call('access.session', {})
  expect(heard).toEqual([])
  answer(200, { ok: true, output: null }, 'b')
  await client.call('access.session', {})
  await client.call('access.session', {})
  expect(heard).toEqual([{ type: 'host', state: 'restarted' }])
})

test('what was told between the first answer and the open stream, or between two streams, was missed', async () => {
  const { client, hear } = open()
  const { heard } = hear()
  answer(200, { ok: true, output: null }, 'a', 7)
  await client.call('access.session', {})
  answer(200, { ok: true, output: null }, 'a', 6)
  await client.call('access.session', {})
  const [stream] = Stream.opened
  stream!.told!({ data: '7' })
  expect(heard).toEqual([{ type: 'missed' }])
  // What is read from here on is not older than what is heard
  answer(200, { ok: true, output: null }, 'a', 7)
  await client.call('access.session', {})
  stream!.onmessage!({ data: '{"type":"job"}', lastEventId: '8' })
  stream!.told!({ data: '8' })
  expect(heard).toEqual([{ type: 'missed' }, { type: 'job' }])
  stream!.told!({ data: '9' })
  expect(heard.slice(2)).toEqual([{ type: 'missed' }])
  // Another run counts from nothing; that the line was lost says that all is read again
  stream!.told!({ data: '0' })
  expect(heard).toHaveLength(3)
})

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

test('the stream of a new cookie waits for the answer that brings it, but not for ever', async () => {
  vi.useFakeTimers()
  const { hear, client } = open()
  hear()
  const reply = { ok: true, output: {} }
  let come = () => {}
  const answers = () => new Promise((ok) => (come = () => ok(new Response(JSON.stringify(reply)))))
  vi.stubGlobal('fetch', answers)
  const renewed = { data: '{"type":"session","session":"a","state":"renewed"}' }
  const signIn = client.call('access.signOut', {})
  Stream.opened[0]!.onmessage!(renewed)
  await vi.advanceTimersByTimeAsync(500)
  expect(Stream.opened).toHaveLength(1)
  come()
  expect(await signIn).toEqual(reply)
  await vi.advanceTimersByTimeAsync(50)
  expect(Stream.opened).toHaveLength(2)

  // Whatever else is asked and never answered
  void client.call('hotel.state', {})
  Stream.opened[1]!.onmessage!(renewed)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(Stream.opened).toHaveLength(3)
  vi.useRealTimers()
})
