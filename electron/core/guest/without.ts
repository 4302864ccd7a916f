/** A collection of an image without one entry. */
export function without<P>(collection: Record<string, P>, key: string | number): Record<string, P> {
  return Object.fromEntries(Object.entries(collection).filter(([other]) => other !== String(key)))
}
