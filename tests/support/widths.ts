import type { Page } from '@playwright/test'

/** From the smallest desk (1366 px at 150 %) to a wide one: names and room numbers stay whole, the page never scrolls. */
const widths = [1366, 1920, 1150, 1024, 911] as const
const heights: Record<(typeof widths)[number], number> = {
  911: 512,
  1024: 640,
  1150: 720,
  1366: 768,
  1920: 1080,
}

/** Where the other checks look at what is no page of a telephone. */
export const usualSize = { width: 1366, height: heights[1366] }

type Measured = { names: number; rooms: number; complaints: string[] }

/** What is wrong at any width, a line each, and how much there was to measure. The window has its size again afterwards. */
export async function widthFaults(page: Page): Promise<Measured> {
  const before = page.viewportSize() ?? usualSize
  const sum: Measured = { names: 0, rooms: 0, complaints: [] }
  for (const width of widths) {
    if (width !== page.viewportSize()?.width) await resize(page, { width, height: heights[width] })
    const { names, rooms, complaints } = await measure(page)
    sum.names += names
    sum.rooms += rooms
    sum.complaints.push(...complaints.map((one) => `${width} px: ${one}`))
  }
  await resize(page, before)
  return sum
}

/** Two frames after the window took its size all is drawn for it. */
async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size)
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

/** Measures what is drawn. */
async function measure(page: Page): Promise<Measured> {
  return await page.evaluate(() => {
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
