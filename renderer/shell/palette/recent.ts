const SAVED = 'keyrack:palette-recent'
const KEPT = 12

/** Ids of the screens and commands used last, newest first. Guests are not kept: the next user of the desk has no business with them. */
export function recentIds(): string[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(SAVED) ?? '[]')
    return Array.isArray(saved) ? saved.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Notes that something was chosen. */
export function remember(id: string): void {
  if (!/^(screen|command):/.test(id)) return
  const ids = [id, ...recentIds().filter((other) => other !== id)].slice(0, KEPT)
  localStorage.setItem(SAVED, JSON.stringify(ids))
}
