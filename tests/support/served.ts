import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { ComposeOptions } from '#core/compose.ts'
import { type Loopback, openLoopback } from '#hosts/loopback/server.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { openTestApp, type TestApp } from './app.ts'

export const administrator = { login: 'admin', password: 'correct horse' } as const

type Start = {
  /** What the fresh hotel is filled with: by a function that calls operations, or a demo hotel of this size. */
  seed?: ((hotel: TestApp) => Promise<unknown>) | { demo: InputOf<'job.startDemo'> }
  /** A store that is filled already; it is left as it is afterwards. */
  file?: string
  /** Devices of the machine. */
  devices?: ComposeOptions['devices']
  /** What makes the PDFs that a printer gets. */
  printer?: ComposeOptions['printer']
  /** The built page; KEYRACK_TEST_PAGE names another build. */
  renderer?: string
}

type Visit = { language?: 'en' | 'zh'; theme?: 'light' | 'night'; login?: string; password?: string }

/** A hotel in this process with its page in the browser: tests call operations beside the page and see what it wrote. */
export type Served = TestApp & {
  origin: string
  /** Lets the page's browser in, signs in and opens the address. */
  visit: (page: Page, path?: string, options?: Visit) => Promise<void>
}

/** Opens a store (a fresh one unless `file` names one), fills it and serves the built page on a free port of 127.0.0.1. */
export async function serveHotel({
  seed,
  file,
  devices,
  printer,
  renderer = builtPage(),
}: Start = {}): Promise<Served> {
  const machine = { ...(devices ? { devices } : {}), ...(printer ? { printer } : {}) }
  const hotel = await openTestApp(file === undefined ? machine : { file, setUp: false, ...machine })
  let loopback: Loopback | null = null
  try {
    if (typeof seed === 'function') await seed(hotel)
    else if (seed) await fillWithDemo(hotel, seed.demo)
    loopback = await openLoopback(hotel.app, { renderer, port: 0, onDefect: noteDefect(hotel) })
  } catch (error) {
    await hotel.close()
    throw error
  }
  const { origin, newLink, close } = loopback
  return {
    ...hotel,
    origin,
    visit: (page, path = '/', options = {}) => visit(page, newLink(), origin, path, options),
    close: async () => {
      await close()
      await hotel.close()
    },
  }
}

async function visit(page: Page, link: string, origin: string, path: string, options: Visit): Promise<void> {
  const { language = 'en', theme = 'light', ...who } = options
  await page.addInitScript(
    ([chosenLanguage, chosenTheme]) => {
      localStorage.setItem('keyrack:language', chosenLanguage ?? 'en')
      localStorage.setItem('keyrack:theme', chosenTheme ?? 'light')
    },
    [language, theme],
  )
  await page.request.get(link)
  const input = { ...administrator, ...who }
  const reply = await page.request.post(`${origin}/rpc`, { data: { operation: 'access.signIn', input } })
  const answer = (await reply.json()) as { ok: boolean }
  if (!answer.ok) throw new Error(`sign-in: ${JSON.stringify(answer)}`)
  await page.goto(origin + path)
}

async function fillWithDemo(hotel: TestApp, size: InputOf<'job.startDemo'>): Promise<void> {
  const ended = new Promise<void>((resolve) => {
    const stop = hotel.app.events.on((event) => {
      if (event.type !== 'job' || event.progress.state === 'running') return
      stop()
      resolve()
    })
  })
  const { job } = await hotel.must('job.startDemo', size)
  await ended
  const status = await hotel.must('job.status', { job })
  if (status.state !== 'done') throw new Error(`demo hotel: ${JSON.stringify(status)}`)
}

function noteDefect(hotel: TestApp): (error: unknown) => string {
  return (error) => {
    hotel.defects.push(error)
    return 'test'
  }
}

function builtPage(): string {
  const folder = process.env.KEYRACK_TEST_PAGE ?? join(projectRoot, 'out/renderer')
  if (!existsSync(join(folder, 'index.html')))
    throw new Error('The page is not built: npm run build (npm test does it by itself).')
  return folder
}
