import { statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { type BrowserWindow, dialog, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { Application, OpenDesk } from '#core/compose.ts'
import { writeWhole } from '#core/report/files/write-whole.ts'
import { type AnyReply, parseCall } from '#shared/contract/index.ts'
import { allows } from '#shared/domain/access/rights.ts'
import { describeReply, words } from '#shared/i18n/index.ts'
import { isLanguage } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { mayGiveFiles } from '../host/receive-file.ts'
import { isOurs, type PageSource } from './guards.ts'
import type { Logger } from './log.ts'
import type { Theme } from './remembered.ts'

export type IpcParts = {
  source: PageSource
  log: Logger
  window: () => BrowserWindow | null
  /** Resolves when the store is open; never while it can't be opened. */
  opened: () => Promise<{ app: Application; desk: OpenDesk }>
  language: () => Language
  /** Prints what is on screen; false when it was left or failed. */
  print: () => Promise<boolean>
  /** The system's own dialog for a folder; null when it was left. */
  chooseFolder: () => Promise<string | null>
  /** Leaves the page to restore a copy out of a folder. */
  restore: (folder: string | null) => void
  /** The page shows itself in this language and theme now. */
  onLook: (look: Look) => void
}

/** `chosen`: by the user; else the theme is the system's. */
export type Look = { language: Language; theme: Theme; chosen: boolean }

/** All that the page can ask of the program: one channel for operations, the others for what only a window has. */
export function answerPage(parts: IpcParts): void {
  const handle = (channel: string, answer: (argument: unknown) => Promise<unknown>) =>
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, argument: unknown) => {
      if (isOurs(event, parts.source)) return answer(argument)
      parts.log.warn(`${channel} refused to ${event.senderFrame?.url ?? 'a page that is gone'}`)
      throw new Error('refused')
    })
  handle('app:call', (call) => answerCall(call, parts))
  handle('platform:pickFile', (options) => pickFile(options, parts))
  handle('platform:saveFile', (file) => saveFile(file, parts))
  handle('platform:print', () => parts.print())
  handle('platform:pickFolder', async () => ((await isAdministrator(parts)) ? parts.chooseFolder() : null))
  handle('platform:restore', async (options) => {
    if (await isAdministrator(parts)) parts.restore(folderIn(options))
  })
  ipcMain.on('app:look', (event: IpcMainEvent, look: unknown) => {
    if (isOurs(event, parts.source) && isLook(look)) parts.onLook(look)
  })
}

/** Who may name any folder of the machine, as the contract has it for copies. */
async function isAdministrator({ opened }: IpcParts): Promise<boolean> {
  const { desk } = await opened()
  const user = desk.user()
  return user !== null && (allows(user.rights, 'backup') || allows(user.rights, 'reports-schedule'))
}

function folderIn(options: unknown): string | null {
  const folder =
    typeof options === 'object' && options !== null && 'folder' in options ? options.folder : null
  return typeof folder === 'string' && isAbsolute(folder) ? folder : null
}

async function answerCall(given: unknown, { opened }: IpcParts): Promise<AnyReply> {
  const parsed = parseCall(given)
  if ('issue' in parsed) return { ok: false, fault: { code: 'INVALID_INPUT', issues: [parsed.issue] } }
  const { call } = parsed
  const { desk } = await opened()
  return await desk.call(call.operation, call.input, call.requestId, call.language, call.approval)
}

function isLook(look: unknown): look is Look {
  if (typeof look !== 'object' || look === null || !('language' in look) || !('theme' in look)) return false
  if (!('chosen' in look) || typeof look.chosen !== 'boolean') return false
  return isLanguage(look.language) && ['light', 'night'].includes(String(look.theme))
}

/** The system's own dialog. The page learns a token and the name, never where the file is. */
async function pickFile(options: unknown, { window, opened, language }: IpcParts) {
  const { app, desk } = await opened()
  const parent = window()
  if (!parent || !mayGiveFiles(await desk.userNow())) return null
  const filters = filtersFor(extensionsIn(options), language())
  const title = words(language(), 'desktop.dialog.openFile')
  const { filePaths } = await dialog.showOpenDialog(parent, { title, filters, properties: ['openFile'] })
  const [path] = filePaths
  // The desk may have locked while the dialog was open.
  if (path === undefined || !mayGiveFiles(await desk.userNow())) return null
  const name = basename(path)
  return { file: app.files.give({ path, name, temporary: false }), name, bytes: statSync(path).size }
}

function extensionsIn(options: unknown): string[] {
  const given =
    typeof options === 'object' && options !== null && 'extensions' in options ? options.extensions : []
  return Array.isArray(given)
    ? given.filter((one): one is string => typeof one === 'string' && /^[a-z0-9.]{1,12}$/i.test(one))
    : []
}

/** Dialogs know the last part of a name's ending alone: `csv.gz` is offered as `gz`. */
function filtersFor(extensions: string[], language: Language) {
  const plain = [...new Set(extensions.map((one) => one.split('.').at(-1) ?? one))]
  return [
    ...(plain.length > 0 ? [{ name: words(language, 'desktop.dialog.tables'), extensions: plain }] : []),
    { name: words(language, 'desktop.dialog.allFiles'), extensions: ['*'] },
  ]
}

async function saveFile(file: unknown, { window, language, log }: IpcParts): Promise<boolean> {
  const parent = window()
  if (!parent || typeof file !== 'object' || file === null || !('name' in file) || !('content' in file))
    return false
  if (typeof file.name !== 'string' || !(file.content instanceof Uint8Array)) return false
  const title = words(language(), 'desktop.dialog.saveFile')
  const { filePath } = await dialog.showSaveDialog(parent, { title, defaultPath: basename(file.name) })
  if (!filePath) return false
  const trouble = await writeWhole(filePath, file.content)
  if (!trouble) return true
  const why = describeReply(trouble, language())
  log.warn(`not saved: ${why}`)
  dialog.showErrorBox('Keyrack', why)
  return false
}
