import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { words } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { useDesk } from '../desk.ts'
import { differing, type Fields } from './merge.ts'
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

/** One field of a draft that came back: what it is without the draft, and what the draft makes of it. */
export type BackField = { field: string; was: unknown; typed: unknown }

export type Draft<V> = {
  value: V
  set(value: V): void
  /** After saving, or when the user lets it go: the stored text is dropped, the value is `initial` again. */
  clear: () => void
  /** Differs from `initial`: something would be lost. */
  dirty: boolean
  /** It came back from before a lock, a reload or a crash: it is marked, and saving waits until it was taken or dropped. */
  waiting: boolean
  take: () => void
  /** What came back, by field; a draft of one value has the field ''. */
  back: readonly BackField[]
}

export type DraftOptions = {
  /** The editor is a screen of its own, or a field that is always there: what is typed is still there when one comes back to it. */
  stays?: boolean | undefined
  /** A form too large to lose by one Esc: once dropped, the status line offers it back and this opens it again. */
  reopen?: (() => void) | undefined
}

/**
 * Unsaved input that survives a lock, a switch of user, a reload and a crash, and is dropped with its editor otherwise (Esc,
 * another screen): what nobody sees any more must not be saved by the next change. The key names what is edited:
 * `useDraft(`guest:${id}:note`, '')`. Anything JSON can carry; never a password.
 */
export function useDraft<V>(key: string, initial: V, options: DraftOptions = {}): Draft<V> {
  // The store of who began to type: after a switch of user the text on screen still belongs to its draft
  const [store] = useState(theDrafts)
  const [first] = useState(() => store.read(key) as V | undefined)
  const [value, setValue] = useState<V>(first ?? initial)
  const [base] = useState(() => JSON.stringify(initial))
  const [waiting, setWaiting] = useState(first !== undefined)
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
    setWaiting(false)
    setValue(JSON.parse(base) as V)
  }, [store, key, base])
  const take = useCallback(() => setWaiting(false), [])
  useDropWithEditor(store, key, options)
  const dirty = JSON.stringify(value) !== base
  return useMemo(
    () => ({
      value,
      set,
      clear,
      dirty,
      waiting: waiting && dirty,
      take,
      back: waiting ? backFields(JSON.parse(base) as V, value) : [],
    }),
    [value, set, clear, dirty, waiting, take, base],
  )
}

function backFields(was: unknown, typed: unknown): BackField[] {
  if (!isFields(was) || !isFields(typed)) return [{ field: '', was, typed }]
  return differing(was, typed).map((field) => ({ field, was: was[field], typed: typed[field] }))
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

let crashed = false

/** A screen that broke takes its editors along; what was typed in them must outlive it. Told by the frame. */
export function markCrash(is: boolean): void {
  crashed = is
}

/** Drops a draft when its editor goes while the same user is at the desk: it was left, not torn away. */
function useDropWithEditor(store: DraftStore, key: string, options: DraftOptions): void {
  const [login] = useState(() => useDesk.getState().user?.login)
  const latest = useRef(options)
  latest.current = options
  useEffect(
    () => () => {
      const { phase, user } = useDesk.getState()
      const isLeft = phase === 'in' && user?.login === login && !crashed
      const value = store.read(key)
      if (latest.current.stays || !isLeft || value === undefined) return
      store.clear(key)
      const { reopen } = latest.current
      if (reopen) offerBack(store, key, value, reopen)
    },
    [store, key, login],
  )
}

function offerBack(store: DraftStore, key: string, value: unknown, reopen: () => void): void {
  const bringBack = () => {
    store.write(key, value)
    useDesk.setState({ lastDone: null })
    reopen()
  }
  const dropped = (language: Language) => words(language, 'common.draftDropped')
  useDesk.setState({
    lastDone: { words: dropped, change: null, undoable: true, undone: false, bringBack },
  })
}
