export type FormValues = Record<string, unknown>

/** What somebody typed upon what they read: the values then, their version, and the values now. */
export type SavedDraft<V extends FormValues> = { base: V; version: number | null; typed: V }

/** Names of the fields in which two states differ. */
export function differing<V extends FormValues>(a: V, b: V): (keyof V & string)[] {
  return Object.keys({ ...a, ...b }).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
}

/** What was typed, laid upon the present state: fields that nobody typed in here take what others made of them. */
export function rebased<V extends FormValues>({ base, typed }: SavedDraft<V>, fresh: V): V {
  const mine = differing(base, typed).map((name) => [name, typed[name]] as const)
  return { ...fresh, ...Object.fromEntries(mine) }
}

/** Fields that others changed since the typing began. */
export function changedByOthers<V extends FormValues>(kept: SavedDraft<V>, fresh: V): (keyof V & string)[] {
  return differing(kept.base, fresh)
}
