import { type BrowserWindow, dialog } from 'electron'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { Logger } from './log.ts'

/** What Chromium calls it when somebody leaves the print dialog, which is no failure; the spelling depends on the version. */
const wasLeft = /cancell?ed/i

/** The system's print dialog for what is on screen; false when it was left, or when it failed, which is shown. */
export function print(window: BrowserWindow | null, language: Language, log: Logger): Promise<boolean> {
  return new Promise((resolve) => {
    if (!window) return resolve(false)
    return window.webContents.print({}, (done, reason) => {
      if (!done && !wasLeft.test(reason)) {
        log.warn(`not printed: ${reason}`)
        const message = words(language, 'desktop.dialog.notPrinted', { why: reason })
        void dialog.showMessageBox(window, { type: 'warning', message })
      }
      resolve(done)
    })
  })
}
