import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loopback, openLoopback } from '#hosts/loopback/server.ts'
import { openTestApp, type TestApp } from '#tests/support/app.ts'
import { openBrowser } from './ask.ts'

const admin = { login: 'admin', password: 'correct horse' }
let hotel: TestApp
let loopback: Loopback
beforeAll(async () => {
  hotel = await openTestApp()
  loopback = await openLoopback(hotel.app, {
    renderer: '/nowhere',
    port: 0,
    patience: { call: 30, file: { silent: 30, whole: 10_000 } },
    onDefect: (error) => hotel.defects.push(error).toString(),
  })
})
afterAll(async () => {
  await loopback.close()
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test.each([
  ['/rpc', 'invalid.callTooSlow', { 'content-type': 'application/json' }],
  ['/upload', 'invalid.fileTooSlow', { 'x-file-name': 'a.csv' }],
])('a body at %s that never comes to its end is answered in time', async (path, code, headers) => {
  const browser = await openBrowser(loopback.newLink())
  await browser.call('access.signIn', admin)
  const host = `127.0.0.1:${loopback.port}`
  const answer = await new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = request(
      { port: loopback.port, path, method: 'POST', headers: { host, cookie: browser.cookie, ...headers } },
      (response) => {
        let text = ''
        response.on('data', (piece: Buffer) => {
          text += piece
        })
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text })
          sent.destroy()
        })
      },
    )
    sent.on('error', reject)
    sent.write('{')
  })
  expect([answer.status, JSON.parse(answer.text).fault.issues[0].code]).toEqual([408, code])
  expect(await browser.call('access.session')).toMatchObject({
    ok: true,
    output: { user: { login: 'admin' } },
  })
})

test('files that were handed over are gone once their session is, whoever ends it', async () => {
  const browser = await openBrowser(loopback.newLink())
  await browser.call('access.signIn', admin)
  const sent = await browser.send('/upload', {
    method: 'POST',
    body: 'a,b\n',
    headers: { 'x-file-name': 'a.csv' },
  })
  const { file } = sent.json() as { file: string }
  const path = hotel.app.files.take(file)?.path ?? ''
  expect(existsSync(path)).toBe(true)
  await browser.call('access.signOut', {})
  expect([existsSync(path), hotel.app.files.take(file)]).toEqual([false, null])
  await browser.call('access.signIn', admin)
  expect(await browser.call('import.inspect', { file })).toMatchObject({ refusal: { code: 'FILE_UNKNOWN' } })
})
