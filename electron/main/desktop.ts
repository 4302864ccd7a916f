import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, nativeTheme, powerMonitor, session } from 'electron'
import { programVersion } from '#core/kernel/version.ts'
import { languageOf } from '#shared/i18n/language.ts'
import { devicesFolder } from '../host/devices/adapters.ts'
import { canKeepFilesIn } from '../host/folder.ts'
import { type Place, storeToOpen } from '../host/places.ts'
import { mayGiveFiles } from '../host/receive-file.ts'
import type { WindowWishes } from './arguments.ts'
import { createDeskStore, type Target } from './desk-store.ts'
import {
  askToLeave,
  beginRestore,
  chooseFolder,
  type Desktop,
  keepRemembered,
  meetSecond,
  openStore,
  printPage,
  reopenStore,
  showPage,
  showRestore,
  showTrouble,
  speak,
  troubleActions,
} from './desktop-acts.ts'
import { guardContents, guardSession, pageSource } from './guards.ts'
import { answerPage, type Look } from './ipc.ts'
import { openLog } from './log.ts'
import { watchLongWork } from './long-work.ts'
import { notePageErrors } from './page-errors.ts'
import { recall } from './remembered.ts'
import { createRestoreFlow } from './restore-flow.ts'
import { restorePage } from './restore-page.ts'
import { registerScheme, serveScheme } from './scheme.ts'
import { type TroubleAction, troublePage } from './trouble-page.ts'
import { keepTypedText } from './typed-text.ts'
import { groundOf, openWindow } from './window.ts'

type WindowPlace = Place & { preload: string; icon: string }

