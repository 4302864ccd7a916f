import type { IncomingMessage, ServerResponse } from 'node:http'
import { isOperationName, type Operation, operations, parseCall, type Reply } from '#shared/contract/index.ts'
import { answerJson, discard } from './answer.ts'
import type { Session, Sessions } from './sessions.ts'

/** The largest call that is read; files have a road of their own. */
export const callLimit = 1024 * 1024
/** How long a call may take to arrive, in milliseconds: it comes from this machine. */
const callPatience = 30_000

/** POST /rpc: the contract's call through the browser's desk; the reply as it is. Who signs in gets a new cookie. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  session: Session,
  { renew }: Pick<Sessions, 'renew'>,
  patience: number = callPatience,
): Promise<void> {
  if (!isJson(request)) {
    discard(request)
    return answerJson(response, 415, wrongCall('invalid.json'))
  }
  const body = await readBody(request, callLimit, patience)
  if (body === 'late') return answerJson(response, 408, wrongCall('invalid.callTooSlow'))
  if (body === null) return answerJson(response, 413, wrongCall('invalid.tooLarge', { max: callLimit }))
  const parsed = callIn(body)
  if (!parsed) return answerJson(response, 400, wrongCall('invalid.json'))
  if ('issue' in parsed)
    return answerJson(response, 400, { ok: false, fault: { code: 'INVALID_INPUT', issues: [parsed.issue] } })
  const { call } = parsed
  const reply = await session.desk.call(
    call.operation,
    call.input,
    call.requestId,
    call.language,
    call.approval,
  )
  const begins = reply.ok && beginsSession(call.operation)
  answerJson(response, 200, reply, begins ? { 'set-cookie': renew(session) } : {})
}

function beginsSession(name: string): boolean {
  const operation: Operation | null = isOperationName(name) ? operations[name] : null
  return operation?.kind === 'command' && operation.session === 'begins'
}

function callIn(body: Buffer): ReturnType<typeof parseCall> | null {
  try {
    return parseCall(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)))
  } catch {
    return null
  }
}

/** The content type keeps a plain form of another site from being mistaken for a call. */
function isJson(request: IncomingMessage): boolean {
  return /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(request.headers['content-type'] ?? '')
}

/** The body; null when it is longer than `limit`, `late` when it takes too long: the rest is then thrown away. */
function readBody(
  request: IncomingMessage,
  limit: number,
  patience: number,
): Promise<Buffer | null | 'late'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let length = 0
    const stop = (why: null | 'late') => {
      clearTimeout(timer)
      request.off('data', take)
      discard(request)
      resolve(why)
    }
    const timer = setTimeout(stop, patience, 'late')
    const take = (chunk: Buffer) => {
      length += chunk.length
      if (length <= limit) chunks.push(chunk)
      else stop(null)
    }
    request.on('data', take)
    request.on('end', () => {
      clearTimeout(timer)
      resolve(Buffer.concat(chunks))
    })
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
  })
}

/** A fault for a call that no operation can be found in. */
export function wrongCall(code: string, params: Record<string, number> = {}): Reply {
  return { ok: false, fault: { code: 'INVALID_INPUT', issues: [{ path: [], code, params }] } }
}
