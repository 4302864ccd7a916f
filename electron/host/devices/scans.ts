import { pushedScan } from '#shared/contract/adapter.ts'
import type { DeviceCode } from '#shared/domain/device/device.ts'
import { isRefused, type Refused, refuse } from '#shared/values/index.ts'
import type { AdapterPlace } from './adapters.ts'
import { headersTo } from './ask.ts'

export type Scanned = { text: string } | null | Refused<DeviceCode>
type Line = {
  ended: AbortController
  /** Opened, or the reason why not. */
  opening: Promise<Refused<DeviceCode> | null>
  /** Who waits, by reader: the one who came last. */
  waiting: Map<string, (scan: Scanned) => void>
  /** What came last of each reader: one that stutters sends a document twice. */
  last: Map<string, { text: string; at: number }>
  /** Came while a page was between two questions. */
  held: Map<string, { text: string; at: number }>
  linger?: NodeJS.Timeout
}
export type ScanTimes = {
  /** How long a page waits for a scan before it asks again. */
  waitMs: number
  /** How long the line stays open when nobody waits: a page that asks again finds it there. */
  lingerMs: number
  openMs: number
}
export const usualScanTimes: ScanTimes = { waitMs: 20_000, lingerMs: 5_000, openMs: 3_000 }

const stutterMs = 2_000
/** So long a page may take to ask again. */
const heldMs = 1_500
/** A line that has no end in so much is no event. */
const longestEvent = 16 * 1024

/**
 * What readers push: one stream of events for each adapter, open only while somebody at a desk waits. A scan
 * that nobody waits for is held for a moment and then gone.
 */
export function createScans(times: ScanTimes = usualScanTimes) {
  const lines = new Map<string, Line>()
  let isClosed = false

  function lineTo(place: AdapterPlace): Line {
    const open = lines.get(place.id)
    if (open) return open
    const ended = new AbortController()
    const line: Line = {
      ended,
      opening: Promise.resolve(null),
      waiting: new Map(),
      last: new Map(),
      held: new Map(),
    }
    const end = (why: Refused<DeviceCode> | null) => {
      if (lines.get(place.id) === line) lines.delete(place.id)
      for (const tell of line.waiting.values()) tell(why)
      ended.abort()
    }
    line.opening = openStream(place, ended.signal, times.openMs).then((opened) => {
      if (isRefused(opened)) {
        end(opened)
        return opened
      }
      void follow(opened, (data) => deliver(line, data)).then(() => end(refuse('DEVICE_AWAY')))
      return null
    })
    lines.set(place.id, line)
    return line
  }

  function lingerOn(place: AdapterPlace, line: Line): void {
    line.linger = setTimeout(() => {
      if (lines.get(place.id) === line) lines.delete(place.id)
      line.ended.abort()
    }, times.lingerMs)
    line.linger.unref()
  }

  return {
    next: async (place: AdapterPlace, reader: string): Promise<Scanned> => {
      if (isClosed) return null
      const line = lineTo(place)
      const failed = await line.opening
      if (failed) return isClosed ? null : failed
      const held = line.held.get(reader)
      line.held.delete(reader)
      if (held && performance.now() - held.at < heldMs) return { text: held.text }
      line.waiting.get(reader)?.(null)
      clearTimeout(line.linger)
      return new Promise((resolve) => {
        const tell = (scan: Scanned) => {
          clearTimeout(timer)
          if (line.waiting.get(reader) === tell) line.waiting.delete(reader)
          if (line.waiting.size === 0) lingerOn(place, line)
          resolve(scan)
        }
        const timer = setTimeout(() => tell(null), times.waitMs)
        line.waiting.set(reader, tell)
      })
    },
    close: () => {
      isClosed = true
      for (const line of lines.values()) {
        for (const tell of line.waiting.values()) tell(null)
        clearTimeout(line.linger)
        line.ended.abort()
      }
      lines.clear()
    },
  }
}

async function openStream(
  place: AdapterPlace,
  ended: AbortSignal,
  openMs: number,
): Promise<ReadableStream<Uint8Array> | Refused<DeviceCode>> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), openMs)
  try {
    const response = await fetch(`${place.base}/v1/events`, {
      headers: headersTo(place, 'text/event-stream'),
      redirect: 'error',
      signal: AbortSignal.any([ended, late.signal]),
    })
    if (response.status === 401 || response.status === 403) return refuse('DEVICE_NOT_ALLOWED')
    // An adapter without this address has no reader that pushes
    if (response.status === 404) return refuse('DEVICE_UNSUPPORTED')
    const isStream = response.headers.get('content-type')?.startsWith('text/event-stream')
    return response.ok && isStream && response.body ? response.body : refuse('DEVICE_GARBLED')
  } catch {
    return refuse(late.signal.aborted ? 'DEVICE_SLOW' : 'DEVICE_AWAY')
  } finally {
    clearTimeout(timer)
  }
}

/** Hands on the data of each event of the kind `scan`, until the stream ends or is none. */
async function follow(stream: ReadableStream<Uint8Array>, onData: (data: string) => void): Promise<void> {
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of stream) {
      rest += decoder.decode(chunk, { stream: true })
      const events = rest.split(/\r?\n\r?\n/)
      rest = events.pop() ?? ''
      for (const event of events) {
        const lines = event.split(/\r?\n/)
        if (!lines.includes('event: scan')) continue
        onData(lines.flatMap((line) => (line.startsWith('data: ') ? [line.slice(6)] : [])).join('\n'))
      }
      if (rest.length > longestEvent) return
    }
  } catch {
    // The adapter went away: whoever waits is told
  }
}

function deliver(line: Line, data: string): void {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    value = null
  }
  const scan = pushedScan.safeParse(value)
  // Whoever waits learns that a scan came which nobody can read
  if (!scan.success) {
    for (const tell of line.waiting.values()) tell(refuse('DEVICE_GARBLED'))
    return
  }
  const { reader, text } = scan.data
  const before = line.last.get(reader)
  const now = performance.now()
  line.last.set(reader, { text, at: now })
  if (before && before.text === text && now - before.at < stutterMs) return
  const tell = line.waiting.get(reader)
  if (tell) tell({ text })
  else line.held.set(reader, { text, at: now })
}
