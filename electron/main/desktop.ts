import { join } from 'node:path'
import { app, type BrowserWindow, dialog, session, shell } from 'electron'
import { languageOf, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { type Place, storeToOpen } from '../host/places.ts'
import { mayGiveFiles } from '../host/receive-file.ts'
import { createDeskStore, type Target } from './desk-store.ts'
import { guardContents, guardSession, pageSource } from './guards.ts'
import { answerPage, print } from './ipc.ts'
import { logFolder, openLog } from './log.ts'
import { showMenu } from './menu.ts'
import { recall, remember, type Theme } from './remembered.ts'
import { registerScheme, serveScheme, troubleOrigin } from './scheme.ts'
import { type Trouble, type TroubleAction, troublePage } from './trouble-page.ts'
import { groundOf, openWindow } from './window.ts'

/** The desk in a window of its own, until it is closed. Called before Electron is ready. */
export function startDesktop(
  place: Place & { preload: string; icon: string },
  named: string | undefined,
): void {
  registerScheme()
  app.enableSandbox()
  if (!app.requestSingleInstanceLock()) {
    app.exit(0)
    return
  }
  const log = openLog(place.userData, app.isPackaged)
  const source = pageSource(app.isPackaged, process.env.ELECTRON_RENDERER_URL)
  const memory = join(place.userData, 'window.json')
  const state = recall(memory)
  const store = createDeskStore(log, place.nativeBinding, (event) =>
    window?.webContents.send('app:event', event),
  )
  let target = firstTarget(named, place.userData, state.store)
  let language: Language = state.language ?? 'en'
  let window: BrowserWindow | null = null
  let trouble: Trouble | null = null

  const keep = () => {
    try {
      remember(memory, state)
    } catch (error) {
      log.warn(`the window is not remembered: ${String(error)}`)
    }
  }
  const speak = (chosen: Language) => {
    language = chosen
    showMenu({
      language,
      packaged: app.isPackaged,
      print: () => void print(window),
      showLog: () => void shell.openPath(logFolder(place.userData)),
    })
  }
  const showPage = () => {
    trouble = null
    void window?.loadURL(`${source.origin}/`)
  }
  const showTrouble = (found: Trouble) => {
    trouble = found
    void window?.loadURL(`${troubleOrigin}/`)
  }

  async function openStore(wanted: Target): Promise<boolean> {
    const found = await store.open(wanted, language)
    if (found === 'open') {
      if (trouble) showPage()
      return true
    }
    showTrouble(found.kind === 'store' ? found : { kind: 'defect', logFolder: logFolder(place.userData) })
    return false
  }

  async function chooseStore(): Promise<void> {
    if (!window) return
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: words(language, 'desktop.dialog.openStore'),
      filters: [{ name: words(language, 'desktop.dialog.stores'), extensions: ['keyrack'] }],
      properties: ['openFile'],
    })
    const [file] = filePaths
    if (file === undefined) return
    target = { file, mayCreate: false }
    if (!(await openStore(target))) return
    state.store = file
    keep()
  }

  const actions: Record<TroubleAction, () => void> = {
    retry: () => void openStore(target),
    create: () => void openStore({ ...target, mayCreate: true }),
    choose: () => void chooseStore(),
    reload: showPage,
    quit: () => app.quit(),
    language: () => {
      speak(language === 'zh' ? 'en' : 'zh')
      state.language = language
      if (trouble) showTrouble(trouble)
    },
  }
  guardContents(app, source, (action) => {
    if (Object.hasOwn(actions, action)) actions[action as TroubleAction]()
  })
  answerPage({
    source,
    log,
    window: () => window,
    opened: store.whenOpen,
    language: () => language,
    onLook: (look: { language: Language; theme: Theme }) => {
      store.now()?.desk.setLanguage(look.language)
      if (look.language !== language) speak(look.language)
      if (look.theme !== state.theme) window?.setBackgroundColor(groundOf(look.theme))
      Object.assign(state, look)
      keep()
    },
  })
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuitting(store.now, store.close, log.error)

  void app.whenReady().then(() => {
    speak(state.language ?? languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale()))
    guardSession(source)
    serveScheme({
      renderer: place.renderer,
      troublePage: () => (trouble ? troublePage(trouble, language, state.theme) : ''),
      filesFor: () =>
        mayGiveFiles(store.now()?.desk.user() ?? null) ? (store.now()?.app.files ?? null) : null,
    })
    window = openWindow({
      preload: place.preload,
      icon: place.icon,
      packaged: app.isPackaged,
      remembered: state,
      log,
      onLeft: (bounds, maximized) => {
        Object.assign(state, { bounds, maximized })
        keep()
      },
      onCrashed: () => showTrouble({ kind: 'crashed' }),
    })
    window.on('closed', () => {
      window = null
    })
    showPage()
    return openStore(target)
  })
}

/** A store named for this start comes first, then one chosen in the start-up window, then this user's own, which may be made. */
function firstTarget(named: string | undefined, userData: string, chosen: string | null): Target {
  const { file, own } = storeToOpen(named, userData)
  return own && chosen ? { file: chosen, mayCreate: false } : { file, mayCreate: own }
}

/** The windows are gone by then, with what was typed put away; the program ends when the store is closed. */
function closeBeforeQuitting(
  isOpen: () => unknown,
  close: () => Promise<void>,
  complain: (text: string) => void,
): void {
  app.on('will-quit', (event) => {
    if (!isOpen()) return
    event.preventDefault()
    session.defaultSession.flushStorageData()
    close()
      .catch((error: unknown) => complain(`the store did not close: ${String(error)}`))
      .finally(() => app.exit(0))
  })
}
