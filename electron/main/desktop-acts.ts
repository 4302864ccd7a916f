import { resolve } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { allows } from '#shared/domain/access/rights.ts'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import type { DeskStore, Target } from './desk-store.ts'
import type { PageSource } from './guards.ts'
import { type Logger, logFolder } from './log.ts'
import type { LongWork } from './long-work.ts'
import { showMenu } from './menu.ts'
import { print } from './print.ts'
import { mayChangeTo, mayStop, sayAdministrator } from './questions.ts'
import { type Remembered, remember } from './remembered.ts'
import type { RestoreFlow } from './restore-flow.ts'
import { troubleOrigin } from './scheme.ts'
import type { Trouble, TroubleAction } from './trouble-page.ts'

/** The state of the program behind its one window. */
export type Desktop = {
  readonly userData: string
  /** The user's own folder where it can't be written; the window then works in a temporary one. */
  readonly barred: string | null
  /** This user's own store. */
  readonly usual: Target
  readonly source: PageSource
  readonly log: Logger
  /** The file that `remembered` is kept in. */
  readonly memory: string
  readonly remembered: Remembered
  readonly store: DeskStore
  readonly work: LongWork
  readonly restore: RestoreFlow
  target: Target
  language: Language
  window: BrowserWindow | null
  trouble: Trouble | null
  /** When the last new attempt failed. */
  tried: Date | null
  /** Leaving needs no question: the user has answered it, or the machine is shutting down. */
  leaving: boolean
  /** The question whether to leave is on screen. */
  asking: boolean
}

/** Saves where the window was left and how it looks; a failure is only logged. */
export function keepRemembered({ memory, remembered, log }: Desktop): void {
  try {
    remember(memory, remembered)
  } catch (error) {
    log.warn(`the window is not remembered: ${String(error)}`)
  }
}

/** Prints what is on screen; false when the dialog was left or failed. */
export function printPage({ window, language, log }: Desktop): Promise<boolean> {
  return print(window, language, log)
}

/** The desk's page prints itself, because a report has a paper of its own; another page is printed as it is on screen. */
function printFromMenu(desktop: Desktop): void {
  const contents = desktop.window?.webContents
  if (contents?.getURL().startsWith(`${desktop.source.origin}/`)) contents.send('app:print')
  else void printPage(desktop)
}

/** Switches menus and dialogs to a language. */
export function speak(desktop: Desktop, language: Language): void {
  desktop.language = language
  showMenu({
    language,
    packaged: app.isPackaged,
    print: () => printFromMenu(desktop),
    openStore: () => void (desktop.barred || chooseStore(desktop)),
    restore: () => void (desktop.barred || restoreFromMenu(desktop)),
    showLog: () => void shell.openPath(logFolder(desktop.userData)),
    press: (keyCode) => {
      for (const type of ['keyDown', 'keyUp'] as const)
        desktop.window?.webContents.sendInputEvent({ type, keyCode })
    },
  })
}

/** Shows the desk itself in the window. */
export function showPage(desktop: Desktop): void {
  desktop.trouble = null
  void desktop.window?.loadURL(`${desktop.source.origin}/`)
}

/** Shows the trouble page in place of the desk. */
export function showTrouble(desktop: Desktop, trouble: Trouble, tried: Date | null = null): void {
  desktop.trouble = trouble
  desktop.tried = tried
  void desktop.window?.loadURL(`${troubleOrigin}/`)
}

/** Opens a store or shows why not; `again` means that the user asked for a new attempt. */
export async function openStore(desktop: Desktop, wanted: Target, again = false): Promise<boolean> {
  const opened = await desktop.store.open(wanted, desktop.language)
  if (opened === 'open') {
    if (desktop.trouble) showPage(desktop)
    return true
  }
  const trouble = opened.kind === 'store' ? opened : { ...opened, logFolder: logFolder(desktop.userData) }
  showTrouble(desktop, trouble, again && desktop.trouble ? new Date() : null)
  return false
}

