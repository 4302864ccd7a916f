import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { complaints } from '#tests/support/complaints.ts'
import { buildGallery, type Gallery, openGallery } from '../../gallery/serve.ts'

/** The first run in Chromium, from an empty store to the desk. */
vi.setConfig({ testTimeout: 90_000 })
const folder = tempFolder()
let browser: Browser
let gallery: Gallery
let page: Page

beforeAll(async () => {
  const asRoot = process.getuid?.() === 0
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: asRoot ? ['--no-sandbox'] : [],
  })
  await buildGallery(folder.path)
}, 120_000)

afterEach(async () => {
  await page.context().close()
  await gallery.close()
})

afterAll(async () => {
  await browser?.close()
  folder.remove()
})

async function open(locale: string): Promise<void> {
  gallery = await openGallery({ folder: folder.path, setUp: false })
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale })
  page = await context.newPage()
  await page.goto(gallery.link())
}

async function passwords(password: string, again = password): Promise<void> {
  await page.locator('input[type=password]').nth(0).fill(password)
  await page.locator('input[type=password]').nth(1).fill(again)
}

describe('the first run', () => {
  it('leads by keyboard alone to an empty hotel, in Chinese on a Chinese machine', async () => {
    await open('zh-CN')
    await page.getByLabel('酒店名称').waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByText('请填写此项').waitFor()
    await page.keyboard.type('江南客栈')
    await page.keyboard.press('Enter')
    await page.getByLabel('姓名').waitFor()
    await page.keyboard.type('李娜')
    await page.keyboard.press('Tab')
    await page.keyboard.type('lina')
    await passwords('correct horse', 'correct house')
    await page.keyboard.press('Enter')
    await page.getByText('两次输入的密码不一致').waitFor()
    await passwords('correct horse')
    await page.getByText(/强度.*良好/).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByLabel(/^空白酒店/).waitFor()
    expect(await complaints(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.locator('.k-bar-hotel', { hasText: '江南客栈' }).waitFor()
    await page.locator('.k-tool-name', { hasText: '李娜' }).waitFor()
  })

  it('keeps what was typed when the window closes, but no password', async () => {
    await open('en-GB')
    await page.getByLabel('Hotel’s name').fill('Harbour House')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Full name').fill('Ada Min')
    await passwords('correct horse')
    await page.reload()
    expect(await page.getByLabel('Hotel’s name').inputValue()).toBe('Harbour House')
    await page.getByRole('button', { name: 'Next' }).click()
    expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Min')
    expect(await page.locator('input[type=password]').nth(0).inputValue()).toBe('')
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('correct horse')
  })

  it('makes the demo hotel again where it was cancelled, or goes on without it', async () => {
    await open('en-GB')
    await page.getByLabel('Hotel’s name').fill('Harbour House')
    await page.keyboard.press('Enter')
    await page.getByLabel('Full name').fill('Ada Min')
    await page.getByLabel('User name').fill('ada')
    await passwords('correct horse')
    await page.keyboard.press('Enter')
    await page.getByLabel(/^A demo hotel/).check()
    await page.keyboard.press('Enter')
    const cancel = page.getByRole('button', { name: 'Cancel' })
    await cancel.click()
    const again = page.getByRole('button', { name: 'Make the demo hotel again' })
    await again.waitFor()
    expect(await complaints(page)).toEqual([])
    await again.click()
    await cancel.click()
    await page.getByRole('button', { name: 'Continue with an empty hotel' }).click()
    await page.locator('.k-bar-hotel', { hasText: 'Harbour House' }).waitFor()
  })

  it('says in the field’s words what the core does not take', async () => {
    await open('en-GB')
    await page.getByLabel('Hotel’s name').fill('Harbour House')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByLabel('Full name').fill('Ada Min')
    await page.getByLabel('User name').fill('ada min!')
    await passwords('correct horse')
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Set up' }).click()
    await page.getByText('User name: use 2 to 40 lower-case letters').waitFor()
    // Back at the step where it is fixed, the field marked
    expect(await page.getByLabel('User name').getAttribute('aria-invalid')).toBe('true')
  })
})
