import { BrowserWindow, type Session, session } from 'electron'
import type { Printer } from '#core/kernel/printer.ts'
import { fillPage, measureRoll, paperOptions, printOrGiveUp, type SendToPage } from '../host/print-page.ts'
import { guardSession } from './guards.ts'

let apart: Session | null = null

/** A session of its own that reaches nothing, guarded once. */
function printSession(): Session {
  if (apart === null) {
    apart = session.fromPartition('print')
    guardSession({ origin: 'about:blank', dev: false }, apart)
  }
  return apart
}

/** Prints in a window that nobody sees. */
export const windowPrinter: Printer = async (html, job, roll) => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: printSession(),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
    },
  })
  try {
    return await printOrGiveUp('Electron', job, async () => {
      await window.loadURL('about:blank')
      const { debugger: page } = window.webContents
      page.attach()
      const send: SendToPage = (method, params) => page.sendCommand(method, params)
      await fillPage(send, html)
      const options = roll
        ? {
            ...paperOptions,
            preferCSSPageSize: false,
            pageSize: await measureRoll(send, roll),
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
          }
        : paperOptions
      return new Uint8Array(await window.webContents.printToPDF(options))
    })
  } finally {
    window.destroy()
  }
}
