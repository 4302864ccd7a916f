import type { Page } from '@playwright/test'

/** What is printed while the page is open: the system's dialog is not to be had in a test. Before the page is opened. */
export async function sheetsOf(page: Page): Promise<string[]> {
  const sheets: string[] = []
  await page.exposeFunction('printed', (text: string) => void sheets.push(text))
  await page.addInitScript(() => {
    const { printed } = window as unknown as { printed: (text: string) => void }
    window.print = () => printed(document.querySelector('.k-paper')?.textContent ?? '')
  })
  return sheets
}
