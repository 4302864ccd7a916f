import { accessSync, constants, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Printer } from '#core/kernel/printer.ts'
import { refuse } from '#shared/values/index.ts'
import { openBrowser } from './browser-pipe.ts'
import { printOrGiveUp, printPage } from './print-page.ts'

type Env = Record<string, string | undefined>

/** Prints through an installed Chromium, Chrome or Edge, started for this one page and ended behind it. */
export function browserPrinter(env: Env = process.env): Printer {
  return async (html, job, roll) => {
    const path = findBrowser(env)
    if (path === null) return refuse('PDF_NO_BROWSER')
    const profile = mkdtempSync(join(tmpdir(), 'keyrack-print-'))
    const browser = openBrowser(path, profile)
    try {
      return await printOrGiveUp(path, job, async () => printPage(await browser.newPage(), html, roll))
    } finally {
      browser.end()
      // On Windows its last files are let go a moment later
      await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }).catch(
        () => undefined,
      )
    }
  }
}

/** The browser that `KEYRACK_BROWSER` names, else an installed one; null where there is none. */
function findBrowser(env: Env, platform: NodeJS.Platform = process.platform): string | null {
  const named = env.KEYRACK_BROWSER
  if (named !== undefined && named !== '') return canRun(named) ? named : null
  return candidatesOn(env, platform).find(canRun) ?? null
}

function candidatesOn(env: Env, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin')
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    )
    const programs = [
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => `${root}\\${program}`))
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
