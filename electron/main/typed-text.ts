import { type BrowserWindow, powerMonitor, type Session } from 'electron'

/**
 * Chromium keeps what a page puts away (text that is being typed) in memory for about five seconds: a power cut or a
 * killed program would lose it. It is asked to write every second, which costs nothing when there is nothing new, and at
 * once when the desk is left or the machine is about to go.
 */
export function keepTypedText(window: BrowserWindow, kept: Session): void {
  const flush = () => kept.flushStorageData()
  const timer = setInterval(flush, 1000)
  window.on('blur', flush)
  window.on('hide', flush)
  window.on('session-end', flush)
  // Called one by one: each name has a type of its own.
  powerMonitor.on('suspend', flush)
  powerMonitor.on('lock-screen', flush)
  powerMonitor.on('shutdown', flush)
  window.on('closed', () => clearInterval(timer))
}
