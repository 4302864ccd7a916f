import { useCallback, useMemo, useState } from 'react'
import { useDesk } from '../desk.ts'
import { type DraftStore, draftStore } from './store.ts'

const stores = new Map<string, DraftStore>()

/** The drafts of the present hotel and user. */
export function theDrafts(): DraftStore {
  const { hotelName, user } = useDesk.getState()
  const scope = `${hotelName}/${user?.login ?? ''}`
  let store = stores.get(scope)
  if (!store) {
    store = draftStore(localStorage, scope)
    stores.set(scope, store)
  }
  return store
}

/** Puts all unsaved text on the shelf when the window hides, closes or the lid goes down. Called once at start. */
export function keepDraftsAtClose(): void {
  const flush = () => {
    for (const store of stores.values()) store.flush()
  }
  window.addEventListener('pagehide', flush)
  window.addEventListener('beforeunload', flush)
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') flush()
  })
}

export type Draft<V> = {
  value: V
  set(value: V): void
  /** After saving, or when the user lets it go: the stored text is dropped, the value is `initial` again. */
  clear: () => void
  /** Came back from an earlier time: say so, and offer to discard it. */
  restored: boolean
  /** Differs from `initial`: something would be lost. */
  dirty: boolean
}

/**
 * Unsaved input that survives a lock, a closed window and a crash. The key names what is edited:
 * `useDraft(`guest:${id}:note`, '')`. Anything JSON can carry; never a password.
 */
export function useDraft<V>(key: string, initial: V): Draft<V> {
  // The store of who began to type: after a switch of user the text on screen still belongs to its draft
  const [store] = useState(theDrafts)
  const [first] = useState(() => store.read(key) as V | undefined)
  const [value, setValue] = useState<V>(first ?? initial)
  const [restored, setRestored] = useState(first !== undefined)
  const [base] = useState(() => JSON.stringify(initial))
  const set = useCallback(
    (next: V) => {
      setValue(next)
      if (JSON.stringify(next) === base) store.clear(key)
      else store.write(key, next)
    },
    [store, key, base],
  )
  const clear = useCallback(() => {
    store.clear(key)
    setRestored(false)
    setValue(JSON.parse(base) as V)
  }, [store, key, base])
  return useMemo(
    () => ({ value, set, clear, restored, dirty: JSON.stringify(value) !== base }),
    [value, set, clear, restored, base],
  )
}
