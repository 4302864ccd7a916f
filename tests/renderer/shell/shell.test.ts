import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { complaints } from '#tests/support/complaints.ts'
import { buildGallery, type Gallery, openGallery } from '../gallery/serve.ts'

/** The frame and the widgets in Chromium, on a real store through the real loopback host with its content policy. */
vi.setConfig({ testTimeout: 60_000 })
const folder = tempFolder()
let browser: Browser
let gallery: Gallery
let context: BrowserContext
let page: Page
const wrong: string[] = []

beforeAll(async () => {
  const asRoot = process.getuid?.() === 0
  browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: asRoot ? ['--no-sandbox'] : [],
  })
  await buildGallery(folder.path)
  gallery = await openGallery({ folder: folder.path })
  await gallery.app.must('access.createUser', {
    login: 'lina',
    name: '李娜',
    role: 'clerk',
    language: 'zh',
    password: 'correct horse',
  })
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await gallery?.close()
  folder.remove()
})

afterEach(async () => {
  await context?.close()
  expect(wrong.splice(0)).toEqual([])
})

async function open(link: string, language = 'en', theme = 'light'): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
  await context.addInitScript(
    ([lang, tone]) => {
      localStorage.setItem('keyrack:language', lang ?? '')
      localStorage.setItem('keyrack:language:admin', lang ?? '')
      localStorage.setItem('keyrack:theme', tone ?? '')
    },
    [language, theme],
  )
  page = await context.newPage()
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  await page.goto(link)
}

async function signIn(name = 'Ada Min'): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.locator('input[type=password]').fill('correct horse')
  await page.keyboard.press('Enter')
}

async function openList(language = 'en', theme = 'light'): Promise<void> {
  await open(gallery.link(), language, theme)
  await signIn()
  await page.locator('.k-list-row').first().waitFor()
}

const selected = () => page.locator('.k-list-row[aria-selected=true] .k-code').first()

describe('lists and keys', () => {
  it('goes from the search field into the list, opens a row and comes back to the same place', async () => {
    await openList()
    await page.keyboard.press('ArrowDown')
    for (let step = 0; step < 3; step++) await page.keyboard.press('PageDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/guests\/\d+$/)
    const opened = Number(page.url().split('/').at(-1))
    expect(opened).toBeGreaterThan(40)
    await page.keyboard.press('Escape')
    await page.waitForURL(/\/guests$/)
    await expect.poll(() => selected().textContent()).toBe(`KR${99_999 + opened}`)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('k-list')
    const [row, list] = await Promise.all([
      page.locator('.k-list-row[aria-selected=true]').boundingBox(),
      page.locator('.k-list').boundingBox(),
    ])
    expect(row!.y).toBeGreaterThanOrEqual(list!.y)
    expect(row!.y + row!.height).toBeLessThanOrEqual(list!.y + list!.height + 1)
  })

  it('does not scroll the page at 1366 × 768', async () => {
    await openList()
    const over = await page.evaluate(() => {
      const root = document.documentElement
      return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight]
    })
    expect(over).toEqual([0, 0])
  })

  it('shows the keys with F1 and closes them with Esc, the focus where it was', async () => {
    await openList()
    await page.keyboard.press('F1')
    await page.getByRole('dialog').getByText('Go to the search field').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search')
  })
})

describe('an act of a screen', () => {
  it('is done by its key, shown by F1 and offered by the palette while the screen is there', async () => {
    await openList()
    await page.goto(`${gallery.origin}/guests/3`)
    const note = page.getByLabel('Note', { exact: true })
    const focused = () => note.evaluate((field) => field === document.activeElement)
    await note.waitFor()
    await page.keyboard.press('Alt+n')
    expect(await focused()).toBe(true)
    await page.keyboard.press('F1')
    await page.getByRole('dialog').getByText('New note').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('heading', { level: 1 }).click()
    expect(await focused()).toBe(false)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new note')
    await page.getByRole('option', { name: 'New note' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(focused).toBe(true)
    await page.keyboard.press('F9')
    await page.locator('.k-list-row').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('new note')
    await page.getByText('Nothing matches “new note”').waitFor()
  })
})

describe('the palette', () => {
  it('opens, finds a screen by pinyin initials and goes there', async () => {
    await openList()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('bgrz')
    await page.getByRole('option', { name: 'Change log' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/changes$/)
  })

  it('neither chooses nor closes while an input method composes', async () => {
    await openList()
    await page.keyboard.press('Control+k')
    const cdp = await context.newCDPSession(page)
    await cdp.send('Input.imeSetComposition', { text: 'xiang', selectionStart: 5, selectionEnd: 5 })
    for (const key of ['Enter', 'Escape']) {
      await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: 229 })
      await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key })
    }
    expect(page.url()).toMatch(/\/guests$/)
    expect(await page.getByRole('dialog').count()).toBe(1)
    await cdp.send('Input.insertText', { text: '详情' })
    await page.getByRole('option', { name: 'Details' }).waitFor()
    // An Enter right after the word may still be the input method's: this one is of a second later
    const later = Date.now() / 1000 + 1
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, timestamp: later }
    await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter })
    await page.waitForURL(/\/settings$/)
  })
})

