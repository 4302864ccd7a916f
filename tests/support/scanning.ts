import { expect, type Locator, type Page } from '@playwright/test'

/** The zone of a passport that nobody has on file, and how the desk shows whose it is. */
export const nobodysPassport = {
  lines: ['P<D<<WEBER<<KLARA<<<<<<<<<<<<<<<<<<<<<<<<<<<', 'C01X00T478D<<8503127F3301018<<<<<<<<<<<<<<<4'],
  name: 'Weber Klara',
  number: 'C01X00T47',
} as const

/**
 * Runs in the page: the scanner as a desk sets it for a slow line, because a test's keys come one message each, and a busy
 * machine takes its time. `endMs` is how long it waits for one more line.
 */
export function setSlowScanner(endMs: number): void {
  localStorage.setItem('keyrack:scanner', JSON.stringify({ on: true, gapMs: 1500, endMs }))
}

/** A scanner that acts as a keyboard: every character at once, Enter after each line. */
export async function scan(page: Page, lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    await page.keyboard.type(line)
    await page.keyboard.press('Enter')
  }
}

/**
 * At check-in, from a field with text in it, from a button and from the list of rooms: a passport lands whole beside the guest,
 * and neither the field, the button nor the list has any of it. It is left each time without being taken.
 */
export async function scanFromEachFocus(page: Page): Promise<void> {
  const { lines, name, number } = nobodysPassport
  const read = page.getByRole('dialog', { name: 'Document read' })
  const keys = page.getByLabel('Keys', { exact: true })
  const missing = page.getByRole('button', { name: /^Enter what is missing/ })
  const room = page.locator('.k-stay-room')
  await page.keyboard.press('r')
  await expect(room).toBeFocused()
  const rooms = page.getByRole('radio', { name: /^Room / })
  await keys.fill('2')
  const roomBefore = await rooms.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))
  const scanFrom = async (focus: Locator) => {
    await focus.focus()
    await expect(focus).toBeFocused()
    await scan(page, lines)
    await expect(read).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(1)
    await expect(read.getByRole('table', { name: 'Compared with the profile' })).toContainText(name)
    await expect(read).toContainText(number)
    await page.keyboard.press('Escape')
    await expect(read).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Check-in')
    await expect(keys).toHaveValue('2')
    await expect(room).toHaveValue('')
    const checked = await rooms.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).checked))
    expect(checked).toEqual(roomBefore)
  }
  for (const focus of [keys, missing, rooms.first()]) await scanFrom(focus)
}
