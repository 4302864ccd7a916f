import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { makeStore } from '../support/desktop-stores.ts'
import { type DesktopHome, launchPackaged, makeDesktopHome, runPackaged } from '../support/electron-launch.ts'

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
