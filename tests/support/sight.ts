import enUS from 'antd/locale/en_US.js'
import type { Page } from 'playwright-core'

/** What can be measured of how a page looks: each check answers a line for each fault and leaves the page as it was. */

type Helpers = {
  /** The colour under the element, as red, green, blue. */
  groundOf: (element: Element) => number[]
  contrast: (colour: string, ground: number[]) => number
  nameOf: (element: Element) => string
  shown: (selector: string) => HTMLElement[]
}
type Sight = { keyrackSight: Helpers }

/** Everything that Tab comes to shows a ring of two pixels, three to one against both its sides, cut nowhere. */
export async function focusFaults(page: Page): Promise<string[]> {
  await page.evaluate(installHelpers)
  // From a key on, the browser shows the focus of whatever gets it
  await page.keyboard.press('Shift')
  return page.evaluate(() => {
    const { groundOf, contrast, nameOf, shown } = (window as unknown as Sight).keyrackSight
    const before = document.activeElement
    const faults = new Set<string>()
    for (const element of someOfEachKind(shown('a[href], button, input, select, textarea, [tabindex]'))) {
      element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      element.focus({ preventScroll: true })
      if (document.activeElement !== element) continue
      const fault = ringFault(element)
      if (fault) faults.add(`${fault}: ${nameOf(element)}`)
    }
    if (before instanceof HTMLElement) before.focus()
    return [...faults]

    /** Of many that are alike, as the fields of a table are, the first two and the last. */
    function someOfEachKind(elements: HTMLElement[]): HTMLElement[] {
      const reached = elements.filter((one) => one.tabIndex >= 0 && !one.matches(':disabled'))
      const kinds = Map.groupBy(reached, (one) =>
        [one, one.parentElement].map((of) => `${of?.tagName} ${of?.getAttribute('class')}`).join(' in '),
      )
      return [...kinds.values()].flatMap((alike) =>
        alike.length > 3 ? [...alike.slice(0, 2), ...alike.slice(-1)] : alike,
      )
    }

    function ringFault(element: HTMLElement): string | null {
      const row = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      const around: Element[] = row ? [row] : []
      for (let up: Element | null = element; up && around.length < 5; up = up.parentElement) around.push(up)
      let fault = 'no ring'
      for (const one of around) {
        const { outlineStyle, outlineWidth, outlineOffset, outlineColor } = getComputedStyle(one)
        const width = Number.parseFloat(outlineWidth)
        const offset = Number.parseFloat(outlineOffset)
        if (outlineStyle === 'none' || width < 2) continue
        const inner = groundOf(one)
        const outer = offset < 0 || !one.parentElement ? inner : groundOf(one.parentElement)
        const sides = offset > 0 ? [outer] : [inner, outer]
        const least = Math.min(...sides.map((side) => contrast(outlineColor, side)))
        if (least >= 3 && !isCut(one, width + offset)) return null
        fault = least < 3 ? `ring of ${least.toFixed(1)} : 1` : 'ring cut'
      }
      return fault
    }

    function isCut(element: Element, reach: number): boolean {
      const box = element.getBoundingClientRect()
      const over = (from: number, to: number, start: number, end: number) =>
        to - from < end - start && (from - reach + 1 < start || to + reach - 1 > end)
      for (let up = element.parentElement; up; up = up.parentElement) {
        const { overflowX, overflowY, overflowClipMargin } = getComputedStyle(up)
        if (overflowX === 'clip' && Number.parseFloat(overflowClipMargin) >= reach) continue
        const frame = up.getBoundingClientRect()
        if (overflowY !== 'visible' && over(box.top, box.bottom, frame.top, frame.bottom)) return true
        if (overflowX !== 'visible' && over(box.left, box.right, frame.left, frame.right)) return true
      }
      return false
    }
  })
}

/** What is pressed is 24 px wide and high, or stands so far from the next that a finger of 24 px finds it (WCAG 2.5.8). */
export async function targetFaults(page: Page): Promise<string[]> {
  await page.evaluate(installHelpers)
  return page.evaluate(() => {
    const { nameOf, shown } = (window as unknown as Sight).keyrackSight
    const targets = shown(
      'a[href], button, input, select, textarea, [role="option"], [role="tab"], [role="switch"], [role="button"]',
    )
      .map((element) => ({ element, box: boxOf(element) }))
      .filter(({ element, box }) => box.width > 0 && !isInText(element))
    const small = targets.filter(({ box }) => box.width < 23.5 || box.height < 23.5)
    return small
      .filter((one) => targets.some((other) => isNear(one, other)))
      .map(({ element, box }) => {
        return `${Math.round(box.width)} × ${Math.round(box.height)}: ${nameOf(element)}`
      })

    type Target = { element: HTMLElement; box: DOMRect }

    /** A field is pressed anywhere in its frame, a tick on its words too. */
    function boxOf(element: HTMLElement): DOMRect {
      const frame = element.closest(
        'label, .ant-input-affix-wrapper, .ant-select, .ant-input-number, .k-choice tr',
      )
      return (frame ?? element).getBoundingClientRect()
    }

    function isInText(element: HTMLElement): boolean {
      if (getComputedStyle(element).display !== 'inline') return false
      return [...(element.parentElement?.childNodes ?? [])].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
    }

    function isNear(one: Target, other: Target): boolean {
      if (one.element === other.element || (one.box.x === other.box.x && one.box.y === other.box.y))
        return false
      if (one.element.contains(other.element) || other.element.contains(one.element)) return false
      const x = one.box.x + one.box.width / 2
      const y = one.box.y + one.box.height / 2
      const left = Math.max(other.box.left - x, 0, x - other.box.right)
      const top = Math.max(other.box.top - y, 0, y - other.box.bottom)
      return Math.hypot(left, top) < 12
    }
  })
}

