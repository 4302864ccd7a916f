import type { IncomingMessage } from 'node:http'

/** Why a request is turned away before anything looks at it. */
export type Turned = { status: 403 | 421; reason: string }

/**
 * Only this machine's own browser may talk to us, and only from our own page. A foreign name in Host is a site that
 * had its name point to 127.0.0.1 (DNS rebinding); a foreign Origin or Sec-Fetch-Site is a page elsewhere that
 * sends requests here. Programs that send neither still need the cookie.
 */
export function turnedAway(request: IncomingMessage, port: number): Turned | null {
  const { host, origin } = request.headers
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  if (!host || !hosts.includes(host.toLowerCase())) return { status: 421, reason: 'foreign Host' }
  if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`))
    return { status: 403, reason: 'foreign Origin' }
  const site = request.headers['sec-fetch-site']
  const reads = request.method === 'GET' || request.method === 'HEAD'
  const navigates = reads && request.headers['sec-fetch-mode'] === 'navigate'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates)
    return { status: 403, reason: 'foreign page' }
  return null
}
