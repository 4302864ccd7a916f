import { BrowserWindow, nativeTheme, screen } from 'electron'
import { fitBounds } from './bounds.ts'
import type { Logger } from './log.ts'
import type { Remembered, Theme } from './remembered.ts'

/** The ground of both themes (renderer/app/theme): shown before the first paint, so that nothing flashes. */
const grounds: Record<Theme, string> = { light: '#eeece5', night: '#0d1215' }

export function groundOf(theme: Theme | null): string {
  return grounds[theme ?? (nativeTheme.shouldUseDarkColors ? 'night' : 'light')]
}

export type WindowParts = {
  preload: string
  /** Linux shows the window's own picture; elsewhere it is the program's. */
  icon: string
  packaged: boolean
  remembered: Remembered
  log: Logger
  /** False keeps it open: something has to be asked first. */
  mayClose: () => boolean
  /** Where it was left, when it closes. */
  onLeft: (bounds: Remembered['bounds'], maximized: boolean) => void
  /** Its page ended by itself. */
  onCrashed: () => void
}

/** The one window. It shows itself when there is something to see. */
export function openWindow({
  preload,
  icon,
  packaged,
  remembered,
  log,
  mayClose,
  onLeft,
  onCrashed,
}: WindowParts): BrowserWindow {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id)
  const screens = [main, ...others].map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...fitBounds(remembered.bounds, screens),
    minWidth: 900,
    minHeight: 560,
    show: false,
    title: 'Keyrack',
    ...(process.platform === 'linux' ? { icon } : {}),
    backgroundColor: groundOf(remembered.theme),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // The dictionary would be fetched from outside.
      spellcheck: false,
      devTools: !packaged,
    },
  })
  if (remembered.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    if (mayClose()) onLeft(window.getNormalBounds(), window.isMaximized())
    else event.preventDefault()
  })
  const { webContents } = window
  // A page that is asked whether it may go keeps what is typed; it never keeps the window open.
  webContents.on('will-prevent-unload', (event) => event.preventDefault())
  webContents.on('unresponsive', () => log.warn('the page does not answer'))
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    log.error(`the page ended: ${reason} (${exitCode})`)
    onCrashed()
  })
  return window
}
