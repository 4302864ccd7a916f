/**
 * What was typed at a step of the history (a search) and must not be in its address: a document's number would lie in the
 * browser's history. It is found again after a reload by the same user in the same tab (session storage), and that is
 * dropped at lock; then it is in memory alone, until somebody else signs in.
 */
export type Typed = Readonly<Record<string, string>>

const SAVED = 'keyrack:typed'
const nothing: Typed = {}

type Steps = { login: string; byKey: Record<number, Typed> }

let steps: Steps = { login: '', byKey: {} }

/** Takes what a reload left; before the program itself as well (shell/boot.ts). */
export function takeTyped(): void {
  try {
    const saved: unknown = JSON.parse(sessionStorage.getItem(SAVED) ?? 'null')
    if (typeof saved === 'object' && saved !== null && 'byKey' in saved) steps = saved as Steps
  } catch {
    // Not ours, or no storage: there is nothing to come back to.
  }
}

/** What was typed at a step. */
export function typedAt(key: number): Typed {
  return steps.byKey[key] ?? nothing
}

/** Keeps what is typed at a step. */
export function keepTyped(key: number, typed: Typed): void {
  if (Object.keys(typed).length > 0) steps.byKey[key] = typed
  else delete steps.byKey[key]
  save()
}

/** Another step is taken: those that were there before, from this one on, cannot be come back to. */
export function dropTypedFrom(key: number): void {
  steps.byKey = Object.fromEntries(Object.entries(steps.byKey).filter(([step]) => Number(step) < key))
  save()
}

/** Whose it is; what somebody else typed is forgotten. False when that was so. */
export function ownTyped(login: string): boolean {
  const same = steps.login === login || steps.login === ''
  steps = same ? { ...steps, login } : { login, byKey: {} }
  save()
  return same
}

/** Takes it off the tab's storage, at lock. */
export function hideTyped(): void {
  sessionStorage.removeItem(SAVED)
}

function save(): void {
  try {
    if (Object.keys(steps.byKey).length === 0) hideTyped()
    else sessionStorage.setItem(SAVED, JSON.stringify(steps))
  } catch {
    // Full: after a reload it is typed again.
  }
}
