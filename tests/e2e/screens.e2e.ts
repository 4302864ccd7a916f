import { expect } from '@playwright/test'
import { type Drawing, marks } from '../../renderer/ui/marks.ts'
import { complaints } from '../support/complaints.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { englishFaults, focusFaults, forcedFaults, targetFaults } from '../support/sight.ts'
import { prepareWalk, type Walked, walk, walkedHotel } from '../support/walk.ts'
import { usualSize, widthFaults } from '../support/widths.ts'

// What a walk finds it lists by screen; a trace of it took a fifth of its time
test.use({ trace: 'off' })

test('marks differ by their shape alone: a fifth of what is drawn, of any two', async ({ page }) => {
  const drawings = Object.entries(marks).map(([name, { drawing }]) => ({ name, ...(drawing as Drawing) }))
  expect(await page.evaluate(alikeOf, drawings)).toEqual([])
})

/** Runs in the page: pairs of drawings that share more than four fifths of their ink. */
function alikeOf(drawings: readonly ({ name: string } & Drawing)[]): string[] {
  const pathOf = (text = '') => new Path2D(text)
  const inks = drawings.map(({ name, fill, line, width = 1, dash }) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 48, height: 48 })
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.scale(4, 4)
    pen.lineWidth = width
    pen.setLineDash(dash?.split(' ').map(Number) ?? [])
    pen.fill(pathOf(fill), 'evenodd')
    pen.stroke(pathOf(line))
    const ink = [...pen.getImageData(0, 0, 48, 48).data].filter((_, at) => at % 4 === 3).map((a) => a > 127)
    return { name, ink }
  })
  return inks.flatMap((one, at) =>
    inks.slice(at + 1).flatMap((other) => {
      const both = one.ink.filter((on, pixel) => on && other.ink[pixel]).length
      const either = one.ink.filter((on, pixel) => on || other.ink[pixel]).length
      return both / either > 0.8 ? [`${one.name}, ${other.name}: ${(both / either).toFixed(2)}`] : []
    }),
  )
}

/**
 * Every screen and drawer in both languages and themes: axe, focus, targets, forced colours, words of the library, and names and
 * room numbers at each width. Both languages at a time.
 */
test.describe('the walk', () => {
  test.describe.configure({ mode: 'parallel' })
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

  for (const [language, theme] of [
    ['en', 'night'],
    ['zh', 'light'],
  ] as const) {
    test(`nothing to complain of on any screen or drawer, at any width: ${language}, ${theme}`, async ({
      page,
    }) => {
      test.setTimeout(600_000)
      await page.setViewportSize(usualSize)
      await hotel.visit(page, '/today', { language, theme })
      const faults: string[] = []
      const measured = { names: 0, rooms: 0 }
      await walk(page, hotel, walked, async (stop) => {
        const widths = await widthFaults(page)
        measured.names += widths.names
        measured.rooms += widths.rooms
        const found = [
          ...widths.complaints,
          ...(await complaints(page)),
          ...(await targetFaults(page)),
          ...(await focusFaults(page)),
          // Each once: forced colours have no theme, and English is only out of place in Chinese
          ...(language === 'zh' ? [...(await englishFaults(page)), ...(await forcedFaults(page))] : []),
        ]
        faults.push(...found.map((fault) => `${stop}: ${fault}`))
      })
      expect(faults).toEqual([])
      expect(Math.min(measured.names, measured.rooms)).toBeGreaterThan(0)
    })
  }
})
