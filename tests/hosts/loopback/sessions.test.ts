import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { letInDays } from '#hosts/loopback/let-in.ts'
import { type Loopback, openLoopback } from '#hosts/loopback/server.ts'
import { linkMinutes } from '#hosts/loopback/sessions.ts'
import type { UserId } from '#shared/values/index.ts'
import { openFilledApp, type TestApp } from '#tests/support/app.ts'
import { ask, openBrowser } from './ask.ts'

const minute = 60_000
const admin = { login: 'admin', password: 'correct horse' }
const mei = { login: 'mei', name: 'Mei', role: 'manager', language: 'en', password: 'a long one' } as const
const signedOut = { ok: false, fault: { code: 'NOT_SIGNED_IN' } }

let hotel: TestApp
let id: UserId
let loopback: Loopback
let clock: number
beforeEach(async () => {
  clock = Date.UTC(2026, 2, 2, 4)
  const app = await openFilledApp(import.meta.filename, ({ must }) => must('access.createUser', mei), {
    clock: () => clock,
  })
  hotel = app
  id = app.made.id
  loopback = await openLoopback(hotel.app, {
    renderer: '/nowhere',
    port: 0,
    clock: () => clock,
    onDefect: (error) => hotel.defects.push(error).toString(),
  })
})
afterEach(async () => {
  await loopback.close()
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

const open = () => openBrowser(loopback.newLink())
async function signedIn({ login, password }: { login: string; password: string }) {
  const browser = await open()
  expect(await browser.call('access.signIn', { login, password })).toMatchObject({ ok: true })
  return browser
}
const change = (fields: object) => hotel.must('access.updateUser', { id, version: 1, ...fields })

test('who signs in gets another cookie; the one before opens nothing and hears nothing', async () => {
  const browser = await open()
  const planted = browser.cookie
  const spy = browser.listen()
  await spy.open
  await browser.call('access.signIn', { login: mei.login, password: mei.password })
  expect(browser.cookie).not.toBe(planted)
  await spy.ended
  const body = JSON.stringify({ operation: 'access.session', input: {} })
  const headers = { host: `127.0.0.1:${loopback.port}`, cookie: planted, 'content-type': 'application/json' }
  expect((await ask(loopback.port, '/rpc', { method: 'POST', body, headers })).status).toBe(401)
  expect((await ask(loopback.port, '/events', { headers })).status).toBe(401)
  const own = browser.cookie
  await browser.call('access.signIn', { login: 'mei', password: 'wrong' })
  expect(browser.cookie).toBe(own)
  await browser.call('access.signIn', admin)
  expect(browser.cookie).not.toBe(own)
})

test('whoever did not get the answer with the new cookie is let in with the next page, signed out', async () => {
  const browser = await open()
  const lost = browser.cookie
  await browser.call('access.signIn', admin)
  browser.cookie = lost
  const page = await browser.send('/guests/12', { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.location]).toEqual([303, '/guests/12'])
  expect(browser.cookie).not.toBe(lost)
  expect(await browser.call('access.session')).toEqual({ ok: true, output: null })
  clock += 2 * minute
  browser.cookie = lost
  expect((await browser.send('/guests/12', { headers: { accept: 'text/html' } })).status).toBe(403)
})

const restart = async () => {
  await loopback.close()
  loopback = await openLoopback(hotel.app, {
    renderer: '/nowhere',
    port: loopback.port,
    clock: () => clock,
    onDefect: (error) => hotel.defects.push(error).toString(),
  })
}

test('a browser stays let in when the host is restarted, signed out, until its time is over', async () => {
  const [user, guest] = [await signedIn(admin), await open()]
  const before = (await user.send('/')).headers['x-keyrack-run']
  await restart()
  expect((await user.send('/')).headers['x-keyrack-run']).not.toBe(before)
  for (const browser of [user, guest])
    expect(await browser.call('access.session')).toEqual({ ok: true, output: null })
  clock += letInDays * 24 * 60 * minute - 1
  expect(await user.call('access.signIn', admin)).toMatchObject({ ok: true })
  expect(await guest.call('access.session')).toEqual({ ok: true, output: null })
  clock += 1
  expect((await guest.send('/rpc', { method: 'POST' })).status).toBe(401)
  await restart()
  expect(await user.call('access.session')).toEqual({ ok: true, output: null })
  expect((await guest.send('/rpc', { method: 'POST' })).status).toBe(401)
})

test('the cookie before a sign-in opens nothing after a restart, and nothing that opens is in the file', async () => {
  const browser = await open()
  const planted = browser.cookie
  await browser.call('access.signIn', admin)
  const file = `${hotel.app.file}-browsers`
  const kept = readFileSync(file, 'utf8')
  for (const cookie of [planted, browser.cookie]) expect(kept).not.toContain(cookie.split('=')[1])
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
  await restart()
  expect(await browser.call('access.session')).toEqual({ ok: true, output: null })
  browser.cookie = planted
  expect((await browser.send('/rpc', { method: 'POST' })).status).toBe(401)
})

test('a list of browsers that is damaged lets nobody in; a new link does', async () => {
  const browser = await open()
  for (const damaged of ['', '[{"hash":1}]', '{', '[null, 7]']) {
    writeFileSync(`${hotel.app.file}-browsers`, damaged)
    await restart()
    expect((await browser.send('/rpc', { method: 'POST' })).status).toBe(401)
  }
  expect(await (await open()).call('access.session')).toEqual({ ok: true, output: null })
})

test('what happens while a page opens its stream anew is told on the new one', async () => {
  const browser = await open()
  const before = browser.listen()
  await before.open
  await browser.call('access.signIn', admin)
  await before.ended
  await hotel.must('hotel.updateSettings', { version: 1, phone: '1' })
  const after = browser.listen()
  await after.next(({ operation }) => operation === 'hotel.updateSettings')
  after.close()
})

test('a password set or a user retired shuts out calls, files and the stream that is open', async () => {
  const browser = await signedIn(mei)
  const stream = browser.listen()
  await stream.open
  await change({ password: 'another long one' })
  expect(await stream.next(({ type }) => type === 'session')).toMatchObject({ state: 'ended' })
  await hotel.must('hotel.updateSettings', { version: 1, phone: '1' })
  expect(await browser.call('guest.search')).toEqual(signedOut)
  const file = await browser.send('/upload', { method: 'POST', body: 'a,b\n' })
  expect([file.status, file.json()]).toEqual([401, signedOut])
  // A call through the same server has been answered since: an event would have arrived by now.
  expect(stream.seen().filter(({ operation }) => operation === 'hotel.updateSettings')).toEqual([])
  stream.close()
})

test('a file is taken with the right of now, at its beginning and at its end', async () => {
  const browser = await signedIn(mei)
  await change({ role: 'clerk' })
  const refused = await browser.send('/upload', { method: 'POST', body: 'a,b\n' })
  expect([refused.status, refused.json()]).toEqual([
    403,
    { ok: false, fault: { code: 'NOT_PERMITTED', needed: 'import', who: '' } },
  ])
  await hotel.must('access.updateUser', { id, version: 2, role: 'manager' })
  const path = `127.0.0.1:${loopback.port}`
  const answer = new Promise<number>((resolve, reject) => {
    const headers = { host: path, cookie: browser.cookie, 'x-file-name': 'names.csv' }
    const sent = request({ port: loopback.port, path: '/upload', method: 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
    sent.on('error', reject)
    sent.write('name\n', async () => {
      await expect.poll(uploads).toHaveLength(1)
      await hotel.must('access.updateUser', { id, version: 3, role: 'clerk' })
      sent.end('张伟\n')
    })
  })
  expect(await answer).toBe(403)
  expect(uploads()).toEqual([])
  expect(hotel.app.files.all().filter(({ path }) => existsSync(path))).toEqual([])
})

/** What this process has taken and still keeps. */
function uploads(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`keyrack-upload-${process.pid}-`))
}

test('an idle desk is locked by the host, and its page is told', async () => {
  const browser = await signedIn(mei)
  const stream = browser.listen()
  await stream.open
  clock += 14 * minute
  expect(await browser.call('access.attend')).toMatchObject({ ok: true })
  clock += 15 * minute
  await hotel.app.endOverdueSessions()
  expect(await stream.next(({ type }) => type === 'session')).toMatchObject({ state: 'ended' })
  expect(await browser.call('guest.search')).toEqual(signedOut)
  expect(await browser.call('access.session')).toEqual({ ok: true, output: null })
  stream.close()
})

test('an open session is seen and ended from another desk', async () => {
  const [browser, office] = [await signedIn(mei), await signedIn(admin)]
  const stream = browser.listen()
  await stream.open
  const list = (await office.call('access.listSessions')) as { output: { login: string; session: string }[] }
  const session = list.output.find(({ login }) => login === 'mei')?.session
  expect(await office.call('access.endSession', { session })).toMatchObject({ ok: true })
  await stream.next(({ type }) => type === 'session')
  expect(await browser.call('guest.search')).toEqual(signedOut)
  stream.close()
})

test('a link lets a browser in until its time is over', async () => {
  const [first, second] = [new URL(loopback.newLink()), new URL(loopback.newLink())]
  const headers = { host: first.host }
  clock += linkMinutes * minute - 1
  expect((await ask(loopback.port, `/${first.search}`, { headers })).status).toBe(303)
  clock += 1
  expect((await ask(loopback.port, `/${second.search}`, { headers })).status).toBe(401)
})
