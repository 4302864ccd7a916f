/**
 * Changes as data. An aggregate (a guest, a booking) has an image: a flat object of plain values, where a
 * collection is an object keyed by id or date. A change holds only the parts that differ, one level into
 * collections, so that "from what to what" can be read, inverted, and replayed.
 */

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain }
/** The whole of a thing at one moment; null when it does not exist. */
export type Image = { [key: string]: Plain }
/** A part of an image: absent entries of a collection are null. */
export type Part = { [key: string]: Plain }
export type Difference = { before: Part | null; after: Part | null }

/** What differs between two images; null when nothing does. `null` stands for “did not exist”. */
export function difference(before: Image | null, after: Image | null): Difference | null {
  if (!before || !after) return before === after ? null : { before, after }
  const from: Part = {}
  const to: Part = {}
  for (const key of unionOfKeys(before, after)) {
    const a = before[key] ?? null
    const b = after[key] ?? null
    if (samePlain(a, b)) continue
    if (isCollection(a) && isCollection(b)) {
      const entries = differenceOfCollections(a, b)
      from[key] = entries.before
      to[key] = entries.after
    } else {
      from[key] = a
      to[key] = b
    }
  }
  return Object.keys(to).length === 0 ? null : { before: from, after: to }
}

/**
 * The image after a change was put on it. With `before` and `after` exchanged it is the inverse: what undo
 * and “as of then” use.
 */
export function applied(image: Image | null, change: Difference): Image | null {
  if (!change.before || !change.after) return change.after
  if (!image) return null
  const next: Image = { ...image }
  for (const [key, value] of Object.entries(change.after)) {
    const now = next[key] ?? null
    next[key] = isCollection(value) && isCollection(now) ? patchedCollection(now, value) : value
  }
  return next
}

/**
 * The first field whose value now is not what the change left: a later change depends on it.
 * Null when the change can be inverted as it is.
 */
export function changedSince(image: Image | null, change: Difference): string | null {
  if (!change.after) return image ? '' : null
  if (!image) return ''
  for (const [key, value] of Object.entries(change.after)) {
    const now = image[key] ?? null
    if (!isCollection(value) || !isCollection(now)) {
      if (!samePlain(now, value)) return key
      continue
    }
    // A whole image (a creation) holds its collections whole; a part holds only the entries that changed.
    const entries = change.before ? Object.keys(value) : unionOfKeys(value, now)
    for (const entry of entries)
      if (!samePlain(entryOf(now, entry), entryOf(value, entry))) return `${key}.${entry}`
  }
  return null
}

/** The fields that a change touches: `departure`, `nights.2026-03-02`. A creation touches them all: null. */
export function fieldsOf({ before, after }: Difference): string[] | null {
  if (!before || !after) return null
  return unionOfKeys(before, after).flatMap((key) => {
    const value = after[key] ?? before[key] ?? null
    return isCollection(value) ? Object.keys(value).map((entry) => `${key}.${entry}`) : [key]
  })
}

export function inverse(change: Difference): Difference {
  return { before: change.after, after: change.before }
}

/** Equality of plain values; the order of keys does not matter. */
export function samePlain(a: Plain, b: Plain): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((v, i) => samePlain(v, b[i] ?? null))
    )
  }
  return (
    Object.keys(a).every((key) => samePlain(entryOf(a, key), entryOf(b, key))) &&
    Object.keys(b).every((key) => Object.hasOwn(a, key) || entryOf(b, key) === null)
  )
}

function isCollection(value: Plain): value is { [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function unionOfKeys(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
}

/** An entry of a collection, or null: its keys are people's words, and `constructor` is one of them. */
export function entryOf(collection: { [key: string]: Plain }, key: string): Plain {
  return Object.hasOwn(collection, key) ? (collection[key] ?? null) : null
}

function differenceOfCollections(a: { [key: string]: Plain }, b: { [key: string]: Plain }) {
  const changed = unionOfKeys(a, b).filter((entry) => !samePlain(entryOf(a, entry), entryOf(b, entry)))
  return {
    before: Object.fromEntries(changed.map((entry) => [entry, entryOf(a, entry)])),
    after: Object.fromEntries(changed.map((entry) => [entry, entryOf(b, entry)])),
  }
}

function patchedCollection(now: { [key: string]: Plain }, part: { [key: string]: Plain }) {
  const next = new Map(Object.entries(now))
  for (const [entry, value] of Object.entries(part)) {
    if (value === null) next.delete(entry)
    else next.set(entry, value)
  }
  return Object.fromEntries(next)
}
