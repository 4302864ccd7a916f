import { app } from 'electron'
import type { Place } from '../host/places.ts'

/**
 * `keyrack doctor` and the like, in the program that a hotel has installed: the same commands, no window. Electron is
 * held meanwhile before it begins when it is packaged (electron.vite.config.ts, start.mjs): it looks for no display, and takes no signal
 * away from a command that is at work.
 */
export async function runWithoutWindow(own: string[], place: Place): Promise<never> {
  app.dock?.hide()
  const { runCli } = await import('../cli/run.ts')
  process.exit(await runCli(own, place))
}
