import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, type Page } from '@playwright/test'
import { keyrackProcess, start } from '../hosts/cli/keyrack.ts'
import { tempFolder } from '../support/app.ts'
import { test } from '../support/journeys.ts'

const password = 'correct horse'
const folder = tempFolder()
const store = join(folder.path, 'hotel.keyrack')

/** The program as a process of its own, which can be killed. */
type Host = { child: ChildProcess; origin: string; port: number; url: string }

let host: Host

test.beforeAll(async () => {
  const args = ['init', '--hotel', 'Seagull', '--store', store, '--login', 'ada', '--password-stdin']
  const made = await keyrackProcess(args, { input: `${password}\n` })
  expect(made.code, made.stderr).toBe(0)
  host = await serve(0)
})

test.afterAll(async () => {
  await kill()
  folder.remove()
})

async function serve(port: number): Promise<Host> {
  const child = start(['serve', '--store', store, '--port', String(port), '--json'])
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  return { child, ...(JSON.parse(line) as Omit<Host, 'child'>) }
}

async function kill(): Promise<void> {
  const { child } = host
  if (child.exitCode !== null || !child.kill('SIGKILL')) return
  await once(child, 'exit')
}

/** As a program that started it asks for one: with an empty line. */
async function newLink(): Promise<string> {
  const { stdin, stdout } = host.child
  if (!stdin || !stdout) throw new Error('no pipes')
  const answer = once(createInterface({ input: stdout }), 'line')
  stdin.write('\n')
  const [line] = (await answer) as [string]
  return (JSON.parse(line) as { url: string }).url
}

const status = (page: Page) => page.locator('.k-status')
const native = (page: Page) =>
  page.getByRole('dialog', { name: 'New guest' }).getByLabel('Name in own script')

async function signIn(page: Page): Promise<void> {
  await expect(page.getByLabel('Password')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

test('a lost host is told as what it is, and the page goes on where it was without another link', async ({
  page,
  context,
}) => {
  await page.goto(host.url)
  await page.evaluate(() => localStorage.setItem('keyrack:language', 'en'))
  await page.goto(`${host.origin}/guests`)
  await signIn(page)
  await expect(status(page)).toContainText('Live')
  // The frame is there before its screen, whose key it is
  await expect(page.getByLabel('Find a guest')).toBeFocused()
  await page.keyboard.press('Alt+N')
  await expect(native(page)).toBeFocused()
  await page.keyboard.type('林浩')

  // Unreachable: what was to be written is in doubt, what was to be read is not
  await kill()
  await expect(status(page).getByRole('alert')).toHaveText(
    'Keyrack is not responding. Saved data is safe, and unsaved text is kept. This page tries again by itself.',
  )
  await expect(status(page).getByRole('button', { name: 'Try again' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('may or may not have been written')

  // Restarted: the same browser is still let in, and only its user signs in again
  host = await serve(host.port)
  await expect(page.locator('.k-lock')).toContainText(
    'Keyrack was restarted. Saved data is safe, and unsaved text is kept. Sign in to continue where you were.',
  )
  await signIn(page)
  await expect(native(page)).toHaveValue('林浩')
  await expect(native(page)).toBeFocused()
  await expect(status(page)).toContainText('Live')

  // Signed out elsewhere
  const data = { operation: 'access.signOut', input: {}, requestId: 'signed-out-elsewhere' }
  expect(await (await page.request.post(`${host.origin}/rpc`, { data })).json()).toMatchObject({ ok: true })
  await expect(page.locator('.k-lock')).toContainText('Signed out: this desk was unattended')
  await signIn(page)
  await expect(native(page)).toHaveValue('林浩')

  // Not let in any more: a link opened in another tab lets this page go on
  await context.clearCookies()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('101')
  await expect(page.getByRole('alert')).toContainText('Keyrack does not let this browser in.')
  await expect(page.getByRole('alert')).toContainText('Open a new link from “keyrack serve”')
  expect(await page.content()).not.toContain('林浩')
  await (await context.newPage()).goto(await newLink())
  await signIn(page)
  await expect(page).toHaveURL(/\/guests$/)
  await expect(native(page)).toHaveValue('林浩')
})

test('what was to be read is not in doubt, and a page that begins while nobody answers comes by itself', async ({
  page,
}) => {
  await page.goto(await newLink())
  await page.goto(`${host.origin}/guests`)
  await signIn(page)
  await expect(status(page)).toContainText('Live')
  await page.route('**/rpc', (route) => route.abort())
  await page.keyboard.press('F2')
  const failed = page.locator('main .k-trouble').first()
  await expect(failed).toContainText('Saved data is safe, and this page tries again by itself')
  await expect(page.locator('main')).not.toContainText('written')

  await page.route('**/events', (route) => route.abort())
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('Keyrack is not responding.')
  await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
  await page.unrouteAll()
  await expect(page).toHaveURL(/\/today$/)
  await expect(status(page)).toContainText('Live')
  await expect(page.getByRole('alert')).toHaveCount(0)
})
