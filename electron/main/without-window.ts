import { app } from 'electron'
import type { Place } from '../host/places.ts'

/**
 * Runs `keyrack doctor` and the like in the program that a hotel has installed: the same commands, no window. In the
 * package Electron waits for the end (electron.vite.config.ts, start.mjs), so it looks for no display and takes no
 * signal away from a running command.
 */
export async function runWithoutWindow(own: string[], place: Place): Promise<never> {
  app.dock?.hide()
  const { runCli } = await import('../cli/run.ts')
  process.exit(await runCli(own, place))
}
