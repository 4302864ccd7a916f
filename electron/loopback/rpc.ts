import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Language, Reply } from '#shared/contract/index.ts'
import { isLanguage } from '#shared/i18n/index.ts'
import { answerJson, discard } from './answer.ts'
import type { Session } from './sessions.ts'

/** The largest call that is read; files have a road of their own. */
export const callLimit = 1024 * 1024

/** POST /rpc: `{ operation, input, requestId?, language? }` through the browser's desk; the reply as it is. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
): Promise<void> {
  if (!isJson(request)) {
    discard(request)
    return answerJson(response, 415, wrongCall('invalid.json'))
  }
  const body = await readBody(request, callLimit)
  if (body === null) return answerJson(response, 413, wrongCall('invalid.tooLarge', { max: callLimit }))
  const call = callIn(body)
  if (!call) return answerJson(response, 400, wrongCall('invalid.json'))
  if ('unknown' in call)
    return answerJson(response, 400, wrongCall('invalid.unknownField', {}, [call.unknown]))
  const before = session.desk.user()?.id ?? null
  const reply = await session.desk.call(call.operation, call.input, call.requestId, call.language)
  const after = session.desk.user()?.id ?? null
  if (before !== null && before !== after) for (const tell of session.told) tell()
  answerJson(response, 200, reply)
}

type Call = {
  operation: string
  input: unknown
  requestId: string | undefined
  language: Language | undefined
}

const envelope = new Set(['operation', 'input', 'requestId', 'language'])

/** `unknown`: a key that no call has; what was meant by it (`requestID`) would be lost. */
function callIn(body: Buffer): Call | { unknown: string } | null {
  let call: unknown
  try {
    call = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
  if (typeof call !== 'object' || call === null || !('operation' in call)) return null
  const unknown = Object.keys(call).find((key) => !envelope.has(key))
  if (unknown !== undefined) return { unknown: unknown.slice(0, 80) }
  const { operation } = call
  const requestId = 'requestId' in call ? (call.requestId ?? undefined) : undefined
  if (typeof operation !== 'string') return null
  if (requestId !== undefined && !isRequestId(requestId)) return null
  const language = 'language' in call ? (call.language ?? undefined) : undefined
  if (language !== undefined && !isLanguage(language)) return null
  return { operation, input: 'input' in call ? call.input : {}, requestId, language }
}

/** A caller's own mark of one attempt: short, printable. */
export function isRequestId(value: unknown): value is string {
  return typeof value === 'string' && /^[\w.:-]{1,80}$/.test(value)
}

/** The content type keeps a plain form of another site from being taken for a call. */
function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? '')
}

/** The body, or null when it is longer than `limit`: the rest is then thrown away. */
function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) return chunks.push(chunk)
      request.off('data', take)
      discard(request)
      return resolve(null)
    }
    request.on('data', take)
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

/** A fault for a call that no operation can be found in. */
export function wrongCall(code: string, params: Record<string, number> = {}, path: string[] = []): Reply {
  return { ok: false, fault: { code: 'INVALID_INPUT', issues: [{ path, code, params }] } }
}
