import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asset } from '../host/assets.ts'
import { pageHeaders } from '../host/policy.ts'

/** Sends JSON, never kept by a cache. */
export function answerJson(
  response: ServerResponse,
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
): void {
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(content), headers)
}

/** Sends a whole answer with the page's headers. */
export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': type,
    'content-length': Buffer.byteLength(content),
    'cache-control': 'no-store',
    ...headers,
  })
  response.end(content)
}

/** Sends a file of the page; one whose name changes with its content is kept by the browser, with its parsed code. */
export function answerAsset(response: ServerResponse, asset: Asset | null): void {
  if (asset) {
    const cache = asset.lasting ? 'private, max-age=31536000, immutable' : 'no-cache'
    answer(response, 200, asset.type, asset.content, { 'cache-control': cache })
  } else answer(response, 404, 'text/plain', 'There is nothing at this address.\n')
}

const patience = 64 * 1024 * 1024
const patienceMs = 10_000

/**
 * Reads the rest of a refused body and forgets it: who is still sending would otherwise see a broken connection
 * instead of the answer. Not without end.
 */
export function discard(request: IncomingMessage): void {
  if (request.complete) return
  const timer = setTimeout(() => request.destroy(), patienceMs)
  request.on('close', () => clearTimeout(timer))
  let read = 0
  request.on('data', (chunk: Buffer) => {
    read += chunk.length
    if (read > patience) request.destroy()
  })
}