/** Runs the desk in a window of its own until it is closed. Must be called before Electron is ready. */
export function startDesktop(place: WindowPlace, wishes: WindowWishes): void {
  registerScheme()
  app.enableSandbox()
  if (wishes.lang) app.commandLine.appendSwitch('lang', wishes.lang)
  const asked = storeToOpen(wishes.store, place.userData)
  // No lock can be taken in a folder that can't be written: the window says so, out of a temporary folder.
  const barred = canKeepFilesIn(place.userData) ? null : place.userData
  const userData = barred ? mkdtempSync(join(tmpdir(), 'keyrack-')) : place.userData
  if (barred) app.setPath('userData', userData)
  else if (!app.requestSingleInstanceLock({ store: asked.own ? null : resolve(asked.file) })) {
    app.exit(0)
    return
  }
  const desktop = prepareDesktop(place, { barred, userData }, asked, wishes)
  answerWindow(desktop)
  app.on('second-instance', (_event, _argv, _folder, sent) => {
    const other = (sent as { store?: unknown } | null)?.store
    void meetSecond(desktop, typeof other === 'string' ? other : null)
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuitting(desktop, barred ? 1 : 0)
  void app.whenReady().then(() => openDesktop(desktop, place, wishes))
}

/** Opens the log, reads how the window was left and prepares the store; there is no window yet. */
function prepareDesktop(
  place: WindowPlace,
  { barred, userData }: Pick<Desktop, 'barred' | 'userData'>,
  asked: ReturnType<typeof storeToOpen>,
  wishes: WindowWishes,
): Desktop {
  const log = openLog(userData, app.isPackaged)
  const memory = join(userData, 'window.json')
  const remembered = recall(memory)
  const usual: Target = { file: join(place.userData, 'hotel.keyrack'), mayCreate: true }
  const { nativeBinding } = place
  const devices = devicesFolder(userData)
  const store = createDeskStore(log, { nativeBinding, devices }, (event) => {
    desktop.work.hear(event)
    // Who is not signed in sees nothing of what others do.
    if (event.type === 'session' || store.now()?.desk.user())
      desktop.window?.webContents.send('app:event', event)
  })
  const desktop: Desktop = {
    userData,
    barred,
    usual,
    source: pageSource(app.isPackaged, process.env.ELECTRON_RENDERER_URL),
    log,
    memory,
    remembered,
    store,
    work: watchLongWork(log, (job) => store.now()?.app.jobs.status(job)?.failure ?? null),
    restore: createRestoreFlow({
      nativeBinding,
      chooseFolder: () => chooseFolder(desktop),
      show: () => showRestore(desktop),
      reopen: () => void reopenStore(desktop),
      onDefect: (error) => noteDefect(log, error),
      now: () => Date.now(),
    }),
    target: firstTarget(asked, remembered.store, usual),
    language: wishes.lang ?? remembered.language ?? 'en',
    window: null,
    trouble: null,
    tried: null,
    leaving: false,
    asking: false,
  }
  return desktop
}

function noteDefect(log: Desktop['log'], error: unknown): string {
  const incident = randomUUID().slice(0, 8)
  log.error(`${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  return incident
}

/** Answers what the page and the trouble page may ask of the program. */
function answerWindow(desktop: Desktop): void {
  const { source, log, store } = desktop
  const actions = troubleActions(desktop)
  guardContents(app, source, (action) => {
    if (desktop.restore.act(action)) return
    if (Object.hasOwn(actions, action)) actions[action as TroubleAction]()
  })
  answerPage({
    source,
    log,
    window: () => desktop.window,
    opened: store.whenOpen,
    language: () => desktop.language,
    print: () => printPage(desktop),
    chooseFolder: () => chooseFolder(desktop),
    restore: (folder) => void beginRestore(desktop, folder),
    onLook: (look) => takeLook(desktop, look),
  })
}

/** Desk, menus and dialogs follow the language and theme of the page. */
function takeLook(desktop: Desktop, { chosen, ...look }: Look): void {
  const { store, window, remembered } = desktop
  store.now()?.desk.setLanguage(look.language)
  if (look.language !== desktop.language) speak(desktop, look.language)
  if (look.theme !== remembered.theme) window?.setBackgroundColor(groundOf(look.theme))
  nativeTheme.themeSource = chosen ? (look.theme === 'night' ? 'dark' : 'light') : 'system'
  Object.assign(remembered, look)
  keepRemembered(desktop)
}

/** Opens the window once Electron is ready, and the store while the page is already being painted. */
function openDesktop(desktop: Desktop, place: WindowPlace, wishes: WindowWishes): void {
  const { log, source, remembered, barred } = desktop
  const { platform, arch, versions } = process
  log.info(`Keyrack ${programVersion}, Electron ${versions.electron}, ${platform} ${release()} ${arch}`)
  const systemLanguage = languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale())
  speak(desktop, wishes.lang ?? remembered.language ?? systemLanguage)
  app.setAboutPanelOptions({ applicationName: 'Keyrack 客迹', applicationVersion: programVersion })
  guardSession(source)
  powerMonitor.on('shutdown', () => {
    desktop.leaving = true
  })
  serveWindow(desktop, place)
  desktop.window = makeWindow(desktop, place)
  if (barred) showTrouble(desktop, { kind: 'folder', folder: barred })
  else {
    showPage(desktop)
    void openStore(desktop, desktop.target)
  }
}

/** Serves the page's own files, the trouble page, and the files that a signed-in user may fetch. */
function serveWindow(desktop: Desktop, { renderer }: Place): void {
  const { store, usual, remembered } = desktop
  serveScheme({
    renderer,
    troublePage: () => {
      const { trouble, language, target, tried } = desktop
      const restore = desktop.restore.state()
      if (restore) return restorePage(restore, language, remembered.theme)
      const moment = { usualIsElse: target.file !== usual.file, tried }
      return trouble ? troublePage(trouble, language, remembered.theme, moment) : ''
    },
    uploadsFor: async () => {
      const opened = store.now()
      return opened && mayGiveFiles(await opened.desk.userNow()) ? opened.desk.uploads : null
    },
  })
}

function makeWindow(desktop: Desktop, { preload, icon }: WindowPlace) {
  const { log, remembered, work } = desktop
  const window = openWindow({
    preload,
    icon,
    packaged: app.isPackaged,
    remembered,
    log,
    mayClose: () => {
      if (desktop.leaving || !work.now()) return true
      void askToLeave(desktop)
      return false
    },
    onLeft: (bounds, maximized) => {
      Object.assign(remembered, { bounds, maximized })
      keepRemembered(desktop)
    },
    onCrashed: () => showTrouble(desktop, { kind: 'crashed' }),
  })
  notePageErrors(window.webContents, log)
  keepTypedText(window, session.defaultSession)
  window.on('closed', () => {
    desktop.window = null
  })
  return window
}

/** The store named for this start, else the one chosen earlier, else this user's own, which may be created. */
function firstTarget(
  { file, own }: { file: string; own: boolean },
  chosen: string | null,
  usual: Target,
): Target {
  if (!own) return { file: resolve(file), mayCreate: false }
  return chosen ? { file: chosen, mayCreate: false } : usual
}

/** Ends the program once the store is closed. Windows are gone by then, and their typed text is flushed to disk. */
function closeBeforeQuitting({ store, log }: Desktop, code: number): void {
  app.on('will-quit', (event) => {
    if (!store.now()) return code === 0 ? undefined : app.exit(code)
    event.preventDefault()
    session.defaultSession.flushStorageData()
    store
      .close()
      .catch((error: unknown) => log.error(`the store did not close: ${String(error)}`))
      .finally(() => app.exit(code))
  })
}
