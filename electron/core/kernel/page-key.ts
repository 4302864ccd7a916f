/** A page's key as text: opaque to callers, who hand back what they got. */
export function keyText(key: readonly (string | number)[]): string {
  return JSON.stringify(key)
}

/** Reads a key of that many parts; null (the first page) for none and for one that was tampered with. */
export function keyOf<K extends readonly (string | number)[]>(
  text: string | undefined,
  like: { [I in keyof K]: 'string' | 'number' },
): K | null {
  if (text === undefined) return null
  try {
    const key: unknown = JSON.parse(text)
    const fits =
      Array.isArray(key) && key.length === like.length && key.every((part, i) => typeof part === like[i])
    return fits ? (key as unknown as K) : null
  } catch {
    return null
  }
}
