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
  let end: () => void = () => undefined
  let opened: (told: number) => void = () => undefined
  /** How many changes had been told when the stream opened. */
  const told = new Promise<number>((resolve) => {
    opened = resolve
  })
  const ended = new Promise<void>((resolve) => {
    end = resolve
  })
  const open = new Promise<number>((resolve, reject) => {
    sent = request(
      { host: '127.0.0.1', port, path: '/events', headers: { cookie }, agent: false },
      (response) => {
        response.setEncoding('utf8')
        let rest = ''
        response.on('data', (text: string) => {
          const parts = (rest + text).split('\n\n')
          rest = parts.pop() ?? ''
          for (const part of parts) {
            const lines = part.split('\n')
            const field = (name: string) =>
              lines.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2)
            const data = field('data')
            if (data === undefined) continue
            if (field('event') === 'opened') opened(Number(data))
            else seen.push({ told: Number(field('id')), ...JSON.parse(data) })
          }
          wake()
        })
        response.on('error', () => undefined)
        response.on('close', end)
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
  return { open, told, next, ended, seen: () => seen, close: () => sent?.destroy() }
}

/** One browser with its cookie, which it changes when it is given another. */
export async function openBrowser(link: string) {
  const port = Number(new URL(link).port)
  const browser = {
    cookie: await enter(link),
    send: async (path: string, { headers = {}, ...asked }: Asked = {}) => {
      const own = { host: `127.0.0.1:${port}`, cookie: browser.cookie }
      const answer = await ask(port, path, { ...asked, headers: { ...own, ...headers } })
      browser.cookie = cookieFrom(answer) ?? browser.cookie
      return answer
    },
    call: async (operation: string, input: unknown = {}) => {
      const body = JSON.stringify({ operation, input })
      const headers = { 'content-type': 'application/json' }
      return (await browser.send('/rpc', { method: 'POST', body, headers })).json()
    },
    listen: () => listen(port, browser.cookie),
  }
  return browser
}

/** The cookie that an answer sets, without what it says of it. */
export function cookieFrom({ headers }: Pick<Answer, 'headers'>): string | undefined {
  return headers['set-cookie']?.[0]?.split(';')[0]
}

/** Lets one browser in; answers with its cookie. */
export async function enter(link: string): Promise<string> {
  const address = new URL(link)
  const answer = await ask(Number(address.port), address.pathname + address.search, {
    headers: { host: address.host },
  })
  return cookieFrom(answer) ?? ''
}
