import { type Draft, useDraft } from '#renderer/base/drafts/use-draft.ts'

type Typed<V> = { draft: Draft<V>; typed: V; set: (patch: Partial<V>) => void }

/** What is typed in an act's drawer: another value takes back what the last attempt was refused for. */
export function useTyped<V extends object>(key: string, fresh: V, command: { reset: () => void }): Typed<V> {
  const draft = useDraft(key, fresh)
  const set = (patch: Partial<V>) => {
    command.reset()
    draft.set({ ...draft.value, ...patch })
  }
  return { draft, typed: draft.value, set }
}
