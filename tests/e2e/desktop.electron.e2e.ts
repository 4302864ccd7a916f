import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import type { Bridge } from '#renderer/api/ipc.ts'
import { passwordField, signIn } from '../support/desktop-sign-in.ts'
import { damage, hold, makeNewer, makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchElectron, makeDesktopHome } from '../support/electron-launch.ts'

let home: DesktopHome
let app: ElectronApplication | null
test.beforeEach(() => {
  home = makeDesktopHome()
  app = null
})
test.afterEach(async () => {
  await app?.close().catch(() => undefined)
  home.remove()
})

async function open(...args: string[]): Promise<Page> {
  const launched = await launchElectron(home, args)
  app = launched.app
  return launched.page
}

test.describe('first start', () => {
  test('the wizard, by keyboard, to an empty guest list; all of it is there at the next start', async () => {
    const page = await open()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up this hotel')
    await page.getByLabel('Hotel’s name').fill('Seagull')
    await page.keyboard.press('Enter')
    await page.getByLabel('Full name').fill('Ada Min')
    await page.getByLabel('User name').fill('admin')
    await page.getByLabel('Password', { exact: true }).fill('correct horse')
    await page.getByLabel('Password again').fill('correct horse')
    await page.keyboard.press('Enter')
    await page.getByText('An empty hotel', { exact: true }).click()
    await page.getByRole('button', { name: 'Set up' }).click()
    await expect(page.locator('.k-bar')).toContainText('Seagull')
    await page.keyboard.press('F9')
    const search = page.getByRole('searchbox', { name: 'Find a guest' })
    await expect(search).toBeFocused()

    // Locked, nothing that was typed is in the page; the same user finds it again
    await page.keyboard.type('E98765432')
    await page.keyboard.press('F8')
    await expect(passwordField(page)).toBeFocused()
    const left = await page.evaluate(
      () => document.documentElement.outerHTML + JSON.stringify(sessionStorage),
    )
    expect(left).not.toContain('E98765432')
    await signIn(page)
    await expect(search).toHaveValue('E98765432')
    // The host ends the session: the page hears it and locks
    const ended = await page.evaluate(async () => {
      const bridge = (window as unknown as { keyrack: Bridge }).keyrack
      const list = await bridge.call({ operation: 'access.listSessions', input: {} })
      const [session] = list.ok ? (list.output as { session: string }[]) : []
      await bridge.call({ operation: 'access.endSession', input: { session: session?.session } })
      return await bridge.call({ operation: 'guest.search', input: {} })
    })
    expect(ended).toEqual({ ok: false, fault: { code: 'NOT_SIGNED_IN' } })
    await expect(passwordField(page)).toBeFocused()
    await app?.close()

    const store = join(home.path, '.config/Keyrack/hotel.keyrack')
    expect(existsSync(store)).toBe(true)
    expect(existsSync(`${store}-wal`)).toBe(false)
    await signIn(await open())
  })

  test('what is typed is there again after the window was closed', async () => {
    const first = await open()
    await first.getByLabel('Hotel’s name').fill('Seagull by the sea')
    await app
      ?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined)
    await app?.close().catch(() => undefined)
    await expect((await open()).getByLabel('Hotel’s name')).toHaveValue('Seagull by the sea')
  })

  test('bounds are remembered; what can’t be any more is not', async () => {
    await open()
    await app?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 30, width: 1200, height: 720 }),
    )
    await app?.close()
    const bounds = () => app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
    await open()
    expect(await bounds()).toMatchObject({ width: 1200, height: 720 })
    await app?.close()
    const memory = join(home.path, '.config/Keyrack/window.json')
    const remembered = JSON.parse(readFileSync(memory, 'utf8'))
    writeFileSync(
      memory,
      JSON.stringify({ ...remembered, bounds: { x: 9000, y: 9000, width: 1200, height: 720 } }),
    )
    home.own()
    await open()
    expect((await bounds())?.x).toBeLessThan(1600)
  })
})

