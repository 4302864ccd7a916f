import { join } from 'node:path'
import { app } from 'electron'
import { stayLean } from '../host/memory.ts'
import { asksForCommandLine, namedStore, ownArguments } from './arguments.ts'
import { startDesktop } from './desktop.ts'
import { runWithoutWindow } from './without-window.ts'

stayLean()
const own = ownArguments(process.argv, app.isPackaged)
const addon = app.isPackaged ? undefined : process.env.KEYRACK_TEST_SQLITE_ADDON
const place = {
  renderer: join(__dirname, '..', 'renderer'),
  userData: app.getPath('userData'),
  ...(addon ? { nativeBinding: addon } : {}),
}

if (asksForCommandLine(own)) void runWithoutWindow(own, place)
else {
  const preload = join(__dirname, '..', 'preload', 'index.cjs')
  const resources = app.isPackaged
    ? join(process.resourcesPath, 'resources')
    : join(app.getAppPath(), 'resources')
  const icon = join(resources, 'icons', '128x128.png')
  startDesktop({ ...place, preload, icon }, namedStore(own))
}
