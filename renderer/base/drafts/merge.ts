/** Values of a form, by field. */
export type Fields = Record<string, unknown>

/** What somebody typed over what they saw: the values then, their version, and the values now. */
export type SavedEdit<V extends Fields> = { base: V; version: number | null; typed: V }

/** Names of the fields in which two states differ. */
export function differing<V extends Fields>(a: V, b: V): (keyof V & string)[] {
  return Object.keys({ ...a, ...b }).filter((name) => JSON.stringify(a[name]) !== JSON.stringify(b[name]))
}

/** What was typed, laid upon the present state: fields that nobody typed in here take what others made of them. */
export function rebased<V extends Fields>(
  { base, typed }: Pick<SavedEdit<V>, 'base' | 'typed'>,
  fresh: V,
): V {
  const mine = differing(base, typed).map((name) => [name, typed[name]] as const)
  return { ...fresh, ...Object.fromEntries(mine) }
}

/**
 * What an edit is held to. `fields`: what is typed is compared field by field, and an untouched form follows the store.
 * `opened`: the fields as they were when the editor opened. `record`: any newer version than the one it was opened on
 * counts, since the act depends on the whole record.
 */
export type Hold = 'fields' | 'opened' | 'record'

/** What others changed since an edit began: by how many versions, and which of its fields. */
export type Theirs = { versions: number; fields: string[] }

/** What others changed under an edit, or null where nothing is in its way. */
export function theirsOf<V extends Fields>(
  edit: Pick<SavedEdit<V>, 'base' | 'version'>,
  fresh: V,
  version: number | undefined,
  hold: Hold,
): Theirs | null {
  const versions = Math.max(0, (version ?? 0) - (edit.version ?? 0))
  const fields = differing(edit.base, fresh)
  const counts = hold === 'record' ? versions > 0 : fields.length > 0
  return counts ? { versions, fields } : null
}
