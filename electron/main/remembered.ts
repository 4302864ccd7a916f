import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Language } from '#shared/i18n/types.ts'
import type { Bounds } from './bounds.ts'

export type Theme = 'light' | 'night'

/** What the window remembers of itself from one start to the next. Nothing of the hotel. */
export type Remembered = {
  bounds: Bounds | null
  maximized: boolean
  language: Language | null
  theme: Theme | null
  /** A store that was chosen in the start-up window. */
  store: string | null
}

/** Reads what was remembered. A file that is missing, damaged or from another version is as good as none. */
export function recall(file: string): Remembered {
  const found = parsed(file)
  return {
    bounds: boundsIn(found.bounds),
    maximized: found.maximized === true,
    language: found.language === 'en' || found.language === 'zh' ? found.language : null,
    theme: found.theme === 'light' || found.theme === 'night' ? found.theme : null,
    store: typeof found.store === 'string' && found.store !== '' ? found.store : null,
  }
}

/** Writes it whole or not at all. */
export function remember(file: string, state: Remembered): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}

function parsed(file: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function boundsIn(value: unknown): Bounds | null {
  if (typeof value !== 'object' || value === null) return null
  const { x, y, width, height } = value as Record<string, unknown>
  const whole = [x, y, width, height].every((side) => Number.isInteger(side))
  return whole ? ({ x, y, width, height } as Bounds) : null
}
