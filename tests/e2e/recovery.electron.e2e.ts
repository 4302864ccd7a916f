import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { passwordField, signIn } from '../support/desktop-sign-in.ts'
import { backUp, damage, makeStore } from '../support/desktop-stores.ts'
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

/** What the window would ask, and the answers it gets, by the number of the button. */
async function answerQuestions(...answers: number[]) {
  await app?.evaluate(({ dialog }, given) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = ((_window: unknown, question: { message: string }) => {
      asked.push(question.message)
      return Promise.resolve({ response: given.shift() ?? 0, checkboxChecked: false })
    }) as unknown as typeof dialog.showMessageBox
  }, answers)
}
const asked = () => app?.evaluate(() => (globalThis as unknown as { asked: string[] }).asked)
const logOf = (desktop: DesktopHome) =>
  readFileSync(join(desktop.path, '.config/Keyrack/logs/keyrack.log'), 'utf8')
const closeWindow = () =>
  app?.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)

test.describe('nothing is lost without a word', () => {
  test('what is typed is there again after the program was killed', async () => {
    const page = await open()
    await page.getByLabel('Hotel’s name').fill('Seagull by the sea')
    const shelf = join(home.path, '.config/Keyrack/Local Storage/leveldb')
    const written = () =>
      readdirSync(shelf).some((name) => readFileSync(join(shelf, name)).includes('Seagull by the sea'))
    // Chromium by itself takes five seconds.
    await expect.poll(written, { timeout: 3500, intervals: [100] }).toBe(true)
    const gone = once(app!.process(), 'exit')
    app?.process().kill('SIGKILL')
    await gone
    await expect((await open()).getByLabel('Hotel’s name')).toHaveValue('Seagull by the sea')
  })

  test('closing while a long work runs asks first; stopped, it leaves nothing', async () => {
    const file = await makeStore(home)
    const page = await open('--store', file)
    await signIn(page)
    await answerQuestions(0, 1)
    await page.evaluate(() => {
      type Heard = { type: string; progress?: { state: string } }
      type Door = { on: (hear: (event: Heard) => void) => void; call: (c: object) => Promise<unknown> }
      const { on, call } = (globalThis as unknown as { keyrack: Door }).keyrack
      return new Promise((resolve) => {
        on((event) => event.progress?.state === 'running' && resolve(event))
        void call({ operation: 'job.startDemo', input: { rooms: 400, years: 5 } })
      })
    })
    await closeWindow()
    // Asked again: the answer gets lost in a program that is hard at work.
    const question = expect.stringMatching(/^The demo hotel is being created: \d+ % done\.$/)
    await expect(async () => expect(await asked()).toEqual([question])).toPass()
    await expect(page.locator('.k-bar')).toContainText('Seagull')
    const gone = once(app!.process(), 'exit')
    await closeWindow()
    expect((await gone)[0]).toBe(0)
    app = null
    expect(logOf(home)).toMatch(/demo-1 begins[\s\S]*demo-1 cancelled at[\s\S]*closed /)
    const again = await open('--store', file)
    await signIn(again)
    await again.keyboard.press('F9')
    await expect(again.getByRole('searchbox', { name: 'Find a guest' })).toBeFocused()
  })

  test('the log tells of a start, an opening, a trouble and a closing, and names no guest', async () => {
    const file = await makeStore(home)
    const page = await open('--store', file)
    await signIn(page)
    await page.evaluate(() => {
      type Door = { call: (c: object) => Promise<unknown> }
      const { call } = (globalThis as unknown as { keyrack: Door }).keyrack
      console.error(new TypeError('李雷 is not a function'))
      return call({ operation: 'guest.create', input: { nativeName: '李雷' } })
    })
    await app?.close()
    await (await open('--store', join(home.path, 'none.keyrack'))).getByRole('alert').waitFor()
    const log = logOf(home)
    expect(log).toMatch(/Keyrack \d+\.\d+\.\d+, Electron \d+/)
    expect(log).toContain(`opened ${file}`)
    expect(log).toContain('the page: TypeError at ')
    expect(log).toContain(`closed ${file}`)
    expect(log).toContain(`STORE_MISSING ${join(home.path, 'none.keyrack')}`)
    expect(log).not.toContain('李雷')
  })
})

test('a print that fails is said and noted; one that is left is neither', async () => {
  const page = await open('--store', await makeStore(home))
  await expect(passwordField(page)).toBeVisible()
  await answerQuestions()
  // The menu asks the page, which prints: until then
  const print = (reason: string) =>
    app?.evaluate(
      ({ BrowserWindow, Menu }, why) =>
        new Promise<void>((resolve) => {
          const contents = BrowserWindow.getAllWindows()[0]?.webContents
          if (contents)
            contents.print = (_options, done) => {
              done?.(false, why)
              resolve()
            }
          const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
          items?.find(({ label }) => label === '&Print…')?.click()
        }),
      reason,
    )
  await print('Print job canceled')
  await print('Invalid printer settings')
  await expect.poll(asked).toEqual([expect.stringContaining('Not printed: Invalid printer settings')])
  expect(logOf(home).match(/not printed: .*/g)).toEqual(['not printed: Invalid printer settings'])
})

