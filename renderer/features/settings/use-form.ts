import { useCallback, useEffect, useRef } from 'react'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { changedByOthers, type FormValues, rebased, type SavedDraft } from './form-merge.ts'

export type Form<V extends FormValues> = {
  values: V
  change: (patch: Partial<V>) => void
  /** The version what was typed stands upon; undefined for something new. */
  version: number | undefined
  dirty: boolean
  restored: boolean
  /** Fields that somebody else changed meanwhile: saving would be refused as CONFLICT until `rebase`. */
  theirs: string[]
  rebase: () => void
  clear: () => void
  /** After saving as this version: what was typed stays on screen until the store tells the same. */
  settle: (version: number) => void
}

/** A form upon versioned values: untouched it follows the store; what is typed is a draft that a conflict does not lose. */
export function useForm<V extends FormValues>(key: string, fresh: V, version?: number): Form<V> {
  const draft = useDraft<SavedDraft<V> | null>(`settings:${key}`, null)
  const kept = draft.value
  const latest = useRef({ kept, fresh, version })
  latest.current = { kept, fresh, version }
  const saved = useRef<number | null>(null)
  const { set, clear } = draft
  const change = useCallback(
    (patch: Partial<V>) => {
      const now = latest.current
      const old = now.kept ?? { base: now.fresh, version: now.version ?? null, typed: now.fresh }
      const next = { ...old, typed: { ...old.typed, ...patch } }
      latest.current = { ...now, kept: next }
      set(next)
    },
    [set],
  )
  const rebase = useCallback(() => {
    const now = latest.current
    if (now.kept) set({ base: now.fresh, version: now.version ?? null, typed: rebased(now.kept, now.fresh) })
  }, [set])
  const settle = useCallback(
    (at: number) => {
      saved.current = at
      if ((latest.current.version ?? 0) >= at) {
        saved.current = null
        clear()
      }
    },
    [clear],
  )
  useEffect(() => {
    if (saved.current === null || (version ?? 0) < saved.current) return
    saved.current = null
    clear()
  }, [version, clear])
  const theirs = kept && saved.current === null ? changedByOthers(kept, fresh) : []
  return {
    values: kept?.typed ?? fresh,
    change,
    // Changed and changed back by others: nothing stands in the way of saving upon the present version
    version: kept && theirs.length > 0 ? (kept.version ?? undefined) : version,
    dirty: kept !== null,
    restored: draft.restored && kept !== null,
    theirs,
    rebase,
    clear,
    settle,
  }
}