test.describe('the page is held in', () => {
  test('no Node, no inline code, no way out, no permission; the door has its three things', async () => {
    const page = await open('--store', await makeStore(home))
    await expect(passwordField(page)).toBeVisible()
    const found = await page.evaluate(async () => {
      const failed = async (work: () => unknown) => {
        try {
          return String(await work())
        } catch {
          return 'failed'
        }
      }
      // Later, because what a debugger evaluates may evaluate in its turn.
      const later = () =>
        new Promise((resolve) => setTimeout(() => resolve(failed(() => new Function('return 1')())), 0))
      const global = globalThis as unknown as Record<string, unknown>
      const inline = document.createElement('script')
      inline.textContent = 'globalThis.ranInline = true'
      document.head.append(inline)
      const frame = document.createElement('iframe')
      frame.src = 'https://example.com/'
      document.body.append(frame)
      return {
        origin: location.origin,
        node: ['require', 'process', 'Buffer', 'module', 'electron'].filter((name) => name in global),
        inline: 'ranInline' in global,
        text: await later(),
        fetch: await failed(() => fetch('https://example.com/')),
        file: await failed(() => fetch('file:///etc/passwd')),
        outside: await failed(async () => (await fetch('app://keyrack/..%2f..%2fpackage.json')).status),
        elsewhere: await failed(async () => (await fetch('app://other/')).status),
        opened: window.open('https://example.com/') === null,
        geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
        door: Object.keys(global.keyrack as object).toSorted(),
        platform: Object.keys((global.keyrack as { platform: object }).platform).toSorted(),
      }
    })
    expect(found).toEqual({
      origin: 'app://keyrack',
      node: [],
      inline: false,
      text: 'failed',
      fetch: 'failed',
      file: 'failed',
      outside: '404',
      elsewhere: 'failed',
      opened: true,
      geolocation: 'denied',
      door: ['call', 'on', 'platform'],
      platform: ['onPrint', 'pickFile', 'pickFolder', 'print', 'restore', 'saveFile'],
    })
    // Asked from outside of the page: Playwright waits for a navigation that was not allowed to begin.
    const address = await app?.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      const tried = new Promise((resolve) => contents?.once('will-navigate', resolve))
      await contents?.executeJavaScript('void (location.href = "https://example.com/")')
      await tried
      return (await contents?.executeJavaScript('location.href')) as string
    })
    expect(address).toMatch(/^app:\/\/keyrack\//)
    expect(app?.windows()).toHaveLength(1)
  })

  test('every process of the page is sandboxed', async () => {
    const page = await open('--store', await makeStore(home))
    await expect(passwordField(page)).toBeVisible()
    const metrics = await app?.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, pid }) => ({ type, pid })),
    )
    const pages = metrics?.filter(({ type }) => type === 'Tab') ?? []
    expect(pages).toHaveLength(1)
    // Seccomp: 2 is a filter in force (proc(5)).
    for (const { pid } of pages)
      expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/m)
  })

  test('a call that is none is refused without a trace', async () => {
    const page = await open('--store', await makeStore(home))
    await expect(passwordField(page)).toBeVisible()
    const replies = await page.evaluate(async () => {
      const { call } = (globalThis as unknown as { keyrack: { call: (call: unknown) => Promise<unknown> } })
        .keyrack
      const odd = [
        { operation: 5 },
        { operation: 'no.such', input: {} },
        { operation: 'access.listUsers', input: {} },
      ]
      return await Promise.all(odd.map((one) => call(one)))
    })
    expect(replies).toMatchObject([
      { ok: false, fault: { code: 'INVALID_INPUT' } },
      { ok: false, fault: { code: 'UNKNOWN_OPERATION' } },
      { ok: false, fault: { code: 'NOT_SIGNED_IN' } },
    ])
  })
})