/** No word of antd's English stands in a Chinese screen, nor is read out there. */
export async function englishFaults(page: Page): Promise<string[]> {
  await page.evaluate(installHelpers)
  return page.evaluate((words) => {
    const { nameOf, shown } = (window as unknown as Sight).keyrackSight
    const english = new Set(words)
    const faults: string[] = []
    for (const element of shown('[class*="ant-"], [class*="ant-"] *')) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription']) {
        const text = element.getAttribute(name) ?? ''
        const isLatin = /[A-Za-z]{2}/.test(text) && !/\p{Script=Han}/u.test(text)
        // A tip that repeats a name or a code that stands there is the hotel's
        // The tip of a name in two scripts keeps each to its own direction
        const read = text.replace(/[\u2066-\u2069]/g, '').trim()
        if (isLatin && read !== element.textContent?.trim())
          faults.push(`${name} “${text}”: ${nameOf(element)}`)
      }
      for (const node of element.childNodes) {
        const text = node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '').trim() : ''
        if (english.has(text)) faults.push(`“${text}”: ${nameOf(element)}`)
      }
    }
    return faults
  }, wordsOf(enUS))
}

/** With the system's own colours selection, the current item, marks and the focus can still be told. */
export async function forcedFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.evaluate(installHelpers)
  const told = await page.evaluate(() => {
    const { groundOf, contrast, nameOf, shown } = (window as unknown as Sight).keyrackSight
    const chosen = shown('[aria-selected="true"], [aria-current], [aria-pressed="true"]')
      .filter((one) => String(groundOf(one)) === String(groundOf(one.parentElement ?? one)))
      .map((one) => `chosen and not to be told: ${nameOf(one)}`)
    const marks = shown('.k-mark')
      .filter((mark) => contrast(getComputedStyle(mark).color, groundOf(mark)) < 3)
      .map((mark) => `mark not to be seen: ${nameOf(mark)}`)
    return [...chosen, ...marks]
  })
  const focus = await focusFaults(page)
  await page.emulateMedia({ forcedColors: 'none' })
  return [...told, ...focus].map((fault) => `forced colours, ${fault}`)
}

/** Runs in the page. */
function installHelpers(): void {
  if (document.adoptedStyleSheets.length === 0) {
    // What is measured is where movement ends
    const still = new CSSStyleSheet()
    still.replaceSync(
      '*, *::before, *::after { transition: none !important; animation-duration: 1ms !important; }',
    )
    document.adoptedStyleSheets = [still]
  }
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!canvas) throw new Error('no canvas')
  const paint = (layers: string[]): number[] => {
    canvas.clearRect(0, 0, 1, 1)
    for (const layer of layers) {
      canvas.fillStyle = layer
      canvas.fillRect(0, 0, 1, 1)
    }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3)
  }
  const luminance = (rgb: number[]) => {
    const [red = 0, green = 0, blue = 0] = rgb.map((part) =>
      part <= 10.3 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const helpers: Helpers = {
    groundOf: (element) => {
      const layers: string[] = []
      for (let up: Element | null = element; up; up = up.parentElement)
        layers.unshift(getComputedStyle(up).backgroundColor)
      return paint(['Canvas', ...layers])
    },
    contrast: (colour, ground) => {
      const shades = [luminance(paint([`rgb(${ground})`, colour])), luminance(ground)].sort((a, b) => b - a)
      return ((shades[0] ?? 0) + 0.05) / ((shades[1] ?? 0) + 0.05)
    },
    nameOf: (element) => {
      const said = element.getAttribute('aria-label') ?? element.textContent ?? ''
      const classes = element.getAttribute('class') ?? ''
      return `<${element.tagName.toLowerCase()} class="${classes}"> ${said.trim().slice(0, 40)}`
    },
    shown: (selector) => {
      // What is under it was looked at before
      const front = [...document.querySelectorAll('.k-lock, [role="dialog"]')].at(-1) ?? document.body
      return [...front.querySelectorAll<HTMLElement>(selector)].filter((one) =>
        one.checkVisibility({ visibilityProperty: true }),
      )
    },
  }
  ;(window as unknown as Sight).keyrackSight = helpers
}

/** Every text of antd's English locale. */
function wordsOf(value: unknown): string[] {
  if (typeof value === 'string') return /^[A-Za-z]/.test(value) ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(wordsOf)
}
