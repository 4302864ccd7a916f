import { once } from 'node:events'
import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { packagedFolder } from '../../scripts/lib/packaging.ts'
import { makeStore } from '../support/desktop-stores.ts'
import {
  type DesktopHome,
  launchPackaged,
  makeDesktopHome,
  runPackaged,
  startPackaged,
} from '../support/electron-launch.ts'

let home: DesktopHome
test.beforeEach(() => {
  home = makeDesktopHome()
})
test.afterEach(() => home.remove())

test('the packaged program opens its window on a store and signs in', async () => {
  const { page, close } = await launchPackaged(home, ['--store', await makeStore(home)])
  try {
    await page.getByLabel('Password', { exact: true }).fill('correct horse')
    await page.keyboard.press('Enter')
    await expect(page.locator('.k-bar')).toContainText('Seagull')
    await page.keyboard.press('F9')
    await expect(page.getByRole('searchbox', { name: 'Find a guest' })).toBeFocused()
    expect(await page.evaluate(() => 'process' in globalThis || 'require' in globalThis)).toBe(false)
  } finally {
    await close()
  }
  expect(existsSync(join(home.path, 'hotel.keyrack-wal'))).toBe(false)
})

test('its command line needs no window and no display, and prints nothing but its answer', async () => {
  const store = ['--store', join(home.path, 'hotel.keyrack')]
  const made = await runPackaged(home, ['init', '--hotel', '海鸥饭店', '--json', ...store])
  expect(made.code).toBe(0)
  expect(JSON.parse(made.stdout)).toMatchObject({ hotel: '海鸥饭店' })
  const { DISPLAY } = process.env
  delete process.env.DISPLAY
  try {
    const reply = await runPackaged(home, ['call', 'setup.state', '{}', ...store])
    expect(reply).toMatchObject({ code: 0 })
    expect(JSON.parse(reply.stdout)).toMatchObject({ ok: true, output: { hotelName: '海鸥饭店' } })
  } finally {
    process.env.DISPLAY = DISPLAY
  }
  expect((await runPackaged(home, ['doctor', ...store])).code).toBe(0)
  expect((await runPackaged(home, ['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('wrong use is answered on its command line too', async () => {
  const unknown = await runPackaged(home, ['imprt'])
  expect(unknown).toMatchObject({ code: 2, stdout: '' })
  expect(unknown.stderr).toContain('“import”')
  const missing = await runPackaged(home, ['call', 'setup.state', '--store', join(home.path, 'none.keyrack')])
  expect(missing.code).toBe(3)
  expect(JSON.parse(missing.stdout)).toMatchObject({ fault: { code: 'STORE_MISSING' } })
  expect(existsSync(join(home.path, 'none.keyrack'))).toBe(false)
})

test('options may come before a command, and what it does not know is wrong use', async () => {
  const file = join(home.path, 'none.keyrack')
  const chinese = await runPackaged(home, ['--lang', 'zh', 'doctor', '--store', file])
  expect(chinese).toMatchObject({ code: 3 })
  expect(chinese.stderr).toContain('没有数据文件')
  expect((await runPackaged(home, ['--store', file, 'doctor'])).code).toBe(3)
  const bogus = await runPackaged(home, ['--bogus'])
  expect(bogus).toMatchObject({ code: 2, stdout: '' })
  expect(bogus.stderr).toMatch(/^keyrack: .*--bogus/m)
  expect((await runPackaged(home, ['--store'])).code).toBe(2)
})

test.describe('without a display', () => {
  let display: string | undefined
  test.beforeEach(() => {
    display = process.env.DISPLAY
    delete process.env.DISPLAY
  })
  test.afterEach(() => {
    process.env.DISPLAY = display
  })

  test('a window is refused in words', async () => {
    const ran = await runPackaged(home, [])
    expect(ran).toMatchObject({ code: 1, stdout: '' })
    expect(ran.stderr).toContain('keyrack serve')
  })

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    test(`${signal} closes what is served, and the store with it`, async () => {
      const file = await makeStore(home)
      const program = startPackaged(home, ['serve', '--json', '--store', file])
      const exited = once(program, 'exit')
      await once(program.stdout, 'data')
      expect(existsSync(`${file}-wal`)).toBe(true)
      program.kill(signal)
      expect((await exited)[0]).toBe(0)
      expect(existsSync(`${file}-wal`)).toBe(false)
    })
})

test('a reader that has seen enough ends it quietly', async () => {
  const program = startPackaged(home, ['contract'])
  let said = ''
  program.stderr.on('data', (text: Buffer) => (said += text.toString('utf8')))
  program.stdout.destroy()
  expect((await once(program, 'close'))[0]).toBe(0)
  expect(said).not.toMatch(/EPIPE|JavaScript/)
})

test('a debugger is refused in the package that a hotel gets', async () => {
  const mark = join(packagedFolder, 'resources', 'for-tests')
  rmSync(mark)
  try {
    const ran = await runPackaged(home, ['--remote-debugging-port=0'])
    expect(ran).toMatchObject({ code: 2, stdout: '' })
    expect(ran.stderr).not.toContain('DevTools listening')
  } finally {
    writeFileSync(mark, '')
  }
})
