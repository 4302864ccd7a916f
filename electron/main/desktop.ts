import { mkdtempSync } from 'node:fs'
import { release, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { app, type BrowserWindow, dialog, nativeTheme, powerMonitor, session, shell } from 'electron'
import { programVersion } from '#core/kernel/version.ts'
import { languageOf, words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { canKeepFilesIn } from '../host/folder.ts'
import { type Place, storeToOpen } from '../host/places.ts'
import { mayGiveFiles } from '../host/receive-file.ts'
import type { WindowWishes } from './arguments.ts'
import { createDeskStore, type Target } from './desk-store.ts'
import { guardContents, guardSession, pageSource } from './guards.ts'
import { answerPage, type Look } from './ipc.ts'
import { logFolder, openLog } from './log.ts'
import { watchLongWork } from './long-work.ts'
import { showMenu } from './menu.ts'
import { notePageErrors } from './page-errors.ts'
import { print } from './print.ts'
import { mayChangeTo, mayStop } from './questions.ts'
import { recall, remember } from './remembered.ts'
import { registerScheme, serveScheme, troubleOrigin } from './scheme.ts'
import { type Trouble, type TroubleAction, troublePage } from './trouble-page.ts'
import { keepTypedText } from './typed-text.ts'
import { groundOf, openWindow } from './window.ts'

/** The desk in a window of its own, until it is closed. Called before Electron is ready. */
export function startDesktop(place: Place & { preload: string; icon: string }, wishes: WindowWishes): void {
  registerScheme()
  app.enableSandbox()
  if (wishes.lang) app.commandLine.appendSwitch('lang', wishes.lang)
  // Where the user's folder can't be written nobody can be the first: it is shown, and the window gets a temporary folder.
  const barred = canKeepFilesIn(place.userData) ? null : place.userData
  const userData = barred ? mkdtempSync(join(tmpdir(), 'keyrack-')) : place.userData
  const usual: Target = { file: join(place.userData, 'hotel.keyrack'), mayCreate: true }
  const asked = storeToOpen(wishes.store, place.userData)
  if (barred) app.setPath('userData', userData)
  else if (!app.requestSingleInstanceLock({ store: asked.own ? null : resolve(asked.file) })) {
    app.exit(0)
    return
  }
  const log = openLog(userData, app.isPackaged)
  const source = pageSource(app.isPackaged, process.env.ELECTRON_RENDERER_URL)
  const memory = join(userData, 'window.json')
  const state = recall(memory)
  const store = createDeskStore(log, place.nativeBinding, (event) => {
    work.hear(event)
    window?.webContents.send('app:event', event)
  })
  const work = watchLongWork(log, (job) => store.now()?.app.jobs.status(job)?.failure ?? null)
  let target = firstTarget(asked, state.store, usual)
  let language: Language = wishes.lang ?? state.language ?? 'en'
  let window: BrowserWindow | null = null
  let trouble: Trouble | null = null
  let tried: Date | null = null
  /** Nothing is asked any more: it was answered, or the machine goes down and nobody is there to answer. */
  let leaving = false
  let asking = false

  const keep = () => {
    try {
      remember(memory, state)
    } catch (error) {
      log.warn(`the window is not remembered: ${String(error)}`)
    }
  }
  const printPage = () => print(window, language, log)
  const speak = (chosen: Language) => {
    language = chosen
    showMenu({
      language,
      packaged: app.isPackaged,
      print: () => void printPage(),
      openStore: () => void (barred || chooseStore()),
      showLog: () => void shell.openPath(logFolder(userData)),
      press: (keyCode) => {
        for (const type of ['keyDown', 'keyUp'] as const)
          window?.webContents.sendInputEvent({ type, keyCode })
      },
    })
  }
  const showPage = () => {
    trouble = null
    void window?.loadURL(`${source.origin}/`)
  }
  const showTrouble = (found: Trouble, at: Date | null = null) => {
    trouble = found
    tried = at
    void window?.loadURL(`${troubleOrigin}/`)
  }

  async function openStore(wanted: Target, again = false): Promise<boolean> {
    const found = await store.open(wanted, language)
    if (found === 'open') {
      if (trouble) showPage()
      return true
    }
    const folder = logFolder(userData)
    showTrouble(
      found.kind === 'store' ? found : { ...found, logFolder: folder },
      again && trouble ? new Date() : null,
    )
    return false
  }

  /** Another store in the place of the one that is open or in trouble; it is remembered when it opens. */
  async function changeStore(wanted: Target): Promise<void> {
    if (store.now() && resolve(wanted.file) === resolve(target.file)) return
    if (!(await mayStopWork())) return
    const wasOpen = store.now() !== null
    await store.close()
    target = wanted
    if (!(await openStore(target))) return
    if (wasOpen) showPage()
    state.store = wanted.file === usual.file ? null : wanted.file
    keep()
  }

  async function chooseStore(): Promise<void> {
    if (!window) return
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: words(language, 'desktop.dialog.openStore'),
      filters: [{ name: words(language, 'desktop.dialog.stores'), extensions: ['keyrack'] }],
      properties: ['openFile'],
    })
    const [file] = filePaths
    if (file !== undefined) await changeStore({ file, mayCreate: false })
  }

  /** The program was started once more: with a store of its own it is shown which one is open here. */
  async function meetSecond(other: string | null): Promise<void> {
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.focus()
    if (!other || barred || other === resolve(target.file)) return
    const stores = { open: target.file, other }
    if (await mayChangeTo(window, stores, language)) await changeStore({ file: other, mayCreate: false })
  }

  const mayStopWork = async () => {
    const running = work.now()
    return !running || !window || (await mayStop(window, running, language))
  }

  async function askToLeave(): Promise<void> {
    if (asking) return
    asking = true
    leaving = await mayStopWork()
    asking = false
    if (leaving) app.quit()
  }

  const retry = () => {
    if (barred) {
      app.relaunch()
      app.exit(0)
    } else void openStore(target, true)
  }
  const actions: Record<TroubleAction, () => void> = {
    retry,
    create: () => void openStore({ ...target, mayCreate: true }),
    choose: () => void chooseStore(),
    usual: () => void changeStore(usual),
    reload: showPage,
    quit: () => app.quit(),
    language: () => {
      speak(language === 'zh' ? 'en' : 'zh')
      state.language = language
      if (trouble) showTrouble(trouble, tried)
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
    print: printPage,
    onLook: ({ chosen, ...look }: Look) => {
      store.now()?.desk.setLanguage(look.language)
      if (look.language !== language) speak(look.language)
      if (look.theme !== state.theme) window?.setBackgroundColor(groundOf(look.theme))
      // Menus and dialogs go with the page.
      nativeTheme.themeSource = chosen ? (look.theme === 'night' ? 'dark' : 'light') : 'system'
      Object.assign(state, look)
      keep()
    },
  })
  app.on('second-instance', (_event, _argv, _folder, told) => {
    const other = (told as { store?: unknown } | null)?.store
    void meetSecond(typeof other === 'string' ? other : null)
  })
  app.on('window-all-closed', () => app.quit())
  closeBeforeQuitting(store.now, store.close, log.error, barred ? 1 : 0)

  void app.whenReady().then(() => {
    const { platform, arch, versions } = process
    log.info(`Keyrack ${programVersion}, Electron ${versions.electron}, ${platform} ${release()} ${arch}`)
    speak(
      wishes.lang ?? state.language ?? languageOf(app.getPreferredSystemLanguages()[0] ?? app.getLocale()),
    )
    app.setAboutPanelOptions({ applicationName: 'Keyrack 客迹', applicationVersion: programVersion })
    guardSession(source)
    powerMonitor.on('shutdown', () => {
      leaving = true
    })
    serveScheme({
      renderer: place.renderer,
      troublePage: () => {
        const moment = { usualIsElse: target.file !== usual.file, tried }
        return trouble ? troublePage(trouble, language, state.theme, moment) : ''
      },
      filesFor: () =>
        mayGiveFiles(store.now()?.desk.user() ?? null) ? (store.now()?.app.files ?? null) : null,
    })
    window = openWindow({
      preload: place.preload,
      icon: place.icon,
      packaged: app.isPackaged,
      remembered: state,
      log,
      mayClose: () => {
        if (leaving || !work.now()) return true
        void askToLeave()
        return false
      },
      onLeft: (bounds, maximized) => {
        Object.assign(state, { bounds, maximized })
        keep()
      },
      onCrashed: () => showTrouble({ kind: 'crashed' }),
    })
    notePageErrors(window.webContents, log)
    keepTypedText(window, session.defaultSession)
    window.on('closed', () => {
      window = null
    })
    if (barred) showTrouble({ kind: 'folder', folder: barred })
    else {
      showPage()
      void openStore(target)
    }
  })
}

/** A store named for this start comes first, then one chosen in an earlier one, then this user's own, which may be made. */
function firstTarget(
  { file, own }: { file: string; own: boolean },
  chosen: string | null,
  usual: Target,
): Target {
  if (!own) return { file: resolve(file), mayCreate: false }
  return chosen ? { file: chosen, mayCreate: false } : usual
}

/** The windows are closed by then, with what was typed put away; the program ends when the store is closed. */
function closeBeforeQuitting(
  isOpen: () => unknown,
  close: () => Promise<void>,
  complain: (text: string) => void,
  code: number,
): void {
  app.on('will-quit', (event) => {
    if (!isOpen()) return code === 0 ? undefined : app.exit(code)
    event.preventDefault()
    session.defaultSession.flushStorageData()
    close()
      .catch((error: unknown) => complain(`the store did not close: ${String(error)}`))
      .finally(() => app.exit(code))
  })
}
