/** A page's key as text: opaque to callers, who hand back what they got. */
export function keyText(key: readonly (string | number)[]): string {
  return JSON.stringify(key)
}

/** Reads a key whose form the contract has checked (sortedKey); null, the first page, for none. */
export function keyOf<K extends readonly (string | number)[]>(text: string | undefined): K | null {
  return text === undefined ? null : (JSON.parse(text) as K)
}
