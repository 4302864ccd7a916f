import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Loopback, openLoopback } from '#hosts/loopback/server.ts'
import { openTestApp, type TestApp, tempFolder } from '#tests/support/app.ts'
import { type Asked, ask, cookieFrom, enter, openBrowser } from './ask.ts'

let hotel: TestApp
let loopback: Loopback
let cookie: string
const folder = tempFolder()
const renderer = join(folder.path, 'renderer')

beforeAll(async () => {
  mkdirSync(join(renderer, 'assets'), { recursive: true })
  writeFileSync(join(renderer, 'index.html'), '<!doctype html><title>Keyrack</title>')
  writeFileSync(join(renderer, 'assets', 'main-1a2b.js'), 'export {}')
  writeFileSync(join(folder.path, 'secret.js'), 'secret')
  hotel = await openTestApp()
  loopback = await openLoopback(hotel.app, {
    renderer,
    port: 0,
    onDefect: (error) => hotel.defects.push(error).toString(),
  })
  cookie = await enter(loopback.newLink())
})
afterAll(async () => {
  await loopback.close()
  await hotel.close()
  folder.remove()
})

const own = () => ({ host: `127.0.0.1:${loopback.port}` })
const to = async (path: string, asked: Asked = {}) => {
  const answer = await ask(loopback.port, path, { ...asked, headers: { ...own(), cookie, ...asked.headers } })
  // Like a browser: who signs in gets another cookie.
  if (!asked.headers?.cookie) cookie = cookieFrom(answer) ?? cookie
  return answer
}
const call = (operation: string, input: unknown, headers: Record<string, string> = {}) =>
  to('/rpc', {
    method: 'POST',
    body: JSON.stringify({ operation, input }),
    headers: { 'content-type': 'application/json', ...headers },
  })

describe('the language of an answer', () => {
  test('a call that says a language Keyrack does not speak is refused', async () => {
    const body = JSON.stringify({ operation: 'setup.state', input: {}, language: 'tlh' })
    const headers = { 'content-type': 'application/json' }
    expect((await to('/rpc', { method: 'POST', body, headers })).status).toBe(400)
    const known = JSON.stringify({ operation: 'setup.state', input: {}, language: 'zh' })
    expect((await to('/rpc', { method: 'POST', body: known, headers })).status).toBe(200)
  })
})

describe('a call', () => {
  test.each(['requestID', 'Input', 'params'])('with a key that no call has (%s) is refused', async (key) => {
    const body = JSON.stringify({ operation: 'setup.state', input: {}, [key]: 'x' })
    const answer = await to('/rpc', { method: 'POST', body, headers: { 'content-type': 'application/json' } })
    expect(answer.status).toBe(400)
    expect(answer.json()).toMatchObject({
      fault: { issues: [{ code: 'invalid.unknownField', path: [key] }] },
    })
  })
})

