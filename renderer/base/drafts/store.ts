/** The part of localStorage that is needed; tests hand in their own. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const PREFIX = 'keyrack:draft:'
const KEEP_DAYS = 30
const WRITE_AFTER_MS = 250

type Kept = { at: number; value: unknown }

export type DraftStore = {
  read(key: string): unknown
  /** Kept at once in memory, on the shelf within a quarter of a second or at `flush`. */
  write(key: string, value: unknown): void
  clear(key: string): void
  /** Puts everything on the shelf now: the window may be closing. */
  flush(): void
}

/**
 * Unsaved text of one hotel and one user. It lives in the browser's own storage, never in the hotel's store:
 * what is not saved has not happened. Text older than 30 days is let go.
 */
export function draftStore(shelf: Shelf, scope: string, now: () => number = Date.now): DraftStore {
  const name = (key: string) => `${PREFIX}${scope}:${key}`
  const waiting = new Map<string, Kept>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    for (const [key, kept] of waiting) put(shelf, name(key), JSON.stringify(kept))
    waiting.clear()
  }
  prune(shelf, now() - KEEP_DAYS * 86_400_000)
  return {
    read: (key) => (waiting.get(key) ?? parse(shelf.getItem(name(key))))?.value,
    write(key, value) {
      waiting.set(key, { at: now(), value })
      clearTimeout(timer)
      timer = setTimeout(flush, WRITE_AFTER_MS)
    },
    clear(key) {
      waiting.delete(key)
      shelf.removeItem(name(key))
    },
    flush,
  }
}

/** A full shelf must not stop anybody from typing: the text is then kept in memory alone. */
function put(shelf: Shelf, key: string, text: string): void {
  try {
    shelf.setItem(key, text)
  } catch {
    prune(shelf, Number.POSITIVE_INFINITY, key)
    try {
      shelf.setItem(key, text)
    } catch {
      return
    }
  }
}

function prune(shelf: Shelf, before: number, but = ''): void {
  const keys = Array.from({ length: shelf.length }, (_, index) => shelf.key(index))
  for (const key of keys) {
    if (!key?.startsWith(PREFIX) || key === but) continue
    const kept = parse(shelf.getItem(key))
    if (!kept || kept.at < before) shelf.removeItem(key)
  }
}

function parse(text: string | null): Kept | undefined {
  if (text === null) return undefined
  try {
    const kept: unknown = JSON.parse(text)
    return typeof kept === 'object' && kept !== null && 'at' in kept ? (kept as Kept) : undefined
  } catch {
    return undefined
  }
}