/** Replaces the store that is open or in trouble; the new one is remembered when it opens. */
async function changeStore(desktop: Desktop, wanted: Target): Promise<void> {
  const { store, target, remembered, usual } = desktop
  if (desktop.restore.state()) return
  if (store.now() && resolve(wanted.file) === resolve(target.file)) return
  if (!(await mayStopWork(desktop))) return
  const wasOpen = store.now() !== null
  await store.close()
  desktop.target = wanted
  if (!(await openStore(desktop, wanted))) return
  if (wasOpen) showPage(desktop)
  remembered.store = wanted.file === usual.file ? null : wanted.file
  keepRemembered(desktop)
}

/** Asks for a folder with copies; null when the dialog was left. */
export async function chooseFolder({ window, language }: Desktop): Promise<string | null> {
  if (!window) return null
  const title = words(language, 'desktop.dialog.copies')
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory'] })
  return filePaths[0] ?? null
}

/** Closes the store, if one is open, and shows the copies that may take its place. */
export async function beginRestore(desktop: Desktop, folder: string | null): Promise<void> {
  if (desktop.restore.state() || !(await mayStopWork(desktop))) return
  await desktop.store.close()
  await desktop.restore.begin(resolve(desktop.target.file), folder)
}

/** Where a store is open, an administrator has to be signed in; one that can't be opened has nobody to ask. */
async function restoreFromMenu(desktop: Desktop): Promise<void> {
  const { store, window, language } = desktop
  const user = store.now()?.desk.user()
  if (!store.now() || (user && allows(user.rights, 'backup'))) await beginRestore(desktop, null)
  else if (window) await sayAdministrator(window, language)
}

/** Shows the page of the restore in place of the desk. */
export function showRestore({ window }: Desktop): void {
  void window?.loadURL(`${troubleOrigin}/`)
}

/** Opens what is at the store's place after a restore, or after one that was left. */
export async function reopenStore(desktop: Desktop): Promise<void> {
  if (await openStore(desktop, desktop.target)) showPage(desktop)
}

async function chooseStore(desktop: Desktop): Promise<void> {
  const { window, language } = desktop
  if (!window) return
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words(language, 'desktop.dialog.openStore'),
    filters: [{ name: words(language, 'desktop.dialog.stores'), extensions: ['keyrack'] }],
    properties: ['openFile'],
  })
  const [file] = filePaths
  if (file !== undefined) await changeStore(desktop, { file, mayCreate: false })
}

/** Answers a second start of the program: comes to the front and, if another store was named, offers to open it. */
export async function meetSecond(desktop: Desktop, other: string | null): Promise<void> {
  const { window, target } = desktop
  if (!window) return
  if (window.isMinimized()) window.restore()
  window.focus()
  if (!other || desktop.barred || other === resolve(target.file)) return
  const stores = { open: target.file, other }
  if (await mayChangeTo(window, stores, desktop.language))
    await changeStore(desktop, { file: other, mayCreate: false })
}

async function mayStopWork({ work, window, language }: Desktop): Promise<boolean> {
  const running = work.now()
  return !running || !window || (await mayStop(window, running, language))
}

/** Quits, but asks first while a job is running. Only one question is on screen at a time. */
export async function askToLeave(desktop: Desktop): Promise<void> {
  if (desktop.asking) return
  desktop.asking = true
  desktop.leaving = await mayStopWork(desktop)
  desktop.asking = false
  if (desktop.leaving) app.quit()
}

/** The acts behind the buttons of the trouble page. */
export function troubleActions(desktop: Desktop): Record<TroubleAction, () => void> {
  return {
    retry: () => {
      if (desktop.barred) {
        app.relaunch()
        app.exit(0)
      } else void openStore(desktop, desktop.target, true)
    },
    create: () => void openStore(desktop, { ...desktop.target, mayCreate: true }),
    choose: () => void chooseStore(desktop),
    usual: () => void changeStore(desktop, desktop.usual),
    restore: () => void beginRestore(desktop, null),
    reload: () => showPage(desktop),
    quit: () => app.quit(),
    language: () => {
      speak(desktop, desktop.language === 'zh' ? 'en' : 'zh')
      desktop.remembered.language = desktop.language
      if (desktop.restore.state()) showRestore(desktop)
      else if (desktop.trouble) showTrouble(desktop, desktop.trouble, desktop.tried)
    },
  }
}
