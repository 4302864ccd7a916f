import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import type { Language } from '#shared/i18n/types.ts'

/** How long a browser stays let in after its last sign-in, or after its link where nobody signed in. */
export const letInDays = 30
/** So many browsers are remembered; the one unused the longest gives way. */
const mostBrowsers = 200

type Browser = { hash: string; until: number; language: Language }

/** The browsers that were let in, by the hash of their cookie. */
export type LetIn = {
  /** The language the browser asked for; null for one that was never let in or whose time is over. */
  find: (hash: string) => Language | null
  /** Lets a browser in from now on; its earlier cookies end. */
  put: (hash: string, language: Language, earlier?: readonly string[]) => void
}

/**
 * Keeps them in a file beside the store, so that a browser stays let in when the host was restarted; who is signed in
 * there is not kept. With hashes alone nobody who reads the file gets in. A file that can't be read lets nobody in: a new
 * link does. One that can't be written is told of, and the desk goes on.
 */
export function keepLetIn(store: string, clock: () => number, onDefect: (error: unknown) => unknown): LetIn {
  const file = `${store}-browsers`
  const browsers = new Map(readBrowsers(file).map((one) => [one.hash, one]))
  const good = (one: Browser) => one.until > clock()
  return {
    find: (hash) => {
      const one = browsers.get(hash)
      return one && good(one) ? one.language : null
    },
    put: (hash, language, earlier = []) => {
      for (const one of earlier) browsers.delete(one)
      browsers.set(hash, { hash, until: clock() + letInDays * 24 * 3_600_000, language })
      const kept = [...browsers.values()].filter(good).slice(-mostBrowsers)
      browsers.clear()
      for (const one of kept) browsers.set(one.hash, one)
      try {
        writeFileSync(`${file}-new`, JSON.stringify(kept), { mode: 0o600 })
        renameSync(`${file}-new`, file)
      } catch (error) {
        onDefect(error)
      }
    },
  }
}

function readBrowsers(file: string): Browser[] {
  try {
    const kept: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return Array.isArray(kept) ? kept.filter(isBrowser) : []
  } catch {
    return []
  }
}

function isBrowser(value: unknown): value is Browser {
  if (typeof value !== 'object' || value === null) return false
  const { hash, until, language } = value as Partial<Browser>
  return typeof hash === 'string' && typeof until === 'number' && (language === 'en' || language === 'zh')
}
