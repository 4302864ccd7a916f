/** From the key of the dashboard to its painted figures, on pages that have not asked for it before. */
import type { BrowserContext } from 'playwright-core'

/** Milliseconds from before the key is pressed, one for each of so many pages. */
export async function dashboardPainted(
  context: BrowserContext,
  origin: string,
  runs: number,
): Promise<number[]> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const page = await context.newPage()
    await page.goto(`${origin}/reports/occupancy`)
    await page.waitForSelector('.rp-figures')
    const painted = page.evaluate(() => {
      const begun = performance.now()
      return new Promise<number>((resolve) => {
        const look = () => {
          if (!document.querySelector('.db-spans')) return requestAnimationFrame(look)
          // Runs once the frame that is being made now has been handed to the screen
          const channel = new MessageChannel()
          channel.port1.onmessage = () => resolve(performance.now() - begun)
          channel.port2.postMessage(null)
          return undefined
        }
        requestAnimationFrame(look)
      })
    })
    await page.keyboard.press('Alt+1')
    times.push(await painted)
    await page.close()
  }
  return times
}
