/** What happens within the page, reported by the page itself: when it could be used, when an answer was painted. */
import type { BrowserContext, Page } from 'playwright-core'

declare global {
  interface Window {
    keyrackWatch: {
      /** Milliseconds from the start of the navigation to rows painted and the cursor in the search field. */
      usable: number | null
      /** Milliseconds from the latest input to the frame that shows its answer; null while it is awaited. */
      painted: number | null
    }
  }
}

const searchField = 'input[type=search]'

/** Usable: this is painted, and this has the focus. */
export type Usable = { rows: string; focused: string }
export const guestList: Usable = { rows: '.k-list-row', focused: searchField }
export const barePage: Usable = { rows: 'tbody tr', focused: 'button' }

/** Put into every page before its own scripts run. Whichever of the pages it is, its rows and its focus tell. */
export async function watchPage(context: BrowserContext): Promise<void> {
  await context.addInitScript(
    (pages) => {
      const watch: Window['keyrackWatch'] = { usable: null, painted: null }
      window.keyrackWatch = watch
      /** Runs once the frame that is being made now has been handed to the screen. */
      const afterPaint = (act: () => void) => {
        const channel = new MessageChannel()
        channel.port1.onmessage = act
        channel.port2.postMessage(null)
      }
      const usable = () => {
        const ready = pages.some(
          ({ rows, focused }) => document.querySelector(rows) && document.activeElement?.matches(focused),
        )
        if (!ready) requestAnimationFrame(usable)
        else
          afterPaint(() => {
            watch.usable = performance.now()
          })
      }
      requestAnimationFrame(usable)
      let latest: Event | null = null
      document.addEventListener(
        'input',
        (event) => {
          if (!(event.target as Element).matches('input[type=search]')) return
          latest = event
          watch.painted = null
          const look = () => {
            if (latest !== event) return
            const total = document.querySelector('[role=status][aria-busy=false]')
            if (!total) requestAnimationFrame(look)
            else
              afterPaint(() => {
                if (latest === event) watch.painted = performance.now() - event.timeStamp
              })
          }
          requestAnimationFrame(look)
        },
        true,
      )
    },
    [guestList, barePage],
  )
}

/** Types the texts, each one key on from the one before; milliseconds from the key to its painted answer. */
export async function typedToPainted(page: Page, texts: readonly string[]): Promise<number[]> {
  const times: number[] = []
  let standing = ''
  for (const text of texts) {
    if (!text.startsWith(standing)) {
      await page.fill(searchField, '')
      await painted(page)
      standing = ''
    }
    const added = text.slice(standing.length)
    if (added === '') continue
    // Characters come as from an input method.
    if (/^[!-~]$/.test(added)) await page.keyboard.press(added)
    else await page.keyboard.insertText(added)
    times.push(await painted(page))
    standing = text
  }
  return times
}

/** Takes the time from the latest input to its painted answer, once it is there. */
async function painted(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.keyrackWatch.painted)
  await page.evaluate(() => {
    window.keyrackWatch.painted = null
  })
  return (await handle.jsonValue()) as number
}

/** So many things a clerk does, over and over. */
export async function clickThrough(page: Page, texts: readonly string[], actions: number): Promise<void> {
  const names = texts.filter((text) => text.length >= 3)
  const day = clerksDay(page, names)
  for (let done = 0; done < actions; done++) await day.next()
}

/** Finds somebody, opens them, reads the changes of their bookings, comes back, asks the palette, looks at today. */
async function* clerksDay(page: Page, names: readonly string[]): AsyncGenerator<void> {
  const press = async (key: string, then: string) => {
    await page.keyboard.press(key)
    await page.waitForSelector(then)
  }
  for (let round = 0; ; round++) {
    yield press('F9', '[role=status][aria-busy=false]')
    await page.fill(searchField, names[round % names.length] ?? '')
    yield painted(page).then(() => undefined)
    if (await page.locator('.k-list-row').first().isVisible()) {
      yield press('Enter', '.g-head')
      yield press('Alt+6', '#guest-changes')
      yield press('Escape', '.k-list-row')
    }
    yield press('Control+k', '.k-palette-row')
    yield press('Escape', '#main')
    yield press('F2', '#main')
  }
}