describe('who is let in', () => {
  test('a link lets one browser in, once', async () => {
    const link = new URL(loopback.newLink())
    const first = await ask(loopback.port, link.search.replace(/^/, '/'), { headers: own() })
    expect(first.status).toBe(303)
    expect(first.headers.location).toBe('/')
    const [set = ''] = first.headers['set-cookie'] ?? []
    expect(set).toMatch(/^keyrack_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const second = await ask(loopback.port, `/${link.search}`, { headers: own() })
    expect(second.status).toBe(401)
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  test('who is in already keeps the cookie, and has used the link up all the same', async () => {
    const { search } = new URL(loopback.newLink())
    for (const _time of [1, 2]) {
      const again = await to(`/${search}`)
      expect(again.status).toBe(303)
      expect(again.headers['set-cookie']).toBeUndefined()
    }
    expect((await ask(loopback.port, `/${search}`, { headers: own() })).status).toBe(401)
  })

  test.each([
    ['no cookie', ''],
    ['a made-up cookie', 'keyrack_1=abc'],
    ['a cookie of the right name and wrong content', () => `${cookie.split('=')[0]}=${'A'.repeat(43)}`],
  ])('%s: nothing is answered', async (_what, made) => {
    const sent = typeof made === 'string' ? made : made()
    for (const path of ['/', '/events', '/assets/main-1a2b.js'])
      expect((await to(path, { headers: { cookie: sent } })).status, path).toBe(401)
    const reply = await call('setup.state', {}, { cookie: sent })
    expect(reply.status).toBe(401)
    expect(reply.text).not.toContain('Test Hotel')
  })

  test('a browser without a link is told so in its language', async () => {
    const page = await to('/', {
      headers: { cookie: '', accept: 'text/html', 'accept-language': 'zh-CN,zh' },
    })
    expect(page.status).toBe(403)
    expect(page.text).toContain('keyrack serve')
    expect(page.text).toContain('lang="zh-CN"')
  })

  test('each cookie is a desk of its own', async () => {
    const other = await openBrowser(loopback.newLink())
    const signIn = { login: 'admin', password: 'correct horse' }
    expect(await other.call('access.signIn', signIn)).toMatchObject({ ok: true })
    expect(await other.call('access.session')).toMatchObject({ output: { user: { login: 'admin' } } })
    expect((await call('access.session', {})).json()).toEqual({ ok: true, output: null })
  })
})

describe('who is turned away', () => {
  test.each([
    ['a foreign Host (DNS rebinding)', { host: 'evil.example' }, 421],
    ['a foreign Host with our port', () => ({ host: `evil.example:${loopback.port}` }), 421],
    ['another port', { host: '127.0.0.1:1' }, 421],
    ['a foreign Origin', { origin: 'https://evil.example' }, 403],
    ['the Origin of a sandboxed page', { origin: 'null' }, 403],
    ['our address with https', () => ({ origin: `https://127.0.0.1:${loopback.port}` }), 403],
    ['another port’s page', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' }, 403],
  ])('%s', async (_what, headers, status) => {
    const sent = typeof headers === 'function' ? headers() : headers
    expect((await call('setup.state', {}, sent)).status).toBe(status)
    expect((await to('/events', { headers: sent })).status).toBe(status)
  })

  test('our own page by either name, and a program that sends no Origin, are answered', async () => {
    const { port } = loopback
    for (const name of ['127.0.0.1', 'localhost']) {
      const headers = {
        host: `${name}:${port}`,
        origin: `http://${name}:${port}`,
        'sec-fetch-site': 'same-origin',
      }
      expect((await call('setup.state', {}, headers)).json()).toMatchObject({ ok: true })
    }
    expect((await call('setup.state', {})).json()).toMatchObject({ output: { hotelName: 'Test Hotel' } })
  })

  test('it listens on this machine alone', async () => {
    const { networkInterfaces } = await import('node:os')
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === 'IPv4')
    if (!outside) return
    await expect(fetch(`http://${outside.address}:${loopback.port}/`)).rejects.toThrow()
  })
})

describe('calls', () => {
  const bad = (body: string | Buffer, type = 'application/json') =>
    to('/rpc', { method: 'POST', body, headers: { 'content-type': type } })

  test.each([
    ['no JSON', '{oops', 'application/json', 400],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'application/json', 400],
    ['no operation', '{}', 'application/json', 400],
    ['an operation that is no text', '{"operation":1}', 'application/json', 400],
    ['a request id that is no mark', '{"operation":"setup.state","requestId":{}}', 'application/json', 400],
    ['a list', '[]', 'application/json', 400],
    ['a form', 'operation=setup.state', 'application/x-www-form-urlencoded', 415],
    ['plain text, as a form of another site could send it', '{"operation":"setup.state"}', 'text/plain', 415],
    ['no content type', '{"operation":"setup.state"}', '', 415],
  ])('%s', async (_what, body, type, status) => {
    const answer = await bad(body, type)
    expect(answer.status).toBe(status)
    expect(answer.json()).toMatchObject({ ok: false, fault: { code: 'INVALID_INPUT' } })
  })

  test('more than a megabyte is not read, and the answer still arrives', async () => {
    const answer = await bad(
      JSON.stringify({ operation: 'setup.state', input: { text: 'x'.repeat(3_000_000) } }),
    )
    expect(answer.status).toBe(413)
    expect(answer.json()).toMatchObject({ fault: { issues: [{ code: 'invalid.tooLarge' }] } })
  })

  test('a refusal and a fault are answers as well', async () => {
    expect((await call('no.such', {})).json()).toEqual({
      ok: false,
      fault: { code: 'UNKNOWN_OPERATION', operation: 'no.such' },
    })
    expect((await call('access.listUsers', {})).json()).toEqual({
      ok: false,
      fault: { code: 'NOT_SIGNED_IN' },
    })
  })

  test('other methods are not done', async () => {
    for (const method of ['PUT', 'DELETE', 'OPTIONS']) expect((await to('/rpc', { method })).status).toBe(405)
    expect((await to('/nothing', { method: 'POST' })).status).toBe(405)
  })
})

describe('the page', () => {
  test('comes with a policy that lets nothing else in', async () => {
    const page = await to('/')
    expect(page.status).toBe(200)
    const policy = String(page.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(page.headers['x-content-type-options']).toBe('nosniff')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
  })

  test('its own addresses answer with it, hashed files may be kept', async () => {
    expect((await to('/guests/12?tab=changes')).text).toContain('Keyrack')
    const script = await to('/assets/main-1a2b.js')
    expect(script.headers['content-type']).toContain('text/javascript')
    expect(script.headers['cache-control']).toContain('immutable')
  })

  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..\\secret.js',
    '/assets/%5c..%5c..%5csecret.js',
    '/secret.js%00.html',
    '//secret.js',
    '/.env',
    '/assets/missing.js',
    '/package.yaml',
  ])('%s is not there', async (path) => {
    const answer = await to(path)
    expect([400, 404]).toContain(answer.status)
    expect(answer.text).not.toContain('secret;')
    expect(answer.text).not.toBe('secret')
  })
})

describe('files', () => {
  const send = (headers: Record<string, string> = {}, body: string | Buffer = 'a,b\n1,2\n') =>
    to('/upload', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/octet-stream', ...headers },
    })

  test('are taken from who is signed in, under a token, without a way to name a path', async () => {
    expect((await send()).status).toBe(401)
    await call('access.signIn', { login: 'admin', password: 'correct horse' })
    const name = encodeURIComponent('../../预订 2026.csv')
    const taken = (await send({ 'x-file-name': name })).json() as {
      file: string
      name: string
      bytes: number
    }
    expect(taken).toMatchObject({ name: '预订 2026.csv', bytes: 8 })
    const given = hotel.app.files.take(taken.file)
    expect(given).toMatchObject({ temporary: true })
    expect(readFileSync(given?.path ?? '', 'utf8')).toBe('a,b\n1,2\n')
    expect(existsSync(join(folder.path, '预订 2026.csv'))).toBe(false)
    await call('access.signOut', {})
  })

  test('over two gigabytes are refused before they are sent', async () => {
    await call('access.signIn', { login: 'admin', password: 'correct horse' })
    const answer = await ask(loopback.port, '/upload', {
      method: 'POST',
      headers: { ...own(), cookie, 'content-length': String(3 * 1024 ** 3), expect: '100-continue' },
    }).catch((error: Error) => error)
    if (!(answer instanceof Error)) expect(answer.status).toBe(413)
    expect(hotel.app.files.all().every(({ path }) => existsSync(path))).toBe(true)
    await call('access.signOut', {})
  })
})

