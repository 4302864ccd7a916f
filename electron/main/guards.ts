import {
  type App,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type Session,
  session,
  type WebContents,
} from 'electron'
import { pageOrigin, troubleOrigin } from './scheme.ts'

/** Where the page comes from: the program's files, or while it is being worked on a server of this machine. */
export type PageSource = { origin: string; dev: boolean }

export function pageSource(packaged: boolean, devAddress: string | undefined): PageSource {
  if (packaged || !devAddress) return { origin: pageOrigin, dev: false }
  return { origin: new URL(devAddress).origin, dev: true }
}

/** Only our page in the window's own frame may call; a frame inside it, another page or a page on its way out may not. */
export function isOurs(event: IpcMainEvent | IpcMainInvokeEvent, { origin }: PageSource): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.url.startsWith(`${origin}/`)
}

/**
 * Closes every way out of the page: no permission but putting plain text on the clipboard, no download, no request
 * to anything but our own addresses.
 */
export function guardSession({ dev }: PageSource, guarded: Session = session.defaultSession): void {
  const allowed = (permission: string) => permission === 'clipboard-sanitized-write'
  guarded.setPermissionRequestHandler((_contents, permission, answer) => answer(allowed(permission)))
  guarded.setPermissionCheckHandler((_contents, permission) => allowed(permission))
  guarded.setDevicePermissionHandler(() => false)
  guarded.on('will-download', (event) => event.preventDefault())
  if (dev) return
  guarded.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !/^(?:app|blob|data|devtools|chrome-extension):/.test(details.url) })
  })
}

/** No page leads elsewhere, opens a window or embeds another page. `act` takes the start-up window's buttons. */
export function guardContents(app: App, { origin }: PageSource, act: (action: string) => void): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-navigate', (event) => {
      if (event.url.startsWith(`${origin}/`)) return
      event.preventDefault()
      if (event.url.startsWith(`${troubleOrigin}/`)) act(new URL(event.url).pathname.slice(1))
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
  })
}