test('menus and dialogs take the theme that somebody chose, and the system’s when nobody did', async () => {
  const page = await open('--store', await makeStore(home))
  await expect(passwordField(page)).toBeVisible()
  const theme = () => app?.evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  expect(await theme()).toBe('system')
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'night'
  })
  await expect.poll(theme).toBe('dark')
  await page.evaluate(() => {
    delete document.documentElement.dataset.theme
  })
  await expect.poll(theme).toBe('system')
})

test('the menu presses the page’s own keys', async () => {
  const page = await open('--store', await makeStore(home))
  await signIn(page)
  await app?.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
    items?.find(({ label }) => label === 'Switch &User')?.click()
  })
  await expect(passwordField(page)).toBeVisible()
})

test('a damaged store is restored from a copy, and a copy is offered for one that is open', async () => {
  const file = await makeStore(home)
  const copies = join(home.path, 'copies')
  await backUp(file, copies)
  damage(file)
  home.own()
  const page = await open('--store', file)
  await expect(page.getByRole('alert')).toContainText('is damaged')
  await app?.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, copies)
  const press = (name: string | RegExp) => page.getByRole('button', { name }).press('Enter')
  await press('Restore a backup…')
  await expect(page.getByText('Seagull')).toBeVisible()
  await press(/^Choose the copy of/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Restore this copy?')
  await press('Restore; keep the present store beside it')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The copy is restored')
  await press('Open the store')
  await signIn(page)

  const choose = () =>
    app?.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      items?.find(({ label }) => label === '&Restore a Backup…')?.click()
    })
  await choose()
  await press(/^Choose the copy of/)
  await expect(page.getByText('1 change in')).toContainText('would be lost')
  await press('Leave everything as it is')
  await expect(passwordField(page)).toBeVisible()
  await answerQuestions(0)
  await choose()
  await expect
    .poll(asked)
    .toEqual(['Only an administrator can restore a backup. Sign in as one, then choose this again.'])
})

test.describe('which store', () => {
  test('a second start with another store is told which one is open, and may change it', async () => {
    const file = await makeStore(home)
    const other = await makeStore(home, 'other.keyrack')
    const page = await open('--store', file)
    await signIn(page)
    await answerQuestions(1)
    const second = await launchElectron(home, ['--store', other]).catch((error: Error) => error)
    if (!(second instanceof Error)) await once(second.app.process(), 'exit')
    await expect.poll(asked).toEqual([`Keyrack has ${file} open. ${other} was not opened.`])
    await expect(passwordField(page)).toBeVisible()
    await app?.close()
    expect(logOf(home)).toMatch(
      /opened .*hotel\.keyrack[\s\S]*closed .*hotel\.keyrack[\s\S]*opened .*other\.keyrack/,
    )
  })

  test('one that was chosen once and is gone leads back to the usual one', async () => {
    const folder = join(home.path, '.config/Keyrack')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'window.json'), JSON.stringify({ store: join(home.path, 'gone/old.keyrack') }))
    home.own()
    const page = await open()
    await expect(page.getByRole('alert')).toContainText('gone/old.keyrack')
    await page.getByRole('button', { name: 'Try again' }).press('Enter')
    await expect(page.getByRole('alert')).toContainText('Tried again at')
    await page.getByRole('button', { name: 'Open the default store' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Set up this hotel')
    await app?.close()
    await expect((await open()).getByRole('heading', { level: 1 })).toHaveText('Set up this hotel')
  })

  test('another can be opened from the menu', async () => {
    const page = await open('--store', await makeStore(home))
    const other = await makeStore(home, 'other.keyrack')
    await signIn(page)
    await app?.evaluate(({ dialog, Menu }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? [])
      items?.find(({ label }) => label === '&Open Another Store…')?.click()
    }, other)
    await expect(passwordField(page)).toBeVisible()
    await signIn(page)
  })
})

test.describe('trouble', () => {
  test('a user’s folder that can’t be written: said, and no success', async () => {
    const folder = join(home.path, '.config/Keyrack')
    mkdirSync(folder, { recursive: true })
    home.own()
    if (process.getuid?.() === 0) chownSync(folder, 0, 0)
    chmodSync(folder, 0o555)
    try {
      const page = await open()
      await expect(page.getByRole('heading')).toHaveText('Keyrack cannot write its files')
      await expect(page.getByRole('alert')).toContainText(folder)
      const gone = once(app!.process(), 'exit')
      await page
        .getByRole('button', { name: 'Quit' })
        .press('Enter')
        .catch(() => undefined)
      expect((await gone)[0]).toBe(1)
      app = null
    } finally {
      chmodSync(folder, 0o755)
    }
  })
})
