import { type ClientRequest, type IncomingHttpHeaders, request } from 'node:http'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; json: () => unknown }
export type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** A plain HTTP request: unlike fetch it sends any Host, Origin and path it is given. */
export function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        const { statusCode: status = 0, headers: got } = response
        resolve({ status, headers: got, text, json: () => JSON.parse(text) })
      })
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Opens the event stream and hands out its events one by one. */
export function listen(port: number, cookie: string) {
  const seen: { type: string; [more: string]: unknown }[] = []
  let wake: () => void = () => undefined
  let sent: ClientRequest | null = null
  const open = new Promise<number>((resolve, reject) => {
    sent = request(
      { host: '127.0.0.1', port, path: '/events', headers: { cookie }, agent: false },
      (response) => {
        response.setEncoding('utf8')
        let rest = ''
        response.on('data', (text: string) => {
          const parts = (rest + text).split('\n\n')
          rest = parts.pop() ?? ''
          for (const part of parts) if (part.startsWith('data: ')) seen.push(JSON.parse(part.slice(6)))
          wake()
        })
        response.on('error', () => undefined)
        resolve(response.statusCode ?? 0)
      },
    )
    sent.on('error', reject)
    sent.end()
  })
  /** Resolves with the first event that fits, whenever it comes. */
  const next = async (fits: (event: { type: string; [more: string]: unknown }) => boolean) => {
    for (;;) {
      const found = seen.find(fits)
      if (found) return found
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return { open, next, close: () => sent?.destroy() }
}

/** Lets one browser in; answers with its cookie. */
export async function enter(link: string): Promise<string> {
  const address = new URL(link)
  const { headers } = await ask(Number(address.port), address.pathname + address.search, {
    headers: { host: address.host },
  })
  return headers['set-cookie']?.[0]?.split(';')[0] ?? ''
}
