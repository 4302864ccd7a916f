import { BrowserWindow, type Session, session } from 'electron'
import type { Printer } from '#core/kernel/printer.ts'
import { fillPage, paperOptions, printOrGiveUp } from '../host/print-page.ts'
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
export const windowPrinter: Printer = async (html, job) => {
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
      await fillPage((method, params) => page.sendCommand(method, params), html)
      return new Uint8Array(await window.webContents.printToPDF(paperOptions))
    })
  } finally {
    window.destroy()
  }
}
