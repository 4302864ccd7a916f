import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { asNobody, findElectron, hasDisplay, isLinuxRoot, nobodyMay } from './desktop.ts'
import { projectRoot } from './root.mjs'
import { toolCommand } from './tools.ts'

/** The projects of playwright.config.ts. */
export type Journeys = 'chromium' | 'electron' | 'packaged'

/** Why these journeys can’t run here, as the end of a sentence; null when they can. */
export function whyNot(project: Journeys): string | null {
  if (project === 'chromium') {
    const browser = process.env.CHROME_PATH ?? '/usr/bin/chromium'
    return existsSync(browser) ? null : `there is no Chromium at ${browser} (CHROME_PATH names another)`
  }
  if (!findElectron(projectRoot)) {
    return 'Electron’s runtime is not on this machine (ELECTRON_OVERRIDE_DIST_PATH names a folder that has it)'
  }
  if (project === 'packaged' && process.platform !== 'linux') return 'the packaged journeys run on Linux'
  if (project === 'packaged' && !process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    return 'the package for tests is built around the runtime that ELECTRON_OVERRIDE_DIST_PATH names'
  }
  if (!hasDisplay() && !hasVirtualDisplay()) return 'there is no display and no xvfb-run to make one'
  if (isLinuxRoot() && !asNobody())
    return 'Electron does not start as root and setpriv can’t start it as another user'
  if (isLinuxRoot() && !nobodyMay('r', join(projectRoot, 'package.json')))
    return `Electron is started as the user nobody, who can’t read ${projectRoot}`
  return null
}

/** The command that runs these journeys, with a display made for it where there is none. */
export function journeyCommand(project: Journeys): [string, ...string[]] {
  const workers = project === 'chromium' ? 2 : 1
  const command = toolCommand('playwright', ['test', '--project', project, `--workers=${workers}`])
  if (project === 'chromium' || hasDisplay()) return command
  return ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24', ...command]
}

function hasVirtualDisplay(): boolean {
  return spawnSync('xvfb-run', ['--help'], { stdio: 'ignore' }).status === 0
}
