import { spawnSync } from 'node:child_process'
import { app } from 'electron'
import type { Place } from '../host/places.ts'

/** Set for the second start of this program, the one that does the work. */
const restarted = 'KEYRACK_WITHOUT_DISPLAY'

/** `keyrack doctor` and the like, in the program that a hotel has installed: the same commands, no window. */
export async function runWithoutWindow(own: string[], place: Place): Promise<void> {
  if (needsHeadless()) return restartHeadless()
  // What Chromium has to say of buses and drivers is not the command's answer.
  app.commandLine.appendSwitch('log-level', '3')
  app.disableHardwareAcceleration()
  app.dock?.hide()
  passOnSignals()
  const { runCli } = await import('../cli/run.ts')
  return app.exit(await runCli(own, place))
}

/** Chromium wants a display as soon as this script has run, and can be told otherwise on its command line alone. */
function needsHeadless(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY, [restarted]: again } = process.env
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY && !again
}

function restartHeadless(): void {
  const { status } = spawnSync(
    process.execPath,
    ['--ozone-platform=headless', '--disable-gpu', '--log-level=3', ...process.argv.slice(1)],
    { stdio: 'inherit', env: { ...process.env, [restarted]: String(process.pid) } },
  )
  process.exit(status ?? 1)
}

/** Chromium takes the signals that ask a program to end; a command that is at work wants to hear of them. */
function passOnSignals(): void {
  app.on('before-quit', (event) => {
    event.preventDefault()
    if (!process.emit('SIGTERM', 'SIGTERM')) app.exit(130)
  })
  const parent = Number(process.env[restarted])
  // Nobody is left to pass a signal on: whoever waited for us was ended.
  if (parent) setInterval(() => process.ppid === parent || app.quit(), 500).unref()
}