describe('live updates', () => {
  test('a change reaches every open page of who is signed in; the end of a session its own tabs', async () => {
    const [me, they] = [await openBrowser(loopback.newLink()), await openBrowser(loopback.newLink())]
    const admin = { login: 'admin', password: 'correct horse' }
    await me.call('access.signIn', admin)
    const [mine, theirs] = [me.listen(), they.listen()]
    expect(await Promise.all([mine.open, theirs.open])).toEqual([200, 200])
    const fits = (operation: string) => (event: Record<string, unknown>) => event.operation === operation
    await me.call('hotel.updateSettings', { version: 1, phone: '1' })
    const told = await mine.next(fits('hotel.updateSettings'))
    expect(told).toMatchObject({ type: 'changed' })
    await they.call('access.signIn', admin)
    // Not signed in until now: what it hears first is its own.
    const first = await theirs.next(({ type }) => type === 'changed')
    expect(Number(first.change)).toBeGreaterThan(Number(told.change))
    await theirs.ended
    const again = they.listen()
    await again.open
    await me.call('hotel.updateSettings', { version: 2, phone: '2' })
    expect(await again.next(fits('hotel.updateSettings'))).toMatchObject({ type: 'changed' })
    await me.call('access.signOut')
    expect(await mine.next(({ type }) => type === 'session')).toMatchObject({ state: 'ended' })
    mine.close()
    again.close()
  })

  test('an answer and an open stream say how many changes had been told, an event which one it is', async () => {
    const desk = await openBrowser(loopback.newLink())
    await desk.call('access.signIn', { login: 'admin', password: 'correct horse' })
    const count = async () => Number((await desk.send('/')).headers['x-keyrack-told'])
    const before = await count()
    const stream = desk.listen()
    expect(await stream.told).toBe(before)
    const settings = (await desk.call('hotel.settings')) as { output: { version: number } }
    await desk.call('hotel.updateSettings', { version: settings.output.version, phone: '3' })
    expect(await stream.next(({ type }) => type === 'changed')).toMatchObject({ told: before + 1 })
    expect(await count()).toBe(before + 1)
    await desk.call('access.signOut')
    stream.close()
  })

  test('a page that hangs up is forgotten', async () => {
    const browser = await openBrowser(loopback.newLink())
    const page = browser.listen()
    await page.open
    page.close()
    const admin = { login: 'admin', password: 'correct horse' }
    expect(await browser.call('access.signIn', admin)).toMatchObject({ ok: true })
  })
})

test('nothing of all this was a defect', () => {
  expect(hotel.defects).toEqual([])
})
