import { useCallback, useEffect, useRef, useState } from 'react'
import { differing, type Fields, type Hold, rebased, type SavedEdit, type Theirs, theirsOf } from './merge.ts'
import { type BackField, type Draft, type DraftOptions, theDrafts, useDraft } from './use-draft.ts'

export type VersionedEdit<V extends Fields> = Draft<V> & {
  change: (patch: Partial<V>) => void
  /** Others were quicker: saving is refused as CONFLICT until `goOn`. Null: nobody was. */
  theirs: Theirs | null
  /** Something was typed, nobody else is in its way, and what came back was taken: it may be saved. */
  ready: boolean
  /** Takes the present state as seen; what was typed here is laid upon it. */
  goOn: () => void
  /** Runs the save with the version its author has seen. Until it fails, a newer version is one's own. */
  save: <R extends { ok: boolean }>(run: (version: number | undefined) => Promise<R>) => Promise<R>
  saving: boolean
  /** For a form that stays open, once saved as this version: it shows what was typed until the store has it. */
  settle: (version: number) => void
}

type Options = DraftOptions & { hold?: Hold }

const keyOf = (key: string) => `edit:${key}`

/** The edit that was typed and not saved under this key, with the state it was typed upon. */
export function unsavedEdit<V extends Fields>(key: string): SavedEdit<V> | undefined {
  return theDrafts().read(keyOf(key)) as SavedEdit<V> | undefined
}

/**
 * The one way to edit what others may change at the same time. What is typed is a draft that keeps the state and the
 * version it was typed upon, so that neither a conflict nor a crash loses it and nothing is overwritten unseen.
 */
export function useVersionedEdit<V extends Fields>(
  key: string,
  fresh: V,
  version?: number,
  { hold = 'fields', ...options }: Options = {},
): VersionedEdit<V> {
  const draft = useDraft<SavedEdit<V> | null>(keyOf(key), null, options)
  const [opened, setOpened] = useState(() => (hold === 'fields' ? null : seenNow(fresh, version)))
  const [saving, setSaving] = useState(false)
  const savedAs = useRef<number | null>(null)
  const edit = draft.value ?? opened
  const latest = useRef({ edit, typed: draft.value !== null, fresh, version })
  latest.current = { edit, typed: draft.value !== null, fresh, version }
  const { set: write, clear } = draft
  const change = useCallback(
    (patch: Partial<V>) => {
      const now = latest.current
      const before = now.edit ?? seenNow(now.fresh, now.version)
      const next = { ...before, typed: { ...before.typed, ...patch } }
      const typed = differing(next.base, next.typed).length > 0
      // Two changes in one event: the second adds to the first
      latest.current = { ...now, edit: next, typed }
      write(typed ? next : null)
    },
    [write],
  )
  const goOn = useCallback(() => {
    const now = latest.current
    const seen = seenNow(now.fresh, now.version)
    if (hold !== 'fields') setOpened(seen)
    if (now.typed && now.edit) write({ ...seen, typed: rebased(now.edit, now.fresh) })
  }, [write, hold])
  const settle = useCallback(
    (at: number) => {
      savedAs.current = at
      if ((latest.current.version ?? 0) < at) return
      savedAs.current = null
      setSaving(false)
      clear()
    },
    [clear],
  )
  useEffect(() => {
    if (savedAs.current !== null && (version ?? 0) >= savedAs.current) settle(savedAs.current)
  }, [version, settle])
  const theirs = edit && !saving ? theirsOf(edit, fresh, version, hold) : null
  // Changed and changed back by others: nothing is in the way of saving upon the present version
  const upon = theirs ? (edit?.version ?? undefined) : version
  const save = async <R extends { ok: boolean }>(run: (version: number | undefined) => Promise<R>) => {
    setSaving(true)
    let ok = false
    try {
      const reply = await run(upon)
      ok = reply.ok
      return reply
    } finally {
      if (!ok) setSaving(false)
    }
  }
  return {
    value: edit?.typed ?? fresh,
    set: change,
    change,
    clear,
    dirty: draft.dirty,
    waiting: draft.waiting,
    take: draft.take,
    back: draft.waiting && edit ? backUpon(edit, fresh) : [],
    theirs,
    ready: draft.dirty && theirs === null && !draft.waiting,
    goOn,
    save,
    saving,
    settle,
  }
}

/** Beside what is on file now: others may have changed it since. */
function backUpon<V extends Fields>({ base, typed }: SavedEdit<V>, fresh: V): BackField[] {
  return differing(base, typed).map((field) => ({ field, was: fresh[field], typed: typed[field] }))
}

function seenNow<V extends Fields>(fresh: V, version: number | undefined): SavedEdit<V> {
  return { base: fresh, version: version ?? null, typed: fresh }
}
