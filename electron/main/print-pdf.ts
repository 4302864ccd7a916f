import { BrowserWindow, session } from 'electron'
import type { Printer } from '#core/kernel/printer.ts'
import { refuse } from '#shared/values/index.ts'
import { fillPage, paperOptions } from '../host/print-page.ts'
import { guardSession } from './guards.ts'

/** Prints in a window that nobody sees, with a session of its own that reaches nothing. */
export const windowPrinter: Printer = async (html, job) => {
  const apart = session.fromPartition('print')
  guardSession({ origin: 'about:blank', dev: false }, apart)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: apart,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  })
  try {
    await window.loadURL('about:blank')
    const { debugger: page } = window.webContents
    page.attach()
    await fillPage((method, params) => page.sendCommand(method, params), html)
    const pdf = await window.webContents.printToPDF(paperOptions)
    return job.cancelled ? refuse('CANCELLED') : new Uint8Array(pdf)
  } catch (error) {
    return refuse('PDF_FAILED', {
      browser: 'Electron',
      problem: error instanceof Error ? error.message : String(error),
    })
  } finally {
    window.destroy()
  }
}
