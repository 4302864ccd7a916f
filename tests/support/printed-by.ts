import type { ElectronApplication } from '@playwright/test'
import { pagesOf } from './pdf-pages.ts'

/** The system's dialog is not to be had in a test: what it would be given is made into a PDF while it is open. */
export async function printedBy(
  app: ElectronApplication,
  act: () => Promise<unknown>,
): Promise<{ pages: number; sheets: number }> {
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) return
    const printed = new Promise((resolve) => {
      contents.print = (_options, done) => {
        const look = async () => {
          const sheets = await contents.executeJavaScript('document.querySelectorAll(".k-paper").length')
          const pdf = await contents.printToPDF({ preferCSSPageSize: true })
          setTimeout(() => done?.(true, ''))
          resolve({ sheets, pdf: pdf.toString('base64') })
        }
        void look()
      }
    })
    Object.assign(globalThis, { printed })
  })
  await act()
  const { sheets, pdf } = await app.evaluate(
    () => (globalThis as unknown as { printed: Promise<{ sheets: number; pdf: string }> }).printed,
  )
  return { pages: pagesOf(Buffer.from(pdf, 'base64')), sheets }
}
