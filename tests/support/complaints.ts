import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'

/**
 * What axe has to say of the page, and whether the page itself scrolls: one line each. Asked once everything is drawn
 * still: the words of a drawer that is still coming in have the contrast of half a drawer.
 */
export async function complaints(page: Page): Promise<string[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
  )
  // A page of one frame needs no second page to put results together in, nor the lists of what passed: a quarter of the time
  const axe = new AxeBuilder({ page, ...(await sourceFor(page)) }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'], reporter: 'no-passes' }).analyze()
  const scrolls = await page.evaluate(() => {
    const root = document.documentElement
    return root.scrollHeight > root.clientHeight || root.scrollWidth > root.clientWidth
  })
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`)),
    ...(scrolls ? ['the page scrolls'] : []),
  ]
}

/** Where axe is in the page already it need not be read and compiled again, which takes a quarter of the time of a run. */
async function sourceFor(page: Page): Promise<{ axeSource?: string }> {
  const isThere = page.frames().length === 1 && (await page.evaluate(() => 'axe' in window))
  return isThere ? { axeSource: 'void 0' } : {}
}
