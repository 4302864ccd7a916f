import { join } from 'node:path'
import { app } from 'electron'
import { asksForCommandLine, namedStore, ownArguments } from './arguments.ts'
import { startDesktop } from './desktop.ts'
import { runWithoutWindow } from './without-window.ts'

const own = ownArguments(process.argv, app.isPackaged)
const addon = app.isPackaged ? undefined : process.env.KEYRACK_TEST_SQLITE_ADDON
const place = {
  renderer: join(__dirname, '..', 'renderer'),
  userData: app.getPath('userData'),
  ...(addon ? { nativeBinding: addon } : {}),
}

if (asksForCommandLine(own)) void runWithoutWindow(own, place)
else startDesktop({ ...place, preload: join(__dirname, '..', 'preload', 'index.cjs') }, namedStore(own))
