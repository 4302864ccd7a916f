import { expect, type Page } from '@playwright/test'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { prepareWalk, type Walked, walk, walkedHotel } from '../support/walk.ts'

/** From the smallest desk (1366 px at 150 %) to a wide one: names and room numbers stay whole, the page never scrolls. */
const widths = [911, 1024, 1150, 1366, 1920] as const
const heights: Record<(typeof widths)[number], number> = {
  911: 512,
  1024: 640,
  1150: 720,
  1366: 768,
  1920: 1080,
}

let hotel: Served
let walked: Walked

test.beforeAll(async () => {
  hotel = await serveHotel({ seed: walkedHotel })
  walked = await prepareWalk(hotel)
})

test.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

for (const language of ['en', 'zh'] as const) {
  test(`names keep 120 px and room numbers one line, from 911 to 1920 px: ${language}`, async ({ page }) => {
    test.setTimeout(500_000)
    await page.setViewportSize({ width: 1366, height: 768 })
    await hotel.visit(page, '/today', { language })
    const wrong: string[] = []
    const seen = new Set<string>()
    await walk(page, hotel, walked, async (what) => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: heights[width] })
        const { names, rooms, complaints } = await measure(page)
        if (names > 0) seen.add('names')
        if (rooms > 0) seen.add('rooms')
        wrong.push(...complaints.map((one) => `${what}, ${width}: ${one}`))
      }
      await page.setViewportSize({ width: 1366, height: 768 })
    })
    expect(wrong).toEqual([])
    expect([...seen]).toHaveLength(2)
  })
}

/** Measures what is drawn, two frames after the window took its size. Runs in the page. */
async function measure(page: Page): Promise<{ names: number; rooms: number; complaints: string[] }> {
  return await page.evaluate(async () => {
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
    const complaints: string[] = []
    /** How much of an element is within everything that cuts it off. */
    const seenWidth = (element: Element) => {
      let { left, right } = element.getBoundingClientRect()
      for (let one = element.parentElement; one; one = one.parentElement) {
        if (getComputedStyle(one).overflowX === 'visible') continue
        const box = one.getBoundingClientRect()
        left = Math.max(left, box.left)
        right = Math.min(right, box.right)
      }
      return right - left
    }
    const drawn = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.getClientRects().length > 0)
    const names = drawn('.k-name-first')
    for (const name of names) {
      const seen = seenWidth(name)
      const whole = name.scrollWidth <= name.clientWidth && seen >= name.offsetWidth - 1
      if (!whole && seen < 120) complaints.push(`${name.textContent} is ${Math.round(seen)} px wide`)
    }
    const rooms = drawn('.k-room')
    for (const room of rooms) {
      const lines = new Set([...room.getClientRects()].map(({ top }) => Math.round(top))).size
      const isCut = seenWidth(room) < room.offsetWidth - 1
      if (lines > 1 || isCut) complaints.push(`room ${room.textContent} is ${isCut ? 'cut' : 'broken'}`)
    }
    const root = document.documentElement
    if (root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight)
      complaints.push('the page scrolls')
    for (const bar of ['.k-bar-date', '.k-bar-find']) {
      const [one] = drawn(bar)
      if (document.querySelector('.k-bar') && (!one || seenWidth(one) < 100))
        complaints.push(`${bar} is gone`)
    }
    return { names: names.length, rooms: rooms.length, complaints }
  })
}

test('in a narrow window panes are tabs: a key, Tab or a click brings one forward, and what was in it is kept', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 640 })
  await hotel.visit(page, '/today')
  const pane = (name: string) => page.locator(`[data-pane="${name}"]`)
  const inFront = (name: string) => expect(pane(name)).not.toHaveClass(/k-panes-back/)
  const tabs = page.locator('.k-tabs .k-tab')
  await expect(tabs).toHaveText([/Due in\s*1/, /Due out\s*2/, /In-house\s*3/])
  await inFront('due-in')
  await page.keyboard.press('3')
  await inFront('in-house')
  await expect(pane('due-in')).toHaveClass(/k-panes-back/)
  await expect(pane('in-house').locator('.k-list')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  const chosen = pane('in-house').locator('.k-list-row[aria-selected=true]')
  const name = await chosen.locator('.k-name-first').textContent()
  await tabs.nth(1).click()
  await inFront('due-out')
  await page.keyboard.press('3')
  await expect(chosen.locator('.k-name-first')).toHaveText(name ?? '—')
  // A wide window shows them all, with the same row chosen; back in a narrow one the same pane is in front
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.locator('.k-tabs')).toHaveCount(0)
  await expect(chosen.locator('.k-name-first')).toHaveText(name ?? '—')
  await page.setViewportSize({ width: 911, height: 512 })
  await inFront('in-house')
  await expect(tabs.nth(2)).toHaveAttribute('aria-pressed', 'true')

  await page.goto(`${hotel.origin}/bookings/${walked.dueIn}`)
  await inFront('facts')
  await expect(page.locator('#main')).toBeFocused()
  await page.keyboard.press('Alt+3')
  await inFront('requests')
  await page.keyboard.press('Alt+2')
  await inFront('nights')

  await page.goto(`${hotel.origin}/guests/${walked.guest}`)
  await inFront('person')
  await page.keyboard.press('Alt+n')
  await inFront('wishes')
  await expect(page.locator('#guest-new-note')).toBeFocused()
  await page.keyboard.type('Late train')
  await page.keyboard.press('Alt+1')
  await inFront('person')
  await page.keyboard.press('Alt+n')
  await expect(page.locator('#guest-new-note')).toHaveValue('Late train')
})

test('an Arabic name is read and cut by its own direction, beside the Latin one that stays first', async ({
  page,
}) => {
  for (const language of ['en', 'zh'] as const) {
    await hotel.visit(page, '/today', { language })
    const row = page.locator('[data-pane="due-in"] .k-name', { hasText: 'Al-Husseini' })
    const [first, second] = [row.locator('.k-name-first'), row.locator('.k-name-second')]
    await expect(first).toHaveText('Abdulrahman Muhammad Abdullah Al-Husseini Al-Hashimi')
    await expect(first).toHaveCSS('direction', 'ltr')
    await expect(second).toHaveText(/^عبد الرحمن/)
    await expect(second).toHaveCSS('direction', 'rtl')
    await expect(second).toHaveCSS('text-overflow', 'ellipsis')
  }
})