describe('unsaved text', () => {
  it('is its user’s: the next one at the same screen sees neither it nor the guest; it survives a lock and a reload', async () => {
    await openList()
    await page.goto(`${gallery.origin}/guests/3`)
    const note = page.getByLabel('Note', { exact: true })
    await note.fill('Needs a crib')
    await page.keyboard.press('F8')
    await page.locator('input[type=password]').waitFor()
    expect(await page.content()).not.toMatch(/张伟|Needs a crib/)
    await signIn('Ada Min')
    await note.waitFor()
    expect(page.url()).toMatch(/\/guests\/3$/)
    expect(await note.inputValue()).toBe('Needs a crib')
    await page.keyboard.press('F8')
    await signIn('李娜')
    await page.locator('.k-frame').waitFor()
    expect(page.url()).not.toMatch(/\/guests\/3$/)
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    await page.goBack()
    await page.waitForURL(/\/guests$/)
    await page.goto(`${gallery.origin}/guests/3`)
    await note.waitFor()
    expect(await note.inputValue()).toBe('')
    await page.keyboard.press('F8')
    await signIn('Ada Min')
    await page.locator('.k-frame').waitFor()
    await page.goto(`${gallery.origin}/guests/3`)
    await page.reload()
    await note.waitFor()
    expect(await note.inputValue()).toBe('Needs a crib')
  })

  it('of a field edited in place comes back, shows its error in words and leaves with Esc', async () => {
    await openList()
    await page.goto(`${gallery.origin}/guests/4`)
    await page.getByRole('button', { name: /^Name/ }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('bad')
    await page.keyboard.press('Enter')
    await page.getByText('too long; keep to 3 characters').waitFor()
    await page.reload()
    expect(await page.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('bad')
    await page.getByRole('textbox', { name: 'Name' }).press('Escape')
    await page.getByRole('button', { name: /^Name/ }).waitFor()
    expect(page.url()).toMatch(/\/guests\/4$/)
  })
})

describe('changes', () => {
  it('are told in the status line with their undo, and reach every open page', async () => {
    await openList()
    const other = await context.newPage()
    await other.goto(`${gallery.origin}/settings`)
    await page.goto(`${gallery.origin}/settings`)
    await page.getByLabel('Address').fill('1 Harbour Road')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.locator('[data-test=address]', { hasText: '1 Harbour Road' }).waitFor()
    await other.locator('[data-test=address]', { hasText: '1 Harbour Road' }).waitFor()
    const said = page.locator('.k-status-last [role=status]')
    const inEnglish = await said.textContent()
    const switchLanguage = async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('yuyan')
      await page.keyboard.press('Enter')
    }
    await switchLanguage()
    await expect.poll(() => said.textContent()).toMatch(/\p{Script=Han}/u)
    await switchLanguage()
    await expect.poll(() => said.textContent()).toBe(inEnglish)
    await page.locator('.k-status-undo').click()
    await page.locator('[data-test=address]', { hasText: '1 Harbour Road' }).waitFor({ state: 'detached' })
    await other.locator('[data-test=address]', { hasText: '1 Harbour Road' }).waitFor({ state: 'detached' })
  })
})

describe('sign-in', () => {
  it('says in words what is wrong and how long to wait', async () => {
    await open(gallery.link(), 'zh')
    const user = page.getByLabel('用户', { exact: true })
    await user.fill('wang')
    await page.getByText('没有这位用户').waitFor()
    // 李娜
    await user.fill('ln')
    await page.keyboard.press('Enter')
    await page.locator('input[type=password]:focus').waitFor()
    await page.keyboard.type('wrong')
    await page.keyboard.press('Enter')
    await page.getByText('密码错误').waitFor()
  })
})

describe('nothing for axe to say', () => {
  // Contrast in all four is held by tokens.test.ts
  it.each([
    ['en', 'light'],
    ['zh', 'night'],
  ])(
    'in %s, %s: sign-in, list, palette, keys, widgets, drawer, fields, lock',
    { timeout: 90_000 },
    async (language, theme) => {
      await open(gallery.link(), language, theme)
      await page.locator('input[type=password]').waitFor()
      expect(await complaints(page)).toEqual([])
      await signIn()
      await page.locator('.k-list-row').first().waitFor()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('Control+k')
      await page.locator('.k-palette-row').first().waitFor()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.keyboard.press('F1')
      await page.locator('.k-keys').waitFor()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('Escape')
      await page.locator('a[href="/changes"]').click()
      await page.locator('.k-chart svg text').first().waitFor()
      expect(await complaints(page)).toEqual([])
      await page.getByRole('button', { name: 'Change dates' }).click()
      await page.locator('.ant-drawer-open .k-effect').waitFor()
      expect(await complaints(page)).toEqual([])
      await page.goto(`${gallery.origin}/guests/3`)
      await page.getByRole('button', { name: /^Name/ }).click()
      expect(await complaints(page)).toEqual([])
      await page.keyboard.press('F8')
      await page.locator('input[type=password]').waitFor()
      expect(await complaints(page)).toEqual([])
    },
  )
})