test.describe('the desk', () => {
  test('the menu follows the language, a dropped and a picked file become tokens, a change is told, Insight computes', async () => {
    const page = await open('--store', await makeStore(home))
    await signIn(page)
    const menu = () => app?.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
    expect(await menu()).toEqual(['&File', 'Edit', '&View', '&Help'])
    const table = join(home.path, 'table.csv')
    writeFileSync(table, 'arrival,departure\n2026-03-02,2026-03-03\n')
    home.own()
    await app?.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, table)
    const files = await page.evaluate(async () => {
      type Door = {
        platform: { pickFile: (o: object) => Promise<{ file: string }> }
        call: (c: object) => Promise<unknown>
      }
      const { platform, call } = (globalThis as unknown as { keyrack: Door }).keyrack
      const picked = await platform.pickFile({ extensions: ['csv'] })
      const body = new Blob(['arrival,departure\n2026-03-02,2026-03-03\n'])
      const response = await fetch('/upload', {
        method: 'POST',
        body,
        headers: { 'x-file-name': 'dropped.csv' },
      })
      const dropped = (await response.json()) as { file: string; name: string; bytes: number }
      const inspected = await Promise.all(
        [picked, dropped].map(({ file }) => call({ operation: 'import.inspect', input: { file } })),
      )
      return { picked, dropped, inspected }
    })
    expect(files.picked).toMatchObject({ name: 'table.csv', bytes: 40 })
    expect(files.dropped).toMatchObject({ name: 'dropped.csv', bytes: 40 })
    expect(JSON.stringify(files.picked)).not.toContain(home.path)
    for (const reply of files.inspected) expect(reply).toMatchObject({ ok: true, output: { format: 'csv' } })

    const told = await page.evaluate(async () => {
      type Door = {
        on: (hear: (event: { type: string }) => void) => () => void
        call: (c: object) => Promise<unknown>
      }
      const { on, call } = (globalThis as unknown as { keyrack: Door }).keyrack
      const event = new Promise((resolve) => on((heard) => heard.type === 'changed' && resolve(heard)))
      const input = { login: 'lin', name: 'Lin', role: 'clerk', language: 'zh', password: 'long enough' }
      await call({ operation: 'access.createUser', input, requestId: 'once-1' })
      return await event
    })
    expect(told).toMatchObject({ operation: 'access.createUser', actor: 'admin' })

    // Insight computes in the worker as it was built
    const ended = await page.evaluate(async () => {
      type Event = { type: string; progress?: { job: string; state: string } }
      type Reply = { output: { job: string } }
      type Door = { on: (hear: (event: Event) => void) => () => void; call: (c: object) => Promise<Reply> }
      const { on, call } = (globalThis as unknown as { keyrack: Door }).keyrack
      const end = new Promise<string>((resolve) =>
        on(({ type, progress }) => {
          if (type === 'job' && progress && progress.state !== 'running') resolve(progress.state)
        }),
      )
      const begun = await call({ operation: 'insight.refresh', input: {}, requestId: 'compute-1' })
      return [typeof begun.output.job, await end]
    })
    expect(ended).toEqual(['string', 'done'])

    await page.evaluate(() => {
      document.documentElement.lang = 'zh-CN'
    })
    await expect.poll(menu).toEqual(['文件', '编辑', '显示', '帮助'])
  })

  test('what is saved goes where the dialog says, and a leaving of it is no save', async () => {
    const page = await open('--store', await makeStore(home))
    await signIn(page)
    const target = join(home.path, 'rejected.csv')
    await app?.evaluate(({ dialog }, path) => {
      const answers = [
        { canceled: false, filePath: path },
        { canceled: true, filePath: '' },
      ]
      dialog.showSaveDialog = () => Promise.resolve(answers.shift() as never)
    }, target)
    const save = () =>
      page.evaluate(() => {
        type Door = { platform: { saveFile: (file: object) => Promise<boolean> } }
        const { platform } = (globalThis as unknown as { keyrack: Door }).keyrack
        return platform.saveFile({ name: '../rejected.csv', content: new TextEncoder().encode('预订') })
      })
    expect(await save()).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('预订')
    expect(await save()).toBe(false)
  })

  test('a page that ends is explained and comes back', async () => {
    const page = await open('--store', await makeStore(home))
    await signIn(page)
    await app?.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    )
    const address = () =>
      app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    await expect.poll(address).toBe('app://trouble/')
    await app?.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return contents?.executeJavaScript(
        'document.querySelector("button[formaction=\\"/reload\\"]").click()',
        true,
      )
    })
    await expect.poll(address).toMatch(/^app:\/\/keyrack\//)
  })

  test('a second start shows the first window instead', async () => {
    await open('--store', await makeStore(home))
    await app?.evaluate(({ app }) => {
      const told = globalThis as unknown as { second: Promise<boolean> }
      told.second = new Promise((resolve) => app.once('second-instance', () => resolve(true)))
    })
    const second = await launchElectron(home, []).catch((error: Error) => error)
    if (!(second instanceof Error)) await once(second.app.process(), 'exit')
    expect(await app?.evaluate(() => (globalThis as unknown as { second: Promise<boolean> }).second)).toBe(
      true,
    )
    expect(app?.windows()).toHaveLength(1)
  })
})

test.describe('trouble at the start has a window of its own', () => {
  test('locked: who has it, and the desk opens once it is let go', async () => {
    const file = await makeStore(home)
    const held = await hold(file)
    try {
      const page = await open('--store', file)
      await expect(page.getByRole('heading')).toHaveText('Keyrack cannot open the store')
      await expect(page.getByRole('alert')).toContainText(`process ${held.process}`)
      await expect(page.getByRole('button', { name: 'Try again' })).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText(`process ${held.process}`)
      await held.release()
      home.own()
      await page.getByRole('button', { name: 'Try again' }).press('Enter')
      await signIn(page)
    } finally {
      await held.release().catch(() => undefined)
    }
  })

  test('newer: left as it is, in both languages, and another store can be chosen, which is remembered', async () => {
    const newer = await makeStore(home, 'newer.keyrack')
    makeNewer(newer)
    const other = await makeStore(home, 'other.keyrack')
    home.own()
    const before = readFileSync(newer)
    const page = await open('--store', newer)
    await expect(page.getByRole('alert')).toContainText('newer Keyrack')
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('heading')).toHaveText('客迹无法打开数据文件')
    await expect(page.getByRole('alert')).toContainText('99')
    await page.getByRole('button', { name: 'English' }).click()
    await app?.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, other)
    await page.getByRole('button', { name: 'Choose another store…' }).click()
    await signIn(page)
    expect(readFileSync(newer).equals(before)).toBe(true)
    await app?.close()
    await signIn(await open())
  })

  test('damaged: what is safe, and quitting by keyboard', async () => {
    const file = await makeStore(home)
    damage(file)
    home.own()
    const page = await open('--store', file)
    await expect(page.getByRole('alert')).toContainText('is damaged')
    const gone = once(app!.process(), 'exit')
    await page
      .getByRole('button', { name: 'Quit' })
      .press('Enter')
      .catch(() => undefined)
    expect((await gone)[0]).toBe(0)
    app = null
  })

  test('missing: nothing is made until it is asked for', async () => {
    const file = join(home.path, 'none.keyrack')
    const page = await open('--store', file)
    await expect(page.getByRole('alert')).toContainText(file)
    expect(existsSync(file)).toBe(false)
    await page.getByRole('button', { name: 'Create a new store here' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up this hotel')
    expect(existsSync(file)).toBe(true)
  })
})
