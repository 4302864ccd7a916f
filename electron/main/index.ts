import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { words } from '#shared/i18n/index.ts'
import { systemLanguage } from '../host/language.ts'
import { stayLean } from '../host/memory.ts'
import { keepFilesPrivate } from '../host/private-files.ts'
import { asksForDebugging, ownArguments, type WindowWishes, windowWishes } from './arguments.ts'
import { runWithoutWindow } from './without-window.ts'

stayLean()
keepFilesPrivate()
const own = ownArguments(process.argv, app.isPackaged)
const wishes = windowWishes(own)
const language = wishes?.lang ?? systemLanguage()
const addon = app.isPackaged ? undefined : process.env.KEYRACK_TEST_SQLITE_ADDON
const place = {
  renderer: join(__dirname, '..', 'renderer'),
  userData: app.getPath('userData'),
  ...(addon ? { nativeBinding: addon } : {}),
}

if (app.isPackaged && asksForDebugging(process.argv) && !isForTests())
  endWith(words(language, 'desktop.noDebugging'), 2)
// Chromium ends the whole program without a word where it finds no display. Unpackaged it is not held back from looking.
if ((wishes !== null || !app.isPackaged) && !hasDisplay()) endWith(words(language, 'desktop.noDisplay'), 1)

/** What Electron waits for before it begins: the command line, which ends the program, or the desktop's code. */
export const held = wishes === null ? runWithoutWindow(own, place) : runInWindow(wishes)

/** The desktop's code is loaded only for a window, so that the command line answers without it. */
async function runInWindow(asked: WindowWishes): Promise<void> {
  const preload = join(__dirname, '..', 'preload', 'index.cjs')
  const resources = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources')
  const icon = join(resources, 'icons', '128x128.png')
  const { startDesktop } = await import('./desktop.ts')
  startDesktop({ ...place, preload, icon }, asked)
}

/** The package that the journeys drive through the page's debugging port says so (scripts/lib/packaging.ts). */
function isForTests(): boolean {
  return existsSync(join(process.resourcesPath, 'for-tests'))
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true
  const elsewhere = process.argv.some((arg) => arg.startsWith('--ozone-platform') || arg === '--headless')
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || elsewhere
}

function endWith(message: string, code: number): never {
  process.stderr.write(`keyrack: ${message}\n`)
  process.exit(code)
}
