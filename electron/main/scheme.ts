import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { protocol } from 'electron'
import type { Uploads } from '#core/kernel/uploads.ts'
import { readAsset } from '../host/assets.ts'
import { pageHeaders } from '../host/policy.ts'
import { answerNotReceived, receiveFile } from '../host/receive-file.ts'

/** The page's own address: files of the program alone, never the disk's. */
export const pageOrigin = 'app://keyrack'
/** The start-up window's: words and buttons, no script. */
export const troubleOrigin = 'app://trouble'

/** Before the program is ready: makes `app:` an address like https, with an origin of its own. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export type SchemeParts = {
  renderer: string
  troublePage: () => string
  /** Where a dropped file goes; null while nobody is signed in who may give one. */
  uploadsFor: () => Promise<Uploads | null>
}

/** Answers `app:` addresses; everything but the two origins above is not there. */
export function serveScheme(parts: SchemeParts): void {
  protocol.handle('app', async (request) => {
    const address = new URL(request.url)
    if (address.host === 'trouble')
      return text(200, parts.troublePage(), 'text/html; charset=utf-8', troubleHeaders)
    if (address.host !== 'keyrack') return text(404, '')
    if (request.method === 'POST' && address.pathname === '/upload') return await takeFile(request, parts)
    if (request.method !== 'GET') return text(405, '')
    const asset = await readAsset(parts.renderer, address.pathname)
    if (!asset) return text(404, '')
    return new Response(new Uint8Array(asset.content), {
      headers: { ...pageHeaders, 'content-type': asset.type, 'cache-control': 'no-cache' },
    })
  })
}

const troubleHeaders = {
  ...pageHeaders,
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
}

async function takeFile(request: Request, { uploadsFor }: SchemeParts): Promise<Response> {
  const uploads = await uploadsFor()
  if (!uploads || !request.body) return json(401, { ok: false, fault: { code: 'NOT_SIGNED_IN' } })
  const name = request.headers.get('x-file-name') ?? 'file'
  const content = Readable.fromWeb(request.body as ReadableStream)
  const taken = await receiveFile(uploads, name, content, async () => (await uploadsFor()) !== null)
  if (typeof taken !== 'string') return json(200, taken)
  content.destroy()
  const { status, reply } = answerNotReceived(taken, null)
  return json(status, reply)
}

function json(status: number, content: unknown): Response {
  return text(status, JSON.stringify(content), 'application/json; charset=utf-8')
}

function text(
  status: number,
  content: string,
  type = 'text/plain; charset=utf-8',
  headers: Record<string, string> = pageHeaders,
): Response {
  return new Response(content, {
    status,
    headers: { ...headers, 'content-type': type, 'cache-control': 'no-store' },
  })
}
