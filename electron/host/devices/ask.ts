import type { z } from 'zod'
import { adapterRefusal } from '#shared/contract/adapter.ts'
import type { DeviceCode } from '#shared/domain/device/device.ts'
import { type Refused, refuse } from '#shared/values/index.ts'
import type { AdapterPlace } from './adapters.ts'

export type Asked = {
  method?: 'GET' | 'POST'
  body?: unknown
  timeoutMs: number
  signal?: AbortSignal
}
/** A refusal of the adapter has how many keys were made before it. */
export type Failed = Refused<DeviceCode> & { made?: number }

/** No answer of an adapter is longer. */
const longestAnswer = 64 * 1024

/** Asks an adapter one thing and checks the answer; nothing of what it says is thrown, kept or logged. */
export async function askAdapter<S extends z.ZodType>(
  place: AdapterPlace,
  path: string,
  answer: S,
  { method = 'POST', body, timeoutMs, signal }: Asked,
): Promise<z.output<S> | Failed> {
  try {
    const ends = AbortSignal.timeout(timeoutMs)
    const response = await fetch(`${place.base}/v1/${path}`, {
      method,
      headers: headersTo(place, 'application/json'),
      ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
      // An adapter that leads elsewhere would take what it is sent out of this machine
      redirect: 'error',
      signal: signal ? AbortSignal.any([ends, signal]) : ends,
    })
    const text = await bounded(response)
    return text === null ? refuse('DEVICE_GARBLED') : checked(response, text, answer)
  } catch (error) {
    return refuse(isTimeout(error) ? 'DEVICE_SLOW' : 'DEVICE_AWAY')
  }
}

/** What every request to an adapter has. */
export function headersTo({ secret }: AdapterPlace, accept: string): Record<string, string> {
  return { authorization: `Bearer ${secret}`, accept, 'content-type': 'application/json' }
}

function checked<S extends z.ZodType>(response: Response, text: string, answer: S): z.output<S> | Failed {
  const value = parsed(text)
  if (response.ok) {
    const read = answer.safeParse(value)
    return read.success ? read.data : refuse('DEVICE_GARBLED')
  }
  const refused = adapterRefusal.safeParse(value)
  if (refused.success) return { ...refuse(`DEVICE_${refused.data.error}`), made: refused.data.made }
  return refuse(response.status === 401 || response.status === 403 ? 'DEVICE_NOT_ALLOWED' : 'DEVICE_GARBLED')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The body as text; null where it is longer than any answer is. */
async function bounded(response: Response): Promise<string | null> {
  if (!response.body) return ''
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of response.body) {
    length += chunk.length
    // Leaving the loop ends the connection
    if (length > longestAnswer) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError'
}
